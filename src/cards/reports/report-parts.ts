import type { Passage } from '../../domain/incidents/copy-block.ts';
import { weightOf } from '../cut-text.ts';
import { plainText } from '../plain-text.ts';

/** A heading with its paragraphs. */
export interface Section {
  readonly heading: string;
  readonly paragraphs: readonly { readonly text: string }[];
}

/** What the passages of one part may weigh in bytes, what the card puts around each included. */
const partLimit = 17_000;
const aroundEach = 420;
const longestPassage = 3_000;

/**
 * Shares passages out over as many parts as a card's weight asks for, in order and whole: nothing is left out, a long one
 * goes on in the next part, and its heading is said again there.
 */
export function reportParts(passages: readonly Passage[]): Section[][] {
  const parts: Section[][] = [[]];
  let weight = 0;
  let heading = '';
  for (const passage of passages.flatMap(pieces)) {
    const isNew = passage.heading !== '' && passage.heading !== heading;
    if (passage.heading !== '') heading = passage.heading;
    const weighs = weightOf(passage.text) + aroundEach + (isNew ? weightOf(heading) + aroundEach : 0);
    const isFull = weight + weighs > partLimit;
    if (isFull) parts.push([]);
    weight = isFull ? weighs : weight + weighs;
    const part = parts.at(-1) ?? [];
    const text = { text: passage.text };
    const last = part.at(-1);
    if (isNew || !last) part.push({ heading: isNew ? heading : `${heading}, continued`, paragraphs: [text] });
    else part[part.length - 1] = { ...last, paragraphs: [...last.paragraphs, text] };
  }
  return parts;
}

/** A passage in pieces that fit a part, each ending with a word where it can. */
function pieces({ heading, text }: Passage): Passage[] {
  const all: Passage[] = [];
  let left = plainText(text);
  while (left !== '') {
    const piece = beginning(left);
    all.push({ heading: all.length === 0 ? heading : '', text: piece });
    left = left.slice(piece.length).trimStart();
  }
  return all;
}

function beginning(text: string): string {
  let fits = Math.min(text.length, longestPassage);
  while (weightOf(text.slice(0, fits)) > longestPassage * 2) fits = Math.floor(fits * 0.8);
  if (fits === text.length) return text;
  // Never between the two halves of a character.
  if (/[\ud800-\udbff]/.test(text.charAt(fits - 1))) fits -= 1;
  const kept = text.slice(0, fits);
  const wordEnd = kept.search(/\s\S{0,60}$/u);
  return wordEnd > 0 ? kept.slice(0, wordEnd) : kept;
}
