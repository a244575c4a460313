import { createHash } from 'node:crypto';
import { setImmediate as pause } from 'node:timers/promises';
import { z } from 'zod/v4';
import { contentTables, countRows, tableNames, type StoreContent, type TableName } from '../storage/store-content.ts';

/*
 * A backup is lines of JSON: a head, each row as ["table", row], and the SHA-256 of every byte before the last line. It
 * is the same whichever store it was made of.
 */
const format = 'staffroom-backup-6';
/** Each version has more tables and fields than the one before, none of which a row needs. */
const formats = [
  'staffroom-backup-1',
  'staffroom-backup-2',
  'staffroom-backup-3',
  'staffroom-backup-4',
  'staffroom-backup-5',
  format,
] as const;
const note =
  'The keys are not in this file. Without the key file (REPORT_KEY_FILE) or its sheet in the safe nobody can read what staff wrote.';

const Head = z.strictObject({
  format: z.enum(formats),
  madeAt: z.iso.datetime(),
  note: z.string(),
  rows: z.partialRecord(z.enum(tableNames), z.int().min(0)),
});
const Row = z.tuple([z.enum(tableNames), z.unknown()]);
const hashLine = /^\{"sha256":"([0-9a-f]{64})"\}\n$/;
const hashLineLength = 78;
/** After so many rows everybody else gets a turn: the bot serves meanwhile. */
const atOnce = 500;

/** The bytes of a backup. */
export async function writeBackup(content: StoreContent, madeAt: Date): Promise<Buffer> {
  const head: z.infer<typeof Head> = { format, madeAt: madeAt.toISOString(), note, rows: countRows(content) };
  const parts = [Buffer.from(`${JSON.stringify(head)}\n`)];
  for (const name of tableNames) {
    for (const row of content[name]) {
      parts.push(Buffer.from(`${JSON.stringify([name, row])}\n`));
      if (parts.length % atOnce === 0) await pause();
    }
  }
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return Buffer.concat([...parts, Buffer.from(`{"sha256":"${hash.digest('hex')}"}\n`)]);
}

export type ReadBackup =
  | { readonly kind: 'read'; readonly madeAt: string; readonly content: StoreContent }
  /** `why` is the end of a sentence. */
  | { readonly kind: 'refused'; readonly why: string };

/** Reads a backup and believes nothing that its hash, its counts and the schema of every row do not bear out. */
export async function readBackup(bytes: Buffer): Promise<ReadBackup> {
  const refused = (why: string): ReadBackup => ({ kind: 'refused', why });
  const lines = linesOf(bytes);
  const first = parseJson(lines.next().value);
  const isBackup = typeof first === 'object' && first !== null && 'format' in first;
  if (!isBackup || typeof first.format !== 'string' || !first.format.startsWith('staffroom-backup-')) {
    return refused('is no backup of Staffroom, or its beginning is damaged');
  }
  if (!formats.some((known) => known === first.format))
    return refused('was made by another version of Staffroom; restore it with that version');
  const end = bytes.length - hashLineLength;
  const sha256 = hashLine.exec(bytes.toString('latin1', Math.max(end, 0)))?.[1];
  if (sha256 === undefined) return refused('is cut off: its last line is missing');
  if (createHash('sha256').update(bytes.subarray(0, end)).digest('hex') !== sha256) {
    return refused('is damaged: its hash does not fit');
  }
  const head = Head.safeParse(first);
  const isWhole = head.success && (head.data.format !== format || tableNames.every((name) => name in head.data.rows));
  if (!isWhole) return refused('is damaged in its first line');

  const rows = new Map<TableName, unknown[]>(tableNames.map((name) => [name, []]));
  let number = 1;
  for (const line of lines) {
    number += 1;
    if (number % atOnce === 0) await pause();
    if (line.startsWith('{')) break;
    const read = Row.safeParse(parseJson(line));
    const row = read.success ? contentTables[read.data[0]].safeParse(read.data[1]) : undefined;
    if (!read.success || !row?.success) return refused(`is damaged in line ${number}`);
    rows.get(read.data[0])?.push(row.data);
  }
  const wrong = tableNames.find((name) => rows.get(name)?.length !== (head.data.rows[name] ?? 0));
  if (wrong) return refused(`does not hold as many rows (${wrong}) as its first line says`);
  const content = Object.fromEntries(rows) as unknown as StoreContent; // each row was parsed with its table's schema
  return { kind: 'read', madeAt: head.data.madeAt, content };
}

/** One line after the other, so that a large file never has to be one text. */
function* linesOf(bytes: Buffer): Generator<string, undefined> {
  for (let from = 0; from < bytes.length;) {
    const found = bytes.indexOf(10, from);
    const end = found === -1 ? bytes.length : found;
    yield bytes.toString('utf8', from, end);
    from = end + 1;
  }
  return undefined;
}

function parseJson(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
