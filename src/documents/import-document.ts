import { stampIds } from '../domain/policies/stamp-ids.ts';
import { type Account, type Doubt, toAccount } from './account.ts';
import { findHeadings } from './blocks/find-headings.ts';
import { keepFormsTogether } from './blocks/keep-forms-together.ts';
import { markLeadIns } from './blocks/mark-lead-ins.ts';
import { nestFlatLists, nestItems } from './blocks/nest-items.ts';
import { readPieces } from './blocks/read-pieces.ts';
import { readTables } from './blocks/read-tables.ts';
import { rejoin } from './blocks/rejoin.ts';
import { findCoverEnd } from './cover/find-cover-end.ts';
import { findTitle } from './cover/find-title.ts';
import { isCover } from './cover/is-cover.ts';
import { usesOf } from './line-uses.ts';
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
  const read = readPieces(lines, (line) => furniture.has(line) || contents.has(line));
  const pieces = rejoin(readTables(read), lines);
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
  const markdown = stampIds(writePolicy({ frontMatter, pieces, marks, cover }));
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
