import { afterAll, beforeAll, expect, test } from 'vitest';
import { actionActivity, ids, messageActivity } from '../support/activities.ts';
import { startEdge, type Edge } from '../support/start-edge.ts';

let edge: Edge;
let turns = 0;

beforeAll(async () => {
  edge = await startEdge({
    async run(turn) {
      turns++;
      if (turn.activity.text === 'fail') throw new Error('secret words of a person');
      if (turn.activity.text === 'slow') await new Promise((resolve) => setTimeout(resolve, 300));
      if (turn.activity.type === 'message') return turn.sendActivity(`You said: ${turn.activity.text}`);
      const { action } = turn.activity.value as { action?: { verb?: string } };
      if (action?.verb === 'fail') throw new Error('secret words of a person');
      if (action?.verb !== 'known') return;
      await turn.sendActivity({ type: 'invokeResponse', value: { status: 200, body: { statusCode: 200, n: turns } } });
    },
  });
});
afterAll(() => edge.close());

const said = (): string[] => edge.connector.seen.map(({ activity }) => String(activity.text));

test('a signed message reaches the bot and its answer reaches the sender', async () => {
  const response = await edge.post(messageActivity(edge.connector.url, 'hello'));
  expect(response.status).toBe(200);
  expect(said()).toContain('You said: hello');
  expect(edge.connector.calls.at(-1)?.headers.authorization).toBe('Bearer token-of-the-bot');
});

test('an activity that is delivered three times, twice while the first runs, is answered once', async () => {
  const activity = messageActivity(edge.connector.url, 'slow');
  const before = turns;
  const responses = await Promise.all([edge.post(activity), edge.post(activity)]);
  responses.push(await edge.post(activity));
  expect(responses.map(({ status }) => status)).toEqual([200, 200, 200]);
  expect(turns - before).toBe(1);
  expect(said().filter((text) => text === 'You said: slow')).toHaveLength(1);
});

test('one activity id in two conversations is two activities', async () => {
  const activity = messageActivity(edge.connector.url, 'twice');
  await edge.post(activity);
  await edge.post({ ...activity, conversation: { id: 'a:other', conversationType: 'personal', tenantId: ids.tenant } });
  expect(said().filter((text) => text === 'You said: twice')).toHaveLength(2);
});

test('a redelivered click gets the same response as the first, byte for byte', async () => {
  const activity = actionActivity(edge.connector.url, 'known', {});
  const first = await (await edge.post(activity)).text();
  const second = await (await edge.post(activity)).text();
  expect(JSON.parse(first)).toMatchObject({ statusCode: 200 });
  expect(second).toBe(first);
});

test('a redelivery with another token, or none, gets nothing of the first response', async () => {
  const activity = actionActivity(edge.connector.url, 'known', {});
  await edge.post(activity);
  const bad = await edge.authority.sign({ key: 'foreign', header: { kid: 'good' } });
  const stolen = await edge.post(activity, { authorization: `Bearer ${bad}` });
  expect(stolen.status).toBe(401);
  expect(await stolen.text()).not.toContain('statusCode');
});

test('a click that fails is answered with words and an error id, which the log carries without the words', async () => {
  const response = await edge.post(actionActivity(edge.connector.url, 'fail', {}));
  const body = (await response.json()) as { type: string; value: string };
  expect(response.status).toBe(200);
  expect(body.type).toBe('application/vnd.microsoft.activity.message');
  const [errorId = 'none'] = /E-\d+/.exec(body.value) ?? [];
  expect(edge.logged.join('')).toContain(`"errorId":"${errorId}"`);
  expect(edge.logged.join('')).not.toContain('secret words');
});

test('a message whose turn fails is answered with words and an error id', async () => {
  const response = await edge.post(messageActivity(edge.connector.url, 'fail'));
  expect(response.status).toBe(200);
  expect(said().at(-1)).toMatch(/was not completed.*E-\d+/);
});

test('a turn whose answer cannot be sent still answers the request', async () => {
  edge.connector.fail(() => true, { kind: 'status', status: 403 });
  const response = await edge.post(messageActivity(edge.connector.url, 'unsent'));
  edge.connector.clearFaults();
  expect(response.status).toBe(200);
  expect(edge.logged.at(-1)).toContain('could not be told');
});

test.each([
  'adaptiveCard/action',
  'task/fetch',
  'task/submit',
  'composeExtension/query',
  'message/submitAction',
  undefined,
])('an invoke that nothing answers (%s) gets a body that says so', async (name) => {
  const response = await edge.post(actionActivity(edge.connector.url, 'unheard-of', {}, { name }));
  expect(response.status).not.toBe(501);
  expect(await response.text()).toContain('no longer in use');
});
