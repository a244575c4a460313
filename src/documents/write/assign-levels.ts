import { isCapitals } from '../blocks/title-like.ts';
import { sectionPrefix } from '../layout/title-key.ts';
import type { Piece } from '../blocks/piece.ts';

/** What comes at the end of a document and belongs to no numbered section before it. */
const standsAlone =
  /^(?:(?:staff|volunteer|user|visitor)?\s*(?:declaration|acceptable use agreement|agreement|acknowledgement)|signatures?|declaration of .*)$/i;

/** Gives every heading its level in the policy file, 2 to 5: from its mark-up, its number, or the headings around it. */
export function assignLevels(pieces: readonly Piece[]): void {
  const headings = pieces.filter(({ kind }) => kind === 'heading');
  const marked = headings.flatMap(({ level }) => (level === undefined ? [] : [level]));
  const highest = Math.min(...marked, 6);
  const unnumbered = headings.filter(({ marker, text }) => !marker && !sectionPrefix.test(text));
  const hasCapitals = unnumbered[0] !== undefined && isCapitals(unnumbered[0].text);
  let parent = 1;
  let previous: Piece | undefined;
  for (const heading of headings) {
    const bare = /^(?:appendix|annexe?)\s+\w{1,2}$/i.test(heading.text);
    const adjacent = previous !== undefined && pieces.indexOf(heading) === nextSolid(pieces, pieces.indexOf(previous));
    if (heading.level !== undefined) heading.level = clamp(heading.level - highest + 2);
    else if (bare && adjacent && previous?.level) heading.level = clamp(previous.level + 1);
    else if (sectionPrefix.test(heading.text) || isBareNumber(heading)) heading.level = 2;
    else if (heading.marker?.kind === 'deep') heading.level = clamp(1 + depthOf(heading.marker.value));
    else if (heading.marker?.kind === 'number') heading.level = 2;
    else if (heading.marker) heading.level = clamp(parent + 1);
    else if (standsAlone.test(heading.text)) heading.level = 2;
    else if (followsAppendixTitle(pieces, heading)) heading.level = 2;
    else
      heading.level = clamp(
        hasCapitals && isCapitals(heading.text) ? 2 : Math.min(parent + 1, hasCapitals ? 3 : parent + 1),
      );
    if (
      heading.marker?.kind === 'deep' ||
      heading.marker?.kind === 'number' ||
      sectionPrefix.test(heading.text) ||
      heading.level === 2
    )
      parent = heading.marker?.kind === 'letter' ? parent : Math.min(heading.level, 3);
    if (!heading.marker && heading.level === 2 && !sectionPrefix.test(heading.text) && !hasCapitals && !marked.length)
      parent = 1;
    if (
      !heading.marker &&
      adjacent &&
      previous &&
      !previous.marker &&
      heading.level === previous.level &&
      !marked.length
    )
      heading.level = clamp(heading.level + 1);
    previous = heading;
  }
  raiseFirst(headings);
}

/** Headings before the first of the highest level stand under nothing: where their section's own heading is missing, they move up. */
function raiseFirst(headings: readonly Piece[]): void {
  const firstTop = headings.findIndex(({ level }) => level === 2);
  const before = headings.slice(0, firstTop < 0 ? undefined : firstTop);
  const raise = Math.min(...before.map(({ level = 2 }) => level)) - 2;
  for (const heading of before) heading.level = clamp((heading.level ?? 2) - raise);
}

function nextSolid(pieces: readonly Piece[], from: number): number {
  return pieces.findIndex(
    ({ kind }, index) => index > from && kind !== 'furniture' && kind !== 'front-matter' && kind !== 'table-head',
  );
}

/** "1.0 Overview" is the first level, "1.1" the second. */
function depthOf(value: readonly number[]): number {
  return value.at(-1) === 0 ? value.length - 1 : value.length;
}

function isBareNumber({ text, marker }: Piece): boolean {
  return !marker && /^\d{1,2}\s+\p{Lu}/u.test(text);
}

function followsAppendixTitle(pieces: readonly Piece[], heading: Piece): boolean {
  const next = pieces[nextSolid(pieces, pieces.indexOf(heading))];
  return next?.kind === 'heading' && /^(?:appendix|annexe?)\s+\w{1,2}$/i.test(next.text);
}

function clamp(level: number): number {
  return Math.max(2, Math.min(5, level));
}
