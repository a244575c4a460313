import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { projectRoot } from '../../src/project-root.ts';
import { createKeyFile } from '../../src/keys/key-file.ts';
import { newKeyRing } from '../../src/keys/key-ring.ts';
import { openStores } from '../../src/storage/open-stores.ts';
import { runCommand } from './run-command.ts';

/** A store in which the review of a policy was recorded, and nothing else. */
async function openFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'staffroom-reviews-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const dataDir = join(folder, 'data');
  await createKeyFile(join(folder, 'keys.json'), newKeyRing(new Date()));
  const settings = {
    STAFFROOM_MODE: 'production',
    BOT_ID: '00000000-0000-4000-8000-00000000b070',
    BOT_TENANT_ID: '00000000-0000-4000-8000-000000000001',
    BOT_SECRET: 'not used',
    DATA_DIR: dataDir,
    REPORT_KEY_FILE: join(folder, 'keys.json'),
    POLICIES_DIR: join(projectRoot, 'policies'),
  };
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value);
  onTestFinished(() => void vi.unstubAllEnvs());
  const stores = await openStores({ dataDir });
  const by = { tenantId: settings.BOT_TENANT_ID, objectId: 'who' };
  const done = { at: '2026-11-20T10:00:00.000Z', by, outcome: 'unchanged', body: 'committee' } as const;
  const review = {
    ...{ schoolId: 'marlow-bridge', duty: 'social-media', dueOn: '2026-07-31', told: {}, revision: 1 },
    done: { ...done, reviewedOn: '2026-11-18', meeting: 'Minute 7', nextDueOn: '2097-11-30' },
  };
  await stores.reviews.record({ review, at: done.at, then: { owed: [], entries: [] } });
  await stores.close();
}

it('lists the calendar with what reviews moved, the next due first', async () => {
  await openFolder();
  const { code, stdout } = await runCommand('reviews');
  expect(code).toBe(0);
  const lines = stdout.trim().split('\n');
  expect(lines.at(-1)).toBe(
    '2097-11-30  marlow-bridge  social-media  current  head  Social Media Policy, reviewed on 2026-11-18',
  );
  expect(lines.map((line) => line.slice(0, 10))).toEqual(lines.map((line) => line.slice(0, 10)).toSorted());
  expect(stdout).toContain('filtering-review');
});

it('gives a program the same without who recorded what, and names the schools where there is no such one', async () => {
  await openFolder();
  const { stdout } = await runCommand('reviews', '--json', '--school', 'marlow-bridge');
  const { reviews } = JSON.parse(stdout) as { reviews: Record<string, unknown>[] };
  expect(reviews.at(-1)).toMatchObject({
    duty: 'social-media',
    dueOn: '2097-11-30',
    everyMonths: 12,
    last: { kind: 'reviewed', on: '2026-11-18', outcome: 'unchanged' },
  });
  expect(stdout).not.toMatch(/who|Minute 7/);
  expect(await runCommand('reviews', '--school', 'otter-lane')).toMatchObject({ code: 2, stdout: '' });
});
