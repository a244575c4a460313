import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { messageActivity } from '../support/activities.ts';
import { startEdge, type Edge } from '../support/start-edge.ts';

let edge: Edge;
const hour = 60 * 60 * 1000;

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-20T10:00:00Z') });
  edge = await startEdge({ run: (turn) => turn.sendActivity('hello') });
});
afterEach(async () => {
  await edge.close();
  vi.useRealTimers();
});

async function post(): Promise<number> {
  const authorization = `Bearer ${await edge.authority.sign()}`;
  return (await edge.post(messageActivity(edge.connector.url, 'hello'), { authorization })).status;
}
const fetches = (): number => edge.authority.fetched.get('/chan') ?? 0;

test('while the keys were never fetched, a good token meets an error that may be tried again, not a refusal', async () => {
  edge.authority.setOnline(false);
  expect(await post()).toBe(500);
  edge.authority.setOnline(true);
  expect(await post()).toBe(200);
});

test('a key that was good stays good while the keys cannot be fetched, and that is tried once a minute', async () => {
  expect(await post()).toBe(200);
  edge.authority.setOnline(false);
  vi.setSystemTime(Date.now() + 25 * hour);
  const before = fetches();
  for (let at = 0; at < 5; at++) expect(await post()).toBe(200);
  expect(fetches() - before).toBe(1);
  vi.setSystemTime(Date.now() + 61_000);
  expect(await post()).toBe(200);
  expect(fetches() - before).toBe(2);
  edge.authority.setOnline(true);
  vi.setSystemTime(Date.now() + 61_000);
  expect(await post()).toBe(200);
  expect(await post()).toBe(200);
  expect(fetches() - before).toBe(3);
});

test('during such an outage a bad token is still refused or fails, and never let in', async () => {
  await post();
  edge.authority.setOnline(false);
  vi.setSystemTime(Date.now() + 25 * hour);
  const before = fetches();
  for (const variation of [
    { key: 'foreign', header: { kid: 'good' } },
    { key: 'webchat' },
    { key: 'foreign' },
  ] as const) {
    const token = await edge.authority.sign(variation);
    const response = await edge.post(messageActivity(edge.connector.url, 'x'), { authorization: `Bearer ${token}` });
    expect([401, 500]).toContain(response.status);
  }
  expect(edge.connector.seen).toHaveLength(1);
  expect(fetches() - before).toBe(1);
});

test('unknown key ids cost one fetch an hour, however many arrive', async () => {
  await post();
  vi.setSystemTime(Date.now() + 2 * hour);
  const before = fetches();
  for (let at = 0; at < 20; at++) {
    const token = await edge.authority.sign({ header: { kid: `unknown-${at}` } });
    const response = await edge.post(messageActivity(edge.connector.url, 'x'), { authorization: `Bearer ${token}` });
    expect(response.status).toBe(401);
  }
  expect(fetches() - before).toBe(1);
});
