import { chainClasses, type LedgerEntry } from './entry.ts';

/** Where a chain ends: what the next entry refers to. */
export type Head = Pick<LedgerEntry, 'seq' | 'hash'>;

const fields = ['at', 'chain', 'facts', 'hash', 'kind', 'prev', 'schoolId', 'seq'];
export const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?Z$/;
const name = /^[A-Za-z][A-Za-z0-9-]{0,63}$/;
export const slug = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const hash = /^[0-9a-f]{64}$/;

/**
 * Why a value has not the shape of a ledger entry, as the end of a sentence; nothing when it has. Shape only: whether
 * its hash is right and its place in the chain is another question. The rules leave every JSON reader of every language
 * one way to understand an entry: names are ASCII, numbers are whole and below 2^53, strings hold no half characters.
 */
export function entryFault(value: unknown): string | undefined {
  if (!isRecord(value)) return 'it is not an object';
  const odd = oddField(value, fields);
  if (odd) return odd;
  const { at, chain, facts, hash: own, kind, prev, schoolId, seq } = value;
  if (typeof seq !== 'number' || !Number.isSafeInteger(seq) || seq < 1) return 'seq is not a whole number from 1';
  if (!matches(schoolId, slug)) return 'schoolId is not an id';
  if (!chainClasses.some((one) => one === chain)) return 'chain is not a class of chains';
  if (!matches(at, instant)) return 'at is not an instant in UTC';
  if (!matches(kind, name)) return 'kind is not a name';
  if (!matches(prev, hash) || !matches(own, hash)) return 'prev or hash is not a SHA-256';
  return factsFault(facts);
}

function factsFault(facts: unknown): string | undefined {
  if (!isRecord(facts)) return 'facts is not an object';
  for (const [key, value] of Object.entries(facts)) {
    if (!name.test(key)) return 'a fact has a name that is not plain';
    if (!isFact(value)) return `the fact ${key} is no string, boolean or whole number`;
  }
  return undefined;
}

function isFact(value: unknown): boolean {
  if (typeof value === 'string') return !/\p{Surrogate}/u.test(value);
  return typeof value === 'boolean' || (Number.isSafeInteger(value) && !Object.is(value, -0));
}

/** What is wrong with the names of an object's fields, when they are not exactly `expected`. */
export function oddField(value: Record<string, unknown>, expected: readonly string[]): string | undefined {
  const missing = expected.find((key) => !Object.hasOwn(value, key));
  if (missing !== undefined) return `${missing} is missing`;
  return Object.keys(value).length === expected.length ? undefined : 'it has a field that does not belong there';
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function matches(value: unknown, pattern: RegExp): value is string {
  return typeof value === 'string' && pattern.test(value);
}
