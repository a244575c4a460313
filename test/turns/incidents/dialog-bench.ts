import { TestAdapter, TurnContext, type Activity } from 'botbuilder';
import { z } from 'zod/v4';
import type { Delivery } from '../../../src/domain/delivery/delivery.ts';
import { openDraft } from '../../../src/domain/incidents/open-draft.ts';
import { openReport } from '../../../src/domain/incidents/open-report.ts';
import { createRecognise } from '../../../src/domain/people/recognise.ts';
import { askDrafts, type AskDraftsDeps } from '../../../src/jobs/ask-drafts.ts';
import { createIncidentFollower } from '../../../src/jobs/follow-incidents.ts';
import { createLog } from '../../../src/log.ts';
import { createBot } from '../../../src/teams/bot.ts';
import type { CountActivity } from '../../../src/teams/activity-count.ts';
import { createCardFor } from '../../../src/teams/card-for.ts';
import { createMemoryStores } from '../../support/memory-stores.ts';
import { questionDeps } from '../../support/question-deps.ts';
import { openSampleSchool, sampleFinderFor } from '../../support/sample-school.ts';

export const tenant = 'c0000000-0000-4000-8000-000000000001';
export const schoolId = 'marlow-bridge';
const botId = 'b0000000-0000-4000-8000-000000000001';
const person = (name: string, aadObjectId: string) => ({ id: `29:${name}`, name, aadObjectId });
const listed = (number: number) => `00000000-0000-4000-8000-00000000000${number}`;

/** Two members of the staff team, role holders of Marlow Bridge, and somebody who is no staff. */
export const people = {
  teacher: person('Amara Okafor', '00000000-0000-4000-8000-0000000000a1'),
  volunteer: person('George Whitlock', '00000000-0000-4000-8000-0000000000a2'),
  head: person('Helen Marsh', listed(1)),
  dsl: person('Daniel Reid', listed(2)),
  deputyDsl: person('Priya Nair', listed(3)),
  deputyHead: person('Tom Bellamy', listed(4)),
  chair: person('Margaret Oyelaran', listed(5)),
  stranger: person('Pip Pupil', '00000000-0000-4000-8000-0000000000ff'),
};
export type Who = keyof typeof people;
export const keyOf = (who: Who) => ({ tenantId: tenant, objectId: people[who].aadObjectId });

const staffTeam = '19:staff@thread.tacv2';
const places = {
  personal: (who: Who) => ({
    conversation: { id: `a:${who}`, conversationType: 'personal', tenantId: tenant },
    channelData: { tenant: { id: tenant } },
  }),
  'staff team': () => ({
    conversation: { id: `${staffTeam};messageid=1`, conversationType: 'channel', tenantId: tenant, isGroup: true },
    channelData: { tenant: { id: tenant }, team: { id: staffTeam, aadGroupId: 'group-1' }, channel: { id: staffTeam } },
  }),
  'group chat': () => ({
    conversation: { id: '19:group@thread.v2', conversationType: 'groupChat', tenantId: tenant, isGroup: true },
    channelData: { tenant: { id: tenant } },
  }),
};
export type Where = keyof typeof places;

/** What one turn led to: the card that answered or took a message's place, else the last that was sent; and all that were sent. */
export interface Seen {
  readonly card: string;
  readonly sent: readonly string[];
  readonly summaries: readonly (string | undefined)[];
  /** The body that answered a press. */
  readonly invoke: unknown;
}

let counted = 0;

/** The real bot over the real stores (lowdb in memory), sealer, policies and cards; only Teams and the clock are played. */
export async function openDialog({
  at = '2026-11-24T10:05:00.000Z',
  countActivity,
}: { at?: string; countActivity?: CountActivity } = {}) {
  const stores = createMemoryStores();
  const shelf = await openSampleSchool();
  const logged: string[] = [];
  let clock = new Date(at);
  let wakes = 0;
  const deps = {
    ...stores,
    ...questionDeps(),
    ...(countActivity && { countActivity }),
    recognise: createRecognise({ store: stores.persons, shelf }),
    shelf,
    finderFor: sampleFinderFor,
    now: () => clock,
    log: createLog('debug', { write: (line: string) => void logged.push(line) }),
    onOwed: () => void wakes++,
    ownAppId: botId,
    serves: (id: string) => id === tenant,
  };
  const bot = createBot(deps);
  const cardFor = createCardFor(deps);
  const follow = createIncidentFollower(deps);
  await stores.persons.saveStaffTeam({
    schoolId,
    tenantId: tenant,
    serviceUrl: 'https://smba.example/uk/',
    connectedBy: people.head.aadObjectId,
    connectedAt: '2026-11-01T09:00:00.000Z',
    teamId: 'group-1',
    teamName: 'Staff',
    conversationId: staffTeam,
    refreshedAt: '2026-11-01T09:00:00.000Z',
    members: [people.teacher, people.volunteer].map(({ aadObjectId, name }) => ({ objectId: aadObjectId, name })),
  });

  async function run(incoming: Record<string, unknown>): Promise<Seen> {
    const adapter = new TestAdapter();
    const updates: Partial<Activity>[] = [];
    const send = adapter.sendActivities.bind(adapter);
    Object.assign(adapter, {
      createConnectorClient: () => ({ conversations: { getConversationMember: () => Promise.resolve({}) } }),
      sendActivities: async (turn: TurnContext, all: Partial<Activity>[]) => {
        await send(turn, all);
        return all.map(() => ({ id: `message-${++counted}` }));
      },
      updateActivity: (_turn: TurnContext, updated: Partial<Activity>) => {
        updates.push(updated);
        return Promise.resolve({ id: updated.id });
      },
    });
    await bot.run(new TurnContext(adapter, structuredClone(incoming)));
    const out = adapter.activityBuffer;
    const invoke = out.find(({ type }) => type === 'invokeResponse');
    const answered = z.object({ value: z.object({ body: z.object({ value: z.unknown() }) }) }).safeParse(invoke).data
      ?.value.body.value;
    const messages = [...updates, ...out.filter(({ type }) => type === 'message')];
    const sent = messages.map(({ attachments }) => JSON.stringify(attachments?.[0]?.content));
    return {
      card: answered === undefined ? (sent.at(-1) ?? '') : JSON.stringify(answered),
      sent,
      summaries: messages.map(({ summary }) => summary),
      invoke: (invoke?.value as { body?: unknown } | undefined)?.body,
    };
  }

  const activity = (who: Who, where: Where, changes: Record<string, unknown>): Record<string, unknown> => ({
    type: 'message',
    id: `activity-${++counted}`,
    channelId: 'msteams',
    serviceUrl: 'https://smba.example/uk/',
    recipient: { id: `28:${botId}`, name: 'Staffroom' },
    from: people[who],
    ...places[where](who),
    ...changes,
  });
  const pressOf = (who: Who, verb: string, data: unknown, where: Where = 'personal', replyToId = 'card-1') =>
    activity(who, where, {
      type: 'invoke',
      name: 'adaptiveCard/action',
      value: { action: { type: 'Action.Execute', id: 'x', verb, data }, trigger: 'manual' },
      replyToId,
    });
  const mention = { type: 'mention', text: '<at>Staffroom</at>', mentioned: { id: `28:${botId}`, name: 'Staffroom' } };
  const sayOf = (who: Who, text: string, where: Where, changes: Record<string, unknown> = {}) =>
    activity(who, where, {
      ...(where === 'personal' ? { text } : { text: `<at>Staffroom</at> ${text}`, entities: [mention] }),
      ...changes,
    });

  return {
    ...deps,
    stores,
    logged,
    wakes: () => wakes,
    run,
    pressOf,
    /** Sets the clock. */
    setClock: (instant: string) => void (clock = new Date(instant)),
    /** One look at every open report. */
    follow: () => follow(),
    askDrafts: (changes: Partial<AskDraftsDeps> = {}) => askDrafts({ ...deps, onOwed: () => undefined, ...changes }),
    /** Presses a button by the data that a card gave it. */
    press: (who: Who, verb: string, data: unknown, where: Where = 'personal') => run(pressOf(who, verb, data, where)),
    /** The same press from a client that knows only Submit. */
    submit: (who: Who, verb: string, data: Record<string, unknown>, replyToId = 'card-1') =>
      run(activity(who, 'personal', { value: { verb, ...data }, replyToId })),
    sayOf,
    say: (who: Who, text: string, where: Where = 'personal') => run(sayOf(who, text, where)),
    sendFile: (who: Who, text = '') =>
      run(
        sayOf(who, text, 'personal', {
          attachments: [{ contentType: 'image/png', contentUrl: 'https://smba.example/picture' }],
        }),
      ),
    /** Everything that is owed now, with the card of each, as the messenger would send it. */
    async owed(): Promise<
      { delivery: Delivery; card: string; summary: string | undefined; edits: string | undefined }[]
    > {
      const found = [];
      for (;;) {
        const claimed = await stores.deliveries.claim(clock.toISOString(), { limit: 50, leaseMs: 60_000, holder: 'h' });
        if (claimed.length === 0) return found;
        for (const delivery of claimed) {
          const message = await cardFor(delivery, { secondCopy: false });
          found.push({
            delivery,
            card: JSON.stringify(message?.card) ?? '',
            summary: message?.summary,
            edits: message?.edits?.activityId,
          });
          const attempt = { at: clock.toISOString(), outcome: 'sent', code: 'ok' } as const;
          await stores.deliveries.settle(delivery.key, delivery.lease?.holder ?? '', {
            attempt,
            state: message ? 'sent' : 'refused',
            message: { conversationId: 'a:x', activityId: `sent-${++counted}` },
          });
        }
      }
    },
    /** The open drafts of a person with their answers. */
    async drafts(who: Who) {
      const drafts = await stores.incidents.draftsOf(schoolId, keyOf(who));
      return Promise.all(
        drafts.map(async (draft) => {
          const found = await openDraft(deps, draft);
          if (found.kind !== 'open') throw new Error(`a draft is ${found.kind}`);
          return found;
        }),
      );
    },
    /** The reports of a person with their seal open. */
    async reports(who: Who) {
      const incidents = await stores.incidents.of(schoolId, keyOf(who));
      return Promise.all(
        incidents.map(async (incident) => {
          const report = await openReport(deps, incident);
          if (!report) throw new Error('a report does not open');
          return { incident, report };
        }),
      );
    },
  };
}
export type Dialog = Awaited<ReturnType<typeof openDialog>>;

/** The data of the first button with this verb on a card, of those that `which` picks. */
export function buttonOf(card: string, verb: string, which: Record<string, unknown> = {}): Record<string, string> {
  const found: Record<string, string>[] = [];
  JSON.parse(card, (_, value: unknown) => {
    const button = z
      .object({ type: z.literal('Action.Execute'), verb: z.literal(verb), data: z.record(z.string(), z.string()) })
      .safeParse(value).data;
    if (button) found.push(button.data);
    return value;
  });
  const data = found.find((one) => Object.entries(which).every(([name, value]) => one[name] === value));
  if (!data) throw new Error(`the card has no such button ${verb} ${JSON.stringify(which)}: ${card}`);
  return data;
}

/** What a reporter sees of a card: its texts, one a line. */
export function wordsOf(card: string): string {
  const words: string[] = [];
  JSON.parse(card, (name, value: unknown) => {
    if ((name === 'text' || name === 'title') && typeof value === 'string') words.push(value);
    return value;
  });
  return words.join('\n');
}

export function referenceOn(card: string, prefix: 'SR' | 'SD' = 'SR'): string {
  const [reference] = new RegExp(`${prefix}-[2-9A-Z]{4}-[2-9A-Z]`).exec(card) ?? [];
  if (!reference) throw new Error(`the card has no reference: ${card}`);
  return reference;
}
