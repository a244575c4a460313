import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TestAdapter, TurnContext, type Activity } from 'botbuilder';
import { onTestFinished } from 'vitest';
import { z } from 'zod/v4';
import type { AttachedPhrasing } from '../../../src/domain/answering/phrasings/phrasing.ts';
import { createRecognise } from '../../../src/domain/people/recognise.ts';
import { openShelf } from '../../../src/documents/open-shelf.ts';
import { createFinderCache } from '../../../src/finder-cache.ts';
import { newKeyRing, type KeyRing } from '../../../src/keys/key-ring.ts';
import { createLog } from '../../../src/log.ts';
import { projectRoot } from '../../../src/project-root.ts';
import type { Stores } from '../../../src/storage/stores.ts';
import { createBot } from '../../../src/teams/bot.ts';
import { createQuestionDeliveryCards } from '../../../src/teams/questions/question-delivery-cards.ts';
import { createMemoryStores } from '../../support/memory-stores.ts';
import { questionDeps } from '../../support/question-deps.ts';

export const tenant = 'c0000000-0000-4000-8000-000000000001';
const botId = 'b0000000-0000-4000-8000-000000000001';
const person = (name: string, aadObjectId: string) => ({ id: `29:${name}`, name, aadObjectId });

/** Two members of the staff team, two role holders of Marlow Bridge, and the head of another school of the tenant. */
export const people = {
  teacher: person('Amara Okafor', '00000000-0000-4000-8000-0000000000a1'),
  volunteer: person('George Whitlock', '00000000-0000-4000-8000-0000000000a2'),
  dsl: person('Daniel Reid', '00000000-0000-4000-8000-000000000002'),
  deputyDsl: person('Priya Nair', '00000000-0000-4000-8000-000000000003'),
  head: person('Helen Marsh', '00000000-0000-4000-8000-000000000001'),
  otherHead: person('Olive Head', '10000000-0000-4000-8000-000000000001'),
};
export type Who = keyof typeof people;
export const keyOf = (who: Who) => ({ tenantId: tenant, objectId: people[who].aadObjectId });

/** A clause of a policy that the DSL answers for. */
export const phones = 'mobile-devices#4pkfi7';
export const schoolId = 'marlow-bridge';

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
};
type Where = keyof typeof places;

/** What one turn led to, as the JSON text of its cards: what answered an invoke or took a message's place, and what was sent. */
export interface Seen {
  readonly card: string;
  readonly sent: readonly string[];
  readonly summaries: readonly (string | undefined)[];
}

let activities = 0;

/** The real bot over the real stores (lowdb in memory), sealer, policies and cards; only Teams is played. */
export async function openQuestions(
  options: { stores?: Stores; ring?: KeyRing; schoolYaml?: (text: string) => string; now?: () => Date } = {},
) {
  const { stores = createMemoryStores(), ring = newKeyRing(new Date()), schoolYaml = (text: string) => text } = options;
  const now = options.now ?? (() => new Date('2026-11-20T10:05:00Z'));
  const folder = twoSchools(schoolYaml);
  const shelf = await openShelf(folder, { watch: false });
  const logged: string[] = [];
  let wakes = 0;
  const deps = {
    ...stores,
    recognise: createRecognise({ store: stores.persons, shelf }),
    shelf,
    finderFor: createFinderCache(),
    ...questionDeps(ring),
    addPhrasing: (school: string, phrasing: AttachedPhrasing) => shelf.addPhrasing(school, phrasing),
    now,
    log: createLog('debug', { write: (line: string) => void logged.push(line) }),
    onOwed: () => void wakes++,
    ownAppId: botId,
    serves: (id: string) => id === tenant,
  };
  const bot = createBot(deps);
  const cardFor = createQuestionDeliveryCards(deps);
  await stores.persons.saveStaffTeam({
    schoolId,
    tenantId: tenant,
    teamId: 'group-1',
    teamName: 'Staff',
    serviceUrl: 'https://smba.example/uk/',
    conversationId: staffTeam,
    connectedBy: people.head.aadObjectId,
    connectedAt: '2026-11-01T09:00:00.000Z',
    refreshedAt: '2026-11-01T09:00:00.000Z',
    members: [people.teacher, people.volunteer].map(({ aadObjectId, name }) => ({ objectId: aadObjectId, name })),
  });

  async function run(incoming: Record<string, unknown>): Promise<Seen> {
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
    const invoke = out.find(({ type }) => type === 'invokeResponse');
    const answered = z.object({ value: z.object({ body: z.object({ value: z.unknown() }) }) }).safeParse(invoke).data
      ?.value.body.value;
    const messages = [...updates, ...out.filter(({ type }) => type === 'message')];
    const sent = messages.map(({ attachments }) => JSON.stringify(attachments?.[0]?.content));
    return {
      card: answered === undefined ? (sent[0] ?? '') : JSON.stringify(answered),
      sent,
      summaries: messages.map(({ summary }) => summary),
    };
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
  const pressOf = (who: Who, verb: string, data: unknown, where: Where = 'personal') =>
    activity(who, where, {
      type: 'invoke',
      name: 'adaptiveCard/action',
      value: { action: { type: 'Action.Execute', id: 'x', verb, data }, trigger: 'manual' },
      replyToId: '55',
    });
  const mention = { type: 'mention', text: '<at>Staffroom</at>', mentioned: { id: `28:${botId}`, name: 'Staffroom' } };

  return {
    ...deps,
    stores,
    folder,
    ring,
    logged,
    /** How often the outbox was told that something is owed. */
    wakes: () => wakes,
    run,
    pressOf,
    cardFor: async (key: string, secondCopy = false) => {
      const delivery = await stores.deliveries.find(key);
      const message = delivery && (await cardFor(delivery, { secondCopy }));
      return { card: JSON.stringify(message?.card), summary: message?.summary };
    },
    press: (who: Who, verb: string, data: unknown, where: Where = 'personal') => run(pressOf(who, verb, data, where)),
    /** The same press from a client that knows only Submit. */
    submit: (who: Who, verb: string, data: Record<string, unknown>, where: Where = 'personal') =>
      run(activity(who, where, { value: { verb, ...data }, replyToId: '55' })),
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
export type Questions = Awaited<ReturnType<typeof openQuestions>>;

/** The data of the first button with this verb on a card. */
export function buttonOf(card: string, verb: string, at = 0): Record<string, unknown> {
  const found: Record<string, unknown>[] = [];
  JSON.parse(card, (_, value: unknown) => {
    const button = z.object({ verb: z.literal(verb), data: z.record(z.string(), z.unknown()) }).safeParse(value).data;
    if (button) found.push(button.data);
    return value;
  });
  const data = found[at];
  if (!data) throw new Error(`the card has no button ${verb}: ${card}`);
  return data;
}

export function referenceOn(card: string): string {
  const [reference] = /SQ-[2-9A-Z]{4}-[2-9A-Z]/.exec(card) ?? [];
  if (!reference) throw new Error(`the card has no reference: ${card}`);
  return reference;
}

/** Marlow Bridge, changed as asked, and a second school of the same tenant with other people. */
function twoSchools(change: (text: string) => string): string {
  const folder = mkdtempSync(join(tmpdir(), 'staffroom-schools-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const id of [schoolId, 'otter-lane']) {
    cpSync(join(projectRoot, 'policies', schoolId), join(folder, id), { recursive: true });
  }
  const yaml = (id: string) => join(folder, id, 'school.yaml');
  const text = readFileSync(yaml(schoolId), 'utf8');
  writeFileSync(yaml(schoolId), change(text));
  writeFileSync(
    yaml('otter-lane'),
    text
      .replace('id: marlow-bridge', 'id: otter-lane')
      .replace('name: Marlow Bridge', 'name: Otter Lane')
      .replaceAll('objectId: 0', 'objectId: 1')
      .replaceAll('@marlowbridge.example', '@otterlane.example'),
  );
  return folder;
}
