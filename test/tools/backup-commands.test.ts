import { randomUUID } from 'node:crypto';
import { spawn } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import type { Delivery } from '../../src/domain/delivery/delivery.ts';
import { startDelivering } from '../../src/jobs/deliver.ts';
import { createMemoryLimiter } from '../../src/jobs/send-limiters.ts';
import { createSendPace } from '../../src/jobs/send-pace.ts';
import { createKeyFile } from '../../src/keys/key-file.ts';
import { newKeyRing } from '../../src/keys/key-ring.ts';
import { createLog } from '../../src/log.ts';
import { projectRoot } from '../../src/project-root.ts';
import { openStores } from '../../src/storage/open-stores.ts';
import { startWriter } from '../storage/start-writer.ts';
import { act, delivery, entryDraft, person, question } from '../storage/sample-facts.ts';
import { buildEntry } from '../support/build-entry.ts';

let writer: string;
let command: string;
beforeAll(async () => {
  writer = await buildEntry('test/storage/store-writer.ts');
  command = await buildEntry('test/tools/run-main.ts');
});
afterAll(() => {});

let root: string;
const in_ = (name: string) => join(root, name);
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'staffroom-commands-'));
  await Promise.all(['old', 'backups'].map((name) => mkdir(in_(name))));
  await createKeyFile(in_('keys.json'), newKeyRing(new Date()));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
});

/** Runs `staffroom …` as a process of its own, on the store in the folder `data`. */
function staffroom(data: string, ...args: string[]): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const child = spawn(process.execPath, [command, ...args], {
    cwd: root,
    env: {
      PATH: process.env.PATH,
      STAFFROOM_MODE: 'production',
      PORT: '9',
      BOT_ID: '00000000-0000-4000-8000-00000000000b',
      BOT_TENANT_ID: '00000000-0000-4000-8000-00000000000c',
      BOT_SECRET: 'not used',
      DATA_DIR: in_(data),
      BACKUP_DIR: in_('backups'),
      REPORT_KEY_FILE: in_('keys.json'),
      POLICIES_DIR: join(projectRoot, 'policies'),
    },
  });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, stdout, stderr })));
}

async function fill(data: string): Promise<void> {
  const stores = await openStores({ dataDir: in_(data) });
  for (let n = 1; n <= 3; n++) {
    const owed = [delivery(n, { to: person(n) })];
    await stores.questions.submit(act(n), question(n), { owed, entries: [entryDraft(n)] });
  }
  await stores.close();
}

describe('staffroom backup and staffroom restore', () => {
  test('a backup taken while another process writes holds what was acknowledged before it began, and restores', async () => {
    const running = startWriter(writer, in_('old'), 'write', '1');
    await running.opened;
    await new Promise((resolve) => setTimeout(resolve, 300));
    const acknowledged = running.acknowledged();
    const backup = await staffroom('old', 'backup', in_('one.backup'));
    expect(backup).toMatchObject({ code: 0, stderr: '' });
    expect(backup.stdout).toContain('The keys are not in it.');
    running.kill();
    await running.ended;
    expect((await stat(in_('one.backup'))).mode & 0o777).toBe(0o600);

    const restored = await staffroom('new', 'restore', in_('one.backup'));
    expect(restored, restored.stderr).toMatchObject({ code: 0, stderr: '' });
    const stores = await openStores({ dataDir: in_('new') });
    const { entries, questions } = await stores.transfer.exportAll();
    await stores.close();
    const ids = new Set(questions.map(({ id }) => id));
    expect(acknowledged.length).toBeGreaterThan(0);
    expect(acknowledged.filter((n) => !ids.has(`SQ-${n}`))).toEqual([]);
    expect(entries).toHaveLength(questions.length);
  });

  test('a bot on a restored store sends nothing that was owed before, and sends what is owed after', async () => {
    await fill('old');
    await staffroom('old', 'backup', in_('one.backup'));
    const { stdout } = await staffroom('new', 'restore', in_('one.backup'));
    expect(stdout).toContain('3 deliveries were still to be sent then.');

    const stores = await openStores({ dataDir: in_('new') });
    const owed = [delivery(9, { to: person(9) })];
    await stores.questions.submit(act(9), question(9), { owed, entries: [entryDraft(9)] });
    const sent: Delivery[] = [];
    const delivering = startDelivering({
      deliveries: stores.deliveries,
      messenger: {
        send: (one) => {
          sent.push(one);
          return Promise.resolve({ kind: 'sent', conversationId: 'a:1', activityId: '1' });
        },
      },
      pace: await createSendPace(stores.sendSlots, { limiterFor: createMemoryLimiter, newHolder: randomUUID }),
      holder: 'test',
      now: () => new Date('2027-01-01T00:00:00.000Z'),
      random: () => 0.5,
      log: createLog('silent'),
    });
    await expect.poll(() => sent.length).toBe(1);
    await new Promise((resolve) => setTimeout(resolve, 1_500)); // another look at the outbox
    await delivering.stop();
    expect(sent.map(({ key }) => key)).toEqual(owed.map(({ key }) => key));
    expect((await stores.deliveries.summary()).counts).toMatchObject({ sent: 1, unknown: 3, pending: 0 });
    await stores.close();
  });

  test('a damaged backup is refused with a sentence, and nothing is written', async () => {
    await fill('old');
    await staffroom('old', 'backup', in_('one.backup'));
    const bytes = await readFile(in_('one.backup'));
    await writeFile(in_('cut.backup'), bytes.subarray(0, bytes.length - 100));
    const { code, stderr } = await staffroom('new', 'restore', in_('cut.backup'));
    expect(code).toBe(1);
    expect(stderr).toBe(
      `The backup ${in_('cut.backup')} is cut off: its last line is missing. Nothing was restored.\n`,
    );
    await expect(readdir(in_('new'))).rejects.toThrow('ENOENT');
  });

  test('a store that is there, whole or damaged, is not restored over: the sentence names what to move away', async () => {
    await fill('old');
    await staffroom('old', 'backup', in_('one.backup'));
    const store = join(in_('old'), 'staffroom.json');
    for (const content of [await readFile(store), 'damaged']) {
      await writeFile(store, content);
      const before = await readdir(in_('old'));
      const { code, stderr } = await staffroom('old', 'restore', in_('one.backup'));
      expect(code).toBe(1);
      expect(stderr).toContain(store);
      expect(stderr).toContain('staffroom.created');
      expect(await readdir(in_('old'))).toEqual(before);
    }
  });
});

describe('staffroom doctor', () => {
  test('examines a store that another process has, names nobody, and fails when a line is red', async () => {
    await fill('old');
    const running = startWriter(writer, in_('old'), 'hold');
    await running.opened;
    const red = await staffroom('old', 'doctor', '--offline', '--json');
    running.kill();
    await running.ended;
    const { lines } = JSON.parse(red.stdout) as { lines: { check: string; colour: string }[] };
    expect(red.code).toBe(1);
    const colours = Object.fromEntries(lines.map(({ check, colour }) => [check, colour]));
    expect(colours).toMatchObject({
      settings: 'green',
      store: 'green',
      'key-sheet': 'amber',
      policies: 'green',
      backup: 'red',
    });
    expect(red.stdout).not.toMatch(/person-\d|SQ-\d|Marsh|Reid/);
  });

  test('says that a key file is open to others, and that the store is damaged', async () => {
    await fill('old');
    await chmod(in_('keys.json'), 0o644);
    for (const name of await readdir(in_('old'))) {
      if (/^staffroom\.json/.test(name)) await writeFile(join(in_('old'), name), 'null');
    }
    const { code, stdout } = await staffroom('old', 'doctor', '--offline');
    expect(code).toBe(1);
    expect(stdout).toContain('chmod 600');
    expect(stdout).toMatch(/red {4}store/);
  });
});
