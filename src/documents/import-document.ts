import { stampIds } from '../domain/policies/stamp-ids.ts';
import { type Account, type Doubt, type LineUse, toAccount } from './account.ts';
import { coverWords } from './blocks/fields.ts';
import { findHeadings } from './blocks/find-headings.ts';
import { openEnd } from './blocks/title-like.ts';
import { nestFlatLists, nestItems, isNumberedParagraph } from './blocks/nest-items.ts';
import type { Piece, PieceKind } from './blocks/piece.ts';
import { readPieces } from './blocks/read-pieces.ts';
import { readTables } from './blocks/read-tables.ts';
import { rejoin } from './blocks/rejoin.ts';
import { findCoverEnd } from './cover/find-cover-end.ts';
import { findTitle } from './cover/find-title.ts';
import { guessFrontMatter } from './cover/guess-front-matter.ts';
import { findContents } from './layout/find-contents.ts';
import { findFurniture } from './layout/find-furniture.ts';
import { narrowGaps } from './layout/narrow-gaps.ts';
import { titleKey } from './layout/title-key.ts';
import { readPolicyMarkdown } from './read-policy-markdown.ts';
import { readSource } from './readers/read-source.ts';
import type { SourceLine } from './source-line.ts';
import { assignLevels } from './write/assign-levels.ts';
import { markSections } from './write/mark-sections.ts';
import { writePolicy } from './write/write-policy.ts';

export type Imported = { kind: 'imported'; markdown: string; account: Account } | { kind: 'refused'; reason: string };

/**
 * Reads a policy document (.txt, .md, .docx, .pdf) into Policy Markdown with clause ids and `status: proposed`.
 * `fileName` tells the format and is the last resort for a title. The account says what became of every line.
 * A file that is Policy Markdown already only gets its missing ids.
 * Refused, with a plain sentence: unknown type, password-protected, scanned, empty, damaged.
 */
export async function importDocument(bytes: Uint8Array, fileName: string): Promise<Imported> {
  const source = await readSource(bytes, fileName);
  if (source.kind === 'refused') return source;
  const already = source.text === undefined ? undefined : readPolicyMarkdown(source.text, source.lines);
  if (already) return { kind: 'imported', ...already };
  const lines = narrowGaps(source.lines);
  const doubts: Doubt[] = [];
  tellOfMissingNumbers(lines, doubts);
  const furniture = findFurniture(lines);
  const contents = findContents(lines, furniture);
  const read = readTables(readPieces(lines, (line) => furniture.has(line) || contents.has(line)));
  const pieces = rejoin(read.pieces, lines);
  const tables = new Map(
    pieces.flatMap((piece) => {
      const table = [...read.tables].find(([row]) => piece.kind === 'row' && row.lines[0] === piece.lines[0])?.[1];
      return table ? [[piece, table] as const] : [];
    }),
  );
  const coverEnd = findCoverEnd(pieces, contents);
  const { title, sure } = findTitle(pieces, coverEnd, fileName);
  const titlePiece = pieces.find(({ kind }) => kind === 'title');
  if (!sure) doubts.push({ line: titlePiece?.lines[0] ?? 1, message: `title read as "${title}"` });
  findHeadings(pieces, coverEnd, contentsKeys(lines, contents), titleKey);
  assignLevels(pieces);
  nestItems(pieces);
  nestFlatLists(pieces, doubts);
  markLeadIns(pieces);
  keepFormsTogether(pieces);
  const marks = markSections(pieces, doubts);
  const cover = new Set(pieces.filter((piece, index) => isCover(piece, index < coverEnd)));
  const signed = marks.declarations.length > 0 || [...marks.classes.values()].includes('declaration');
  const frontMatter = guessFrontMatter(title, pieces, signed, fileName, doubts);
  const markdown = stampIds(writePolicy({ frontMatter, pieces, tables, marks, cover }));
  return { kind: 'imported', markdown, account: toAccount(source.lines, usesOf(pieces), doubts) };
}

/** A word processor's own numbers are made when it prints: they are not among the file's words. */
function tellOfMissingNumbers(lines: readonly SourceLine[], doubts: Doubt[]): void {
  const ordered = lines.filter(({ style }) => style?.item?.ordered);
  const first = ordered[0];
  if (!first) return;
  const message = `${ordered.length} list items get their numbers from the word processor; the file does not hold those, so they are not kept`;
  doubts.push({ line: first.number, message });
}

function contentsKeys(lines: readonly SourceLine[], contents: ReadonlySet<number>): Set<string> {
  return new Set(
    lines
      .filter(({ number }) => contents.has(number))
      .map(({ text }) => titleKey(text))
      .filter((key) => key.length >= 3),
  );
}

/** A line that ends in a colon leads in the numbered paragraphs after it; a line without a stop the list after it. */
function markLeadIns(pieces: readonly Piece[]): void {
  const solid = pieces.filter(({ kind }) => kind !== 'furniture' && kind !== 'front-matter');
  solid.forEach((piece, index) => {
    const next = solid[index + 1];
    if (!next || (piece.kind !== 'text' && piece.kind !== 'item')) return;
    const isOpen = !/[.?!;:]["'”’)]*$/.test(piece.text);
    const isItem = piece.kind === 'item' && !isNumberedParagraph(piece);
    const intoNumbers =
      piece.kind === 'text' && /:$/.test(piece.text) && (isNumberedParagraph(next) || next.kind === 'row');
    const intoItems = isOpen && isItem && next.kind === 'item' && (next.depth ?? 0) > (piece.depth ?? 0);
    const intoList =
      openEnd.test(piece.text) && piece.kind === 'text' && next.kind === 'item' && !isNumberedParagraph(next);
    if (intoNumbers || intoItems || (intoList && !numbersFollow(solid, index))) piece.leadsIn = true;
  });
}

/** A numbered paragraph comes before the next heading: an open line must not lead that in too. */
function numbersFollow(solid: readonly Piece[], index: number): boolean {
  const next = solid.slice(index + 1).find((piece) => piece.kind === 'heading' || isNumberedParagraph(piece));
  return next?.kind === 'item';
}

/** A name or a word alone between two lines to fill in was filled in: it belongs to the form. */
function keepFormsTogether(pieces: readonly Piece[]): void {
  const solid = pieces.filter(({ kind }) => kind !== 'furniture');
  solid.forEach((piece, index) => {
    const beside = [solid[index - 1], solid[index + 1]];
    const enclosed = beside.every((other) => other?.kind === 'form' || other?.kind === 'field');
    if (
      piece.kind === 'text' &&
      piece.text.split(' ').length <= 4 &&
      enclosed &&
      beside.some((other) => other?.kind === 'form')
    ) {
      piece.kind = 'form';
    }
  });
}

/** Facts about the document itself; a contact on the cover ("Safeguarding lead: …") is a rule like any other. */
function isCover({ kind, text }: Piece, before: boolean): boolean {
  if (kind === 'field')
    return before || coverWords.test(text) || /\b(?:19|20)\d\d\b|^on\b|\brole\b|\bname\b/i.test(text);
  if (kind !== 'text' || !before) return false;
  return (
    !/\b(?:lead|officer|tel|telephone|phone|e-?mail|contact|person)\b/i.test(text) ||
    /\b(?:approved|adopted|reviewed?)\b/i.test(text)
  );
}

const uses: Record<PieceKind, LineUse> = {
  text: 'clause',
  item: 'clause',
  row: 'clause',
  field: 'clause',
  heading: 'heading',
  title: 'front-matter',
  'front-matter': 'front-matter',
  form: 'form',
  furniture: 'furniture',
};

function usesOf(pieces: readonly Piece[]): Map<number, LineUse> {
  const found = new Map<number, LineUse>();
  for (const piece of pieces) {
    for (const line of piece.lines) {
      const use = piece.kind === 'front-matter' && piece.text === 'head' ? 'heading' : uses[piece.kind];
      if (found.get(line) !== 'clause') found.set(line, use);
    }
  }
  return found;
}
