import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { checkPlaces, startCheckingPlaces, type CheckPlacesDeps } from '../../../src/jobs/check-places.ts';
import { createLog } from '../../../src/log.ts';
import { namedFaults } from '../../support/fake-connector-faults.ts';
import { people, privateChannel, startPeopleBench } from '../people/people-bench.ts';
import { deliverAll, sendReport, whole } from './deliver-all.ts';

let bench: Awaited<ReturnType<typeof startPeopleBench>>;
let logged: string[];
let checks: CheckPlacesDeps;
let woken: number;
beforeAll(async () => {
  bench = await startPeopleBench();
});
afterAll(() => bench.close());
beforeEach(async () => {
  bench.reset();
  await bench.say('head', 'staff team', 'connect staff');
  for (const who of ['deputyDsl', 'dsl', 'teacher'] as const) await bench.say(who, 'personal', 'help');
  await bench.say('dsl', 'private channel', 'connect safeguarding');
  await bench.press('deputyDsl', 'private channel', 'safeguarding.accept');
  logged = [];
  woken = 0;
  const log = createLog('debug', { write: (line: string) => void logged.push(line) });
  checks = { ...bench.deps(), onOwed: () => void (woken += 1), log };
});

const place = async () => (await bench.stores().places.places('oak'))[0];

const deliver = () => deliverAll(bench);
const report = () => sendReport(bench);

describe('a report of a school with a connected channel', () => {
  test('goes to the channel, and each DSL is woken by a line without content', async () => {
    const id = await report();
    const seen = await deliver();
    const inChannel = seen.filter(({ conversationId }) => conversationId.startsWith(privateChannel));
    expect(inChannel).toHaveLength(1);
    expect(JSON.stringify(inChannel)).toContain(id);
    expect(JSON.stringify(seen)).not.toContain('QZX');
    const chats = seen.map(({ conversationId }) => conversationId);
    expect(chats).toEqual(expect.arrayContaining(['a:dsl', 'a:deputy']));
  });

  test('does not go there once somebody else is in it, but to each DSL’s own chat', async () => {
    bench.setMembers(privateChannel, [people.dsl, people.deputyDsl, people.head]);
    const id = await report();
    const seen = await deliver();
    expect(seen.filter(({ conversationId }) => conversationId.startsWith(privateChannel))).toEqual([]);
    expect(
      whole(seen)
        .map(({ conversationId }) => conversationId)
        .sort(),
    ).toEqual(['a:deputy', 'a:dsl']);
    expect(JSON.stringify(whole(seen))).toContain(id);
  });

  test('goes there again once they have left', async () => {
    bench.setMembers(privateChannel, [people.dsl, people.deputyDsl, people.head]);
    await report();
    await deliver();
    bench.setMembers(privateChannel, [people.dsl, people.deputyDsl]);
    await report();
    const seen = await deliver();
    expect(seen.filter(({ conversationId }) => conversationId.startsWith(privateChannel))).toHaveLength(1);
  });

  test('goes to each DSL when the channel was connected and nobody accepted it', async () => {
    await bench.say('dsl', 'private channel', 'disconnect safeguarding');
    await bench.say('dsl', 'private channel', 'connect safeguarding');
    await report();
    const seen = await deliver();
    expect(
      whole(seen)
        .map(({ conversationId }) => conversationId)
        .sort(),
    ).toEqual(['a:deputy', 'a:dsl']);
  });
});

describe('checking connected channels', () => {
  test('notes when it was last well', async () => {
    bench.setClock('2026-11-21T05:45:00.000Z');
    await checkPlaces(checks, () => true);
    expect(await place()).toMatchObject({ check: 'ok', checkedAt: '2026-11-21T05:45:00.000Z' });
    expect(await deliver()).toEqual([]);
  });

  test('tells each DSL once, in their own chat and without a name, when somebody else came in', async () => {
    bench.setMembers(privateChannel, [people.dsl, people.deputyDsl, people.pupil]);
    bench.setClock('2026-11-21T05:45:00.000Z');
    await checkPlaces(checks, () => true);
    expect(woken).toBe(1);
    const seen = await deliver();
    expect(seen.map(({ conversationId }) => conversationId).sort()).toEqual(['a:deputy', 'a:dsl']);
    for (const { activity } of seen) {
      expect(activity.summary).toBe('Staffroom: about the safeguarding channel');
      expect(JSON.stringify(activity)).toContain('neither DSL nor deputy');
    }
    expect(JSON.stringify([seen, logged])).not.toMatch(/pupil/);
    bench.setClock('2026-11-22T05:45:00.000Z');
    await checkPlaces(checks, () => true);
    expect(await deliver()).toEqual([]);
    expect(await place()).toMatchObject({ check: 'roster-wider', checkedAt: '2026-11-22T05:45:00.000Z' });
  });

  test('tells again when it was well meanwhile, or when something else is wrong', async () => {
    const wider = [people.dsl, people.deputyDsl, people.head];
    const days = [wider, [people.dsl], wider];
    for (const [n, members] of days.entries()) {
      bench.setMembers(privateChannel, members);
      bench.setClock(`2026-11-2${n + 1}T05:45:00.000Z`);
      await checkPlaces(checks, () => true);
      expect((await deliver()).length).toBe(members === wider ? 2 : 0);
    }
    bench.fail(({ path }) => path.includes('pagedmembers'), namedFaults['403-admin']);
    bench.setClock('2026-11-24T05:45:00.000Z');
    await checkPlaces(checks, () => true);
    expect(JSON.stringify(await deliver())).toContain('An administrator of Teams blocked Staffroom there');
  });

  test('leaves the last check while Teams does not answer', async () => {
    const before = await place();
    bench.fail(({ path }) => path.includes('pagedmembers'), namedFaults['503']);
    bench.setClock('2026-11-21T05:45:00.000Z');
    await checkPlaces(checks, () => true);
    expect(await place()).toEqual(before);
    expect(logged.join('')).toContain('no-answer');
  });

  test('does not tell what is mended by the time it would be sent', async () => {
    bench.setMembers(privateChannel, [people.dsl, people.head]);
    await checkPlaces(checks, () => true);
    bench.setMembers(privateChannel, [people.dsl]);
    await checkPlaces(checks, () => true);
    expect(await deliver()).toEqual([]);
  });

  describe('by the clock', () => {
    afterEach(() => vi.useRealTimers());

    test('at 05:45 of the school, and at the start where the last check is older than a day', async () => {
      const at = async (now: string) => {
        vi.useFakeTimers({ now: new Date(now), toFake: ['Date', 'setTimeout', 'clearTimeout'] });
        const { aadObjectId: objectId, name } = people.dsl;
        const members = [{ objectId, name, guest: false }];
        const rosterOf = () => () => Promise.resolve({ kind: 'page', members } as const);
        const job = startCheckingPlaces({ ...checks, rosterOf, now: () => new Date() });
        await vi.advanceTimersByTimeAsync(60_000);
        await job.stop();
        vi.useRealTimers();
        return (await place())?.checkedAt?.slice(0, 16);
      };
      expect(await at('2026-11-21T09:00:00.000Z')).toBe('2026-11-20T10:00');
      expect(await at('2026-11-21T10:30:00.000Z')).toBe('2026-11-21T10:30');
      expect(await at('2026-11-22T05:44:30.000Z')).toBe('2026-11-22T05:45');
    });
  });
});
