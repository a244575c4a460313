import { fileURLToPath } from 'node:url';
import { TestAdapter, TurnContext, type Activity } from 'botbuilder';
import type { Reader } from '../../src/domain/answering/reader.ts';
import { createRecognise } from '../../src/domain/people/recognise.ts';
import { openShelf } from '../../src/documents/open-shelf.ts';
import { createFinderCache } from '../../src/finder-cache.ts';
import { createLog } from '../../src/log.ts';
import { createBot } from '../../src/teams/bot.ts';
import { createMemoryStores } from '../support/memory-stores.ts';
import { questionDeps } from '../support/question-deps.ts';

export const tenant = 'c0000000-0000-4000-8000-000000000001';
export const otherTenant = 'c0000000-0000-4000-8000-000000000002';
export const botId = 'b0000000-0000-4000-8000-000000000001';
export const fixtureSchools = fileURLToPath(new URL('fixtures/schools', import.meta.url));

const from = (name: string, aadObjectId: string) => ({ id: `29:${name}`, name, aadObjectId });
/** The teacher is in the staff team of Larch Road; head and `byUpn` are in its school.yaml, the last by sign-in name alone. */
export const people = {
  teacher: from('Tess Teacher', '1a000000-0000-4000-8000-0000000000aa'),
  head: from('Ada Brook', '1A000000-0000-4000-8000-000000000001'),
  byUpn: from('Eve Frost', '1a000000-0000-4000-8000-000000000005'),
  otherHead: from('Fay Green', '1b000000-0000-4000-8000-000000000001'),
  pupil: from('Pip Pupil', '1a000000-0000-4000-8000-0000000000ff'),
};
export type Who = keyof typeof people;

const staff = { id: '19:staff@thread.tacv2', aadGroupId: 'aaaaaaaa-0000-4000-8000-000000000001', name: 'Staff' };
const classTeam = { id: '19:class@thread.tacv2', aadGroupId: 'aaaaaaaa-0000-4000-8000-000000000002', name: 'Class 4' };
const otterStaff = { id: '19:otter@thread.tacv2', aadGroupId: 'aaaaaaaa-0000-4000-8000-000000000003', name: 'Otters' };
const inTeam = (team: typeof staff) => ({
  conversation: {
    id: `${team.id};messageid=1700000000000`,
    conversationType: 'channel',
    tenantId: tenant,
    isGroup: true,
  },
  channelData: { tenant: { id: tenant }, team, channel: { id: team.id } },
});
export const places = {
  personal: {
    conversation: { id: 'a:personal', conversationType: 'personal', tenantId: tenant },
    channelData: { tenant: { id: tenant } },
  },
  'staff team': inTeam(staff),
  'class team': inTeam(classTeam),
  'staff team of another school': inTeam(otterStaff),
  'group chat': {
    conversation: { id: '19:group@thread.v2', conversationType: 'groupChat', tenantId: tenant, isGroup: true },
    channelData: { tenant: { id: tenant } },
  },
};
export type Where = keyof typeof places;

/** An activity as Teams sends it, from the teacher in their own chat unless `changes` say otherwise; undefined removes. */
export function activity(changes: Record<string, unknown> = {}): Partial<Activity> {
  const whole = {
    type: 'message',
    id: '1700000000001',
    channelId: 'msteams',
    serviceUrl: 'https://smba.example/uk/',
    recipient: { id: `28:${botId}`, name: 'Staffroom' },
    from: people.teacher,
    ...places.personal,
    ...changes,
  };
  return Object.fromEntries(Object.entries(whole).filter(([, value]) => value !== undefined));
}

/** A message; in a group it mentions the bot unless `changes` bring other entities. */
export function says(
  text: string,
  where: Where = 'personal',
  who: Who = 'teacher',
  changes: Record<string, unknown> = {},
) {
  const mention = { type: 'mention', text: '<at>Staffroom</at>', mentioned: { id: `28:${botId}`, name: 'Staffroom' } };
  const inGroup = where === 'personal' ? { text } : { text: `<at>Staffroom</at> ${text}\n`, entities: [mention] };
  return activity({ from: people[who], ...places[where], textFormat: 'plain', ...inGroup, ...changes });
}

/** A press of a card's button, as an invoke. */
export function presses(verb: unknown, data: unknown, where: Where = 'personal', who: Who = 'teacher') {
  const value = { action: { type: 'Action.Execute', id: 'x', verb, data }, trigger: 'manual' };
  return activity({
    type: 'invoke',
    name: 'adaptiveCard/action',
    value,
    from: people[who],
    ...places[where],
    replyToId: '55',
  });
}

/** The same press from a client that sends the fallback. */
export function submits(
  value: unknown,
  where: Where = 'personal',
  who: Who = 'teacher',
  replyToId: string | undefined = '55',
) {
  return activity({ value, from: people[who], ...places[where], replyToId });
}

/** What one turn led to. */
export interface Seen {
  /** Every card that was sent, as JSON text. */
  readonly sent: string[];
  /** Every card that took the place of a message, as JSON text. */
  readonly replaced: string[];
  /** The card that answered an invoke, as JSON text. */
  readonly answered: string | undefined;
  readonly activities: Partial<Activity>[];
}

/** What Teams refuses in a turn. */
export interface Fault {
  readonly send?: Error;
  readonly update?: Error;
  readonly member?: Error;
}

/** The real bot over the real domain, cards, policies and person store; only Teams itself is played. */
export async function openTurns({
  policiesDir = fixtureSchools,
  today = '2026-11-20',
  reader,
}: { policiesDir?: string; today?: string; reader?: Reader } = {}) {
  const shelf = await openShelf(policiesDir, { watch: false });
  const stores = createMemoryStores();
  const { persons } = stores;
  const logged: string[] = [];
  const bot = createBot({
    ...stores,
    ...questionDeps(),
    recognise: createRecognise({ store: persons, shelf }),
    shelf,
    finderFor: createFinderCache(),
    reader,
    now: () => new Date(`${today}T10:00:00Z`),
    log: createLog('debug', { write: (line: string) => void logged.push(line) }),
    onOwed: () => undefined,
    ownAppId: botId,
    serves: (id) => id === tenant,
  });
  await persons.saveStaffTeam({
    schoolId: shelf.schools()[0]?.school.id ?? '',
    tenantId: tenant,
    teamId: staff.aadGroupId,
    teamName: staff.name,
    serviceUrl: 'https://smba.example/uk/',
    conversationId: staff.id,
    connectedBy: people.head.aadObjectId.toLowerCase(),
    connectedAt: '2026-11-01T09:00:00.000Z',
    refreshedAt: '2026-11-01T09:00:00.000Z',
    members: [{ objectId: people.teacher.aadObjectId, name: people.teacher.name }],
  });

  async function run(incoming: Partial<Activity>, fault: Fault = {}): Promise<Seen> {
    const adapter = new TestAdapter();
    const updates: Partial<Activity>[] = [];
    const member = (_conversation: string, id: string) => {
      if (fault.member) return Promise.reject(fault.member);
      const known = Object.values(people).find((one) => one.id === id);
      const upn = known === people.byUpn ? 'E.Frost@larch.example' : 'somebody@larch.example';
      return Promise.resolve({
        ...known,
        objectId: known?.aadObjectId,
        userPrincipalName: upn,
        tenantId: tenant,
        userRole: 'user',
      });
    };
    const send = adapter.sendActivities.bind(adapter);
    Object.assign(adapter, {
      createConnectorClient: () => ({ conversations: { getConversationMember: member } }),
      sendActivities: (turn: TurnContext, all: Partial<Activity>[]) =>
        fault.send && all.some(({ type }) => type === 'message') ? Promise.reject(fault.send) : send(turn, all),
      updateActivity: (_turn: TurnContext, updated: Partial<Activity>) => {
        if (fault.update) return Promise.reject(fault.update);
        updates.push(updated);
        return Promise.resolve({ id: updated.id });
      },
    });
    await bot.run(new TurnContext(adapter, structuredClone(incoming)));
    const activities = adapter.activityBuffer;
    const invoke = activities.find(({ type }) => type === 'invokeResponse');
    const body: unknown = (invoke?.value as { body?: { value?: unknown } } | undefined)?.body?.value;
    return {
      sent: activities.filter(({ type }) => type === 'message').map(cardOf),
      replaced: updates.map(cardOf),
      answered: body === undefined ? undefined : JSON.stringify(body),
      activities,
    };
  }

  return { run, bot, shelf, persons, logged };
}
export type Turns = Awaited<ReturnType<typeof openTurns>>;

function cardOf({ attachments }: Partial<Activity>): string {
  return JSON.stringify(attachments?.[0]?.content);
}
