import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { outcomeOfRoster } from '../../src/domain/delivery/outcome-of-roster.ts';
import { createLog } from '../../src/log.ts';
import { createAllMembersReader } from '../../src/teams/graph/all-members.ts';
import { ids } from '../support/activities.ts';
import { createFakeBotAuth } from '../support/fake-bot-auth.ts';
import { startFakeGraph, type FakeGraph, type GraphFault } from '../support/fake-graph.ts';
import { startTokenAuthority, type TokenAuthority } from '../support/token-authority.ts';

const group = 'aaaaaaaa-0000-4000-8000-000000000002';
const channelId = '19:reports@thread.tacv2';
const destination = { tenantId: ids.tenant, serviceUrl: 'https://smba.example/', channelId, teamId: '19:team' };
const members = [1, 2, 3].map((n) => ({
  userId: `0000000${n}-0000-4000-8000-000000000000`,
  displayName: `Member ${n}`,
}));

let authority: TokenAuthority;
let graph: FakeGraph;
let logged: string[];
beforeAll(async () => void (authority = await startTokenAuthority(ids.bot, 'https://smba.example/')));
afterAll(() => authority.close());
beforeEach(async () => {
  graph = await startFakeGraph(authority, ids.bot);
  graph.setMembers(group, channelId, members, 1);
  logged = [];
});
afterEach(() => graph.close());

function read({ demanded = false, token = () => graph.token() } = {}) {
  const { credentials } = createFakeBotAuth(ids.bot, authority.url, { url: graph.url, token });
  return createAllMembersReader({
    url: graph.url,
    credentials: () => credentials.createCredentials(ids.bot, 'https://graph.microsoft.com', '', true),
    groupOf: () => Promise.resolve({ kind: 'found', id: group }),
    demanded,
    now: () => new Date('2026-11-20T10:00:00.000Z'),
    log: createLog('debug', { write: (line: string) => void logged.push(line) }),
  })(destination);
}

test('everybody is read, page by page, with a token of the bot for Graph', async () => {
  const found = await read();
  if (found.kind !== 'read') throw new Error(found.kind);
  expect(found.members.map(({ objectId, name }) => [objectId, name])).toEqual(
    members.map(({ userId, displayName }) => [userId, displayName]),
  );
  expect(graph.asked).toHaveLength(3);
});

const faults: [string, GraphFault, object][] = [
  ['401', { kind: 'status', status: 401 }, { code: 'http-401' }],
  ['400', { kind: 'status', status: 400 }, { code: 'http-400' }],
  ['500', { kind: 'status', status: 500 }, { code: 'http-500' }],
  ['503', { kind: 'status', status: 503, headers: { 'retry-after': '3' } }, { code: 'http-503', afterMs: 3_000 }],
  ['429', { kind: 'status', status: 429 }, { code: 'http-429' }],
  [
    '429 with Retry-After',
    { kind: 'status', status: 429, headers: { 'retry-after': '7' } },
    { code: 'http-429', afterMs: 7_000 },
  ],
  [
    '429 until a date',
    { kind: 'status', status: 429, headers: { 'retry-after': 'Fri, 20 Nov 2026 10:00:09 GMT' } },
    { code: 'http-429', afterMs: 9_000 },
  ],
  ['a redirect', { kind: 'status', status: 307, headers: { location: 'http://127.0.0.1:1/' } }, { code: 'http-307' }],
  ['no JSON', { kind: 'body', body: '<html>' }, { code: 'odd-answer' }],
  ['other JSON', { kind: 'body', body: '{"value":{}}' }, { code: 'odd-answer' }],
  ['a reset', { kind: 'reset' }, { code: 'ECONNRESET' }],
];

describe.each([
  ['the first page', 1],
  ['a later page', 3],
])('what stops %s', (_, nth) => {
  test.each(faults)('%s: is unreadable, and half a list is none', async (_name, fault, expected) => {
    graph.fail(fault, nth);
    expect(await read()).toEqual({ kind: 'unreadable', ...expected });
    expect(graph.asked).toHaveLength(nth);
  });
});

test('nothing within ten seconds: is unreadable', async () => {
  graph.fail({ kind: 'hang' });
  expect(await read()).toEqual({ kind: 'unreadable', code: 'ETIMEDOUT' });
});

test.each([403, 404])('%i is no right to ask, unless Graph has to tell or told the half of it', async (status) => {
  graph.fail({ kind: 'status', status });
  expect(await read()).toEqual({ kind: 'not-granted', code: `http-${status}` });
  expect(logged.join('')).toContain(`graph-http-${status}`);
  expect(await read({ demanded: true })).toEqual({ kind: 'unreadable', code: `http-${status}` });
  graph.fail({ kind: 'status', status }, 2);
  expect(await read()).toEqual({ kind: 'unreadable', code: `http-${status}` });
});

test.each([
  ['for Teams', { aud: 'https://api.botframework.com' }],
  ['of another app', { appid: ids.teacher }],
  ['that is over', { exp: 1 }],
])('a token %s opens nothing', async (_, claims) => {
  expect(await read({ token: () => graph.token(claims) })).toEqual({ kind: 'unreadable', code: 'http-401' });
});

test('where the bot cannot sign in, Graph is not asked', async () => {
  const token = () => Promise.reject(new Error('canary-secret'));
  expect(await read({ token })).toEqual({ kind: 'unreadable', code: 'ENOSIGNIN' });
  expect(graph.asked).toEqual([]);
  expect(logged.join('')).not.toContain('canary');
});

test.each(['https://evil.example/v1.0/teams', 'http://127.0.0.1:1/v1.0/', '/v1.0/teams'])(
  'a next page at %s is not asked for: the token goes to Graph alone',
  async (next) => {
    graph.lead(next);
    expect(await read()).toEqual({ kind: 'unreadable', code: 'foreign-page' });
    expect(graph.asked).toHaveLength(1);
  },
);

test('pages that run in a circle are unreadable', async () => {
  graph.lead(`${graph.url}/teams/${group}/channels/${encodeURIComponent(channelId)}/allMembers?$skiptoken=0`);
  expect(await read()).toEqual({ kind: 'unreadable', code: 'endless' });
});

test.each([
  ['graph-http-500', undefined, { kind: 'retry', code: 'graph-http-500' }],
  ['graph-http-429', 7_000, { kind: 'retry', code: 'graph-http-429', afterMs: 7_000 }],
  ['graph-ETIMEDOUT', undefined, { kind: 'retry', code: 'graph-ETIMEDOUT' }],
  ['graph-ENOSIGNIN', undefined, { kind: 'retry', code: 'graph-ENOSIGNIN' }],
  ['graph-http-401', undefined, { kind: 'refused', code: 'roster-unreadable' }],
  ['graph-http-403', undefined, { kind: 'refused', code: 'roster-unreadable' }],
  ['graph-odd-answer', undefined, { kind: 'refused', code: 'roster-unreadable' }],
  ['graph-foreign-page', undefined, { kind: 'refused', code: 'roster-unreadable' }],
])('%s leads to a post that is not sent', (code, afterMs, outcome) => {
  expect(outcomeOfRoster(code, afterMs)).toEqual(outcome);
});
