import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { messageActivity } from '../support/activities.ts';
import { badTokens, type BadToken } from '../support/bad-tokens.ts';
import { sendRaw } from '../support/send-raw.ts';
import { startServer, type Server } from '../support/start-server.ts';

let server: Server;
let bad: BadToken[];

beforeAll(async () => {
  server = await startServer();
  bad = await badTokens(server.authority, server.connector.url);
});
afterAll(() => server.close());

const hello = (): Record<string, unknown> => messageActivity(server.connector.url, 'hello');

function send(authorizations: readonly string[]) {
  const headers = [
    ['content-type', 'application/json'],
    ...authorizations.map((value) => ['authorization', value]),
  ] as [string, string][];
  return sendRaw(`${server.url}/api/messages`, { headers, body: JSON.stringify(hello()) });
}

describe('who is let in', () => {
  test('a token of the channel for this bot', async () => {
    const before = server.connector.seen.length;
    expect((await server.post(hello())).status).toBe(200);
    expect(server.connector.seen.length).toBeGreaterThan(before);
  });

  test('a token that expired two minutes ago: clocks differ', async () => {
    const now = Math.floor(Date.now() / 1000);
    const token = await server.authority.sign({ claims: { exp: now - 120 } });
    expect((await send([`Bearer ${token}`])).status).toBe(200);
  });
});

describe('who is not', () => {
  test('none of the named bad tokens is let in: each gets 401, runs nothing, and learns nothing', async () => {
    expect(bad.length).toBeGreaterThanOrEqual(40);
    expect(new Set(bad.map(([name]) => name)).size).toBe(bad.length);
    const seen = server.connector.seen.length;
    const got: [string, number, string][] = [];
    for (const [name, authorizations] of bad) {
      const { status, body } = await send(authorizations);
      got.push([name, status, body]);
    }
    expect(got).toEqual(bad.map(([name]) => [name, 401, '{"error":"Sign-in is required."}']));
    expect(server.connector.seen.length).toBe(seen);
    expect(server.process.exitCode).toBeNull();
  });

  test('a key or an address that a token brings along is never fetched', () => {
    const expected = ['/chan', '/chan/keys'];
    expect([...server.authority.fetched.keys()].filter((path) => !expected.includes(path))).toEqual([]);
  });

  test('an unknown key id costs at most one look at the published keys', () => {
    expect(server.authority.fetched.get('/chan/keys')).toBe(1);
  });

  test('a token in the address is no token', async () => {
    const token = await server.authority.sign();
    const headers = [['content-type', 'application/json']] as [string, string][];
    const { status } = await sendRaw(`${server.url}/api/messages?access_token=${token}`, {
      headers,
      body: JSON.stringify(hello()),
    });
    expect(status).toBe(401);
  });

  test('keys and tokens stay out of the log', async () => {
    const token = await server.authority.sign();
    const { stderr, stdout } = await server.settledOutput();
    expect(stderr + stdout).not.toMatch(/PUBLIC KEY|eyJ/);
    expect(stderr).not.toContain(token.slice(0, 40));
  });

  test('afterwards the good token is still let in', async () => {
    expect((await server.post(hello())).status).toBe(200);
  });
});

test('five thousand tokens, each of another tenant, are refused without growing the process', async () => {
  const forge = (at: number) => {
    const tid = `5f0c0000-0000-4000-8000-${String(at).padStart(12, '0')}`;
    const claims = { iss: `https://sts.windows.net/${tid}/`, ver: '1.0', appid: 'x', aud: 'x', tid, exp: 4e9 };
    return server.authority.forge({ typ: 'JWT', alg: 'RS256', kid: 'entra' }, claims, () => 'AAAA');
  };
  const flood = async (from: number, to: number) => {
    for (let at = from; at < to; at += 20) {
      const batch = Array.from({ length: 20 }, (_, extra) =>
        server.post(hello(), { authorization: `Bearer ${forge(at + extra)}` }),
      );
      for (const response of await Promise.all(batch)) {
        expect(response.status).toBe(401);
        await response.arrayBuffer();
      }
    }
  };
  await flood(0, 2000);
  const before = await rssOf(server);
  await flood(2000, 7000);
  expect((await rssOf(server)) - before).toBeLessThan(20);
});

/** Resident memory in MB. */
async function rssOf({ process }: Server): Promise<number> {
  const { readFile } = await import('node:fs/promises');
  const status = await readFile(`/proc/${process.pid}/status`, 'utf8').catch(() => 'VmRSS: 0 kB');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024;
}
