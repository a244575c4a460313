import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { projectRoot } from '../../src/project-root.ts';
import { openServedShelf } from '../../src/served-shelf.ts';
import { openStores } from '../../src/storage/open-stores.ts';
import { createLog } from '../../src/log.ts';
import { createKeyFile } from '../../src/keys/key-file.ts';
import { newKeyRing } from '../../src/keys/key-ring.ts';
import { openSampleSchool } from '../support/sample-school.ts';
import { runCommand } from './run-command.ts';

/** A store in which the sample school's policies came into force and one was replaced. */
async function openFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'staffroom-versions-'));
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
  const now = () => new Date('2026-11-20T10:00:00Z');
  const log = createLog('error', { write: () => undefined });
  const { versions, reviews, persons, absences } = stores;
  const files = await openSampleSchool();
  const shelf = await openServedShelf({
    files,
    versions,
    reviews,
    persons,
    absences,
    tenantId: undefined,
    now,
    log,
    onOwed: () => undefined,
  });
  await shelf.refresh();
  await shelf.stop();
  const [first] = await versions.versions('marlow-bridge');
  if (!first) throw new Error('nothing was stored');
  const text = await versions.text(first);
  if (!text) throw new Error('its text was not stored');
  const next = { ...first, hash: 'ab'.repeat(32), version: '9.9', adoption: undefined };
  await versions.addVersion(next, { markdown: 'Nine' }, { owed: [], entries: [] });
  const adoption = { change: 'binding', at: '2026-11-21T10:00:00.000Z' } as const;
  await versions.adopt({ activityKey: 'a', submissionId: 's' }, next, first.hash, adoption, { owed: [], entries: [] });
  await stores.close();
  return { ...first, ...text };
}

it('lists each version with what became of it, and prints the text of one that was replaced', async () => {
  const first = await openFolder();
  const { code, stdout } = await runCommand('versions', '--policy', first.policyId);
  expect(code).toBe(0);
  expect(stdout.trim().split('\n')).toEqual([
    `${first.hash.slice(0, 12)}  marlow-bridge  ${first.policyId}  version ${first.version}  replaced on 2026-11-21, first`,
    `abababababab  marlow-bridge  ${first.policyId}  version 9.9  in force since 2026-11-21, binding`,
  ]);
  const text = await runCommand('versions', '--text', first.hash.slice(0, 12));
  expect(text).toMatchObject({ code: 0, stdout: first.markdown });
});

it('gives a program all but the texts, and says when a hash names none', async () => {
  const first = await openFolder();
  const { stdout } = await runCommand('versions', '--json');
  const { versions } = JSON.parse(stdout) as { versions: Record<string, unknown>[] };
  expect(versions.filter(({ policyId }) => policyId === first.policyId).map(({ inForce }) => inForce)).toEqual([
    false,
    true,
  ]);
  expect(stdout).not.toContain('packed');
  expect(stdout).not.toContain('Nine');
  expect(await runCommand('versions', '--text', 'ffff')).toMatchObject({ code: 1, stdout: '' });
});
