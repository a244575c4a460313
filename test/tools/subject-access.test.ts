import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createKeyFile } from '../../src/keys/key-file.ts';
import { newKeyRing } from '../../src/keys/key-ring.ts';
import { openKeys } from '../../src/keys/open-keys.ts';
import { openStores, type StoresPlace } from '../../src/storage/open-stores.ts';
import type { Stores } from '../../src/storage/stores.ts';
import {
  dealtWith,
  dsl,
  schoolId,
  storeReport,
  teacher,
  teacherName,
  tenantId,
} from '../domain/records/sample-records.ts';
import { act, delivery, question } from '../storage/sample-facts.ts';
import { absence, draft } from '../storage/sample-incidents.ts';
import { findPostgres, startPostgresServer, type PostgresServer } from '../support/postgres-server.ts';
import { runCommand } from './run-command.ts';
import { openStoreSettings } from './store-settings.ts';

const sentAt = '2026-03-02T09:00:00.000Z';
const bin = findPostgres();
let folder: string;
let settings: Awaited<ReturnType<typeof openStoreSettings>>;
let bot: Stores | undefined;
let server: PostgresServer | undefined;
beforeAll(async () => {
  if (bin) server = await startPostgresServer(bin);
  else console.log('not run: subject access on PostgreSQL, because PostgreSQL is not installed');
});
afterAll(() => server?.remove());
beforeEach(async () => {
  settings = await openStoreSettings();
  ({ folder } = settings);
});
afterEach(async () => {
  await bot?.close();
  bot = undefined;
  await settings.remove();
});

/** A store with something of the teacher, of the DSL and of a pupil in every table. */
async function fill(place: StoresPlace = { dataDir: join(folder, 'data') }): Promise<Stores> {
  if (place.databaseUrl) vi.stubEnv('DATABASE_URL', place.databaseUrl);
  const { sealer } = await openKeys(join(folder, 'keys.json'));
  const stores = await openStores(place);
  const { persons, questions, incidents, absences } = stores;
  const team = { teamId: 't', teamName: 'Staff', serviceUrl: 's', conversationId: 'c', connectedBy: dsl.objectId };
  const members = [
    { objectId: teacher.objectId, name: teacherName, upn: 'a.okafor@marlowbridge.example' },
    { objectId: 'other', name: 'Sam Hollis' },
    { objectId: 'other-2', name: 'Sam Hollis' },
  ];
  await persons.saveStaffTeam({ ...team, schoolId, tenantId, connectedAt: sentAt, refreshedAt: sentAt, members });
  const chat = { serviceUrl: 's', conversationId: 'a:teacher', userId: '29:teacher', botId: 'b' };
  await persons.rememberAddress({ ...teacher, ...chat });
  const about = { answers: { seen: 'Amara Okafor shouted at Jamie Dray, said Sam Hollis' }, reporter: dsl };
  await storeReport(stores, sealer, { id: 'SR-OWN', sentAt, steps: dealtWith });
  await storeReport(stores, sealer, {
    ...about,
    id: 'SR-ABOUT',
    sentAt,
    kind: 'staff-conduct',
    subjects: [teacher.objectId],
  });
  await storeReport(stores, sealer, { id: 'SR-OTHER', sentAt, reporter: dsl, answers: { seen: 'Zed Quill ran' } });
  const answers = { at: 'seen', about: ['pupil'], seen: 'Half a story of Zed Quill' };
  const sealedAnswers = await sealer.seal(JSON.stringify(answers), { schoolId, type: 'draft', id: 'SD-1' });
  await incidents.startDraft(act('d'), draft(1, { reporter: teacher, sealedAnswers }));
  const sealedText = await sealer.seal('May I take Zed Quill home?', { schoolId, type: 'question', id: 'SQ-1' });
  const owed = [delivery(1, { to: teacher })];
  await questions.submit(act('q'), question(1, { asker: teacher, owner: dsl, sealedText }), { owed, entries: [] });
  const gap = await sealer.seal('What if Amara Okafor is late?', { schoolId, type: 'gap', id: 'SG-1' });
  await questions.reportGap(act('g'), { id: 'SG-1', schoolId, sealedText: gap, at: sentAt });
  const words = await sealer.seal('may i have what amara okafor has', { schoolId, type: 'suggestion', id: 'SW-1' });
  const suggested = { id: 'SW-1', schoolId, owner: dsl, clause: 'mobile-devices#4pkfi7', at: sentAt };
  await questions.suggest(act('w'), { ...suggested, sealedText: words }, { owed: [], entries: [] });
  await absences.addAbsence(act('a'), absence(1, { personId: 'daniel-reid', cover: 'priya-nair' }), {
    owed: [],
    entries: [],
  });
  return stores;
}

interface Listed {
  readonly reference: string;
  readonly items: readonly {
    readonly reference: string;
    readonly as: readonly string[];
    readonly aPersonDecides: boolean;
    readonly texts: readonly { readonly text: string }[];
  }[];
}
async function listed(person: string) {
  const { code, stdout } = await runCommand('subject-access', '--person', person, '--json');
  const found = JSON.parse(stdout) as Listed;
  return { code, found, stdout, by: new Map(found.items.map((item) => [item.reference, item])) };
}

describe('staffroom subject-access', () => {
  it.each([teacherName, 'a.okafor@marlowbridge.example', teacher.objectId.toUpperCase()])(
    'lists everything that is held of a teacher, asked for as %s, and no other report',
    async (who) => {
      await (await fill()).close();
      const { code, by, stdout } = await listed(who);
      expect(code).toBe(0);
      expect([...by].map(([reference, { as }]) => [reference, ...as])).toEqual([
        ['SR-OWN', 'reporter'],
        ['SR-ABOUT', 'subject', 'named'],
        ['SD-1', 'reporter'],
        ['SQ-1', 'recipient'],
        ['SG-1', 'named'],
        ['SW-1', 'named'],
        ['t', 'member'],
        [teacher.objectId, 'member'],
      ]);
      expect(by.get('SR-OWN')?.texts.map(({ text }) => text)).toEqual(['[name] cried']);
      expect(by.get('SR-ABOUT')?.texts[0]?.text).toBe('Amara Okafor shouted at [name], said [name]');
      expect([by.get('SR-ABOUT')?.aPersonDecides, by.get('t')?.aPersonDecides]).toEqual([true, false]);
      expect(stdout).not.toMatch(/Jamie|Dray|Quill|Hollis|SR-OTHER/);
    },
  );

  it('lists a DSL as who works on reports, is asked, is away and stands in the school’s list', async () => {
    await (await fill()).close();
    const { by, stdout } = await listed('Daniel Reid');
    expect(by.get('SR-OWN')?.as).toEqual(['reader']);
    expect(
      by
        .get('SR-OWN')
        ?.texts.map(({ text }) => text)
        .join('; '),
    ).toContain('the mother of [name]');
    expect(by.get('SR-OTHER')?.as).toEqual(['reporter']);
    expect(by.get('SQ-1')?.as).toEqual(['owner']);
    expect(by.get('SA-1')?.as).toEqual(['away']);
    expect(by.get('school.yaml of marlow-bridge')?.texts.map(({ text }) => text)).toContain('Daniel Reid');
    expect(stdout).not.toMatch(/Quill|Jamie/);
  });

  it('finds a pupil, who is on no list, by the name in what was written, and leaves the decision to a person', async () => {
    await (await fill()).close();
    const { by } = await listed('Jamie Dray');
    expect([...by.keys()]).toEqual(['SR-OWN', 'SR-ABOUT']);
    expect(by.get('SR-ABOUT')?.texts.map(({ text }) => text)).toEqual(['[name] shouted at Jamie Dray, said [name]']);
    expect([...by.values()].every(({ aPersonDecides }) => aPersonDecides)).toBe(true);
    expect((await listed('Nobody Known')).found.items).toEqual([]);
  });

  it.each(['no bot runs', 'a bot has the store'])(
    'puts into the ledger that it was run, without a name, when %s, and tells nobody',
    async (when) => {
      const stores = await fill();
      const before = (await stores.deliveries.all(schoolId)).length;
      if (when === 'a bot has the store') bot = stores;
      else await stores.close();
      const { found } = await listed(teacherName);
      bot ??= await openStores({ dataDir: join(folder, 'data') });
      const name = { schoolId, chain: 'reports' } as const;
      const head = await bot.ledger.head(name);
      const [last] = await bot.ledger.entries(name, head?.seq ?? 0, 1);
      expect(last).toMatchObject({
        kind: 'subject-access',
        facts: { reference: found.reference, items: found.items.length },
      });
      expect(JSON.stringify(last)).not.toMatch(/Amara|Okafor|b0000000/);
      expect(await bot.deliveries.all(schoolId)).toHaveLength(before);
    },
  );

  it('writes a file for its owner alone, says what to do with it, and writes over nothing', async () => {
    await (await fill()).close();
    const file = join(folder, 'held.txt');
    const { stdout } = await runCommand('subject-access', '--person', teacherName, '--out', file);
    expect(stdout).toMatch(/^Written: .*held\.txt \(SX-.{6}\)\. Read all of it before any is released\.$/m);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    const text = await readFile(file, 'utf8');
    for (const part of ['FOR THE DATA PROTECTION OFFICER', 'SR-ABOUT', 'A PERSON DECIDES', 'names taken out'])
      expect(text).toContain(part);
    await writeFile(file, 'mine');
    const again = await runCommand('subject-access', '--person', teacherName, '--out', file);
    expect(again).toMatchObject({ code: 2, stderr: expect.stringContaining('such a file already') as string });
    expect(await readFile(file, 'utf8')).toBe('mine');
  });

  it('asks which person where two have the name, which school where there is no such, and for a store', async () => {
    expect(await runCommand('subject-access', '--person', teacherName)).toMatchObject({ code: 2 });
    await (await fill()).close();
    const two = await runCommand('subject-access', '--person', 'Sam Hollis');
    expect(two).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('2 people') as string });
    const nowhere = await runCommand('subject-access', '--person', teacherName, '--school', 'nowhere');
    expect(nowhere).toMatchObject({ code: 2, stderr: expect.stringContaining('marlow-bridge') as string });
  });

  it('says with 1 that words could not be opened', async () => {
    await (await fill()).close();
    await createKeyFile(join(folder, 'other.json'), newKeyRing(new Date()));
    vi.stubEnv('REPORT_KEY_FILE', join(folder, 'other.json'));
    const { code, by } = await listed(teacherName);
    expect(code).toBe(1);
    expect(by.get('SR-OWN')).toMatchObject({ aPersonDecides: true, unreadable: true });
  });

  it.skipIf(!bin)('lists the same on a PostgreSQL server while a bot serves', async () => {
    await (await fill()).close();
    const inFile = (await listed(teacherName)).found.items;
    bot = await fill({ dataDir: '', databaseUrl: (await server?.openEmpty()) ?? '' });
    expect((await listed(teacherName)).found.items).toEqual(inFile);
  });
});
