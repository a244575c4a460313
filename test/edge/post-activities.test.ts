import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ActivityTypes, CardFactory, MessageFactory, type Activity } from 'botbuilder';
import { ConnectorClient } from 'botframework-connector';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { messageCard } from '../../src/cards/messages/message.ts';
import { postActivities } from '../../src/teams/post-activities.ts';
import { startFakeConnector, type FakeConnector } from '../support/fake-connector.ts';

let connector: FakeConnector;
beforeAll(async () => void (connector = await startFakeConnector({ token: 'token-of-the-bot' })));
afterAll(() => connector.close());

function createClient(serviceUrl: string): ConnectorClient {
  const credentials: ConnectorClient['credentials'] = {
    signRequest(request) {
      request.headers.set('authorization', 'Bearer token-of-the-bot');
      return Promise.resolve(request);
    },
  };
  return new ConnectorClient(credentials, { baseUri: serviceUrl });
}

function createPlainClient(serviceUrl: string): ConnectorClient {
  const client = createClient(serviceUrl);
  postActivities(client, serviceUrl);
  return client;
}

const chat = '19:x@thread.tacv2;messageid=1';
const card = messageCard.render({ title: 'A “title” — ready', paragraphs: ['Ask\nhere', 'ü 🙂'] });
const message: Partial<Activity> = {
  ...MessageFactory.attachment(CardFactory.adaptiveCard(card)),
  type: ActivityTypes.Message,
  summary: 'From your school’s policies',
  channelId: 'msteams',
  serviceUrl: 'https://smba.example/uk/',
  from: { id: '28:bot', name: 'Staffroom' },
  recipient: { id: '29:teacher', name: 'A Teacher', aadObjectId: 'a1' },
  conversation: { id: chat, isGroup: true, conversationType: 'channel', tenantId: 't1', name: '' },
  channelData: { notification: { alert: true } },
};

const ways: [string, (client: ConnectorClient) => Promise<unknown>][] = [
  ['sent', ({ conversations }) => conversations.sendToConversation(chat, message)],
  ['sent as a reply', ({ conversations }) => conversations.replyToActivity(chat, 'm 1/2', message)],
  ['changed', ({ conversations }) => conversations.updateActivity(chat, 'm 1/2', message)],
];

test.each(ways)('a message is %s just as the SDK’s own client would do it', async (_name, send) => {
  for (const address of [connector.url, connector.url.replace(/\/$/, '')]) {
    const calls = [];
    for (const client of [createClient(address), createPlainClient(address)]) {
      expect(await send(client)).toMatchObject({ id: expect.any(String) as string });
      calls.push(connector.calls.at(-1));
    }
    const [theirs, ours] = calls;
    expect(ours?.body).toEqual(theirs?.body);
    expect([ours?.method, ours?.path]).toEqual([theirs?.method, theirs?.path]);
    for (const name of ['content-type', 'content-length', 'authorization', 'x-ms-conversation-id'])
      expect([name, ours?.headers[name]]).toEqual([name, theirs?.headers[name]]);
  }
});

test('a refusal tells its status, its body and how long to stay away', async () => {
  const headers = { 'retry-after': '7' };
  connector.fail(() => true, { kind: 'status', status: 429, code: 'TooMany', headers }, 1);
  const sending = createPlainClient(connector.url).conversations.sendToConversation(chat, message);
  const error = (await sending.catch((error: unknown) => error)) as {
    statusCode: number;
    message: string;
    response: { bodyAsText: string; headers: { get(name: string): string | undefined } };
  };
  expect(error).toBeInstanceOf(Error);
  expect([error.statusCode, error.response.headers.get('Retry-After')]).toEqual([429, '7']);
  expect(error.response.bodyAsText).toContain('TooMany');
  expect(error.message).not.toContain('TooMany');
});

test.each(['', 'taken', '{"id":1}', '[]'])(
  'an answer of 2xx that says “%s” is that the message was taken',
  async (answer) => {
    const service = createServer((_request, response) => {
      response.statusCode = 201;
      response.end(answer);
    }).listen(0, '127.0.0.1');
    onTestFinished(() => void service.close());
    await once(service, 'listening');
    const { conversations } = createPlainClient(`http://127.0.0.1:${(service.address() as AddressInfo).port}`);
    expect((await conversations.sendToConversation(chat, message)).id).toBeUndefined();
  },
);
