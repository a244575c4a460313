import { cleanText } from '../blocks/clean-text.ts';
import { readMarker } from '../blocks/marker.ts';
import type { SourceLine } from '../source-line.ts';
import { hasPageNumber, sectionPrefix, titleKey, withoutPageNumber } from './title-key.ts';

const contentsHeading = /^(?:table\s+of\s+)?contents(?:\s+page)?(?:\s+(?:page|no\.?))*\s*:?$/i;
const dotLeader = /(?:(?:\.\s?){4,}|…{2,})\s*\d{1,3}\s*$/;

/**
 * The numbers of the lines that are a list of contents: every line with dot leaders to a page number, and a list
 * under "Contents", or near the top, whose entries come back as lines of their own further down.
 */
export function findContents(lines: readonly SourceLine[], skip: ReadonlySet<number>): Set<number> {
  const words = lines.filter(({ number, text }) => text.trim() !== '' && !skip.has(number));
  const found = new Set(words.filter(({ text }) => dotLeader.test(text)).map(({ number }) => number));
  const keys = words.map(({ text }) => (cleanText(withoutPageNumber(text)).length <= 110 ? titleKey(text) : ''));
  const start = words.findIndex(({ text }) => contentsHeading.test(cleanText(text).replace(/^#+\s*/, '')));
  if (start >= 0) {
    const entries = trimmed(words, keys, runFrom(words, keys, start + 1));
    const matched = countMatched(keys, entries);
    const paged = entries.filter((i) => hasPageNumber(words[i]?.text ?? '')).length;
    const dotted = entries.some((i) => found.has(words[i]?.number ?? 0));
    if (dotted || (entries.length >= 2 && (matched >= entries.length * 0.3 || paged * 2 >= entries.length))) {
      for (const i of [start, ...entries]) found.add(words[i]?.number ?? 0);
    }
    return found;
  }
  const limit = Math.min(60, Math.ceil(words.length / 3));
  for (let i = 0; i < limit; i++) {
    if (!isMarked(words[i]?.text ?? '')) continue;
    const entries = trimmed(words, keys, runFrom(words, keys, i));
    if (entries.length < 4 || countMatched(keys, entries) < entries.length * 0.6) continue;
    for (const entry of entries) found.add(words[entry]?.number ?? 0);
    break;
  }
  return found;
}

/** Indices of the short lines from `from` on, up to the first prose or the first title that has been there already. */
function runFrom(words: readonly SourceLine[], keys: readonly string[], from: number): number[] {
  const run: number[] = [];
  const seen = new Set<string>();
  for (let i = from; i < words.length; i++) {
    const text = cleanText(withoutPageNumber(words[i]?.text ?? ''));
    const key = keys[i] ?? '';
    if (text.length > 110 || /[.;,!]$/.test(text.replace(/^\d+\.$/, '')) || (key !== '' && seen.has(key))) break;
    if (key) seen.add(key);
    run.push(i);
  }
  return run;
}

/** Drops what follows the list: lines without number or page number that do not come back. */
function trimmed(words: readonly SourceLine[], keys: readonly string[], run: readonly number[]): number[] {
  const end = run.findLastIndex(
    (i) => isMarked(words[i]?.text ?? '') || hasPageNumber(words[i]?.text ?? '') || comesBack(keys, i, run),
  );
  return run.slice(0, end + 1);
}

function countMatched(keys: readonly string[], run: readonly number[]): number {
  return run.filter((i) => comesBack(keys, i, run)).length;
}

function comesBack(keys: readonly string[], index: number, run: readonly number[]): boolean {
  const key = keys[index];
  return key ? keys.indexOf(key, (run.at(-1) ?? index) + 1) >= 0 : false;
}

function isMarked(text: string): boolean {
  return readMarker(cleanText(text)).marker !== undefined || sectionPrefix.test(cleanText(text)) || /^\s*\d/.test(text);
}
