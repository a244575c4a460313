import { chmod, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { createBackUps } from '../../src/backup/create-back-ups.ts';
import { backUpNow } from '../../src/jobs/back-up.ts';
import { createLog } from '../../src/log.ts';
import type { StoreContent } from '../../src/storage/store-content.ts';
import { fullContent, signer } from './full-content.ts';

let dir: string;
let logged: string[];
let now: Date;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'staffroom-nights-'));
  logged = [];
  now = new Date('2026-11-20T02:30:00.000Z');
  onTestFinished(async () => {
    await chmod(dir, 0o700);
    await rm(dir, { recursive: true, force: true });
  });
});

const signs = () => Promise.resolve(signer);
const later = (hours: number) => (now = new Date(now.getTime() + hours * 3_600_000));
const night = (content: StoreContent, why: 'nightly' | 'overdue' = 'nightly') => {
  const store = { exportAll: () => Promise.resolve(content) };
  const log = createLog('info', { write: (line) => void logged.push(line) });
  const deps = {
    ...createBackUps(store, dir, { signer: signs, now: () => now }),
    timeZone: 'UTC',
    now: () => now,
    log,
  };
  return backUpNow(deps, why);
};
const names = async () => (await readdir(dir)).sort();

describe('The nightly backup', () => {
  test('is named when it was made, after it was restored on trial', async () => {
    await night(fullContent(3));
    expect(await names()).toEqual(['staffroom-2026-11-20T023000Z.backup']);
    expect(logged).toHaveLength(1);
  });

  test('of a store that does not hold is not kept, logs a code and leaves the older ones', async () => {
    await night(fullContent(3));
    later(24);
    const { entries, ...rest } = fullContent(3);
    await night({ ...rest, entries: entries.filter(({ seq }) => seq !== 2) });
    expect(await names()).toEqual(['staffroom-2026-11-20T023000Z.backup']);
    expect(JSON.parse(logged[1] ?? '')).toMatchObject({ level: 'error', code: 'store-broken' });
  });

  test('that cannot be written logs a code and leaves the older ones', async () => {
    await night(fullContent(3));
    later(24);
    await writeFile(join(dir, 'staffroom-2026-11-21T023000Z.backup.unverified'), 'left by a crash');
    const failing = { exportAll: () => Promise.reject(new Error('no disk')) };
    const log = createLog('info', { write: (line) => void logged.push(line) });
    const deps = {
      ...createBackUps(failing, dir, { signer: signs, now: () => now }),
      timeZone: 'UTC',
      now: () => now,
      log,
    };
    await backUpNow(deps, 'nightly');
    expect(await names()).toEqual(['staffroom-2026-11-20T023000Z.backup']);
    expect(JSON.parse(logged[1] ?? '')).toMatchObject({ level: 'error', code: 'backup-failed' });
    expect(logged[1]).not.toContain('no disk');
  });

  test('is kept for 35 days', async () => {
    for (let day = 0; day < 40; day++) {
      await night(fullContent(1));
      later(24);
    }
    const kept = await names();
    expect(kept).toHaveLength(36); // day 0 to day 35, both included
    expect(kept[0]).toBe('staffroom-2026-11-24T023000Z.backup');
  });

  test('deletes nothing on the first night after the clock jumped by years', async () => {
    await night(fullContent(1));
    later(24);
    await night(fullContent(1));
    now = new Date('2038-01-19T03:14:08.000Z');
    await night(fullContent(1));
    expect(await names()).toHaveLength(3);
  });

  test('is made up for after a missed night, and not twice in one', async () => {
    await night(fullContent(1));
    await night(fullContent(1), 'nightly');
    later(25);
    await night(fullContent(1), 'overdue');
    expect(await names()).toHaveLength(1);
    later(2);
    await night(fullContent(1), 'overdue');
    expect(await names()).toHaveLength(2);
  });
});
