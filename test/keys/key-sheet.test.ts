import { describe, expect, it } from 'vitest';
import { createSigner } from '../../src/keys/create-signer.ts';
import { isSheetInSafe, newKeyRing, withNewestInUse, withPreparedKey } from '../../src/keys/key-ring.ts';
import { readKeySheet, toKeySheet } from '../../src/keys/key-sheet.ts';

const now = new Date('2026-11-20T10:00:00Z');
const rings = [newKeyRing(now), withNewestInUse(withPreparedKey(newKeyRing(now), now), false)];

describe('the key sheet', () => {
  it.each(rings)('gives back the keys that it was printed from', (ring) => {
    const read = readKeySheet(toKeySheet(ring, now));
    expect(read).toEqual(ring);
    expect(createSigner(read).keyId).toBe(createSigner(ring).keyId);
  });

  it('is read however it was typed: line ends, indents, spaces and capitals', () => {
    const sheet = toKeySheet(rings[0] ?? newKeyRing(now), now);
    const typed = sheet
      .split('\n')
      .map((line) =>
        /^ {2}[12] /.test(line) ? line.replace(/([0-9a-f]{4}) (?=[0-9a-f]{4} )/g, '$1').toUpperCase() : line,
      )
      .map((line) => line.trim().replace('CHECK', 'check'))
      .join('\r\n');
    expect(readKeySheet(typed)).toEqual(rings[0]);
  });

  it('fits a printed page', () => {
    const lines = toKeySheet(rings[1] ?? newKeyRing(now), now).split('\n');
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(90);
    expect(lines.length).toBeLessThanOrEqual(60);
  });

  it('finds every slip of one character in what it needs, and names the line where that is a key', () => {
    const sheet = toKeySheet(rings[1] ?? newKeyRing(now), now);
    const from = sheet.indexOf('\nKey ') + 1;
    const to = sheet.indexOf('\n', sheet.indexOf('Check sum'));
    let keys = 0;
    for (let at = from; at < to; at += 1) {
      const was = sheet[at] ?? '';
      if (!/[0-9a-zA-Z]/.test(was)) continue;
      const slip = `${sheet.slice(0, at)}${was === '7' ? '8' : '7'}${sheet.slice(at + 1)}`;
      const line = sheet.slice(0, at).split('\n').length;
      const isKey = /^ {2}[12] {2}([0-9a-f]{4} )+/.exec(sheet.split('\n')[line - 1] ?? '');
      const column = at - sheet.lastIndexOf('\n', at) - 1;
      if (isKey && column > 4 && column < isKey[0].length) {
        keys += 1;
        expect(() => readKeySheet(slip)).toThrow(`Line ${line} of the sheet`);
      } else expect(() => readKeySheet(slip)).toThrow();
    }
    expect(keys).toBe(3 * 64);
  });

  it('refuses a sheet with a line left out, and any other text', () => {
    const lines = toKeySheet(rings[1] ?? newKeyRing(now), now).split('\n');
    const needed = lines.flatMap((line, at) => (/^(Key | {2}made| {2}[12] |Seals|Check)/.test(line) ? [at] : []));
    for (const at of needed) expect(() => readKeySheet(lines.filter((_, index) => index !== at).join('\n'))).toThrow();
    for (const text of ['', 'hello', '{}']) expect(() => readKeySheet(text)).toThrow('not a whole key sheet');
  });
});

describe('whether the sheet lies in the safe', () => {
  it('is confirmed for the keys that it showed, and asked again after a new key', () => {
    const ring = newKeyRing(now);
    expect(isSheetInSafe(ring)).toBe(false);
    const inSafe = { by: 'B. Manager', at: now.toISOString(), kids: ring.wrapping.map(({ kid }) => kid) };
    expect(isSheetInSafe({ ...ring, inSafe })).toBe(true);
    expect(isSheetInSafe(withPreparedKey({ ...ring, inSafe }, now))).toBe(false);
  });
});
