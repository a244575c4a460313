import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmdirSync } from 'node:fs';
import { readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { openStores } from '../../src/storage/open-stores.ts';
import { StoreError } from '../../src/storage/store-error.ts';
import type { StoreFinding, Stores } from '../../src/storage/stores.ts';
import { act, delivery, entryDraft, question, schoolId } from '../storage/sample-facts.ts';

const disk = mkdtempSync(join(tmpdir(), 'staffroom-full-'));
const mounted = mount();
if (!mounted) console.log('not run: tmpfs (this machine lets nobody mount one)');
afterAll(() => {
  if (mounted) execFileSync('umount', [disk]);
  rmdirSync(disk);
});

function mount(): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', disk], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

const dataDir = join(disk, 'data');
const ballast = join(disk, 'ballast');
let opened: Stores[] = [];
afterEach(async () => {
  await Promise.all(opened.map((stores) => stores.close()));
  opened = [];
});
const open = async (onFinding?: (finding: StoreFinding) => void) => {
  const stores = await openStores({ dataDir, onFinding });
  opened.push(stores);
  return stores;
};
const submitted = (n: number) => ({ owed: [delivery(n)], entries: [entryDraft(n)] });

/** Leaves so many KB of the disk free, or what is free anyway. */
async function leaveFree(kilobytes: number): Promise<void> {
  await rm(ballast, { force: true });
  await writeFile(ballast, Buffer.alloc(64 * 1024)).catch(() => undefined);
  const { size } = await stat(ballast);
  await truncate(ballast, Math.max(0, size - kilobytes * 1024));
}

describe.skipIf(!mounted)('on a disk of 64 KB', () => {
  test('whatever is free, from nothing to more than enough: what is acknowledged is stored, and no store is damaged', async () => {
    const counts = { saved: 0, refused: 0 };
    for (let free = 0; free <= 48; free++) {
      await rm(dataDir, { recursive: true, force: true });
      await rm(ballast, { force: true });
      const first = await open();
      for (let n = 0; n < 2; n++) await first.questions.submit(act(n), question(n), submitted(n));
      await first.close();

      const stores = await open();
      await leaveFree(free);
      const acknowledged: number[] = [];
      for (let n = 100; n < 103; n++) {
        const outcome = await stores.questions
          .submit(act(n), question(n), submitted(n))
          .catch((error: unknown) => error);
        if (outcome instanceof Error) {
          expect(outcome, `${free} KB free`).toBeInstanceOf(StoreError);
          expect(outcome, `${free} KB free`).toMatchObject({ kind: 'full' });
          expect(await stores.questions.find(schoolId, `SQ-${n}`), `${free} KB free`).toBeUndefined();
          expect((await stores.health()).serves, `${free} KB free`).toBe(false);
          counts.refused++;
        } else {
          acknowledged.push(n);
          counts.saved++;
        }
      }

      await rm(ballast);
      await stores.questions.submit(act(200), question(200), submitted(200));
      expect(await stores.health(), `${free} KB free`).toMatchObject({ serves: true, findings: [] });
      await stores.close();
      const findings: StoreFinding[] = [];
      const again = await open((one) => findings.push(one));
      const entries = await again.ledger.entries({ schoolId, chain: 'questions' }, 1, Infinity);
      const recorded = entries.map(({ facts }) => Number(String(facts.reference).slice(3)));
      expect(recorded, `${free} KB free`).toEqual([0, 1, ...acknowledged, 200]);
      for (const n of recorded) expect(await again.questions.find(schoolId, `SQ-${n}`)).toBeDefined();
      expect(findings).toEqual([]);
      await again.close();
    }
    expect(counts.saved).toBeGreaterThan(0);
    expect(counts.refused).toBeGreaterThan(0);
  });

  test('a store opens and is read while the disk is full', async () => {
    await rm(dataDir, { recursive: true, force: true });
    await rm(ballast, { force: true });
    const first = await open();
    await first.questions.submit(act(1), question(1), submitted(1));
    await first.close();
    const before = await readFile(join(dataDir, 'staffroom.json'));
    await leaveFree(0);
    const stores = await open();
    expect(await stores.questions.find(schoolId, 'SQ-1')).toEqual(question(1));
    await expect(stores.persons.probe()).rejects.toMatchObject({ kind: 'full' });
    expect(await readFile(join(dataDir, 'staffroom.json'))).toEqual(before);
    await rm(ballast);
    await expect(stores.persons.probe()).resolves.toBeUndefined();
    await stores.close();
  });
});
