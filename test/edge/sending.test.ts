import type { ConversationReference } from 'botbuilder';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { ids, messageActivity } from '../support/activities.ts';
import { startFakeConnector, type FakeConnector, type Fault } from '../support/fake-connector.ts';
import { startEdge, type Edge } from '../support/start-edge.ts';

let edge: Edge;
let elsewhere: FakeConnector;
let failure: unknown;

beforeAll(async () => {
  elsewhere = await startFakeConnector();
  edge = await startEdge({
    run: (turn) => turn.sendActivity(turn.activity.text).catch((error: unknown) => void (failure = error)),
  });
});
afterEach(() => {
  edge.connector.clearFaults();
  failure = undefined;
});
afterAll(() => Promise.all([edge.close(), elsewhere.close()]));

const posts = (): number => edge.connector.calls.filter(({ method }) => method === 'POST').length;

const faults: [string, Fault][] = [
  ['500', { kind: 'status', status: 500 }],
  ['500 after it was shown', { kind: 'status', status: 500, shown: true }],
  ['502', { kind: 'status', status: 502 }],
  ['503 with Retry-After', { kind: 'status', status: 503, headers: { 'retry-after': '1' } }],
  ['504', { kind: 'status', status: 504 }],
  ['412', { kind: 'status', status: 412 }],
  ['429 with Retry-After', { kind: 'status', status: 429, headers: { 'retry-after': '1' } }],
  ['429', { kind: 'status', status: 429 }],
  ['403', { kind: 'status', status: 403 }],
  ['a broken connection', { kind: 'reset' }],
  ['a broken connection after it was shown', { kind: 'reset', shown: true }],
];

test.each(faults)(
  'an answer that meets %s is sent exactly once, and the bot learns that it failed',
  async (_name, fault) => {
    edge.connector.fail(() => true, fault);
    const before = posts();
    const started = performance.now();
    const response = await edge.post(messageActivity(edge.connector.url, 'answer'));
    expect(response.status).toBe(200);
    expect(posts() - before).toBe(1);
    expect(failure).toBeInstanceOf(Error);
    expect(performance.now() - started).toBeLessThan(1000);
  },
);

test.each(faults)('opening a conversation that meets %s is tried exactly once', async (_name, fault) => {
  edge.connector.fail(() => true, fault);
  const before = posts();
  const opening = edge.adapter.createConversationAsync(
    ids.bot,
    'msteams',
    edge.connector.url,
    'https://api.botframework.com',
    {
      isGroup: false,
      bot: { id: '28:bot', name: 'Staffroom' },
      members: [{ id: '29:x', name: '' }],
      channelData: {},
    },
    () => Promise.resolve(),
  );
  await expect(opening).rejects.toThrow();
  expect(posts() - before).toBe(1);
});

test('a redirect is not followed, so the bot’s token goes nowhere else', async () => {
  edge.connector.fail(() => true, { kind: 'redirect', to: `${elsewhere.url}v3/conversations/x/activities` });
  await edge.post(messageActivity(edge.connector.url, 'answer'));
  expect(failure).toBeInstanceOf(Error);
  expect(elsewhere.calls).toHaveLength(0);
});

test('a stored address of another service is refused before anything is sent', async () => {
  const reference = {
    serviceUrl: elsewhere.url,
    conversation: { id: 'a:x' },
    bot: { id: '28:bot' },
    channelId: 'msteams',
  };
  const sending = edge.adapter.continueConversationAsync(ids.bot, reference as Partial<ConversationReference>, (turn) =>
    turn.sendActivity('hello').then(() => undefined),
  );
  await expect(sending).rejects.toThrow('not of an allowed service');
  const opening = edge.adapter.createConversationAsync(
    ids.bot,
    'msteams',
    elsewhere.url,
    '',
    { isGroup: false } as never,
    () => Promise.resolve(),
  );
  await expect(opening).rejects.toThrow('not of an allowed service');
  expect(elsewhere.calls).toHaveLength(0);
});
