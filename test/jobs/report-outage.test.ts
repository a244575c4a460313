import { afterEach, expect, test } from 'vitest';
import { createIncidentFollower } from '../../src/jobs/follow-incidents.ts';
import { createCardFor } from '../../src/teams/card-for.ts';
import { createChannelGate } from '../../src/teams/incidents/channel-gate.ts';
import { createRosterReader } from '../../src/teams/people/team-roster.ts';
import { ids } from '../support/activities.ts';
import type { Call } from '../support/fake-connector.ts';
import { keyOf, openReports, people, safeguarding, type Reports, type Who } from '../turns/reports/report-bench.ts';
import { createOutboxWorld, type OutboxWorld } from './outbox-world.ts';

const minuteMs = 60_000;
const hours = 4;
const reporters = ['teacher', 'volunteer'] as const;
const receivers = ['head', 'dsl', 'deputyDsl', 'deputyHead', 'chair', 'ictLead'] as const;
const dsls = ['dsl', 'deputyDsl', 'deputyHead'] as const;
const chatOf = (who: Who) => `a:${people[who].aadObjectId}`;

let world: OutboxWorld;
let reports: Reports;
let follow: () => Promise<void>;
let followedAt = 0;
afterEach(() => world.close());

/** The real follower, cards, gate, outbox, messenger and limits; reports are followed whenever the clock has moved. */
async function open(): Promise<void> {
  world = await createOutboxWorld({
    storesOf: async (serviceUrl) => {
      reports = await openReports({ serviceUrl, now: () => new Date() });
      for (const who of [...reporters, ...receivers])
        await reports.stores.persons.rememberAddress({
          ...{ ...keyOf(who), serviceUrl, conversationId: chatOf(who), userId: people[who].id },
          botId: `28:${ids.bot}`,
        });
      return reports.stores;
    },
    messengerOf: ({ adapter }) => ({
      cardFor: createCardFor(reports),
      rosterOf: createRosterReader(adapter, ids.bot),
      rosterFaultOf: createChannelGate(reports),
    }),
  });
  const { connector } = world;
  for (const who of [...reporters, ...receivers]) connector.setMembers(chatOf(who), []);
  connector.setMembers(
    safeguarding.channelId,
    dsls.map((who) => people[who]),
  );
  follow = createIncidentFollower(reports);
  followedAt = 0;
}

/** Three reports an hour by two people in turn, of which every second pair is urgent. */
async function reportFor4Hours(): Promise<string[]> {
  const sent: string[] = [];
  for (let n = 0; n < hours * 3; n++) {
    sent.push(await reports.report({}, reporters[n % 2], { urgent: n % 4 < 2 }));
    await world.pass(20 * minuteMs, notYet);
  }
  return sent;
}

/** Looks after the reports where the clock has gone on by so much since it last did. */
async function followEvery(ms: number): Promise<void> {
  if (Date.now() - followedAt < ms) return;
  followedAt = Date.now();
  await follow();
}
const notYet = () => followEvery(minuteMs).then(() => false);
const isAtRest = async () => {
  await followEvery(2_000);
  if (await isOwed()) return false;
  await follow();
  return !(await isOwed());
};
const isOwed = async () => {
  const { pending, sending } = await world.counts();
  return pending + sending > 0;
};

const shownIn = (conversation: string): string[] =>
  world.connector.seen
    .filter(({ kind, conversationId }) => kind === 'created' && conversationId.split(';')[0] === conversation)
    .map(({ activity }) => JSON.stringify(activity));
const titled = (shown: readonly string[], sent: readonly string[]) =>
  shown.flatMap((text) => sent.filter((id) => text.includes(`"Report ${id}"`)));

test('while the DSLs cannot be reached for 4 hours each reporter is told, and then all arrives within a minute, in order', async () => {
  await open();
  const toDsls = ({ path }: Call) =>
    [safeguarding.channelId, ...dsls.map(chatOf)].some((one) => path.includes(encodeURIComponent(one))) ||
    path.replace(/\/$/, '').endsWith('/v3/conversations');
  world.connector.fail(toDsls, { kind: 'status', status: 503 });
  await world.deliver();
  const sent = await reportFor4Hours();
  const told = reporters.map((who) => shownIn(chatOf(who)).join('\n'));
  for (const [n, id] of sent.slice(0, -2).entries()) expect(told[n % 2]?.includes(id), id).toBe(true);
  // The head can be reached, and gets what nobody took up: nobody else is said to have it.
  expect(told.join('\n').match(/Delivered to the (?!Headteacher)/g)).toBeNull();
  expect(titled(shownIn(safeguarding.channelId), sent)).toEqual([]);

  world.connector.clearFaults();
  const took = await world.pass(60 * minuteMs, isAtRest);
  console.log(`${sent.length} reports within ${took / 1000} s of the service's return`);
  expect(took).toBeLessThanOrEqual(minuteMs);
  expect(titled(shownIn(safeguarding.channelId), sent)).toEqual(sent);
  for (const [n, id] of sent.entries()) {
    expect((await reports.events(id)).filter(({ kind }) => kind === 'delivered')).toHaveLength(1);
    const after = shownIn(chatOf(reporters[n % 2] ?? 'teacher')).filter((text) => text.includes(id));
    expect(after.filter((text) => text.includes('was delivered'))).toHaveLength(1);
  }
  expect(world.connector.breaches()).toEqual({ overLimit: 0, insideWindow: 0 });
}, 120_000);

test('after 4 hours in which nobody could be reached all arrives within a minute, in order and once', async () => {
  await open();
  await world.connector.setOnline(false);
  await world.deliver();
  const sent = await reportFor4Hours();
  await world.connector.setOnline(true);
  expect(await world.pass(60 * minuteMs, isAtRest)).toBeLessThanOrEqual(minuteMs);
  expect(titled(shownIn(safeguarding.channelId), sent)).toEqual(sent);
  expect(world.connector.breaches()).toEqual({ overLimit: 0, insideWindow: 0 });
}, 120_000);
