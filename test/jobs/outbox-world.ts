import { randomUUID } from 'node:crypto';
import { CloudAdapter } from 'botbuilder';
import { vi } from 'vitest';
import type { Delivery, DeliveryState } from '../../src/domain/delivery/delivery.ts';
import type { DeliveryStore } from '../../src/domain/delivery/delivery-store.ts';
import type { Messenger } from '../../src/domain/delivery/messenger.ts';
import { startDelivering, type DeliverDeps, type Delivering } from '../../src/jobs/deliver.ts';
import { createMemoryLimiter } from '../../src/jobs/send-limiters.ts';
import { createSendPace } from '../../src/jobs/send-pace.ts';
import { createLog } from '../../src/log.ts';
import { createBotAuthentication } from '../../src/teams/bot-authentication.ts';
import { createTeamsMessenger, type TeamsMessengerDeps } from '../../src/teams/teams-messenger.ts';
import { messageCard } from '../../src/cards/messages/message.ts';
import type { Stores } from '../../src/storage/stores.ts';
import { ids } from '../support/activities.ts';
import { createFakeBotAuth } from '../support/fake-bot-auth.ts';
import { startFakeConnector, type FakeConnector, type FakeConnectorOptions } from '../support/fake-connector.ts';
import { createMemoryStores } from '../support/memory-stores.ts';

/**
 * The real outbox, limits, messenger and adapter against the fake connector over HTTP, with a clock that jumps from one
 * timer to the next whenever nothing is on its way: hours pass in seconds, and nothing is skipped.
 */
export interface OutboxWorld {
  readonly connector: FakeConnector;
  readonly stores: Stores;
  readonly logged: string[];
  /** Starts one more instance, of several that share the outbox. `store` may stand between it and the outbox. */
  deliver(
    options?: { store?: DeliveryStore; messenger?: Messenger } & Partial<Pick<DeliverDeps, 'holder' | 'atRest'>>,
  ): Promise<Delivering>;
  /** Records what is owed to these people, each a delivery of its own, in this order. `person` is a number. */
  owe(owed: readonly { name: string; person: number; onAmbiguous?: Delivery['onAmbiguous'] }[]): Promise<void>;
  find(name: string): Promise<Delivery>;
  /** Lets time pass until `done` or for `ms`, whichever is first; returns the milliseconds that passed. */
  pass(ms: number, done?: () => boolean | Promise<boolean>): Promise<number>;
  counts(): Promise<Readonly<Record<DeliveryState, number>>>;
  close(): Promise<void>;
}

export const personId = (person: number): string => `5f0c0000-0000-4000-9000-${String(person).padStart(12, '0')}`;
export const conversationOf = (person: number): string => `a:person-${person}`;

export async function createOutboxWorld({
  messengerOf = () => ({}),
  storesOf = () => Promise.resolve(createMemoryStores()),
  ...options
}: FakeConnectorOptions & {
  people?: number;
  /** What the messenger has instead, once the adapter is made. */
  messengerOf?: (made: { adapter: CloudAdapter }) => Partial<TeamsMessengerDeps>;
  storesOf?: (serviceUrl: string) => Promise<Stores>;
} = {}): Promise<OutboxWorld> {
  vi.useFakeTimers({
    toFake: ['setTimeout', 'clearTimeout', 'Date', 'performance'],
    now: Date.parse('2026-11-20T10:00:00Z'),
  });
  const connector = await startFakeConnector({
    token: 'token-of-the-bot',
    enforceLimits: true,
    strict: true,
    ...options,
  });
  const stores = await storesOf(connector.url);
  const { persons, deliveries } = stores;
  for (let person = 0; person < (options.people ?? 0); person++) {
    connector.setMembers(conversationOf(person), []);
    await persons.rememberAddress({
      tenantId: ids.tenant,
      objectId: personId(person),
      serviceUrl: connector.url,
      conversationId: conversationOf(person),
      userId: `29:${person}`,
      botId: `28:${ids.bot}`,
    });
  }
  const logged: string[] = [];
  const log = createLog('debug', { write: (line: string) => void logged.push(line) });
  const mayCall = (address: string) => address === connector.url;
  const adapter = new CloudAdapter(createBotAuthentication(createFakeBotAuth(ids.bot, 'http://127.0.0.1:9'), mayCall));
  // As in the running bot: with an error boundary the adapter swallows what a turn throws.
  adapter.onTurnError = () => Promise.resolve();
  const now = () => new Date();
  let onTheWay = 0;
  const started: Delivering[] = [];

  const pace = await createSendPace(stores.sendSlots, { limiterFor: createMemoryLimiter, newHolder: randomUUID });
  const waiting = (work: () => Promise<void>) => {
    onTheWay--;
    return work().finally(() => onTheWay++);
  };
  const real = createTeamsMessenger({
    adapter,
    botId: ids.bot,
    persons,
    mayCall,
    cardFor: ({ key }, { secondCopy }) => ({
      card: messageCard.render({ title: secondCopy ? `Second copy of ${key}` : key, paragraphs: [] }),
      summary: secondCopy ? 'Staffroom: second copy of a message' : 'Staffroom: your question was answered',
    }),
    places: stores.places,
    rosterOf: () => () => Promise.resolve({ kind: 'unreadable', code: 'no-channel-here' }),
    rosterFaultOf: () => Promise.resolve('roster-unreadable'),
    now,
    log,
    ...messengerOf({ adapter }),
  });
  const messenger: Messenger = {
    send: (delivery, how) => track(real.send(delivery, { ...how, oneMore: () => waiting(how.oneMore) })),
  };

  const track = <Result>(work: Promise<Result>): Promise<Result> => {
    onTheWay++;
    return work.finally(() => onTheWay--);
  };
  /** The same store; the clock stands still while it works. */
  const tracked = (store: DeliveryStore): DeliveryStore => ({
    ...store,
    claim: (...claim) => track(store.claim(...claim)),
    begin: (...begin) => track(store.begin(...begin)),
    renew: (...renewal) => track(store.renew(...renewal)),
    held: () => track(store.held()),
    settle: (...settlement) => track(store.settle(...settlement)),
    takeOver: (...settlement) => track(store.takeOver(...settlement)),
  });

  /** Resolves when whatever was on its way has arrived or hangs. */
  async function quiet(): Promise<void> {
    for (let calm = 0; calm < 4; calm = onTheWay > connector.holding() ? 0 : calm + 1) await new Promise(setImmediate);
  }

  let acts = 0;
  return {
    connector,
    stores,
    logged,
    async deliver({
      holder = `instance-${started.length}`,
      store = { ...deliveries, shared: true },
      messenger: other = messenger,
      atRest,
    } = {}) {
      const delivering = startDelivering({
        deliveries: tracked(store),
        messenger: other,
        pace,
        holder,
        atRest,
        now,
        random: Math.random,
        log,
      });
      started.push(delivering);
      await quiet();
      return delivering;
    },
    async owe(owed) {
      const at = now().toISOString();
      const person = { tenantId: ids.tenant, objectId: ids.teacher };
      const id = `question-${acts++}`;
      await stores.questions.submit(
        { activityKey: id, submissionId: id },
        { id, schoolId: 'marlow-bridge', asker: person, owner: person, sealedText: 'sealed', askedAt: at },
        {
          entries: [],
          owed: owed.map(({ name, person: to, onAmbiguous = 'send-once-more' }) => ({
            key: name,
            schoolId: 'marlow-bridge',
            subject: { kind: 'question-asked', questionId: name },
            to: { tenantId: ids.tenant, objectId: personId(to) },
            onAmbiguous,
            state: 'pending',
            notBefore: at,
            createdAt: at,
            attempts: [],
          })),
        },
      );
    },
    async find(name) {
      const found = await deliveries.find(name);
      if (!found) throw new Error(`there is no delivery ${name}`);
      return found;
    },
    async pass(ms, done = () => false) {
      const begun = Date.now();
      await quiet();
      while (Date.now() - begun < ms && !(await done())) {
        vi.advanceTimersToNextTimer();
        await quiet();
      }
      return Date.now() - begun;
    },
    counts: async () => (await deliveries.summary()).counts,
    async close() {
      vi.useRealTimers();
      await Promise.all(started.map((one) => one.stop()));
      await connector.close();
      await stores.close();
    },
  };
}

/** The headings of the messages that people see, in the order in which they appeared, by conversation. */
export function headingsSeen(connector: FakeConnector): Map<string, string[]> {
  const headings = new Map<string, string[]>();
  for (const { kind, conversationId, activity } of connector.seen) {
    if (kind !== 'created') continue;
    const [attachment] = activity.attachments as { content: { body: { inlines: { text: string }[] }[] } }[];
    const text = attachment?.content.body[0]?.inlines[0]?.text ?? '';
    headings.set(conversationId, [...(headings.get(conversationId) ?? []), text]);
  }
  return headings;
}
