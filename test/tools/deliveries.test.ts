import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { projectRoot } from '../../src/project-root.ts';
import { takeRequests } from '../../src/storage/lowdb/store-requests.ts';
import { openStores } from '../../src/storage/open-stores.ts';
import type { Stores } from '../../src/storage/stores.ts';
import { act, at, delivery, question } from '../storage/sample-facts.ts';
import { runCommand } from './run-command.ts';

const head = '00000000-0000-4000-8000-000000000001';
const tenantId = '11111111-1111-4111-8111-111111111111';
const sent = (n: number, objectId = 'teacher') => delivery(n, { to: { tenantId, objectId } });
const keyOf = (n: number) => sent(n).key;

let folder: string;
let dataDir: string;
let bot: Stores | undefined;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'deliveries-'));
  dataDir = join(folder, 'demo');
  vi.stubEnv('STAFFROOM_MODE', 'demo');
  vi.stubEnv('DATA_DIR', folder);
  vi.stubEnv('POLICIES_DIR', join(projectRoot, 'policies'));
  const stores = await openStores({ dataDir });
  const owed = [sent(1, head), sent(2), sent(3)].map((one, n) => ({ ...one, key: keyOf(n + 1) }));
  for (const [n, one] of owed.entries()) {
    await stores.questions.submit(act(n), question(n), { owed: [one], entries: [] });
    await stores.deliveries.claim(at(99), { limit: 1, leaseMs: 1, holder: `claim-${n}` });
    const state = (['unknown', 'undeliverable', 'sent'] as const)[n] ?? 'sent';
    const outcome = state === 'unknown' ? 'ambiguous' : state;
    await stores.deliveries.settle(one.key, `claim-${n}`, {
      attempt: { at: at(100), outcome, code: 'http-500' },
      state,
    });
  }
  await stores.close();
});
afterEach(async () => {
  await bot?.close();
  bot = undefined;
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true, force: true });
});

const jsonOf = async () => {
  const { stdout } = await runCommand('deliveries', '--json');
  return (JSON.parse(stdout) as { deliveries: { key: string; state: string }[] }).deliveries;
};
const deliveredLine = async () => {
  const { stdout } = await runCommand('doctor', '--offline', '--json');
  const { lines } = JSON.parse(stdout) as { lines: { check: string; colour: string }[] };
  return lines.find(({ check }) => check === 'delivered')?.colour;
};

describe('staffroom deliveries', () => {
  it('lists what did not surely arrive: reference, kind, state, when and role, and nobody’s name', async () => {
    const { code, stdout } = await runCommand('deliveries');
    expect(code).toBe(0);
    expect(stdout).toContain('2026-11-20 08:01  unknown  question-asked  SQ-1  marlow-bridge, to head and policyOwner');
    expect(stdout).toContain('undeliverable  question-asked  SQ-2  marlow-bridge, to staff (http-500)');
    expect(stdout).not.toMatch(/SQ-3|Helen|Marsh/);
    expect(await jsonOf()).toMatchObject([
      { key: keyOf(1), school: 'marlow-bridge', reference: 'SQ-1', to: ['head', 'policyOwner'], state: 'unknown' },
      { key: keyOf(2), at: at(100), code: 'http-500', to: [] },
    ]);
  });

  it('passes over copies of a broadcast that was stopped before their turn, and so does the doctor', async () => {
    bot = await openStores({ dataDir });
    await runCommand('deliveries', 'acknowledge', '--all', '--by', 'Callum Price');
    const subject = { kind: 'broadcast', broadcast: 'BC-1', addressee: 'ad', round: 1 } as const;
    const copies = ['nothing-to-tell', 'http-403'].map((code, n) => ({
      code,
      ...sent(7 + n),
      key: `copy ${n}`,
      subject,
    }));
    for (const [n, { code, ...copy }] of copies.entries()) {
      await bot.questions.submit(act(7 + n), question(7 + n), { owed: [copy], entries: [] });
      await bot.deliveries.claim(at(199), { limit: 1, leaseMs: 1, holder: copy.key });
      const attempt = { at: at(200), outcome: 'refused', code } as const;
      await bot.deliveries.settle(copy.key, copy.key, { attempt, state: 'refused' });
      expect(await deliveredLine()).toBe(code === 'http-403' ? 'amber' : 'green');
      expect((await jsonOf()).map(({ key }) => key)).toEqual(code === 'http-403' ? [copy.key] : []);
    }
  });

  it.each(['no bot runs', 'a bot has the store'])('takes a note of who dealt with one when %s', async (when) => {
    if (when === 'a bot has the store') bot = await openStores({ dataDir });
    const { code, stdout } = await runCommand('deliveries', 'acknowledge', keyOf(1), '--by', ' Callum Price ');
    expect(stdout).toMatch(/^Noted: on \d{4}-\d\d-\d\d Callum Price dealt with 1 delivery\.$/m);
    expect(code).toBe(0);
    expect((await jsonOf()).map(({ key }) => key)).toEqual([keyOf(2)]);
    expect((await readdir(dataDir)).filter((name) => name.includes('request'))).toEqual([]);
    bot ??= await openStores({ dataDir });
    expect((await bot.deliveries.find(keyOf(1)))?.acknowledged?.by).toBe('Callum Price');
  });

  it('takes a note of all, and then the doctor is quiet about them', async () => {
    bot = await openStores({ dataDir });
    expect(await deliveredLine()).toBe('amber');
    const { stdout } = await runCommand('deliveries', 'acknowledge', '--all', '--by', 'Callum Price');
    expect(stdout).toContain('dealt with 2 deliveries.');
    expect(await deliveredLine()).toBe('green');
    expect((await runCommand('deliveries')).stdout).toContain('Everything that was sent has arrived');
    expect(await runCommand('deliveries', 'acknowledge', '--all', '--by', 'Callum Price')).toMatchObject({
      code: 0,
      stdout: 'There is nothing to acknowledge.\n',
    });
  });

  it.each([
    ['what is not in the list', [keyOf(1), keyOf(3)], /Nothing was noted.*SQ-3/],
    ['neither a key nor --all', [], /--all/],
    ['both', [keyOf(1), '--all'], /--all/],
  ])('notes nothing when it is given %s', async (_, given, why) => {
    const { code, stderr } = await runCommand('deliveries', 'acknowledge', ...given, '--by', 'Callum Price');
    expect(code).toBe(1);
    expect(stderr).toMatch(why);
    expect(await jsonOf()).toHaveLength(2);
  });

  it('says when there is no name and when there is no store', async () => {
    expect((await runCommand('deliveries', 'acknowledge', '--all', '--by', ' ')).stderr).toContain('--by NAME');
    await rm(dataDir, { recursive: true });
    expect(await runCommand('deliveries')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('no store') as string,
    });
  });
});

describe('a request in the store’s folder', () => {
  const request = 'staffroom.request-00000000-0000-4000-8000-000000000000.json';
  const waiting = async () => (await readdir(dataDir)).includes(request);

  it('is taken at the start where the bot was killed before it took it', async () => {
    const acknowledge = { keys: [keyOf(2)], by: 'Callum Price', at: at(200) };
    await writeFile(join(dataDir, request), JSON.stringify({ acknowledge }));
    bot = await openStores({ dataDir });
    await vi.waitFor(async () => expect(await waiting()).toBe(false));
    expect((await bot.deliveries.find(keyOf(2)))?.acknowledged).toEqual({ by: 'Callum Price', at: at(200) });
  });

  it.each(['', '{', '{"acknowledge":{"keys":[1],"by":"x","at":"today"}}', '{"restore":true}'])(
    'that cannot be understood is deleted and changes nothing (%s)',
    async (text) => {
      await writeFile(join(dataDir, request), text);
      bot = await openStores({ dataDir });
      await vi.waitFor(async () => expect(await waiting()).toBe(false));
      expect(await bot.deliveries.unsure()).toHaveLength(2);
    },
  );

  it('stays while the store takes no changes', async () => {
    const acknowledge = { keys: [keyOf(2)], by: 'Callum Price', at: at(200) };
    const broken = await openStores({ dataDir: join(folder, 'other') });
    const deliveries = { acknowledge: () => Promise.reject(new Error('the disk is full')) };
    const left = takeRequests(dataDir, { ...broken, deliveries });
    await writeFile(join(dataDir, request), JSON.stringify({ acknowledge }));
    await new Promise((resolve) => setTimeout(resolve, 1_200));
    await left.stop();
    await broken.close();
    expect(await waiting()).toBe(true);
  });
});
