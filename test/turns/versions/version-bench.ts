import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TestAdapter, TurnContext } from 'botbuilder';
import { onTestFinished } from 'vitest';
import { z } from 'zod/v4';
import { openShelf } from '../../../src/documents/open-shelf.ts';
import { createRecognise } from '../../../src/domain/people/recognise.ts';
import type { LibraryShelf } from '../../../src/domain/policies/library-shelf.ts';
import { createFinderCache } from '../../../src/finder-cache.ts';
import { createLog } from '../../../src/log.ts';
import { projectRoot } from '../../../src/project-root.ts';
import { openServedShelf } from '../../../src/served-shelf.ts';
import { createBot } from '../../../src/teams/bot.ts';
import { createCardFor } from '../../../src/teams/card-for.ts';
import { createMemoryStores } from '../../support/memory-stores.ts';
import { questionDeps } from '../../support/question-deps.ts';

const tenant = 'c0000000-0000-4000-8000-000000000001';
const botId = 'b0000000-0000-4000-8000-000000000001';
const listed = (number: number) => `00000000-0000-4000-8000-00000000000${number}`;
const person = (name: string, aadObjectId: string) => ({ id: `29:${name}`, name, aadObjectId });
export const people = {
  teacher: person('Amara Okafor', '00000000-0000-4000-8000-0000000000a1'),
  head: person('Helen Marsh', listed(1)),
  dsl: person('Daniel Reid', listed(2)),
  deputyHead: person('Tom Bellamy', listed(4)),
  chair: person('Margaret Oyelaran', listed(5)),
  otherHead: person('Olive Head', '10000000-0000-4000-8000-000000000001'),
};
export type Who = keyof typeof people;
export const schoolId = 'marlow-bridge';
export const policyId = 'staff-acceptable-use';
let activities = 0;

/** The real bot over files that a test changes, the real stores (lowdb in memory) and the real shelf; only Teams is played. */
export async function openVersions({
  stores = createMemoryStores(),
  publicUrl,
  prepare = () => undefined,
  onEnd = onTestFinished,
}: {
  stores?: ReturnType<typeof createMemoryStores>;
  publicUrl?: string;
  /** Changes the folder with the schools before the bot reads it. */
  prepare?: (folder: string) => void;
  /** Takes what is to be done when it is no longer needed: after the test, unless several share it. */
  onEnd?: (work: () => void | Promise<void>) => void;
} = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'versions-'));
  onEnd(() => rmSync(folder, { recursive: true }));
  cpSync(join(projectRoot, 'policies', schoolId), join(folder, schoolId), { recursive: true });
  prepare(folder);
  const load = () => openShelf(folder, { watch: false });
  let loaded = await load();
  const files: LibraryShelf = {
    schools: () => loaded.schools(),
    find: (id) => loaded.find(id),
    trust: () => loaded.trust(),
    problems: () => loaded.problems(),
    close: () => undefined,
  };
  const clock = { now: new Date('2026-11-20T10:05:00.000Z') };
  const now = () => clock.now;
  const logged: string[] = [];
  const log = createLog('debug', { write: (line: string) => void logged.push(line) });
  const { versions, persons } = stores;
  await persons.saveStaffTeam({
    schoolId,
    tenantId: tenant,
    teamId: 'group-1',
    teamName: 'Staff',
    serviceUrl: 'https://smba.example/uk/',
    conversationId: '19:staff@thread.tacv2',
    connectedBy: people.head.aadObjectId,
    connectedAt: '2026-11-01T09:00:00.000Z',
    refreshedAt: '2026-11-01T09:00:00.000Z',
    members: [{ objectId: people.teacher.aadObjectId, name: people.teacher.name }],
  });
  const served = await openServedShelf({
    files,
    versions,
    reviews: stores.reviews,
    persons,
    absences: stores.absences,
    tenantId: tenant,
    now,
    log,
    onOwed: () => undefined,
  });
  onEnd(() => served.stop());
  await served.refresh();
  const deps = {
    ...stores,
    ...questionDeps(),
    recognise: createRecognise({ store: persons, shelf: served }),
    shelf: served,
    proposedHash: (school: string, policy: string) => served.proposedHash(school, policy),
    onVersions: () => served.refresh(),
    finderFor: createFinderCache(),
    now,
    log,
    onOwed: () => undefined,
    ...(publicUrl !== undefined && { publicUrl }),
    ownAppId: botId,
    serves: (id: string) => id === tenant,
  };
  const bot = createBot(deps);
  const cardFor = createCardFor(deps);

  async function run(who: Who, changes: Record<string, unknown>, place: 'personal' | 'groupChat'): Promise<string> {
    return (await runAll(who, changes, place))[0] ?? '""';
  }

  /** Every card that one turn led to, as JSON text. */
  async function runAll(
    who: Who,
    changes: Record<string, unknown>,
    place: 'personal' | 'groupChat',
  ): Promise<string[]> {
    const adapter = new TestAdapter();
    Object.assign(adapter, {
      createConnectorClient: () => ({ conversations: { getConversationMember: () => Promise.resolve({}) } }),
    });
    const activity = {
      type: 'message',
      id: `activity-${++activities}`,
      channelId: 'msteams',
      serviceUrl: 'https://smba.example/uk/',
      recipient: { id: `28:${botId}`, name: 'Staffroom' },
      from: people[who],
      conversation: {
        id: `a:${who}`,
        name: '',
        conversationType: place,
        tenantId: tenant,
        isGroup: place !== 'personal',
      },
      channelData: { tenant: { id: tenant } },
      ...changes,
    };
    await bot.run(new TurnContext(adapter, structuredClone(activity)));
    const invoke = adapter.activityBuffer.find(({ type }) => type === 'invokeResponse');
    const answered = z.object({ value: z.object({ body: z.object({ value: z.unknown() }) }) }).safeParse(invoke).data;
    const sent = adapter.activityBuffer.filter(({ type }) => type === 'message');
    const cards = sent.map(({ attachments }): unknown => attachments?.[0]?.content);
    return [...(answered ? [answered.value.body.value] : []), ...cards].map((card) => JSON.stringify(card));
  }

  return {
    ...deps,
    logged,
    clock,
    run,
    runAll,
    cardFor,
    /** Changes the policy's file, as an IT person does, and has the bot look. */
    async edit(change: (text: string) => string) {
      const path = join(folder, schoolId, `${policyId}.md`);
      const text = readFileSync(path, 'utf8');
      const changed = change(text);
      if (changed === text) throw new Error('the test changed nothing');
      writeFileSync(path, changed);
      loaded = await load();
      await served.refresh();
    },
    say: (who: Who, text: string, place: 'personal' | 'groupChat' = 'personal') => run(who, { text }, place),
    press: (who: Who, verb: string, data: unknown, place: 'personal' | 'groupChat' = 'personal') =>
      run(
        who,
        { type: 'invoke', name: 'adaptiveCard/action', value: { action: { type: 'Action.Execute', verb, data } } },
        place,
      ),
    /** What is owed now: to whom, and the card as it would be sent. */
    async owed() {
      const claimed = await stores.deliveries.claim(now().toISOString(), {
        limit: 50,
        leaseMs: 1_000,
        holder: `${++activities}`,
      });
      return Promise.all(
        claimed.map(async (one) => ({ to: one.to, card: JSON.stringify(await cardFor(one, { secondCopy: false })) })),
      );
    },
    hash: () => served.proposedHash(schoolId, policyId) ?? '',
  };
}
