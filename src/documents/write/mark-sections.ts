import type { Doubt } from '../account.ts';
import type { Piece } from '../blocks/piece.ts';

const statement =
  /^["'‘“]?I\s+(?:will|have|understand|agree|accept|confirm|acknowledge|appreciate|am|know|shall|must|promise|undertake|recognise|ensure|give|do|can|may)\b/;
const agreementWords =
  /\b(?:declaration|agreement|acknowledge?ment|commitment|sign(?:ed|ature)?|code of conduct|acceptable use)\b/i;
const pupilWords = /\b(?:pupils?|child(?:ren)?|students?|young people)\b/i;
const codeWords = /\b(?:code|agreement|rules|acceptable use|commitment|contract|promise|pledge)\b/i;
const parentWords = /\b(?:parents?|carers?|guardians?)\b/i;

/** What a heading's section is besides rules, and headings that the source does not print. */
export interface SectionMarks {
  readonly classes: ReadonlyMap<Piece, 'declaration' | 'pupils' | 'parents'>;
  /** Runs of statements to sign under a heading of something else: from the first piece to the last. */
  readonly declarations: readonly { first: Piece; last: Piece }[];
}

/** Finds what staff sign and what binds pupils or parents. `pieces` have their headings' levels. */
export function markSections(pieces: readonly Piece[], doubts: Doubt[]): SectionMarks {
  const classes = new Map<Piece, 'declaration' | 'pupils' | 'parents'>();
  const declarations: { first: Piece; last: Piece }[] = [];
  const solid = pieces.filter(({ kind }) => kind !== 'furniture' && kind !== 'front-matter' && kind !== 'table-head');
  let bound: number | undefined;
  for (let i = 0; i < solid.length; i++) {
    const heading = solid[i];
    if (heading?.kind !== 'heading') continue;
    const level = heading.level ?? 2;
    const end = solid.findIndex((piece, at) => at > i && piece.kind === 'heading');
    const section = solid.slice(i + 1, end < 0 ? undefined : end);
    if (bound !== undefined && level <= bound) bound = undefined;
    const binds = bindsOf(heading.text, section);
    if (binds) {
      classes.set(heading, binds);
      bound ??= level;
      continue;
    }
    if (bound !== undefined) continue;
    const stated = section.filter(({ kind, text }) => (kind === 'item' || kind === 'text') && statement.test(text));
    const formFollows =
      section.some(({ kind }) => kind === 'form') ||
      agreementWords.test(heading.text) ||
      section.some(({ text }) => /\bsign\b/i.test(text));
    if (stated.length < 2 || !formFollows) continue;
    const rules = section.filter(({ kind }) => kind === 'item' || kind === 'text' || kind === 'row');
    const [first, last] = [stated[0], stated.at(-1)];
    if (stated.length * 3 >= rules.length * 2 || agreementWords.test(heading.text)) classes.set(heading, 'declaration');
    else if (first && last) {
      declarations.push({ first, last });
      doubts.push({
        line: first.lines[0] ?? 1,
        message: `${stated.length} statements to sign stand here under no heading of their own; "Declaration" was put above them`,
      });
    }
  }
  return { classes, declarations };
}

function bindsOf(heading: string, section: readonly Piece[]): 'pupils' | 'parents' | undefined {
  const personal = section.some(({ text }) => statement.test(text) || /\bI (?:will|give|agree)\b/.test(text));
  const ofParents = parentWords.test(heading);
  if (pupilWords.test(heading) && codeWords.test(heading) && !/\bstaff\b/i.test(heading)) return 'pupils';
  if (
    ofParents &&
    (codeWords.test(heading) || /\b(?:statement|consent|permission|declaration)\b/i.test(heading)) &&
    personal
  )
    return 'parents';
  return undefined;
}
