import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { openShelf } from '../../src/documents/open-shelf.ts';
import { addresseeState } from '../../src/domain/broadcasts/addressee-state.ts';
import type { BroadcastDesk } from '../../src/domain/broadcasts/broadcast-desk.ts';
import { broadcastProgress } from '../../src/domain/broadcasts/broadcast-progress.ts';
import { confirmBroadcast } from '../../src/domain/broadcasts/confirm-broadcast.ts';
import { openBroadcast } from '../../src/domain/broadcasts/open-broadcast.ts';
import { nextAskingTime } from '../../src/domain/people/asking-time.ts';
import { newReference } from '../../src/domain/delivery/reference.ts';
import { createKeyFile } from '../../src/keys/key-file.ts';
import { newKeyRing } from '../../src/keys/key-ring.ts';
import { openStores, type StoresPlace } from '../../src/storage/open-stores.ts';
import { ids } from '../support/activities.ts';
import { buildEntry } from '../support/build-entry.ts';
import { spawnFakeConnector } from '../support/fake-connector-spawn.ts';
import { outboxAtRest } from '../support/outbox-at-rest.ts';
import { createRandom } from '../support/random.ts';
import { chatOf, introduceSchools, writeReportingSchools, type ReportingSchool } from '../support/reporting-schools.ts';
import { startBot } from '../support/start-bot.ts';
import { startTokenAuthority } from '../support/token-authority.ts';
import { seedOf } from './kill-expectation.ts';
import { testOnPostgres } from './kill-on-postgres.ts';

/** RECIPIENTS=10000 KILLS=20 for the long run. */
const recipients = Number(process.env.RECIPIENTS ?? 200);
const kills = Number(process.env.KILLS ?? 3);
const perSecond = 25;
/** A process has so many on their way at most. */
const onTheWay = 20;
const mix = {
  '429-retry-after': 0.05,
  'accept-then-500': 0.005,
  'hang-without-accept': 0.005,
  '403-blocked': 0.01,
  '403-admin': 0.01,
  '404': 0.01,
};
/** A school day, long gone: what was to be sent then is sent at once. */
const schoolTime = new Date('2026-11-09T10:00:00Z');

describe('killed at random while a broadcast goes out', () => {
  let entry: string;
  beforeAll(async () => void (entry = await buildEntry('test/support/server-entry.ts')));

  test('everybody gets it once, and the ledger is what Teams shows', { timeout: longestMs() }, () => run(1));

  testOnPostgres('so with four instances, of which one is killed', kills, async (openDatabase) =>
    run(4, await openDatabase()),
  );

  async function run(instances: number, databaseUrl?: string): Promise<void> {
    const seed = seedOf();
    const random = createRandom(seed);
    const root = await mkdtemp(join(tmpdir(), 'staffroom-kill-broadcasts-'));
    const policiesDir = join(root, 'policies');
    mkdirSync(policiesDir);
    const [school] = writeReportingSchools(policiesDir, { schools: 1, reporters: recipients });
    if (!school) throw new Error('no school was written');
    const connector = await spawnFakeConnector({ enforceLimits: true, seed, mix });
    const authority = await startTokenAuthority(ids.bot, connector.url);
    const keyFile = join(root, 'keys.json');
    await createKeyFile(keyFile, newKeyRing(new Date()));
    const place = { entry: entry, authorityUrl: authority.url, connectorUrl: connector.url, keyFile };
    const stores = { dataDir: join(root, 'data'), databaseUrl };
    await introduceSchools(stores, connector.url, [school]);
    const { id, aheadMs } = await openToEverybody(stores, policiesDir, school);

    const env = {
      ...{ POLICIES_DIR: policiesDir, CLOCK_AHEAD_MS: String(aheadMs) },
      ...(databaseUrl !== undefined && { DATABASE_URL: databaseUrl }),
    };
    const start = () => startBot({ ...place, dataDir: stores.dataDir }, { env });
    const started = performance.now();
    const bots = await Promise.all(Array.from({ length: instances }, start));
    try {
      const pause = (recipients / perSecond / (kills + 1)) * 1_000;
      for (let kill = 0; kill < kills; kill++) {
        await wait(random.below(2 * pause));
        const which = random.below(bots.length);
        await bots[which]?.end('SIGKILL');
        bots[which] = await start();
      }
      await outboxAtRest(stores, longestMs(), 1_000);
      const took = performance.now() - started;
      await Promise.all(bots.splice(0).map((bot) => bot.end('SIGTERM')));
      const { seen, answered, breaches } = await connector.record();

      const copies = new Map<string, number>();
      for (const { kind, conversationId } of seen)
        if (kind === 'created') copies.set(conversationId, (copies.get(conversationId) ?? 0) + 1);
      const lastAnswer = new Map<string, string>();
      for (const { path, answer } of answered) {
        const [, conversation = ''] = /conversations\/([^/?]+)\/activities/.exec(path) ?? [];
        lastAnswer.set(decodeURIComponent(conversation), String(answer));
      }
      const opened = await openStores(stores);
      const broadcast = await opened.broadcasts.broadcast(school.id, id);
      const rows = await opened.broadcasts.addressees(school.id, id);
      await opened.close();
      if (!broadcast) throw new Error('it is gone');
      let wellButUnknown = 0;
      const wrong = rows.flatMap(({ addressee, delivery }) => {
        const objectId = addressee.person?.objectId;
        // The service names the chats of the school's other people, which the bot opens itself.
        if (!school.reporters.some((one) => one.aadObjectId === objectId)) return [];
        const chat = chatOf({ aadObjectId: objectId ?? '' });
        const { state } = addresseeState(broadcast, addressee, delivery);
        const [shown, answer] = [copies.get(chat) ?? 0, lastAnswer.get(chat) ?? 'none'];
        const isWell = answer.startsWith('2');
        if (state === 'unknown' && (isWell || answer === 'none')) wellButUnknown++;
        const fits =
          shown <= 1 &&
          ((state === 'sent' && shown === 1 && isWell) ||
            (state === 'refused' && shown === 0 && answer.startsWith('4')) ||
            state === 'unknown');
        return fits ? [] : [{ state, shown, answer }];
      });
      const ratio = (took / ((answered.length / perSecond) * 1_000)).toFixed(2);
      console.log(
        `kill -9 of a broadcast, ${instances} instances, ${kills} kills, SEED=${seed}: ` +
          `${JSON.stringify(broadcastProgress(broadcast, rows))}; ${wellButUnknown} unknown because of a kill; ` +
          `${answered.length} requests in ${Math.round(took / 1_000)} s, ${ratio} of the best; ${JSON.stringify(breaches)}`,
      );
      expect(wrong).toEqual([]);
      expect(rows.length).toBeGreaterThanOrEqual(recipients);
      expect(wellButUnknown).toBeLessThanOrEqual(kills * onTheWay);
      expect(breaches).toEqual({ overLimit: 0, insideWindow: 0 });
    } finally {
      await Promise.all(bots.map((bot) => bot.end('SIGKILL')));
      await Promise.all([connector.close(), authority.close()]);
      await rm(root, { recursive: true, force: true });
    }
  }
});

function longestMs(): number {
  return 180_000 + (recipients / perSecond) * 3_000 + kills * 30_000;
}

/** The head opens it, the chair confirms it. `aheadMs`: so long from now the school is open again, if it is not. */
async function openToEverybody(
  at: StoresPlace,
  policiesDir: string,
  school: ReportingSchool,
): Promise<{ id: string; aheadMs: number }> {
  const stores = await openStores(at);
  const shelf = await openShelf(policiesDir, { watch: false });
  const library = shelf.find(school.id);
  if (!library) throw new Error('the school is not served');
  let drawn = 0;
  const desk: BroadcastDesk = {
    ...stores,
    now: () => schoolTime,
    newReference: (prefix) => newReference(prefix, randomBytes),
    newId: () => String(++drawn).padStart(32, '0'),
  };
  const as = (role: 'head' | 'chair') => {
    const { aadObjectId: objectId, name } = school.holder(role);
    const person = library.school.people.find((one) => one.objectId === objectId);
    const act = { activityKey: role, submissionId: role };
    return { act, actor: { tenantId: ids.tenant, objectId, displayName: name }, person, library, today: '2026-11-09' };
  };
  const opened = await openBroadcast(desk, {
    ...as('head'),
    draft: {
      ...{ template: 'notice', message: 'The policy on phones is due for review.', buttons: ['done'] },
      ...{ audience: { kind: 'everybody' }, channel: false },
    },
  });
  if (opened.kind !== 'opened') throw new Error(JSON.stringify(opened));
  const { id, state } = opened.broadcast;
  if (state === 'waiting') {
    const confirmed = await confirmBroadcast(desk, { ...as('chair'), broadcastId: id, yes: true });
    if (confirmed.kind !== 'confirmed') throw new Error(JSON.stringify(confirmed.kind));
  }
  await stores.close();
  shelf.close();
  const now = new Date();
  return { id, aheadMs: nextAskingTime(library.school, now).getTime() - now.getTime() };
}
