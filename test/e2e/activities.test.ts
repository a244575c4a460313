import { afterAll, beforeAll, expect, test } from 'vitest';
import { actionActivity, ids, messageActivity } from '../support/activities.ts';
import { startServer, type Server } from '../support/start-server.ts';

let server: Server;
const head = { id: '29:head', name: 'Helen Marsh', aadObjectId: '00000000-0000-4000-8000-000000000001' };
const dsl = { id: '29:dsl', name: 'Daniel Reid', aadObjectId: '00000000-0000-4000-8000-000000000002' };

beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const message = (changes: Record<string, unknown>) => messageActivity(server.connector.url, 'hello', changes);
const elsewhere = { id: ids.otherTenant };

const malformed: [string, Record<string, unknown>][] = [
  ['no type', { type: undefined }],
  ['an empty type', { type: '' }],
  ['no id', { id: undefined }],
  ['an id that is a number', { id: 7 }],
  ['an id of 2,000 characters', { id: 'x'.repeat(2000) }],
  ['no channel', { channelId: undefined }],
  ['no service URL', { serviceUrl: undefined }],
  ['a service URL that is an object', { serviceUrl: {} }],
  ['no sender', { from: undefined }],
  ['a sender without an id', { from: { name: 'A Teacher' } }],
  ['a sender that is text', { from: 'me' }],
  ['no conversation', { conversation: undefined }],
  ['a conversation without an id', { conversation: {} }],
  ['a conversation that is a list', { conversation: [] }],
  ['words that are an object', { text: { words: 'hello' } }],
  ['mentions that are text', { entities: 'all' }],
  ['attachments that are an object', { attachments: {} }],
  ['channel data that is text', { channelData: 'x' }],
  ['a tenant that is a number', { channelData: { tenant: { id: 1 } } }],
];

const foreign: [string, Record<string, unknown>][] = [
  [
    'another tenant in both places',
    { channelData: { tenant: elsewhere }, conversation: { id: 'a:x', tenantId: ids.otherTenant } },
  ],
  ['another tenant in the channel data', { channelData: { tenant: elsewhere } }],
  ['another tenant in the conversation', { conversation: { id: 'a:x', tenantId: ids.otherTenant } }],
  ['another tenant in the channel data alone', { channelData: { tenant: elsewhere }, conversation: { id: 'a:x' } }],
  ['a sender of another tenant', { from: { id: '29:x', aadObjectId: ids.teacher, tenantId: ids.otherTenant } }],
  ['no tenant at all', { channelData: {}, conversation: { id: 'a:x' } }],
  ['a tenant id with a space', { channelData: { tenant: { id: ` ${ids.tenant}` } } }],
  ['another channel', { channelId: 'webchat' }],
  ['the emulator', { channelId: 'emulator' }],
  ['the channel of a private network', { channelId: 'AseChannel' }],
  ['another service', { serviceUrl: 'https://smba.trafficmanager.net/uk/' }],
  ['a service on another port', { serviceUrl: 'http://127.0.0.1:1/' }],
  ['a service that is no address', { serviceUrl: 'somewhere' }],
];

test.each(malformed)('an activity with %s is refused with 400 and nothing runs', async (_name, changes) => {
  const calls = server.connector.calls.length;
  const response = await server.post(message(changes));
  expect(response.status).toBe(400);
  expect(await response.text()).toBe('{"error":"The request is not one that this service understands."}');
  expect(server.connector.calls.length).toBe(calls);
});

test.each(foreign)('an activity from %s is refused with 403 and nothing runs', async (_name, changes) => {
  const calls = server.connector.calls.length;
  const response = await server.post(message(changes));
  expect(response.status).toBe(403);
  expect(await response.text()).toBe('{"error":"This is not served here."}');
  expect(server.connector.calls.length).toBe(calls);
});

test('the tenant is the same in capitals, and once is enough', async () => {
  expect((await server.post(message({ channelData: { tenant: { id: ids.tenant.toUpperCase() } } }))).status).toBe(200);
  expect((await server.post(message({ channelData: null }))).status).toBe(200);
});

test('an activity of a kind that nobody has heard of is accepted and answers nothing', async () => {
  const seen = server.connector.seen.length;
  expect((await server.post(message({ type: 'somethingNew', text: undefined, from: head }))).status).toBe(200);
  expect(server.connector.seen.length).toBe(seen);
});

test.each([
  ['an unknown verb', 'nobody.knows', {}],
  ['no verb', '', {}],
  ['a clause of another policy', 'answering.section', { clause: 'no-such-policy#aaaaaa', others: [] }],
  ['a clause that is an object', 'answering.section', { clause: { id: 1 }, others: [] }],
  ['more than it should carry', 'answering.section', { clause: 'a#b', others: [], role: 'head' }],
])('a click with %s is answered with a body and does not fail', async (_name, verb, data) => {
  const response = await server.post(actionActivity(server.connector.url, verb, data, { from: dsl }));
  expect(response.status).toBe(200);
  expect(JSON.parse(await response.text())).toMatchObject({ statusCode: expect.any(Number) as number });
  expect((await server.settledOutput()).stderr).not.toContain('a turn failed');
});

test.each([undefined, null, {}, { action: null }, { action: 'x' }, 'text', 7, []])(
  'a click whose value is %j is answered with a body',
  async (value) => {
    const response = await server.post(actionActivity(server.connector.url, 'x', {}, { value, from: dsl }));
    expect(response.status).toBe(200);
    expect(await response.text()).not.toBe('');
  },
);

test('a question of a member of staff is answered once, with a card, however often it is delivered', async () => {
  const question = messageActivity(server.connector.url, 'May I use my own phone in the classroom?', { from: head });
  const before = server.connector.seen.length;
  const responses = await Promise.all([server.post(question), server.post(question), server.post(question)]);
  expect(responses.map(({ status }) => status)).toEqual([200, 200, 200]);
  const answers = server.connector.seen.slice(before);
  expect(answers).toHaveLength(1);
  expect(JSON.stringify(answers[0]?.activity.attachments)).toContain('AdaptiveCard');
});

test('a clause is found from beside a chat by a member of staff, and by nobody else, without a call to Teams', async () => {
  const search = (from: object) =>
    server.post(
      messageActivity(server.connector.url, '', {
        type: 'invoke',
        name: 'composeExtension/query',
        text: undefined,
        value: { commandId: 'quoteClause', parameters: [{ name: 'words', value: 'own phone' }] },
        conversation: { id: '19:class@thread.v2', conversationType: 'groupChat', isGroup: true, tenantId: ids.tenant },
        from,
      }),
    );
  const sent = server.connector.seen.length;
  expect(await (await search(head)).json()).toMatchObject({
    composeExtension: { type: 'result', attachments: expect.arrayContaining([]) as unknown[] },
  });
  const pupil = await (await search({ id: '29:pupil', name: 'Pip', aadObjectId: ids.teacher })).text();
  expect(pupil).toContain('This is for school staff');
  expect(server.connector.seen).toHaveLength(sent);
});

test.each([
  '${$root.best}',
  '${string(range(0,20000000))}',
  '${json("{}")} phone',
  '@{concat("a","b")} phone',
  '{{DATE(2026-01-01)}}',
])('the question %s stays words: nothing in it is evaluated', async (words) => {
  const started = performance.now();
  const response = await server.post(
    messageActivity(server.connector.url, `May I use my phone ${words}?`, { from: head }),
  );
  expect(response.status).toBe(200);
  expect(performance.now() - started).toBeLessThan(1500);
  const card = JSON.stringify(server.connector.seen.at(-1)?.activity);
  expect(card).toContain('AdaptiveCard');
  expect(card).not.toMatch(/\[object Object\]|0,1,2,3/);
  expect((await server.settledOutput()).stderr).not.toContain('a turn failed');
});

test('a question in a channel that the bot was just removed from is accepted, and the next one is answered', async () => {
  const gone = { kind: 'status', status: 403 } as const;
  server.connector.fail(({ method }) => method === 'POST', gone);
  const channel = {
    id: '19:x@thread.tacv2;messageid=1',
    conversationType: 'channel',
    isGroup: true,
    tenantId: ids.tenant,
  };
  const mention = {
    type: 'mention',
    text: '<at>Staffroom</at>',
    mentioned: { id: `28:${ids.bot}`, name: 'Staffroom' },
  };
  const channelData = {
    tenant: { id: ids.tenant },
    team: { id: '19:team@thread.tacv2' },
    channel: { id: '19:x@thread.tacv2' },
  };
  const asked = messageActivity(server.connector.url, '<at>Staffroom</at> May I use my phone?', {
    from: head,
    conversation: channel,
    entities: [mention],
    channelData,
  });
  expect((await server.post(asked)).status).toBe(200);
  server.connector.clearFaults();
  const before = server.connector.seen.length;
  expect((await server.post(messageActivity(server.connector.url, 'Who is the DSL?', { from: head }))).status).toBe(
    200,
  );
  expect(server.connector.seen.length).toBe(before + 1);
  expect(server.process.exitCode).toBeNull();
});

test('what people wrote, and who they are, is not in the log', async () => {
  await server.post(
    messageActivity(server.connector.url, 'canary-words 9f2 about a pupil', { from: { ...head, name: 'Canary Name' } }),
  );
  const { stdout, stderr } = await server.settledOutput();
  expect(stdout + stderr).not.toMatch(/canary|own phone|Helen|Marsh|29:head|00000000-0000-4000-8000-000000000001/i);
});
