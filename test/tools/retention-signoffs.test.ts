import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { projectRoot } from '../../src/project-root.ts';
import { openStores, type StoresPlace } from '../../src/storage/open-stores.ts';
import type { Stores } from '../../src/storage/stores.ts';
import { sampleChange, sampleSigning, sampleText, sampleVersion } from '../domain/signoffs/sample-evidence.ts';
import { findPostgres, startPostgresServer, type PostgresServer } from '../support/postgres-server.ts';
import { runCommand } from './run-command.ts';
import { openStoreSettings } from './store-settings.ts';

const schoolId = 'marlow-bridge';
const first = sampleVersion();
const nothing = { owed: [], entries: [] };
const next = { ...first, hash: 'b'.repeat(64), version: '3.2', adoption: undefined };
const bin = findPostgres();
const hasPython = spawnSync('python3', ['--version']).status === 0;
if (!hasPython) console.log('not run: the independent verifier, because there is no python3');
let server: PostgresServer | undefined;
let settings: Awaited<ReturnType<typeof openStoreSettings>>;
let place: StoresPlace;
beforeAll(async () => {
  if (bin) server = await startPostgresServer(bin);
  else console.log('not run: retention of sign-offs on PostgreSQL, because PostgreSQL is not installed');
});
afterAll(() => server?.remove());
beforeEach(async () => {
  settings = await openStoreSettings();
});
afterEach(async () => {
  vi.useRealTimers();
  await settings.remove();
});

const inFolder = (name: string) => join(settings.folder, name);

async function withStores<Result>(work: (stores: Stores) => Promise<Result>): Promise<Result> {
  const stores = await openStores(place);
  try {
    return await work(stores);
  } finally {
    await stores.close();
  }
}

/** Who of the sample works at the school. */
const employ = (members: readonly { objectId: string; name: string }[]) =>
  withStores(({ persons }) =>
    persons.saveStaffTeam({
      schoolId,
      ...{ tenantId: 't', teamId: 'group-1', teamName: 'Staff', serviceUrl: 'https://smba.example/uk/' },
      ...{ conversationId: '19:staff@thread.tacv2', connectedBy: 'head', members },
      ...{ connectedAt: '2026-08-20T08:00:00.000Z', refreshedAt: '2026-08-20T08:00:00.000Z' },
    }),
  );

/** Seven receipts in two campaigns, the policy replaced on 1 November 2026 at ten, both closed a day and two later. */
async function fill(on: StoresPlace): Promise<void> {
  place = on;
  if (on.databaseUrl) vi.stubEnv('DATABASE_URL', on.databaseUrl);
  await withStores(async ({ signoffs, versions }) => {
    await versions.addVersion(first, sampleText, nothing);
    await signoffs.record(sampleChange());
    await signoffs.record(sampleSigning());
    const { adoption: _none, ...proposed } = next;
    await versions.addVersion(proposed, sampleText, nothing);
    const adoption = { change: 'binding', at: '2026-11-01T10:00:00.000Z' } as const;
    const act = { activityKey: 'a', submissionId: 's' };
    await versions.adopt(act, { schoolId, policyId: first.policyId, hash: next.hash }, first.hash, adoption, nothing);
    for (const [day, campaign] of (await signoffs.campaigns(schoolId)).entries()) {
      const at = `2026-11-0${day + 2}T10:00:00.000Z`;
      const closed = { ...campaign, state: 'closed', closed: { at, why: 'ended' }, revision: 2 } as const;
      await signoffs.record({ schoolId, at, campaigns: [closed], then: nothing });
    }
  });
}

/** Runs it as the night does, at that moment, and gives what is left. */
async function retainAt(moment: string) {
  vi.useFakeTimers({ now: new Date(moment), toFake: ['Date'] });
  const { code, stderr } = await runCommand('retention', '--apply', '--today', moment.slice(0, 10));
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const left = await withStores(({ transfer }) => transfer.exportAll());
  return {
    receipts: left.receipts.map(({ id }) => id),
    signatories: left.signatories.length,
    campaigns: left.campaigns.map(({ id }) => id),
    versions: left.versions.map(({ hash }) => hash),
    names: JSON.stringify(left),
  };
}

/** By both verifiers, over the ledger and over the evidence that is left. */
async function expectWhole(receipts: number, destroyed: number): Promise<void> {
  const [ledger, bundle] = [inFolder('ledger.jsonl'), inFolder('evidence.jsonl')];
  expect(await runCommand('ledger', 'export', ledger, '--chain', 'signoffs', '--school', schoolId)).toMatchObject({
    code: 0,
  });
  const files = [ledger];
  if (receipts > 0) {
    expect(await runCommand('signoffs', 'export', 'all', '--school', schoolId, '--bundle', bundle)).toMatchObject({
      code: 0,
    });
    files.push(bundle);
  }
  for (const file of files) expect(await runCommand('verify', file)).toMatchObject({ code: 0 });
  if (hasPython) {
    const script = join(projectRoot, 'test/verifier/verify.py');
    const { stdout } = spawnSync('python3', [script, ...files], { encoding: 'utf8' });
    const [chain, evidence] = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as object);
    expect(chain).toMatchObject({ kind: 'whole' });
    if (receipts > 0) expect(evidence).toMatchObject({ kind: 'whole', receipts, destroyed });
  }
  expect((await readFile(ledger, 'utf8')).match(/"receipt-destroyed"/g) ?? []).toHaveLength(destroyed);
}

describe.each([
  ['a file', () => Promise.resolve({ dataDir: inFolder('data') }), false],
  ['PostgreSQL', async () => ({ dataDir: '', databaseUrl: (await server?.openEmpty()) ?? '' }), !bin],
] as const)('staffroom retention of sign-offs in %s', (_, open, isAbsent) => {
  it.skipIf(isAbsent)('destroys nothing a moment too early, all of it then, and the ledger stays whole', async () => {
    await fill(await open());
    const before = await retainAt('2026-11-03T12:00:00.000Z'); // nobody of them works here: that is remembered
    expect(before.receipts).toHaveLength(7);
    await expectWhole(7, 0);
    const left = await retainAt('2033-11-03T11:59:59.000Z');
    expect(left).toMatchObject({
      receipts: before.receipts,
      signatories: 10,
      campaigns: before.campaigns,
      versions: before.versions,
    });
    const over = await retainAt('2033-11-03T12:00:00.000Z');
    expect(over).toMatchObject({ receipts: [], signatories: 0, campaigns: [], versions: [next.hash] });
    expect(over.names).not.toMatch(/ola wrona|amara okafor|zoë ünal|rosa field|Dan Hill/i);
    await expectWhole(0, 7);
  });

  it.skipIf(isAbsent)('keeps a version as long as one signature binds it, with that signature alone', async () => {
    await fill(await open());
    await employ([{ objectId: 'person-0', name: 'Ola Wrona' }]);
    await retainAt('2026-11-03T12:00:00.000Z');
    const bound = await retainAt('2040-01-10T12:00:00.000Z');
    expect(bound.receipts).toEqual(['SG-7KQ0-M', 'SG-7KQ5-M']);
    expect(bound).toMatchObject({ signatories: 2, versions: [first.hash, next.hash] });
    expect(bound.campaigns).toHaveLength(2);
    expect(bound.names).not.toMatch(/zoë ünal/i);
    await expectWhole(2, 5);

    await employ([]);
    await retainAt('2040-01-11T12:00:00.000Z');
    expect((await retainAt('2047-01-11T11:59:59.000Z')).receipts).toHaveLength(2);
    expect(await retainAt('2047-01-11T12:00:00.000Z')).toMatchObject({ receipts: [], versions: [next.hash] });
    await expectWhole(0, 7);
  });
});
