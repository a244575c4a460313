import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { reportGap } from '../../src/domain/questions/report-gap.ts';
import { createKeyFile } from '../../src/keys/key-file.ts';
import { newKeyRing } from '../../src/keys/key-ring.ts';
import { openKeys } from '../../src/keys/open-keys.ts';
import { projectRoot } from '../../src/project-root.ts';
import { openStores } from '../../src/storage/open-stores.ts';
import { questionDeps } from '../support/question-deps.ts';

/** A folder with a store that holds these gaps of the sample school, and a second key file that opens none of them. */
async function openFolder(texts: readonly string[]) {
  const folder = mkdtempSync(join(tmpdir(), 'staffroom-gaps-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const [dataDir, keys, otherKeys] = ['data', 'keys.json', 'other.json'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  cpSync(join(projectRoot, 'policies'), join(folder, 'policies'), { recursive: true });
  await createKeyFile(keys, newKeyRing(new Date()));
  await createKeyFile(otherKeys, newKeyRing(new Date()));
  const stores = await openStores({ dataDir });
  const { sealer } = await openKeys(keys);
  const deps = { ...questionDeps(), sealer, questions: stores.questions, now: () => new Date('2026-11-20T10:00:00Z') };
  for (const [at, text] of texts.entries()) {
    const act = { activityKey: `k${at}`, submissionId: `s${at}` };
    await reportGap(deps, { act, schoolId: 'marlow-bridge', text });
  }
  const run = (args: readonly string[], keyFile = keys) =>
    new Promise<{ code: number; out: string; err: string }>((resolve) => {
      const env = {
        PATH: process.env.PATH,
        STAFFROOM_MODE: 'production',
        BOT_ID: '00000000-0000-4000-8000-00000000b070',
        BOT_TENANT_ID: '00000000-0000-4000-8000-000000000001',
        BOT_SECRET: 'not used',
        DATA_DIR: dataDir,
        REPORT_KEY_FILE: keyFile,
        POLICIES_DIR: join(folder, 'policies'),
      };
      const command = [join(projectRoot, 'src/staffroom.mjs'), 'gaps', ...args];
      execFile(process.execPath, command, { env, cwd: folder }, (error, out, err) => {
        resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err });
      });
    });
  return { stores, run, otherKeys };
}

it('lists the gaps with their dates while the bot has the store, each on one line whatever was written', async () => {
  const { stores, run } = await openFolder(['Dogs at the\nallotment\u001b[2J', 'Who may drive the minibus?']);
  const { code, out } = await run([]);
  await stores.close();
  const lines = out.trim().split('\n');
  expect(lines).toHaveLength(2);
  expect(lines[0]).toMatch(/^2026-11-20 {2}marlow-bridge {2}GP-\w{4}-\w {2}Dogs at the allotment \[2J$/);
  expect(lines[1]).toContain('Who may drive the minibus?');
  expect(code).toBe(0);
});

it('prints JSON, says when nothing is missing, and refuses a school that is not there', async () => {
  const { stores, run } = await openFolder([]);
  await stores.close();
  expect(JSON.parse((await run(['--json', '--school', 'marlow-bridge'])).out)).toEqual({ gaps: [] });
  expect((await run([])).out).toBe('Nobody has said that anything is missing.\n');
  expect(await run(['--school', 'nowhere'])).toMatchObject({
    code: 2,
    out: '',
    err: expect.stringContaining('nowhere') as string,
  });
});

it('exits with 1 when the words cannot be opened', async () => {
  const { stores, run, otherKeys } = await openFolder(['Dogs']);
  await stores.close();
  const { code, out, err } = await run([], otherKeys);
  expect(out).toContain('(cannot be opened)');
  expect(err).toContain('1 of 1 cannot be opened');
  expect(code).toBe(1);
});
