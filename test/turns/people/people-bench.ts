import { createRecognise, type Recognition } from '../../../src/domain/people/recognise.ts';
import { School } from '../../../src/domain/people/school.ts';
import type { LibraryShelf } from '../../../src/domain/policies/library-shelf.ts';
import { Trust } from '../../../src/domain/trust/trust.ts';
import { createFinderCache } from '../../../src/finder-cache.ts';
import { createLog, type Log } from '../../../src/log.ts';
import type { BotDeps } from '../../../src/teams/bot-deps.ts';
import { createBot } from '../../../src/teams/bot.ts';
import { createRosterReader } from '../../../src/teams/people/team-roster.ts';
import { askGraph } from '../../../src/teams/graph/ask-graph.ts';
import { ids, messageActivity } from '../../support/activities.ts';
import { createFakeBotAuth } from '../../support/fake-bot-auth.ts';
import type { Call, Fault, Member } from '../../support/fake-connector.ts';
import { startFakeGraph, type GraphMember } from '../../support/fake-graph.ts';
import { createMemoryStores } from '../../support/memory-stores.ts';
import { questionDeps } from '../../support/question-deps.ts';
import { startEdge } from '../../support/start-edge.ts';

const id = (n: number) => `5f0c0000-0000-4000-8000-0000000001${String(n).padStart(2, '0')}`;
const someone = (n: number, name: string, more: Partial<Member> = {}): Member => ({
  id: `29:${name}`,
  name,
  aadObjectId: id(n),
  userPrincipalName: `${name}@oak.example`,
  userRole: 'user',
  tenantId: ids.tenant,
  ...more,
});

export const people = {
  head: someone(1, 'head'),
  ictLead: someone(2, 'ict'),
  dsl: someone(3, 'dsl'),
  teacher: someone(4, 'teacher'),
  volunteer: someone(5, 'volunteer'),
  pupil: someone(6, 'pupil'),
  guest: someone(7, 'guest', { userRole: 'guest', userPrincipalName: 'guest_mail.example#EXT#@oak.example' }),
  otherTenant: someone(8, 'visitor', { tenantId: ids.otherTenant, userPrincipalName: 'visitor@elsewhere.example' }),
  otherHead: someone(9, 'otherhead'),
  trustHead: someone(10, 'trusthead'),
  deputyDsl: someone(11, 'deputy'),
  central: someone(12, 'central'),
} as const;
export type Who = keyof typeof people;

const school = (schoolId: string, name: string, listed: object[]) => ({
  school: School.parse({ id: schoolId, name, timeZone: 'Europe/London', people: listed }),
  policies: [],
});
const trustHead = { id: 'trust-head', name: 'Trust Head', objectId: id(10), roles: ['head'] };
export const oak = school('oak', 'Oak School', [
  { id: 'head', name: 'The Head', upn: 'Head@oak.example', roles: ['head'] },
  { id: 'ict', name: 'The ICT Lead', objectId: id(2).toUpperCase(), roles: ['ictLead'] },
  { id: 'dsl', name: 'The DSL', upn: 'dsl@oak.example', roles: ['dsl'] },
  { id: 'deputy', name: 'The Deputy', upn: 'deputy@oak.example', roles: ['deputyDsl'] },
  trustHead,
]);
export const yew = school('yew', 'Yew School', [
  { id: 'head', name: 'Other Head', upn: 'otherhead@oak.example', roles: ['head'] },
  trustHead,
]);

export const staffTeam = '19:staff@thread.tacv2';
export const classTeam = '19:class@thread.tacv2';
/** A team with more people than the private channel in it, and a team that only the DSLs are in. */
export const privateChannel = '19:reports@thread.tacv2';
export const dslTeam = '19:dsls@thread.tacv2';
export type Where = 'personal' | 'staff team' | 'class team' | 'group chat' | 'private channel' | 'dsl team';

/** Somebody as Microsoft Graph names them. */
export const inGraph = ({ aadObjectId: userId, name: displayName, tenantId = ids.tenant }: Member): GraphMember => ({
  ...{ userId, displayName, tenantId },
});

export const teams = {
  'staff team': { id: staffTeam, name: 'All staff', aadGroupId: 'aaaaaaaa-0000-4000-8000-000000000001' },
  'class team': { id: classTeam, name: 'Class 4', aadGroupId: 'aaaaaaaa-0000-4000-8000-000000000002' },
  'private channel': { id: classTeam, name: 'Class 4', aadGroupId: 'aaaaaaaa-0000-4000-8000-000000000002' },
  'dsl team': { id: dslTeam, name: 'Safeguarding', aadGroupId: 'aaaaaaaa-0000-4000-8000-000000000003' },
};

const libraries = [oak, yew];
const shelf: LibraryShelf = {
  schools: () => libraries,
  find: (schoolId) => libraries.find((one) => one.school.id === schoolId),
  trust: () => Trust.parse({ name: 'Tree Trust', people: [{ name: 'Central', upn: 'central@oak.example' }] }),
  problems: () => [],
  close: () => undefined,
};

/** Searches them by one index for all tests, as one bot does. */
const finderFor = createFinderCache();

/** The bot over an empty store, with schools that have no policies. */
function createFeature(rosterOf: BotDeps['rosterOf'], askGraphOf: (log: Log) => BotDeps['allMembersOf']) {
  const stores = createMemoryStores();
  const { persons } = stores;
  let clock = new Date('2026-11-20T10:00:00.000Z');
  const recognised: Recognition[] = [];
  const logged: string[] = [];
  const recognise = createRecognise({ store: persons, shelf });
  const log = createLog('debug', { write: (line: string) => void logged.push(line) });
  const deps: BotDeps = {
    ...stores,
    ...questionDeps(),
    rosterOf,
    allMembersOf: askGraphOf(log),
    recognise: async (...given) => {
      const recognition = await recognise(...given);
      recognised.push(recognition);
      return recognition;
    },
    shelf,
    finderFor,
    now: () => clock,
    log,
    onOwed: () => undefined,
    ownAppId: ids.bot,
    serves: (tenantId) => tenantId === ids.tenant,
  };
  const bot = createBot(deps);
  return { bot, deps, stores, persons, recognised, logged, setClock: (now: string) => void (clock = new Date(now)) };
}

/**
 * The bot behind the real edge, over HTTP. `reset` begins anew: an empty store, a whole connector. With `graphMembers` it asks a
 * Microsoft Graph on loopback too, which has the same members in the private channel.
 */
export async function startPeopleBench({ graphMembers }: { graphMembers?: 'auto' | 'on' } = {}) {
  const readRoster: BotDeps['rosterOf'] = (place) => createRosterReader(edge.adapter, ids.bot)(place);
  const askGraphOf = (log: Log): BotDeps['allMembersOf'] => {
    if (!graph || graphMembers === undefined) return undefined;
    const botAuth = createFakeBotAuth(ids.bot, edge.authority.url, graph);
    return askGraph({ botAuth, adapter: edge.adapter, graphMembers, now: () => new Date(), log });
  };
  let calls = 0;
  let seen = 0;
  let feature: ReturnType<typeof createFeature>;
  const edge = await startEdge({ run: (turn) => feature.bot.run(turn) });
  const { connector, authority } = edge;
  const graph = graphMembers && (await startFakeGraph(authority, ids.bot));

  const reset = () => {
    feature = createFeature(readRoster, askGraphOf);
    calls = connector.calls.length;
    seen = connector.seen.length;
    const everybody = Object.values(people);
    const { head, ictLead, dsl, deputyDsl, teacher, volunteer, guest } = people;
    connector.clearFaults();
    connector.setMembers(staffTeam, [head, ictLead, dsl, teacher, volunteer, guest]);
    connector.setMembers(classTeam, everybody);
    connector.setMembers('19:group', everybody);
    connector.setMembers(privateChannel, [dsl, deputyDsl]);
    connector.setMembers(dslTeam, [dsl, deputyDsl]);
    for (const { id, aadGroupId } of Object.values(teams)) if (graph) connector.setGroup(id, aadGroupId);
    graph?.fail(undefined);
    graph?.setMembers(teams['private channel'].aadGroupId, privateChannel, [dsl, deputyDsl].map(inGraph));
    for (const who of everybody) connector.setMembers(`a:${who.name}`, [who]);
  };
  reset();

  const changesFor = (who: Member, where: Where): Record<string, unknown> => {
    const tenantId = who.tenantId;
    const from = { id: who.id, name: who.name, aadObjectId: who.aadObjectId };
    const tenant = { id: tenantId };
    if (where === 'personal' || where === 'group chat') {
      const conversation =
        where === 'personal'
          ? { id: `a:${who.name}`, conversationType: 'personal', tenantId }
          : { id: '19:group', conversationType: 'groupChat', isGroup: true, tenantId };
      return { from, conversation, channelData: { tenant } };
    }
    const team = teams[where];
    const channel = where === 'private channel' ? { id: privateChannel, name: 'Reports' } : { id: team.id };
    const conversation = { id: `${channel.id};messageid=1`, conversationType: 'channel', isGroup: true, tenantId };
    return { from, conversation, channelData: { tenant, team, channel } };
  };

  return {
    reset,
    close: async () => {
      await edge.close();
      await graph?.close();
    },
    graph,
    adapter: edge.adapter,
    url: connector.url,
    setMembers: (id: string, members: readonly Member[]) => connector.setMembers(id, members),
    fail: (match: (call: Call) => boolean, fault: Fault) => connector.fail(match, fault),
    clearFaults: () => connector.clearFaults(),
    /** The requests that the connector got, and the activities that people saw, since the reset. */
    calls: () => connector.calls.slice(calls),
    seen: () => connector.seen.slice(seen),
    persons: () => feature.persons,
    stores: () => feature.stores,
    /** What the bot was made of. */
    deps: () => feature.deps,
    logged: () => [...feature.logged, ...edge.logged].join(''),
    setClock: (now: string) => feature.setClock(now),
    /** Says `text`; answers the HTTP status and the cards that came back, as one text. */
    async say(who: Who, where: Where, text: string, changes: Record<string, unknown> = {}) {
      const before = connector.seen.length;
      const inChannel = where !== 'personal';
      const activity = messageActivity(connector.url, inChannel ? `<at>Staffroom</at> ${text}` : text, {
        ...changesFor(people[who], where),
        ...(inChannel && {
          entities: [{ type: 'mention', text: '<at>Staffroom</at>', mentioned: { id: `28:${ids.bot}` } }],
        }),
        ...changes,
      });
      const { status } = await edge.post(activity);
      return { status, cards: JSON.stringify(connector.seen.slice(before).map((seen) => seen.activity)) };
    },
    /** Presses a button; answers the HTTP status and the card that came back, as one text. */
    async press(who: Who, where: Where, verb: string, data: object = {}) {
      const response = await edge.post(
        messageActivity(connector.url, '', {
          ...changesFor(people[who], where),
          type: 'invoke',
          name: 'adaptiveCard/action',
          text: undefined,
          value: { action: { type: 'Action.Execute', id: 'x', verb, data }, trigger: 'manual' },
        }),
      );
      return { status: response.status, card: await response.text() };
    },
    /** The same from a client that sends the fallback as a message. */
    async submit(who: Who, where: Where, verb: string, data: object = {}) {
      const before = connector.seen.length;
      const changes = { ...changesFor(people[who], where), text: undefined, value: { verb, ...data } };
      const { status } = await edge.post(messageActivity(connector.url, '', changes));
      return { status, card: JSON.stringify(connector.seen.slice(before).map((seen) => seen.activity)) };
    },
    addressOf: (who: Who) => feature.persons.findAddress(ids.tenant, people[who].aadObjectId),
    /** Who the bot takes `who` for when they write there; undefined when it never came to that. */
    async recognise(who: Who, where: Where): Promise<Recognition | undefined> {
      const before = feature.recognised.length;
      await this.say(who, where, 'help');
      return feature.recognised[before];
    },
    /** Sends an event as Teams does: the person who caused it is `who`. */
    event: (who: Who, where: Where, changes: Record<string, unknown>, data: object = {}) => {
      const base = changesFor(people[who], where);
      const channelData = { ...(base.channelData as object), ...data };
      return edge.post(messageActivity(connector.url, '', { ...base, text: undefined, channelData, ...changes }));
    },
  };
}
