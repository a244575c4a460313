import { createHash } from 'node:crypto';
import type { RowGroup, Rows } from './rows.ts';
import { storeVersion, type StoreData } from './store-data.ts';

/*
 * A store file is one JSON object, `{"sha256":"…","store":{…}}`. The hash is that of the bytes of the store, exactly as
 * they stand there, so that any other byte is noticed before anything is believed.
 */
const frameStart = '{"sha256":"';
const middle = '","store":';
const hashLength = 64;
const storeStart = frameStart.length + hashLength + middle.length;

/** The bytes of a store file. Groups of rows that did not change since the last time are not written out anew. */
export function toStoreText(data: StoreData, generation: number, savedAt: string): Buffer {
  const head = `{"version":${storeVersion},"generation":${generation},"savedAt":${JSON.stringify(savedAt)}`;
  const parts: Buffer[] = [Buffer.from(head)];
  const sections: Readonly<Record<string, Section>> = { ...data };
  for (const [name, section] of Object.entries(sections)) {
    parts.push(Buffer.from(`,${JSON.stringify(name)}:{`), ...sectionParts(section), Buffer.from('}'));
  }
  parts.push(Buffer.from('}'));
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return Buffer.concat([Buffer.from(`${frameStart}${hash.digest('hex')}${middle}`), ...parts, Buffer.from('}')]);
}

/** The store's own text when every byte is as it was written; nothing otherwise. */
export function storeOfText(bytes: Buffer): string | undefined {
  const hash = bytes.toString('latin1', frameStart.length, frameStart.length + hashLength);
  const frame = `${bytes.toString('latin1', 0, storeStart)}${bytes.toString('latin1', bytes.length - 1)}`;
  if (bytes.length <= storeStart || frame !== `${frameStart}${hash}${middle}}`) return undefined;
  const store = bytes.subarray(storeStart, bytes.length - 1);
  return createHash('sha256').update(store).digest('hex') === hash ? store.toString('utf8') : undefined;
}

type Section = Readonly<Record<string, Rows<unknown>>>;

function* sectionParts(section: Section): Generator<Buffer> {
  let first = true;
  for (const [name, rows] of Object.entries(section)) {
    yield Buffer.from(`${first ? '' : ','}${JSON.stringify(name)}:[`);
    first = false;
    let empty = true;
    for (const group of rows.groups) {
      if (group.size === 0) continue;
      if (!empty) yield comma;
      empty = false;
      yield groupText(group);
    }
    yield Buffer.from(']');
  }
}

const comma = Buffer.from(',');
const written = new WeakMap<RowGroup<unknown>, Buffer>();

function groupText(group: RowGroup<unknown>): Buffer {
  const known = written.get(group);
  if (known) return known;
  const text = Buffer.from(Array.from(group.values(), (row) => JSON.stringify(row)).join(','));
  written.set(group, text);
  return text;
}
