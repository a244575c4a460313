import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSealer, sealedUnder } from '../../src/keys/create-sealer.ts';
import { changeKeyFile, createKeyFile, readKeyFile } from '../../src/keys/key-file.ts';
import { newKeyRing, withNewestInUse, withoutKeys, withPreparedKey } from '../../src/keys/key-ring.ts';
import { openKeys } from '../../src/keys/open-keys.ts';

const now = new Date('2026-11-20T10:00:00Z');
const place = { schoolId: 'marlow-bridge', type: 'question', id: 'SQ-7KQ2-M' };
const posix = process.platform !== 'win32';

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'keys-'));
  file = join(folder, 'keys.json');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('sealing', () => {
  const ring = newKeyRing(now);
  const sealer = createSealer(() => Promise.resolve(ring));

  it('opens every text at its own place', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 300 }), async (text) => {
        expect(await sealer.open(await sealer.seal(text, place), place)).toBe(text);
      }),
      { numRuns: 100 },
    );
  });

  it('opens nothing at another school, type or record', async () => {
    const sealed = await sealer.seal('May I?', place);
    for (const other of [{ schoolId: 'elm-road' }, { type: 'answer' }, { id: 'SQ-7KQ2-N' }]) {
      expect(await sealer.open(sealed, { ...place, ...other })).toBeUndefined();
    }
  });

  it('opens nothing when any one character was changed, but for the bits that base64 does not use', async () => {
    const sealed = await sealer.seal('May I keep my phone on?', place);
    const bytes = (text: string) => text.split('.').map((part) => Buffer.from(part, 'base64url').toString('hex'));
    let opened = 0;
    for (let at = 0; at < sealed.length; at += 1) {
      const changed = `${sealed.slice(0, at)}${sealed[at] === 'A' ? 'B' : 'A'}${sealed.slice(at + 1)}`;
      if ((await sealer.open(changed, place)) === undefined) continue;
      opened += 1;
      expect(bytes(changed)).toEqual(bytes(sealed));
    }
    expect(opened).toBeLessThanOrEqual(4);
  });

  it('seals the same text differently each time and leaves nothing of it readable', async () => {
    const [one, two] = [await sealer.seal('the same words', place), await sealer.seal('the same words', place)];
    expect(one).not.toBe(two);
    expect(
      one
        .split('.')
        .map((part) => Buffer.from(part, 'base64url').toString('latin1'))
        .join(),
    ).not.toContain('same');
    expect(sealedUnder(one)).toBe(ring.sealsWith);
  });

  it('opens nothing under another ring, and no text that was never sealed', async () => {
    const other = createSealer(() => Promise.resolve(newKeyRing(now)));
    expect(await other.open(await sealer.seal('words', place), place)).toBeUndefined();
    for (const text of ['', 'plain words', 'a.b.c.d.e', 'e30.e30.e30.e30.e30']) {
      expect(await sealer.open(text, place)).toBeUndefined();
    }
  });
});

describe('the key file', () => {
  it('is for its owner alone and is never written over', async () => {
    await createKeyFile(file, newKeyRing(now));
    if (posix) expect((await stat(file)).mode & 0o777).toBe(0o600);
    await expect(createKeyFile(file, newKeyRing(now))).rejects.toThrow('never written over');
  });

  it.runIf(posix)('is refused when anybody else can read it', async () => {
    await createKeyFile(file, newKeyRing(now));
    for (const mode of [0o640, 0o604, 0o660, 0o601]) {
      await chmod(file, mode);
      await expect(openKeys(file)).rejects.toThrow(`chmod 600 ${file}`);
    }
    await chmod(file, 0o400);
    await expect(openKeys(file)).resolves.toBeDefined();
  });

  it('is refused when it is missing or damaged, with what to do', async () => {
    await expect(openKeys(file)).rejects.toThrow('staffroom keys init');
    const ring = newKeyRing(now);
    const { sealsWith: _, ...without } = ring;
    for (const text of ['', '{', '[]', 'null', '{}', JSON.stringify(without), JSON.stringify({ ...ring, more: 1 })]) {
      await writeFile(file, text, { mode: 0o600 });
      await expect(openKeys(file)).rejects.toThrow('is damaged');
    }
  });

  it('loses no key when two changes come at once', async () => {
    await createKeyFile(file, newKeyRing(now));
    await Promise.all(Array.from({ length: 5 }, () => changeKeyFile(file, (ring) => withPreparedKey(ring, now))));
    expect((await readKeyFile(file)).wrapping).toHaveLength(6);
  });
});

describe('a change of the key file', () => {
  it('that cannot be made leaves the keys as they were and nothing beside them', async () => {
    await createKeyFile(file, newKeyRing(now));
    const before = await readFile(file, 'utf8');
    await chmod(file, 0o644);
    if (posix) await expect(changeKeyFile(file, (ring) => withPreparedKey(ring, now))).rejects.toThrow('chmod 600');
    await chmod(file, 0o600);
    const fail = () =>
      changeKeyFile(file, () => {
        throw new Error('a change that fails');
      });
    await expect(fail()).rejects.toThrow('a change that fails');
    expect(await readFile(file, 'utf8')).toBe(before);
    expect(await readdir(folder)).toEqual(['keys.json']);
  });

  it('waits for another one, and says which file to delete when that one died', async () => {
    await createKeyFile(file, newKeyRing(now));
    await writeFile(`${file}.new`, '');
    await expect(changeKeyFile(file, (ring) => withPreparedKey(ring, now))).rejects.toThrow(`delete ${file}.new`);
    expect((await readKeyFile(file)).wrapping).toHaveLength(1);
  });
});

describe('a change of the keys while the server serves', () => {
  it('is taken up before the next text is sealed, and by whoever meets a key it does not know', async () => {
    const [one, two] = [await openKeys(file, { make: now }), await openKeys(file)];
    const old = await one.sealer.seal('before', place);
    const changed = await changeKeyFile(file, (ring) => withNewestInUse(withPreparedKey(ring, now), true));
    const fresh = await one.sealer.seal('after', place);
    expect(sealedUnder(fresh)).toBe(changed?.wrapping[0]?.kid);
    expect(await two.sealer.open(fresh, place)).toBe('after');
    expect(await two.sealer.open(old, place)).toBe('before');
  });

  it('leaves the old keys in use while the file cannot be read, and says so', async () => {
    const told: string[] = [];
    const keys = await openKeys(file, { make: now, onUnreadable: ({ message }) => told.push(message) });
    const sealed = await keys.sealer.seal('words', place);
    await writeFile(file, 'not keys', { mode: 0o600 });
    expect(await keys.isReadable()).toBe(false);
    expect(sealedUnder(await keys.sealer.seal('more', place))).toBe(sealedUnder(sealed));
    expect(told).toEqual([expect.stringContaining('is damaged')]);
  });

  it('closes what was sealed under a key that was dropped', async () => {
    const keys = await openKeys(file, { make: now });
    const sealed = await keys.sealer.seal('words', place);
    const old = (await keys.ring()).sealsWith;
    await changeKeyFile(file, (ring) => withoutKeys(withNewestInUse(withPreparedKey(ring, now), true), [old]));
    await keys.ring();
    expect(await keys.sealer.open(sealed, place)).toBeUndefined();
  });
});
