import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { checkPlaces } from '../../../src/jobs/check-places.ts';
import type { FakeGraph } from '../../support/fake-graph.ts';
import { inGraph, people, privateChannel, startPeopleBench, teams } from '../people/people-bench.ts';
import { deliverAll, sendReport, whole } from './deliver-all.ts';

const group = teams['private channel'].aadGroupId;
const { dsl, deputyDsl, guest } = people;
const guestInGraph = { ...inGraph(guest), roles: ['guest'] };
let bench: Awaited<ReturnType<typeof startPeopleBench>>;
let graph: FakeGraph;

function openWith(graphMembers: 'auto' | 'on') {
  beforeAll(async () => {
    bench = await startPeopleBench({ graphMembers });
    if (!bench.graph) throw new Error('there is no Graph');
    ({ graph } = bench);
  });
  afterAll(() => bench.close());
  beforeEach(async () => {
    bench.reset();
    await bench.say('head', 'staff team', 'connect staff');
    for (const who of ['deputyDsl', 'dsl', 'teacher'] as const) await bench.say(who, 'personal', 'help');
  });
}

const connect = () => bench.say('dsl', 'private channel', 'connect safeguarding');
async function accept() {
  await connect();
  return bench.press('deputyDsl', 'private channel', 'safeguarding.accept');
}
const place = async () => (await bench.stores().places.places('oak'))[0];
const chats = (seen: Awaited<ReturnType<typeof deliverAll>>) =>
  whole(seen)
    .map(({ conversationId }) => (conversationId.startsWith(privateChannel) ? 'channel' : conversationId))
    .sort();
const own = ['a:deputy', 'a:dsl'];

describe('a channel of which Teams and Microsoft Graph have the same members', () => {
  openWith('auto');

  test('is connected, and gets reports; both are asked before each', async () => {
    expect((await accept()).card).toContain('Reports come to this channel');
    expect(await place()).toMatchObject({ check: 'ok' });
    const before = graph.asked.length;
    await sendReport(bench);
    expect(chats(await deliverAll(bench))).toEqual(['channel']);
    expect(graph.asked.slice(before)).toEqual([
      `/v1.0/teams/${group}/channels/${encodeURIComponent(privateChannel)}/allMembers`,
    ]);
  });

  test('whatever the order, the case of an id and the pages', async () => {
    await accept();
    const loud = { ...inGraph(dsl), userId: dsl.aadObjectId.toUpperCase() };
    graph.setMembers(group, privateChannel, [inGraph(deputyDsl), loud], 1);
    await sendReport(bench);
    const before = graph.asked.length;
    expect(chats(await deliverAll(bench))).toEqual(['channel']);
    expect(graph.asked.length - before).toBe(2);
  });

  test('asks Teams once for the group of a team', async () => {
    await accept();
    for (let reports = 0; reports < 2; reports += 1) {
      await sendReport(bench);
      await deliverAll(bench);
    }
    expect(bench.calls().filter(({ path }) => path.startsWith('/v3/teams/')).length).toBeLessThanOrEqual(2);
  });
});

describe('a channel with a guest whom only Microsoft Graph names', () => {
  openWith('auto');
  const come = (pageSize?: number) =>
    graph.setMembers(group, privateChannel, [...[dsl, deputyDsl].map(inGraph), guestInGraph], pageSize);

  test.each([
    ['on one page', 100],
    ['on the last of several pages', 1],
  ])('%s: no report goes there, each DSL gets it, and is told what to do', async (_, pageSize) => {
    await accept();
    come(pageSize);
    await sendReport(bench);
    const faults: unknown[] = [];
    const onRosterFault = (at: unknown) => void faults.push(at);
    expect(chats(await deliverAll(bench, { onRosterFault }))).toEqual(own);
    expect(faults).toMatchObject([{ channelId: privateChannel }]);

    await checkPlaces({ ...bench.deps(), onOwed: () => undefined }, () => true);
    expect(await place()).toMatchObject({ check: 'roster-differs' });
    const told = await deliverAll(bench);
    expect(told.map(({ conversationId }) => conversationId).sort()).toEqual(own);
    const words = JSON.stringify(told);
    expect(words).toContain('Teams gives two lists of who is in it, and they differ.');
    expect(words).toContain('stop sharing the channel with another team');
    expect(words + bench.logged()).not.toContain(guest.name);
    expect(bench.logged()).toContain('roster-differs');
  });

  test('is not connected: whoever stands in one list alone is named there', async () => {
    come();
    const { cards } = await connect();
    expect(cards).toContain(`In one list alone: ${guest.name}.`);
    expect(cards).toContain('Nothing was changed');
    expect(await place()).toBeUndefined();
  });

  test('is not accepted, where the guest came since', async () => {
    await connect();
    come();
    expect((await bench.press('deputyDsl', 'private channel', 'safeguarding.accept')).card).toContain('they differ');
    expect((await place())?.acceptedAt).toBeUndefined();
  });

  test('gets reports again once the lists are the same', async () => {
    await accept();
    come();
    await sendReport(bench);
    await deliverAll(bench);
    graph.setMembers(group, privateChannel, [dsl, deputyDsl].map(inGraph));
    await sendReport(bench);
    expect(chats(await deliverAll(bench))).toEqual(['channel']);
  });
});

describe('lists that differ otherwise', () => {
  openWith('auto');

  test.each([
    ['somebody whom Graph does not name', [inGraph(dsl)]],
    ['nobody in Graph', []],
    ['somebody whom Graph has without an id', [...[dsl, deputyDsl].map(inGraph), { displayName: 'Anybody' }]],
  ])('%s: no report goes there', async (_, members) => {
    await accept();
    graph.setMembers(group, privateChannel, members);
    await sendReport(bench);
    expect(chats(await deliverAll(bench))).toEqual(own);
  });
});

describe('a Microsoft Graph that does not tell', () => {
  openWith('auto');

  test.each([403, 404])('by %i: the list of Teams counts, and check and log say so', async (status) => {
    graph.fail({ kind: 'status', status });
    await accept();
    expect(await place()).toMatchObject({ check: `ok-http-${status}` });
    await sendReport(bench);
    expect(chats(await deliverAll(bench))).toEqual(['channel']);
    expect(bench.logged().match(/Microsoft Graph does not tell/g)).toHaveLength(1);
    expect(bench.logged()).toContain(`graph-http-${status}`);
    bench.setMembers(privateChannel, [dsl, deputyDsl, people.head]);
    await sendReport(bench);
    expect(chats(await deliverAll(bench))).toEqual(own);
  });

  test('by 500: nothing is posted until it does, and nobody is told of trouble', async () => {
    await accept();
    graph.fail({ kind: 'status', status: 500 });
    await sendReport(bench);
    expect(chats(await deliverAll(bench))).not.toContain('channel');
    await checkPlaces({ ...bench.deps(), onOwed: () => undefined }, () => true);
    expect(await place()).toMatchObject({ check: 'ok' });
  });

  test('by 500 for two minutes: the report goes to each DSL’s own chat instead, and to no channel', async () => {
    await accept();
    graph.fail({ kind: 'status', status: 500 });
    await sendReport(bench);
    const begun = bench.deps().now().getTime();
    const seen: string[] = [];
    for (let tries = 0; tries < 20 && !seen.length; tries++) {
      seen.push(...chats(await deliverAll(bench)));
      const waits = (await bench.stores().deliveries.all('oak')).find(({ state }) => state === 'pending');
      if (waits) bench.setClock(waits.notBefore);
    }
    expect(seen).toEqual(own);
    const waited = bench.deps().now().getTime() - begun;
    expect(waited).toBeGreaterThanOrEqual(2 * 60_000);
    expect(waited).toBeLessThanOrEqual(5 * 60_000);
  });

  test('by 429: nothing is posted before the time that it gave', async () => {
    await accept();
    graph.fail({ kind: 'status', status: 429, headers: { 'retry-after': '40' } });
    await sendReport(bench);
    expect(chats(await deliverAll(bench))).not.toContain('channel');
    const waits = (await bench.stores().deliveries.all('oak')).find(({ state }) => state === 'pending');
    expect(waits?.attempts.at(-1)).toMatchObject({ code: 'graph-http-429' });
    expect(Date.parse(waits?.notBefore ?? '')).toBeGreaterThanOrEqual(bench.deps().now().getTime() + 40_000);
    graph.fail(undefined);
    bench.setClock(waits?.notBefore ?? '');
    expect(chats(await deliverAll(bench))).toContain('channel');
  });
});

describe('a Microsoft Graph that has to tell (GRAPH_MEMBERS=on)', () => {
  openWith('on');

  test('and does not: nothing is posted, and the DSLs are told whom to ask', async () => {
    await accept();
    graph.fail({ kind: 'status', status: 403 });
    await sendReport(bench);
    expect(chats(await deliverAll(bench))).toEqual(own);
    await checkPlaces({ ...bench.deps(), onOwed: () => undefined }, () => true);
    expect(await place()).toMatchObject({ check: 'graph-http-403' });
    expect(JSON.stringify(await deliverAll(bench))).toContain('Microsoft Graph has to confirm who is in it');
    expect((await connect()).cards).toContain('Please ask your ICT lead to look at');
  });
});
