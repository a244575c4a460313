import { noConsequences } from '../../../src/domain/delivery/consequences.ts';
import { TestAdapter, TurnContext, type Activity } from 'botbuilder';
import { z } from 'zod/v4';
import { isChannel, type Delivery, type DeliverySubject } from '../../../src/domain/delivery/delivery.ts';
import { Answers } from '../../../src/domain/incidents/answers.ts';
import type { Incident } from '../../../src/domain/incidents/incident.ts';
import type { SafeguardingPlace } from '../../../src/domain/incidents/safeguarding-place.ts';
import { createRecognise } from '../../../src/domain/people/recognise.ts';
import { Trust } from '../../../src/domain/trust/trust.ts';
import { createIncidentFollower } from '../../../src/jobs/follow-incidents.ts';
import { createLog } from '../../../src/log.ts';
import { createBot } from '../../../src/teams/bot.ts';
import { createReportDeliveryCards } from '../../../src/teams/reports/report-delivery-cards.ts';
import { createMemoryStores } from '../../support/memory-stores.ts';
import { questionDeps } from '../../support/question-deps.ts';
import { submitReport } from '../../support/submit-report.ts';
import { openSampleSchool, sampleFinderFor } from '../../support/sample-school.ts';
import { buttonsOf } from '../../support/buttons-of.ts';

export const tenant = 'c0000000-0000-4000-8000-000000000001';
export const schoolId = 'marlow-bridge';
const botId = 'b0000000-0000-4000-8000-000000000001';
const person = (name: string, aadObjectId: string) => ({ id: `29:${name}`, name, aadObjectId });
const listed = (number: number) => `00000000-0000-4000-8000-00000000000${number}`;

/** Two members of the staff team, role holders of Marlow Bridge, and somebody of its trust's central team. */
export const people = {
  teacher: person('Amara Okafor', '00000000-0000-4000-8000-0000000000a1'),
  volunteer: person('George Whitlock', '00000000-0000-4000-8000-0000000000a2'),
  head: person('Helen Marsh', listed(1)),
  dsl: person('Daniel Reid', listed(2)),
  deputyDsl: person('Priya Nair', listed(3)),
  deputyHead: person('Tom Bellamy', listed(4)),
  chair: person('Margaret Oyelaran', listed(5)),
  ictLead: person('Callum Price', listed(6)),
  central: person('Nia Hughes', '00000000-0000-4000-8000-0000000000c1'),
  pupil: person('Ella Whitfield', '00000000-0000-4000-8000-0000000000ff'),
};
export type Who = keyof typeof people;
export const everybody = Object.keys(people) as Who[]; // Object.keys forgets what it was given
export const keyOf = (who: Who) => ({ tenantId: tenant, objectId: people[who].aadObjectId });

const staffTeam = '19:staff@thread.tacv2';
export const safeguarding: SafeguardingPlace = {
  schoolId,
  tenantId: tenant,
  channelId: '19:safeguarding@thread.tacv2',
  teamId: 'group-2',
  teamName: 'Safeguarding',
  channelName: 'Reports',
  kind: 'private',
  serviceUrl: 'https://smba.example/uk/',
  connectedBy: listed(2),
  connectedAt: '2026-11-01T09:00:00.000Z',
  acceptedAt: '2026-11-01T09:05:00.000Z',
};
const inChannel = (channelId: string, group: string) => ({
  conversation: { id: `${channelId};messageid=1`, conversationType: 'channel', tenantId: tenant, isGroup: true },
  channelData: { tenant: { id: tenant }, team: { id: channelId, aadGroupId: group }, channel: { id: channelId } },
});
const places = {
  personal: (who: Who) => ({
    conversation: { id: `a:${who}`, conversationType: 'personal', tenantId: tenant },
    channelData: { tenant: { id: tenant } },
  }),
  'staff team': () => inChannel(staffTeam, 'group-1'),
  safeguarding: () => inChannel(safeguarding.channelId, safeguarding.teamId),
};
export type Where = keyof typeof places;

/** What marks names and narrative, wherever they come out. */
export const secret = 'QZXELLA';

let activities = 0;

/** The real bot over the real stores (lowdb in memory), sealer, policies, cards and planner; only Teams is played. */
export async function openReports({
  withChannel = true,
  publicUrl,
  serviceUrl = safeguarding.serviceUrl,
  now: given,
}: { withChannel?: boolean; publicUrl?: string; serviceUrl?: string; now?: () => Date } = {}) {
  const stores = createMemoryStores();
  const trust = Trust.parse({
    name: 'The Marlow Valley Trust',
    people: [{ name: people.central.name, objectId: people.central.aadObjectId }],
  });
  const shelf = { ...(await openSampleSchool()), trust: () => trust };
  const logged: string[] = [];
  let clock = new Date('2026-11-24T10:05:00.000Z');
  const now = given ?? (() => clock);
  const deps = {
    ...stores,
    ...questionDeps(),
    recognise: createRecognise({ store: stores.persons, shelf }),
    shelf,
    publicUrl,
    finderFor: sampleFinderFor,
    now,
    log: createLog('debug', { write: (line: string) => void logged.push(line) }),
    onOwed: () => undefined,
    ownAppId: botId,
    serves: (id: string) => id === tenant,
  };
  const bot = createBot(deps);
  const cardFor = createReportDeliveryCards(deps);
  const follow = createIncidentFollower(deps);
  await stores.persons.saveStaffTeam({
    schoolId,
    tenantId: tenant,
    serviceUrl,
    connectedBy: people.head.aadObjectId,
    connectedAt: '2026-11-01T09:00:00.000Z',
    teamId: 'group-1',
    teamName: 'Staff',
    conversationId: staffTeam,
    refreshedAt: '2026-11-01T09:00:00.000Z',
    members: [people.teacher, people.volunteer].map(({ aadObjectId, name }) => ({ objectId: aadObjectId, name })),
  });
  if (withChannel) await stores.places.savePlace({ ...safeguarding, serviceUrl }, noConsequences);

  async function report(answers: Partial<Answers> = {}, from: Who = 'teacher', changes: Partial<Incident> = {}) {
    const library = shelf.find(schoolId);
    if (!library) throw new Error('the sample school is missing');
    const all = Answers.parse({
      at: 'end',
      about: ['pupil'],
      kind: 'conduct',
      people: `${secret} Whitfield, year 5`,
      seen: `I saw ${secret} crying after lunch.`,
      ...answers,
    });
    return submitReport(deps, { school: library.school, answers: all, reporter: keyOf(from), changes });
  }

  /** Sends everything that is owed and due, as Teams would take it, and looks after the reports until nothing is left to do. */
  async function deliver(refuses: (one: Delivery) => boolean = () => false) {
    const sent: { to: string; subject: DeliverySubject; card: string; summary: string; edits: string | undefined }[] =
      [];
    for (let rounds = 0; rounds < 20; rounds += 1) {
      await follow();
      const claimed = await deps.deliveries.claim(clock.toISOString(), { limit: 50, leaseMs: 30_000, holder: 'test' });
      for (const one of claimed) {
        const message = refuses(one) ? undefined : await cardFor(one, { secondCopy: false });
        const at = clock.toISOString();
        if (!message) {
          await deps.deliveries.settle(one.key, 'test', {
            attempt: { at, outcome: 'refused', code: 'x' },
            state: 'refused',
          });
          continue;
        }
        const { edits } = message;
        await deps.deliveries.settle(one.key, 'test', {
          attempt: { at, outcome: 'sent', code: 'ok' },
          state: 'sent',
          message: edits ?? { conversationId: `c:${one.key}`, activityId: one.key },
        });
        const to = isChannel(one.to) ? 'channel' : one.to.objectId;
        sent.push({
          to,
          subject: one.subject,
          card: JSON.stringify(message.card),
          summary: message.summary,
          edits: edits?.activityId,
        });
      }
      if (claimed.length === 0) break;
    }
    return sent;
  }

  async function run(incoming: Record<string, unknown>) {
    const adapter = new TestAdapter();
    const updates: Partial<Activity>[] = [];
    Object.assign(adapter, {
      createConnectorClient: () => ({ conversations: { getConversationMember: () => Promise.resolve({}) } }),
      updateActivity: (_turn: TurnContext, updated: Partial<Activity>) => {
        updates.push(updated);
        return Promise.resolve({ id: updated.id });
      },
    });
    await bot.run(new TurnContext(adapter, structuredClone(incoming)));
    const out = adapter.activityBuffer;
    const body = z.object({ value: z.object({ body: z.looseObject({}) }) });
    const invoke = body.safeParse(out.find(({ type }) => type === 'invokeResponse')).data?.value.body;
    const messages = [...updates, ...out.filter(({ type }) => type === 'message')];
    const sent = messages.map(({ attachments }) => JSON.stringify(attachments?.[0]?.content));
    return { card: invoke ? JSON.stringify(invoke) : (sent[0] ?? ''), sent, replaced: updates.length };
  }
  const activity = (who: Who, where: Where, changes: Record<string, unknown>): Record<string, unknown> => ({
    type: 'message',
    id: `activity-${++activities}`,
    channelId: 'msteams',
    serviceUrl: 'https://smba.example/uk/',
    recipient: { id: `28:${botId}`, name: 'Staffroom' },
    from: people[who],
    ...places[where](who),
    ...changes,
  });
  const mention = { type: 'mention', text: '<at>Staffroom</at>', mentioned: { id: `28:${botId}`, name: 'Staffroom' } };

  return {
    ...deps,
    stores,
    logged,
    report,
    deliver,
    pass: (minutes: number) => void (clock = new Date(clock.getTime() + minutes * 60_000)),
    events: async (id: string) => (await stores.incidents.find(schoolId, id))?.events ?? [],
    press: (who: Who, verb: string, data: unknown, where: Where = 'personal') =>
      run(
        activity(who, where, {
          type: 'invoke',
          name: 'adaptiveCard/action',
          value: { action: { type: 'Action.Execute', id: 'x', verb, data }, trigger: 'manual' },
          replyToId: '55',
        }),
      ),
    submit: (who: Who, verb: string, data: Record<string, unknown>, where: Where = 'personal') =>
      run(activity(who, where, { value: { verb, ...data }, replyToId: '55' })),
    /** A press that asks for a dialog, or one in a dialog. */
    dialog: (
      who: Who,
      verb: string,
      data: Record<string, unknown>,
      name = 'task/fetch',
      where: Where = 'safeguarding',
    ) =>
      run(activity(who, where, { type: 'invoke', name, value: { data: { verb, msteams: { type: name }, ...data } } })),
    say: (who: Who, text: string, where: Where = 'personal') =>
      run(
        activity(
          who,
          where,
          where === 'personal' ? { text } : { text: `<at>Staffroom</at> ${text}`, entities: [mention] },
        ),
      ),
  };
}
export type Reports = Awaited<ReturnType<typeof openReports>>;

/** The data of the first button with this verb on a card, whether it is pressed, submitted or asks for a dialog. */
export function buttonOf(card: string, verb: string, at = 0): Record<string, unknown> {
  const data = buttonsOf(card, verb)[at];
  if (!data) throw new Error(`the card has no button ${verb}: ${card}`);
  return data;
}

export const submission = () => Array.from({ length: 32 }, () => Math.floor(Math.random() * 16).toString(16)).join('');
