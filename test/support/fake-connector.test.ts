import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, expect, test } from 'vitest';
import { drawFault, namedFaults, type FaultName } from './fake-connector-faults.ts';
import { spawnFakeConnector } from './fake-connector-spawn.ts';
import { startFakeConnector, type FakeConnector, type FakeConnectorOptions } from './fake-connector.ts';

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});

async function start(options: FakeConnectorOptions = {}): Promise<FakeConnector> {
  const connector = await startFakeConnector({ print: () => undefined, ...options });
  open.push(connector);
  return connector;
}
const post = (url: string, conversation: string, headers: Record<string, string> = {}) =>
  fetch(`${url}v3/conversations/${conversation}/activities`, {
    method: 'POST',
    body: JSON.stringify({ type: 'message' }),
    headers,
    signal: AbortSignal.timeout(2_000),
  }).then(
    async (response) => ({
      status: response.status,
      body: await response.text(),
      after: response.headers.get('retry-after'),
    }),
    (error: unknown) => ({ status: error instanceof Error ? error.name : '', body: '', after: null }),
  );

test('the same seed gives the same faults whatever the order, another seed others', async () => {
  const mix = { 'accept-then-500': 0.2, '503': 0.2, '403-blocked': 0.2 };
  const run = async (seed: number, conversations: readonly string[]) => {
    const connector = await start({ seed, mix });
    const statuses = new Map<string, unknown[]>();
    for (const conversation of conversations) {
      const { status } = await post(connector.url, conversation);
      statuses.set(conversation, [...(statuses.get(conversation) ?? []), status]);
    }
    return JSON.stringify([...statuses].sort());
  };
  const order = Array.from({ length: 60 }, (_, nth) => `c${nth % 12}`);
  const first = await run(11, order);
  expect(await run(11, [...order].reverse())).toBe(first);
  expect(await run(12, order)).not.toBe(first);
});

test('the seed is printed, and each fault is drawn as often as the mix says', async () => {
  const lines: string[] = [];
  const connector = await start({ mix: { '503': 1 }, print: (line) => void lines.push(line) });
  expect(lines).toEqual([`fake connector: faults from seed ${connector.seed}`]);
  const names = Object.keys(namedFaults) as FaultName[];
  const mix = Object.fromEntries(names.map((name) => [name, 0.04]));
  const drawn = Array.from({ length: 50_000 }, (_, nth) => drawFault(7, mix, `a:person-${nth % 500}`, nth));
  for (const name of names) {
    // 2,000 each are to be expected; six standard deviations are 263.
    expect(Math.abs(drawn.filter((one) => one === name).length - 2_000)).toBeLessThan(263);
  }
});

test('what a user sees is kept apart from what was answered', async () => {
  const connector = await start();
  const faults = ['accept-then-500', 'accept-then-reset', 'accept-then-hang', 'hang-without-accept', '503'] as const;
  for (const name of faults) {
    connector.fail(() => true, namedFaults[name], 1);
    await post(connector.url, name);
  }
  expect(connector.seen.map(({ conversationId }) => conversationId)).toEqual(faults.slice(0, 3));
  expect(connector.answered.map(({ answer, shown }) => [answer, shown])).toEqual([
    [500, true],
    ['reset', true],
    ['hang', true],
    ['hang', false],
    [503, false],
  ]);
});

test('beyond a limit it answers 429 with a time to stay away, and counts who comes too early', async () => {
  let now = 0;
  const connector = await start({ enforceLimits: true, now: () => now });
  for (let nth = 0; nth < 7; nth++) expect((await post(connector.url, 'c')).status).toBe(201);
  expect(await post(connector.url, 'c')).toMatchObject({ status: 429, after: '1' });
  expect((await post(connector.url, 'other')).status).toBe(201);
  now = 500;
  expect((await post(connector.url, 'c')).status).toBe(429);
  expect(connector.breaches()).toEqual({ overLimit: 2, insideWindow: 1 });
  now = 10_000;
  expect((await post(connector.url, 'c')).status).toBe(201);
  expect(connector.seen).toHaveLength(9);
});

test('a call without the bot’s token shows nothing', async () => {
  const connector = await start({ token: 'canary' });
  expect((await post(connector.url, 'c')).status).toBe(401);
  expect((await post(connector.url, 'c', { authorization: 'Bearer other' })).status).toBe(401);
  expect((await post(connector.url, 'c', { authorization: 'Bearer canary' })).status).toBe(201);
  expect(connector.seen).toHaveLength(1);
});

test('it knows who has a chat, keeps one chat a person, and changes only what stands', async () => {
  const connector = await start({ strict: true });
  const call = (method: string, path: string, body?: object) =>
    fetch(`${connector.url}v3/conversations${path}`, { method, ...(body && { body: JSON.stringify(body) }) });
  expect((await post(connector.url, 'nobody')).status).toBe(404);
  const opened = (await (await call('POST', '', { members: [{ id: 'a1' }] })).json()) as { id: string };
  expect(await (await call('POST', '', { members: [{ id: 'a1' }] })).json()).toEqual(opened);
  const { body } = await post(connector.url, opened.id);
  const { id } = JSON.parse(body) as { id: string };
  expect((await call('PUT', `/${opened.id}/activities/${id}`, {})).status).toBe(200);
  expect((await call('DELETE', `/${opened.id}/activities/${id}`)).status).toBe(200);
  expect((await call('PUT', `/${opened.id}/activities/${id}`, {})).status).toBe(404);
  expect(connector.seen.map(({ kind }) => kind)).toEqual(['opened', 'created', 'updated', 'deleted']);
});

test('offline it refuses connections, and comes back at the same address', async () => {
  const connector = await start();
  await connector.setOnline(false);
  expect((await post(connector.url, 'c')).status).toBe('TypeError');
  await connector.setOnline(true);
  expect((await post(connector.url, 'c')).status).toBe(201);
});

test('in a process of its own it outlives whom it kills at the moment of a message', { timeout: 60_000 }, async () => {
  const connector = await spawnFakeConnector({ seed: 3, enforceLimits: true });
  open.push(connector);
  for (const [when, shown] of [
    ['arrived', 1],
    ['shown', 2],
  ] as const) {
    const victim = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    const exit = once(victim, 'exit');
    await connector.killAt(victim.pid ?? 0, when);
    await post(connector.url, 'c');
    expect(await exit).toEqual([null, 'SIGKILL']);
    expect((await connector.record()).seen).toHaveLength(shown);
  }
  await connector.setMix({ '503': 1 });
  expect((await post(connector.url, 'd')).status).toBe(503);
  expect((await connector.record()).answered.map(({ answer }) => answer)).toEqual([201, 201, 503]);
});
