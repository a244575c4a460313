import { readFile } from 'node:fs/promises';
import { z } from 'zod/v4';
import { fromVersionOne, StoreFileOne } from './version-one.ts';
import { StoreFile, toStoreData, type StoreData, type storeVersion } from './store-data.ts';
import { storeOfText } from './store-text.ts';
import { fromVersionEight, StoreFileEight } from './version-eight.ts';
import { fromVersionFive, StoreFileFive } from './version-five.ts';
import { fromVersionNine, StoreFileNine } from './version-nine.ts';
import { fromVersionFour, StoreFileFour } from './version-four.ts';
import { fromVersionSeven, StoreFileSeven } from './version-seven.ts';
import { fromVersionSix, StoreFileSix } from './version-six.ts';
import { fromVersionTen, StoreFileTen } from './version-ten.ts';
import { fromVersionThree, StoreFileThree } from './version-three.ts';
import { fromVersionTwo, StoreFileTwo } from './version-two.ts';

/** A generation that is whole. `generation` is 0 in a file of version 1, which had no such number. */
export interface GoodGeneration {
  readonly kind: 'good';
  readonly version: 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | typeof storeVersion;
  readonly generation: number;
  readonly savedAt?: string;
  readonly data: StoreData;
  readonly bytes: number;
}

/**
 * One generation of the store as its file has it. `where` says what is wrong with a damaged one;
 * `code` why a file could not be read at all.
 */
export type Generation =
  | GoodGeneration
  | { readonly kind: 'missing' }
  | { readonly kind: 'unreadable'; readonly code: string }
  | { readonly kind: 'damaged'; readonly where: string }
  | { readonly kind: 'unknown-version' };

/** Reads a generation and believes nothing that its hash, its schema and its own order do not bear out. Never rejects. */
export async function readGeneration(path: string): Promise<Generation> {
  let bytes: Buffer;
  try {
    bytes = await readFile(path);
  } catch (error) {
    const code = codeOf(error);
    return code === 'ENOENT' ? { kind: 'missing' } : { kind: 'unreadable', code };
  }
  const text = storeOfText(bytes);
  return text === undefined ? readUnsealed(bytes) : readSealed(text, bytes.length);
}

export type Peeked = number | 'missing' | 'damaged';

/**
 * The number of a generation whose hash is right, `missing` when there is no file, else `damaged`; its rows are not looked
 * at. Never rejects.
 */
export async function peekGeneration(path: string): Promise<Peeked> {
  let bytes: Buffer;
  try {
    bytes = await readFile(path);
  } catch (error) {
    return codeOf(error) === 'ENOENT' ? 'missing' : 'damaged';
  }
  const number = /^\{"version":\d+,"generation":(\d+),/.exec(storeOfText(bytes) ?? '')?.[1];
  return number === undefined ? 'damaged' : Number(number);
}

/** The short name of a failed system call. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
}

/** A file without a good hash is of version 1, or it is damaged. */
function readUnsealed(bytes: Buffer): Generation {
  const json = parseJson(bytes.toString('utf8'));
  if (json === undefined) return { kind: 'damaged', where: 'it is not whole' };
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    return { kind: 'damaged', where: 'it holds no store' };
  }
  if (!('version' in json && json.version === 1)) return { kind: 'damaged', where: 'its hash does not fit' };
  const read = StoreFileOne.safeParse(json);
  if (!read.success) return { kind: 'damaged', where: placeOf(read.error) };
  return { kind: 'good', version: 1, generation: 0, data: fromVersionOne(read.data), bytes: bytes.length };
}

function readSealed(text: string, bytes: number): Generation {
  const json = parseJson(text);
  const read = KnownFile.safeParse(json);
  if (!read.success) {
    const [issue] = read.error.issues;
    return issue?.path[0] === 'version' ? { kind: 'unknown-version' } : { kind: 'damaged', where: placeOf(read.error) };
  }
  const { version } = read.data;
  const { generation, savedAt, ...sections } = toThisVersion(read.data);
  const data = toStoreData(sections);
  const gap = findLedgerGap(data);
  if (gap) return { kind: 'damaged', where: gap };
  return { kind: 'good', version, generation, savedAt, data, bytes };
}

const KnownFile = z.discriminatedUnion('version', [
  StoreFile,
  StoreFileTen,
  StoreFileNine,
  StoreFileEight,
  StoreFileSeven,
  StoreFileSix,
  StoreFileFive,
  StoreFileFour,
  StoreFileThree,
  StoreFileTwo,
]);

function toThisVersion(file: z.infer<typeof KnownFile>): StoreFile {
  switch (file.version) {
    case 2:
      return fromVersionTwo(file);
    case 3:
      return fromVersionThree(file);
    case 4:
      return fromVersionFour(file);
    case 5:
      return fromVersionFive(file);
    case 6:
      return fromVersionSix(file);
    case 7:
      return fromVersionSeven(file);
    case 8:
      return fromVersionEight(file);
    case 9:
      return fromVersionNine(file);
    case 10:
      return fromVersionTen(file);
    default:
      return file;
  }
}

/** Each chain runs from 1 to its head without a gap, each entry on the one before. The hashes are `staffroom verify`'s part. */
function findLedgerGap({ ledger }: StoreData): string | undefined {
  const ends = new Map<string, { seq: number; hash: string }>();
  for (const { schoolId, chain, seq, prev, hash } of ledger.entries) {
    const name = `${schoolId} ${chain}`;
    const end = ends.get(name) ?? { seq: 0, hash: '0'.repeat(64) };
    if (seq !== end.seq + 1 || prev !== end.hash) return `at ledger.entries, where ${name} ${seq} does not follow`;
    ends.set(name, { seq, hash });
  }
  for (const head of ledger.heads) {
    const name = `${head.schoolId} ${head.chain}`;
    const end = ends.get(name);
    if (end?.seq !== head.seq || end.hash !== head.hash) return `at ledger.heads, where ${name} does not end`;
    ends.delete(name);
  }
  return ends.size === 0 ? undefined : 'at ledger.heads, where a chain is missing';
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function placeOf(error: z.ZodError): string {
  const path = error.issues[0]?.path.join('.');
  return path ? `at ${path}` : 'at its top level';
}
