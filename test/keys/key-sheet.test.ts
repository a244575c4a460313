import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { endorsedKeys } from '../../src/domain/ledger/ledger-keys.ts';
import { withNewSigningKey } from '../../src/keys/change-signing-key.ts';
import { createSigner } from '../../src/keys/create-signer.ts';
import { type KeyRing, newKeyRing, withNewestInUse, withPreparedKey } from '../../src/keys/key-ring.ts';
import { isSheetInSafe, kidsOnSheet, readKeySheet, toKeySheet } from '../../src/keys/key-sheet.ts';

const now = new Date('2026-11-20T10:00:00Z');
const twice = withNewSigningKey(withNewSigningKey(newKeyRing(now), now), new Date('2027-11-20T10:00:00Z'));
const rings = [newKeyRing(now), withNewestInUse(withPreparedKey(newKeyRing(now), now), false), twice];

describe('the key sheet', () => {
  it.each(rings)('gives back the keys that it was printed from', (ring) => {
    const read = readKeySheet(toKeySheet(ring, now));
    expect(read).toEqual(ring);
    expect(createSigner(read).keyId).toBe(createSigner(ring).keyId);
    expect(endorsedKeys(createSigner(read).keys).size).toBe(createSigner(ring).keys.length);
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

  it.each(rings)('is read where it was printed with the shorter checks of before', (ring) => {
    let kid = '';
    const printed = toKeySheet(ring, now)
      .split('\n')
      .map((line) => {
        kid = /^Key (\S+)$/.exec(line)?.[1] ?? kid;
        const [, name = '', part = ''] = /^ {2}([1-6]) {2}((?:[0-9a-f]{4} ?){8}) /.exec(line) ?? [];
        const text = `${kid} ${name} ${part.replaceAll(' ', '')}`;
        const check = createHash('sha256').update(text).digest('hex').slice(0, 4);
        return line.replace(/ check \S+$/, ` check ${check}`);
      });
    expect(readKeySheet(printed.join('\n'))).toEqual(ring);
    const slips = printed.map((line) => line.replace(/ {2}check .(...)$/, '  check x$1'));
    expect(() => readKeySheet(slips.join('\n'))).toThrow(/Line \d+ of the sheet/);
  });

  it.each(rings)('fits a printed page', (ring) => {
    const lines = toKeySheet(ring, now).split('\n');
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(90);
    expect(lines.length).toBeLessThanOrEqual(60);
  });

  it.each([
    ['two keys that seal', rings[1], 3 * 64],
    ['two keys that signed before', rings[2], 2 * 64 + 2 * 192],
  ] as const)(
    'with %s: every slip of one character in what it needs is found, and named by its line where that is a key',
    (_, ring, characters) => {
      const sheet = toKeySheet(ring ?? newKeyRing(now), now);
      const lines = sheet.split('\n');
      const from = sheet.indexOf('\nKey ') + 1;
      const to = sheet.indexOf('\n', sheet.indexOf('Check sum'));
      let keys = 0;
      for (let at = from; at < to; at += 1) {
        const was = sheet[at] ?? '';
        const line = sheet.slice(0, at).split('\n').length;
        if (!/[0-9a-zA-Z]/.test(was) || lines[line - 1]?.startsWith('Not secret')) continue;
        const slip = `${sheet.slice(0, at)}${was === '7' ? '8' : '7'}${sheet.slice(at + 1)}`;
        const isKey = /^ {2}[1-6] {2}([0-9a-f]{4} )+/.exec(lines[line - 1] ?? '');
        const column = at - sheet.lastIndexOf('\n', at) - 1;
        if (isKey && column > 4 && column < isKey[0].length) {
          keys += 1;
          expect(() => readKeySheet(slip)).toThrow(`Line ${line} of the sheet`);
        } else expect(() => readKeySheet(slip)).toThrow();
      }
      expect(keys).toBe(characters);
    },
  );

  it.each(rings)('refuses a sheet with a line left out', (ring) => {
    const lines = toKeySheet(ring, now).split('\n');
    const needed = lines.flatMap((line, at) =>
      /^(Key | {2}made| {2}until| {2}[1-6] |Seals|Check)/.test(line) ? [at] : [],
    );
    for (const at of needed) expect(() => readKeySheet(lines.filter((_, index) => index !== at).join('\n'))).toThrow();
  });

  it('refuses any other text', () => {
    for (const text of ['', 'hello', '{}']) expect(() => readKeySheet(text)).toThrow('not a whole key sheet');
  });
});

describe('whether the sheet lies in the safe', () => {
  const confirmed = (ring: KeyRing, kids: string[]) => ({
    ...ring,
    inSafe: { by: 'B. Manager', at: now.toISOString(), kids },
  });

  it('is confirmed for the keys that it showed, and asked again after a new key', () => {
    const ring = newKeyRing(now);
    expect(isSheetInSafe(ring)).toBe(false);
    const safe = confirmed(ring, kidsOnSheet(ring));
    expect(isSheetInSafe(safe)).toBe(true);
    expect(isSheetInSafe(withPreparedKey(safe, now))).toBe(false);
    const changed = withNewSigningKey(safe, now);
    expect(isSheetInSafe(changed)).toBe(false);
    expect(isSheetInSafe(confirmed(changed, kidsOnSheet(changed)))).toBe(true);
  });

  it('holds where it was confirmed before signing keys were noted, until that key is changed', () => {
    const ring = newKeyRing(now);
    const safe = confirmed(
      ring,
      ring.wrapping.map(({ kid }) => kid),
    );
    expect(isSheetInSafe(safe)).toBe(true);
    expect(isSheetInSafe(withNewSigningKey(safe, now))).toBe(false);
  });
});
