import { CloudAdapter } from 'botbuilder';
import { createServer } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { noConsequences } from '../../src/domain/delivery/consequences.ts';
import { messageCard } from '../../src/cards/messages/message.ts';
import type { Delivery } from '../../src/domain/delivery/delivery.ts';
import type { SafeguardingPlace } from '../../src/domain/incidents/safeguarding-place.ts';
import type { PersonStore } from '../../src/domain/people/person-store.ts';
import { createLog } from '../../src/log.ts';
import type { Stores } from '../../src/storage/stores.ts';
import { actOf } from '../../src/teams/act-of.ts';
import type { BotAuth } from '../../src/teams/bot-auth.ts';
import { createBotAuthentication } from '../../src/teams/bot-authentication.ts';
import { createRosterReader } from '../../src/teams/people/team-roster.ts';
import { createTeamsMessenger, type TeamsMessengerDeps } from '../../src/teams/teams-messenger.ts';
import { ids, messageActivity } from '../support/activities.ts';
import { createFakeBotAuth } from '../support/fake-bot-auth.ts';
import { startFakeConnector, type FakeConnector, type Fault } from '../support/fake-connector.ts';
import { createMemoryStores } from '../support/memory-stores.ts';

let connector: FakeConnector;
let persons: PersonStore;
let stores: Stores;
let paced: number;
const logged: string[] = [];

beforeEach(async () => {
  connector = await startFakeConnector({ token: 'token-of-the-bot', strict: true });
  stores = createMemoryStores();
  ({ persons } = stores);
  paced = 0;
  logged.length = 0;
});
afterEach(() => connector.close());

const to = { tenantId: ids.tenant, objectId: ids.teacher };
const delivery: Delivery = {
  key: 'marlow-bridge:question-answered:SQ-7KQ2-M:a1',
  schoolId: 'marlow-bridge',
  subject: { kind: 'question-answered', questionId: 'SQ-7KQ2-M' },
  to,
  onAmbiguous: 'leave',
  state: 'sending',
  notBefore: '2026-11-20T10:00:00.000Z',
  createdAt: '2026-11-20T10:00:00.000Z',
  attempts: [],
};

function messenger(changes: Partial<TeamsMessengerDeps> = {}, botAuth: BotAuth = createFakeBotAuth(ids.bot, '')) {
  const mayCall = changes.mayCall ?? ((address: string) => address === connector.url);
  const adapter = new CloudAdapter(createBotAuthentication(botAuth, mayCall));
  // As in the running bot: with an error boundary the adapter swallows what a turn throws.
  adapter.onTurnError = () => Promise.resolve();
  return createTeamsMessenger({
    adapter,
    botId: ids.bot,
    persons,
    mayCall,
    cardFor: (_delivery, { secondCopy }) => ({
      card: messageCard.render({ title: secondCopy ? 'second copy of SQ-7KQ2-M' : 'SQ-7KQ2-M', paragraphs: [] }),
      summary: 'Staffroom: your question was answered',
    }),
    places: stores.places,
    rosterOf: createRosterReader(adapter, ids.bot),
    rosterFaultOf: () => Promise.resolve(undefined),
    now: () => new Date(),
    log: createLog('debug', { write: (line: string) => void logged.push(line) }),
    ...changes,
  });
}

const address = (changes: object = {}) => ({
  ...to,
  serviceUrl: connector.url,
  conversationId: 'a:personal',
  userId: '29:teacher',
  botId: `28:${ids.bot}`,
  ...changes,
});
const team = () => ({
  schoolId: 'marlow-bridge',
  tenantId: ids.tenant,
  teamId: 'team',
  teamName: 'Staff',
  serviceUrl: connector.url,
  conversationId: '19:staff',
  connectedBy: ids.teacher,
  connectedAt: '2026-11-20T10:00:00.000Z',
  refreshedAt: '2026-11-20T10:00:00.000Z',
  members: [],
});
const send = (secondCopy = false) => messenger().send(delivery, { secondCopy, oneMore });
const oneMore = () => Promise.resolve(void paced++);
const posts = () => connector.calls.filter(({ method }) => method === 'POST').map(({ path }) => path);

describe('to a person whose chat is known', () => {
  beforeEach(async () => {
    connector.setMembers('a:personal', []);
    await persons.rememberAddress(address());
  });

  test('one POST brings the card, and the outcome says where it stands', async () => {
    expect(await send()).toEqual({ kind: 'sent', conversationId: 'a:personal', activityId: 'm1' });
    expect(posts()).toEqual(['/v3/conversations/a%3Apersonal/activities']);
    const [{ activity } = { activity: {} }] = connector.seen;
    expect(activity).toMatchObject({ type: 'message', summary: 'Staffroom: your question was answered' });
    expect(JSON.stringify(activity)).toContain('"SQ-7KQ2-M"');
    expect(activity).not.toHaveProperty('text');
  });

  test('a second copy is headed as one', async () => {
    await send(true);
    expect(JSON.stringify(connector.seen)).toContain('second copy of SQ-7KQ2-M');
  });

  const answers: [string, Fault, object][] = [
    ['400', { kind: 'status', status: 400 }, { kind: 'refused', code: 'http-400' }],
    ['401', { kind: 'status', status: 401 }, { kind: 'refused', code: 'http-401' }],
    ...[
      'BotNotInConversationRoster',
      'ConversationBlockedByUser',
      'BotDisabledByAdmin',
      'MessageWritesBlocked',
      'NotEnoughPermissions',
    ].map((code): [string, Fault, object] => [
      `403 ${code}`,
      { kind: 'status', status: 403, code },
      { kind: 'refused', code: `http-403-${code}` },
    ]),
    ['404', { kind: 'status', status: 404 }, { kind: 'refused', code: 'http-404' }],
    ['412', { kind: 'status', status: 412 }, { kind: 'retry', code: 'http-412' }],
    ['413', { kind: 'status', status: 413 }, { kind: 'refused', code: 'http-413' }],
    ['429', { kind: 'status', status: 429 }, { kind: 'retry', code: 'http-429' }],
    [
      '429 with Retry-After',
      { kind: 'status', status: 429, headers: { 'retry-after': '7' } },
      { kind: 'retry', code: 'http-429', afterMs: 7_000 },
    ],
    ['500', { kind: 'status', status: 500 }, { kind: 'ambiguous', code: 'http-500' }],
    ['500 after it was shown', { kind: 'status', status: 500, shown: true }, { kind: 'ambiguous', code: 'http-500' }],
    ['502', { kind: 'status', status: 502 }, { kind: 'retry', code: 'http-502' }],
    ['503', { kind: 'status', status: 503 }, { kind: 'retry', code: 'http-503' }],
    ['504', { kind: 'status', status: 504 }, { kind: 'retry', code: 'http-504' }],
    ['a reset', { kind: 'reset' }, { kind: 'ambiguous', code: 'ECONNRESET' }],
    ['a reset after it was shown', { kind: 'reset', shown: true }, { kind: 'ambiguous', code: 'ECONNRESET' }],
  ];
  test.each(answers)('%s is an outcome, not an error, after exactly one POST', async (_name, fault, outcome) => {
    connector.fail(() => true, fault);
    expect(await send()).toMatchObject(outcome);
    expect(posts()).toHaveLength(1);
  });

  test('a service that hangs is given up after 10 seconds: ambiguous', async () => {
    connector.fail(() => true, { kind: 'hang', shown: true });
    const began = performance.now();
    expect(await send()).toEqual({ kind: 'ambiguous', code: 'ETIMEDOUT' });
    expect(performance.now() - began).toBeLessThan(11_000);
  });

  test('a service that is not there took nothing: tried again', async () => {
    await connector.setOnline(false);
    expect(await send()).toEqual({ kind: 'retry', code: 'ECONNREFUSED' });
  });

  test('a connection that is never made took nothing: tried again', { timeout: 20_000 }, async () => {
    // It takes the connection and then says nothing, so TLS never begins.
    const silent = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => silent.once('listening', resolve));
    const bound = silent.address();
    const port = typeof bound === 'object' && bound ? bound.port : 0;
    await persons.rememberAddress(address({ serviceUrl: `https://127.0.0.1:${port}/` }));
    const outcome = await messenger({ mayCall: () => true }).send(delivery, { secondCopy: false, oneMore });
    expect(outcome).toEqual({ kind: 'retry', code: 'ENOCONNECT' });
    silent.close();
  });

  test('a bot that cannot sign in sent nothing: tried again', async () => {
    const botAuth = createFakeBotAuth(ids.bot, '');
    botAuth.credentials.createCredentials = () =>
      Promise.resolve({ signRequest: () => Promise.reject(new Error('the secret has expired')) });
    expect(await messenger({}, botAuth).send(delivery, { secondCopy: false, oneMore })).toEqual({
      kind: 'retry',
      code: 'ENOSIGNIN',
    });
    expect(connector.calls).toEqual([]);
  });

  test('what there is nothing to tell of is refused, and nothing is sent', async () => {
    const outcome = await messenger({ cardFor: () => undefined }).send(delivery, { secondCopy: false, oneMore });
    expect(outcome).toEqual({ kind: 'refused', code: 'nothing-to-tell' });
    expect(connector.calls).toEqual([]);
  });

  test('a card that cannot be made now is tried again', async () => {
    const cardFor = () => Promise.reject(new Error('the store does not answer: Sam was late'));
    const outcome = await messenger({ cardFor }).send(delivery, { secondCopy: false, oneMore });
    expect(outcome).toEqual({ kind: 'retry', code: 'not-prepared' });
    expect(logged.join()).not.toContain('Sam');
  });

  test('an address of another service is not written to, and the token stays here', async () => {
    const elsewhere = await startFakeConnector();
    await persons.rememberAddress(address({ serviceUrl: elsewhere.url }));
    expect(await send()).toEqual({ kind: 'undeliverable', code: 'address-not-allowed' });
    expect(elsewhere.calls).toEqual([]);
    await elsewhere.close();
  });
});

describe('to a person who never wrote to the bot', () => {
  test('the chat is opened once, counted, and remembered', async () => {
    await persons.saveStaffTeam(team());
    expect(await send()).toMatchObject({ kind: 'sent', conversationId: 'a:opened-1' });
    expect(await send()).toMatchObject({ kind: 'sent', conversationId: 'a:opened-1' });
    expect(posts()).toEqual([
      '/v3/conversations',
      '/v3/conversations/a%3Aopened-1/activities',
      '/v3/conversations/a%3Aopened-1/activities',
    ]);
    expect(paced).toBe(1);
    expect(connector.calls[0]?.body).toMatchObject({
      isGroup: false,
      members: [{ id: ids.teacher }],
      tenantId: ids.tenant,
      channelData: { tenant: { id: ids.tenant } },
    });
    expect(await persons.findAddress(ids.tenant, ids.teacher)).toMatchObject({ conversationId: 'a:opened-1' });
  });

  test('without any team of theirs there is no way', async () => {
    expect(await send()).toEqual({ kind: 'undeliverable', code: 'no-address' });
    expect(connector.calls).toEqual([]);
  });

  const openings: [number, string][] = [
    [400, 'undeliverable'],
    [403, 'undeliverable'],
    [404, 'undeliverable'],
    [429, 'retry'],
    [500, 'retry'],
    [503, 'retry'],
  ];
  test.each(openings)('%i to the opening of the chat shows nothing: %s', async (status, kind) => {
    await persons.saveStaffTeam(team());
    connector.fail(({ path }) => path === '/v3/conversations', { kind: 'status', status });
    expect(await send()).toMatchObject({ kind, code: `http-${status}` });
    expect(posts()).toEqual(['/v3/conversations']);
    expect(await persons.findAddress(ids.tenant, ids.teacher)).toBeUndefined();
  });

  test('an address that cannot be remembered keeps nothing from being sent', async () => {
    await persons.saveStaffTeam(team());
    const store = { ...persons, rememberAddress: () => Promise.reject(new Error('full')) };
    expect(await messenger({ persons: store }).send(delivery, { secondCopy: false, oneMore })).toMatchObject({
      kind: 'sent',
    });
  });
});

describe('in the place of a message that stands', () => {
  const card = messageCard.render({ title: 'as it is now', paragraphs: [] });
  const editing = (activityId: string, conversationId = 'a:personal') =>
    messenger({
      cardFor: () => ({ card, summary: 'Staffroom: about your report', edits: { conversationId, activityId } }),
    }).send(delivery, { secondCopy: false, oneMore });
  beforeEach(async () => {
    connector.setMembers('a:personal', []);
    await persons.rememberAddress(address());
    await send();
  });

  test('one PUT changes it, twice as well as once, and nothing new appears', async () => {
    expect(await editing('m1')).toEqual({ kind: 'sent', conversationId: 'a:personal', activityId: 'm1' });
    expect(await editing('m1')).toMatchObject({ kind: 'sent' });
    expect(connector.seen.map(({ kind, activityId }) => [kind, activityId])).toEqual([
      ['created', 'm1'],
      ['updated', 'm1'],
      ['updated', 'm1'],
    ]);
    expect(JSON.stringify(connector.seen.at(-1))).toContain('as it is now');
  });

  test('a message that is gone is refused', async () => {
    expect(await editing('m9')).toEqual({ kind: 'refused', code: 'http-404' });
  });

  test.each<[string, Fault]>([
    ['500', { kind: 'status', status: 500, shown: true }],
    ['a reset', { kind: 'reset', shown: true }],
    ['503', { kind: 'status', status: 503 }],
  ])('%s is tried again: editing twice is editing once', async (_, fault) => {
    connector.fail(({ method }) => method === 'PUT', fault, 1);
    expect(await editing('m1')).toMatchObject({ kind: 'retry' });
    expect(await editing('m1')).toMatchObject({ kind: 'sent' });
  });
});

describe('to a channel', () => {
  const channelId = '19:dsl@thread.tacv2';
  const place = (changes: Partial<SafeguardingPlace> = {}): SafeguardingPlace => ({
    schoolId: 'marlow-bridge',
    tenantId: ids.tenant,
    channelId,
    teamId: 'team',
    teamName: 'Safeguarding',
    channelName: 'DSLs',
    kind: 'private',
    serviceUrl: connector.url,
    connectedBy: ids.teacher,
    connectedAt: '2026-11-20T10:00:00.000Z',
    acceptedAt: '2026-11-20T10:01:00.000Z',
    ...changes,
  });
  const dsl = { id: '29:dsl', name: 'Daniel', aadObjectId: ids.teacher, tenantId: ids.tenant, userRole: 'user' };
  const report: Delivery = {
    ...delivery,
    subject: { kind: 'incident-report', reference: 'SR-7KQ2-M' },
    to: { tenantId: ids.tenant, channelId },
  };
  const card = messageCard.render({ title: 'SR-7KQ2-M', paragraphs: [] });
  const message = { card, summary: 'Staffroom: a new report for you' } as const;
  const post = (changes: Partial<TeamsMessengerDeps> = {}) =>
    messenger({ cardFor: () => message, ...changes }).send(report, { secondCopy: false, oneMore });
  beforeEach(() => connector.setMembers(channelId, [dsl]));

  test('it is a new thread, made after the roster was read, and can be edited there', async () => {
    await stores.places.savePlace(place(), noConsequences);
    const sent = { kind: 'sent', conversationId: `${channelId};messageid=m1`, activityId: 'm1' };
    expect(await post()).toEqual(sent);
    expect(connector.calls.map(({ method, path }) => `${method} ${path.split('?')[0]}`)).toEqual([
      `GET /v3/conversations/${encodeURIComponent(channelId)}/pagedmembers`,
      'POST /v3/conversations',
    ]);
    expect(connector.calls[1]?.body).toMatchObject({ isGroup: true, channelData: { channel: { id: channelId } } });
    expect(paced).toBe(1);
    expect(connector.seen).toMatchObject([
      { kind: 'created', activity: { type: 'message', summary: 'Staffroom: a new report for you' } },
    ]);
    const edits = { conversationId: sent.conversationId, activityId: 'm1' };
    expect(await post({ cardFor: () => ({ ...message, edits }) })).toEqual(sent);
    expect(connector.seen.map(({ kind }) => kind)).toEqual(['created', 'updated']);
  });

  test('mentions on the wire those of its people who are there, with the ids that Teams gave', async () => {
    await stores.places.savePlace(place(), noConsequences);
    const mentions = [
      { objectId: ids.teacher, name: 'Daniel <R&D> Reid' },
      { objectId: 'somebody-else', name: 'Not There' },
    ];
    await post({ cardFor: () => ({ ...message, mentions }) });
    const text = '<at>Daniel &lt;R&amp;D&gt; Reid</at>';
    expect(connector.seen[0]?.activity).toMatchObject({
      text,
      entities: [{ type: 'mention', text, mentioned: { id: '29:dsl', name: 'Daniel <R&D> Reid' } }],
    });
    expect(JSON.stringify(connector.seen)).not.toContain('Not There');
  });

  test('leave for the post is taken after the roster was read, and before it is made', async () => {
    await stores.places.savePlace(place(), noConsequences);
    const before: number[] = [];
    const pace = () => Promise.resolve(void before.push(connector.calls.length));
    await messenger({ cardFor: () => message }).send(report, { secondCopy: false, oneMore: pace });
    expect([before, connector.calls.length]).toEqual([[1], 2]);
  });

  test.each(['roster-wider', 'roster-subject', 'roster-unreadable'] as const)(
    'nothing is posted where the roster is against it: %s',
    async (fault) => {
      await stores.places.savePlace(place(), noConsequences);
      expect(await post({ rosterFaultOf: () => Promise.resolve(fault) })).toEqual({ kind: 'refused', code: fault });
      expect(connector.seen).toEqual([]);
      expect(paced).toBe(0);
    },
  );

  test.each<[string, Fault, object]>([
    ['403', { kind: 'status', status: 403, code: 'BotNotInConversationRoster' }, { code: 'roster-unreadable' }],
    ['404', { kind: 'status', status: 404 }, { code: 'roster-unreadable' }],
    ['429', { kind: 'status', status: 429 }, { kind: 'retry', code: 'http-429' }],
    ['500', { kind: 'status', status: 500 }, { kind: 'retry', code: 'http-500' }],
    ['a reset', { kind: 'reset' }, { kind: 'retry', code: 'ECONNRESET' }],
  ])('nothing is posted where the roster cannot be read: %s', async (_, fault, outcome) => {
    await stores.places.savePlace(place(), noConsequences);
    connector.fail(({ method }) => method === 'GET', fault);
    expect(await post()).toMatchObject({ kind: 'refused', ...outcome });
    expect(connector.seen).toEqual([]);
  });

  test.each<[string, Partial<SafeguardingPlace> | undefined, object]>([
    ['not connected', undefined, { kind: 'undeliverable', code: 'no-channel' }],
    ['not accepted yet', { acceptedAt: undefined }, { kind: 'refused', code: 'channel-not-accepted' }],
    ['another school’s', { schoolId: 'elsewhere' }, { kind: 'refused', code: 'channel-not-accepted' }],
    [
      'at another address',
      { serviceUrl: 'http://127.0.0.1:1/' },
      { kind: 'undeliverable', code: 'address-not-allowed' },
    ],
  ])('nothing is asked or posted where it is %s', async (_, changes, outcome) => {
    if (changes) await stores.places.savePlace(place(changes), noConsequences);
    expect(await post()).toEqual(outcome);
    expect(connector.calls).toEqual([]);
  });

  const forbidden = [
    'BotNotInConversationRoster',
    'BotDisabledByAdmin',
    'NotEnoughPermissions',
    'MessageWritesBlocked',
  ];
  test.each(forbidden)('403 %s to the post is told apart', async (code) => {
    await stores.places.savePlace(place(), noConsequences);
    connector.fail(({ method }) => method === 'POST', { kind: 'status', status: 403, code });
    expect(await post()).toEqual({ kind: 'refused', code: `http-403-${code}` });
  });

  test('what may have been shown is ambiguous', async () => {
    await stores.places.savePlace(place(), noConsequences);
    connector.fail(({ method }) => method === 'POST', { kind: 'status', status: 500, shown: true });
    expect(await post()).toEqual({ kind: 'ambiguous', code: 'http-500' });
  });
});

describe('to the channel of a staff team', () => {
  const channelId = '19:staff';
  const to = { tenantId: ids.tenant, channelId };
  const subject = { kind: 'broadcast-channel', broadcast: 'BC-7KQ2-2', edition: 1 } as const;
  const post = (changes: Partial<Delivery> = {}, others: Partial<TeamsMessengerDeps> = {}) =>
    messenger(others).send({ ...delivery, subject, to, ...changes }, { secondCopy: false, oneMore });
  beforeEach(() => connector.setMembers(channelId, []));

  test('it is a new thread, for whoever reads there: no roster is read', async () => {
    await persons.saveStaffTeam(team());
    expect(await post()).toEqual({ kind: 'sent', conversationId: `${channelId};messageid=m1`, activityId: 'm1' });
    expect(connector.calls.map(({ method, path }) => `${method} ${path.split('?')[0]}`)).toEqual([
      'POST /v3/conversations',
    ]);
    expect(paced).toBe(0);
  });

  test.each<[string, Partial<Delivery>, Partial<TeamsMessengerDeps>, object]>([
    ['of another school is not written to', { schoolId: 'otter-lane' }, {}, { code: 'no-channel' }],
    ['that is not connected is not written to', { to: { ...to, channelId: '19:class' } }, {}, { code: 'no-channel' }],
    ['of another tenant is not written to', { to: { ...to, tenantId: ids.teacher } }, {}, { code: 'no-channel' }],
    ['at another service is not written to', {}, { mayCall: () => false }, { code: 'address-not-allowed' }],
    [
      'gets no report, however it is named',
      { subject: { kind: 'incident-report', reference: 'SR-7KQ2-M' } },
      {},
      { code: 'no-channel' },
    ],
  ])('one %s', async (_name, changes, others, outcome) => {
    await persons.saveStaffTeam(team());
    expect(await post(changes, others)).toMatchObject({ kind: 'undeliverable', ...outcome });
    expect(connector.calls).toEqual([]);
  });
});

test('an act is known by tenant, conversation and activity, and by the id of its form', () => {
  const activity = messageActivity(connector.url, 'yes', { id: '1700000000000' });
  expect(actOf(activity, 'f'.repeat(32))).toEqual({
    activityKey: `${ids.tenant}|a:personal|1700000000000`,
    submissionId: 'f'.repeat(32),
  });
  const elsewhere = messageActivity(connector.url, 'yes', { id: '1700000000000', conversation: { id: 'a:other' } });
  expect(actOf(elsewhere, 'f'.repeat(32)).activityKey).toBe(`${ids.tenant}|a:other|1700000000000`);
  expect(() => actOf({ ...activity, id: '' }, 'f'.repeat(32))).toThrow();
});
