import { isRecord } from './entry-fault.ts';

/**
 * The object on a line of an export, with its one field; nothing when it is not whole JSON in its RFC 8785 form, or holds
 * what not every language reads alike: numbers that are not whole or not below 2^53, halves of characters.
 */
export function readCanonicalLine(text: string | undefined): Readonly<Record<string, unknown>> | undefined {
  if (text === undefined) return undefined;
  const trimmed = trimEnd(text);
  try {
    const value: unknown = JSON.parse(trimmed);
    if (!isRecord(value) || JSON.stringify(value) !== trimmed || !isPlain(value)) return undefined;
    return Object.keys(value).length === 1 ? value : undefined;
  } catch {
    return undefined; // no JSON, or nested without end
  }
}

/** What a mail programme may have put at the end of a line does not count. */
export function trimEnd(line: string): string {
  return line.replace(/[ \t\r]+$/, '');
}

/** With sorted names, the text that JSON.stringify gives is the RFC 8785 form; asking so is several times faster than making it. */
function isPlain(value: unknown): boolean {
  if (typeof value === 'number') return Number.isSafeInteger(value);
  if (typeof value === 'string') return !/\p{Surrogate}/u.test(value);
  if (Array.isArray(value)) return value.every(isPlain);
  if (!isRecord(value)) return true;
  const keys = Object.keys(value);
  return (
    keys.every((key, at) => isPlain(key) && (at === 0 || (keys[at - 1] ?? '') < key)) &&
    Object.values(value).every(isPlain)
  );
}
