import type { AuthenticateRequestResult } from 'botframework-connector';
import { ClaimsIdentity } from 'botframework-connector';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createKnownTokens } from '../../src/teams/known-tokens.ts';
import { messageActivity } from '../support/activities.ts';
import { startEdge, type Edge } from '../support/start-edge.ts';

const now = new Date('2026-11-20T10:00:00Z');
const seconds = now.getTime() / 1000;
const activity = { channelId: 'msteams', serviceUrl: 'https://smba.example/uk/' };

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now }));
afterEach(() => void vi.useRealTimers());

describe('what was found of a token', () => {
  const header = `Bearer ${header64({ alg: 'RS256', kid: 'one' })}.e30.AAAA`;
  const result: AuthenticateRequestResult = {
    audience: 'https://api.botframework.com',
    callerId: '',
    claimsIdentity: new ClaimsIdentity([{ type: 'exp', value: String(seconds + 60) }], true),
  };
  let key: { key: string } | null = { key: 'the key' };
  const known = createKnownTokens({ getKey: (keyId) => Promise.resolve(keyId === 'one' ? key : null) });

  beforeEach(async () => {
    key = { key: 'the key' };
    await known.add(activity, header, result);
  });

  test('holds for the same token', async () => {
    expect(await known.find(activity, header)).toBe(result);
  });

  test('holds for no other token, channel or service address', async () => {
    expect(await known.find(activity, header.replace('AAAA', 'AAAB'))).toBeUndefined();
    expect(await known.find({ ...activity, channelId: 'webchat' }, header)).toBeUndefined();
    expect(await known.find({ ...activity, serviceUrl: 'https://smba.example/' }, header)).toBeUndefined();
  });

  test('ends with the token', async () => {
    vi.setSystemTime(now.getTime() + 59_999);
    expect(await known.find(activity, header)).toBe(result);
    vi.setSystemTime(now.getTime() + 60_000);
    expect(await known.find(activity, header)).toBeUndefined();
  });

  test('ends when its key is withdrawn, or another one is published under the same id', async () => {
    vi.setSystemTime(now.getTime() + 1_000);
    key = null;
    expect(await known.find(activity, header)).toBeUndefined();
    key = { key: 'another key' };
    expect(await known.find(activity, header)).toBeUndefined();
  });

  test('is not kept when there is no key for it, and only for the latest hundred', async () => {
    const other = header.replace(/ .*?\./, ` ${header64({ alg: 'RS256', kid: 'two' })}.`);
    await known.add(activity, other, result);
    expect(await known.find(activity, other)).toBeUndefined();
    await known.add(activity, '', result);
    expect(await known.find(activity, '')).toBeUndefined();
    for (let at = 0; at < 100; at++) await known.add(activity, `${header}${at}`, result);
    expect(await known.find(activity, header)).toBeUndefined();
    expect(await known.find(activity, `${header}0`)).toBe(result);
  });
});

describe('at the server', () => {
  let edge: Edge;
  beforeEach(async () => void (edge = await startEdge({ run: (turn) => turn.sendActivity('hello') })));
  afterEach(() => edge.close());

  const post = async (token: string): Promise<number> =>
    (await edge.post(messageActivity(edge.connector.url, 'hello'), { authorization: `Bearer ${token}` })).status;

  test('a token that comes again is let in until it expires, with the same minutes of grace as before', async () => {
    const token = await edge.authority.sign({ claims: { exp: seconds + 60 } });
    for (const [later, status] of [
      [0, 200],
      [30, 200],
      [300, 200],
      [359, 200],
      [361, 401],
      [362, 401],
    ] as const) {
      vi.setSystemTime(now.getTime() + later * 1000);
      expect([later, await post(token)]).toEqual([later, status]);
    }
  });

  test('a good token makes no other one good', async () => {
    const token = await edge.authority.sign();
    expect(await post(token)).toBe(200);
    const [head, claims, signature = ''] = token.split('.');
    const claimed = { exp: seconds + 1234 };
    const other = await edge.authority.sign({ key: 'foreign', header: { kid: 'good' }, claims: claimed });
    expect(await post(`${head}.${claims}.${signature.slice(0, -8)}AAAAAAAA`)).toBe(401);
    expect(await post(other)).toBe(401);
    expect(await post(`${head}.${other.split('.')[1]}.${signature}`)).toBe(401);
    expect(await post(token)).toBe(200);
  });

  test('of a token that comes again one activity is answered for each message', async () => {
    const token = await edge.authority.sign();
    for (let at = 0; at < 3; at++) expect(await post(token)).toBe(200);
    expect(edge.connector.seen).toHaveLength(3);
  });
});

function header64(header: object): string {
  return Buffer.from(JSON.stringify(header)).toString('base64url');
}
