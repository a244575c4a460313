import { execFileSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { Config } from '../../src/config.ts';
import { createHttpServer } from '../../src/http/server.ts';
import { createLog } from '../../src/log.ts';
import { channelToken } from '../../src/teams/bot-authentication.ts';
import { askHost } from '../../src/tools/doctor/ask-host.ts';
import { gatherAddress } from '../../src/tools/doctor/gather-address.ts';
import { gatherNetwork } from '../../src/tools/doctor/gather-network.ts';
import { gatherPrivate } from '../../src/tools/doctor/gather-private.ts';
import { certificateEnd, gatherSignIn } from '../../src/tools/doctor/gather-sign-in.ts';
import { createFakeBotAuth } from '../support/fake-bot-auth.ts';

let folder: string;
const file = (name: string) => join(folder, name);
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'staffroom-online-'));
  const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'];
  const openssl = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '30', ...subject];
  execFileSync('openssl', [...openssl, '-keyout', file('key.pem'), '-out', file('cert.pem')], { stdio: 'ignore' });
  return () => rm(folder, { recursive: true, force: true });
});

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => new Promise<void>((resolve) => void server.close(() => resolve())));
  return (server.address() as AddressInfo).port;
}

function answerWith(response: ServerResponse, status: number, body: string): void {
  response.statusCode = status;
  response.end(body);
}

/** The bot's own server, as it stands behind a proxy. */
async function startBot(): Promise<number> {
  const bot = createHttpServer({
    receive: () => Promise.reject(new Error('nothing gets this far')),
    takeFile: () => Promise.reject(new Error('no file is asked for')),
    schools: () => [],
    isReady: () => Promise.resolve(true),
    token: channelToken,
    log: createLog('error', { write: () => undefined }),
  });
  onTestFinished(() => bot.close(100));
  return bot.listen('127.0.0.1', 0);
}

async function startProxy(botPort: number): Promise<number> {
  const pem = { key: await readFile(file('key.pem')), cert: await readFile(file('cert.pem')) };
  return listen(
    createTlsServer(pem, (request, response) => {
      void fetch(`http://127.0.0.1:${botPort}${request.url ?? ''}`, {
        method: 'POST',
        headers: { 'content-type': request.headers['content-type'] ?? '' },
        body: '{}',
      }).then(async (answer) => answerWith(response, answer.status, await answer.text()));
    }),
  );
}

describe('The public address', () => {
  test('is the bot’s where the bot refuses what comes without a token, and its certificate’s end is told', async () => {
    const found = await gatherAddress(
      `https://localhost:${await startProxy(await startBot())}`,
      await readFile(file('cert.pem'), 'utf8'),
    );
    expect(found.kind).toBe('answers');
    const days = found.kind === 'answers' && ((found.until?.getTime() ?? 0) - Date.now()) / 86_400_000;
    expect(days).toBeGreaterThan(28);
    expect(days).toBeLessThan(31);
  });

  test('is not trusted with a certificate that nobody vouches for, or for another name', async () => {
    const port = await startProxy(await startBot());
    expect(await gatherAddress(`https://localhost:${port}`)).toMatchObject({ kind: 'untrusted' });
    const own = await readFile(file('cert.pem'), 'utf8');
    expect(await gatherAddress(`https://127.0.0.1:${port}`, own)).toEqual({
      kind: 'untrusted',
      code: 'ERR_TLS_CERT_ALTNAME_INVALID',
    });
  });

  test('is somebody else’s where the answer is not the bot’s own, be it the same status', async () => {
    for (const [status, body] of [
      [404, 'Not found'],
      [401, '{"error":"Please sign in"}'],
      [200, '{"error":"Sign-in is required."}'],
    ] as const) {
      const port = await listen(createServer((_request, response) => answerWith(response, status, body)));
      expect(await gatherAddress(`http://127.0.0.1:${port}`)).toEqual({ kind: 'other', status });
    }
  });

  test('is silent where nothing listens, and not looked for where none is set', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    await new Promise((resolve) => server.close(resolve));
    expect(await gatherAddress(`http://127.0.0.1:${port}`)).toEqual({ kind: 'silent', code: 'ECONNREFUSED' });
    expect(await gatherAddress(undefined)).toEqual({ kind: 'not-set' });
  });
});

const production = (credential: Extract<Config, { mode: 'production' }>['credential']) =>
  ({
    mode: 'production',
    botId: '00000000-0000-4000-8000-00000000b070',
    tenantId: '11111111-1111-4111-8111-111111111111',
    credential,
    dataDir: file('data'),
    backupDir: file('backups'),
  }) as unknown as Extract<Config, { mode: 'production' }>;
const bySecret = () => production({ kind: 'secret', secret: 'not used' });

describe('The sign-in', () => {
  const signInAs = (getToken: () => Promise<void>) =>
    gatherSignIn(bySecret(), (botId) => {
      const auth = createFakeBotAuth(botId, 'http://127.0.0.1:1');
      auth.credentials.createCredentials = () =>
        Promise.resolve({ signRequest: (request) => getToken().then(() => request) });
      return auth;
    });

  test('is well with a token, and refused with the code that Entra gave, however deep it stands', async () => {
    expect(await signInAs(() => Promise.resolve())).toEqual({ kind: 'signed-in' });
    const said = new Error('7000222 - [2026-11-20]: AADSTS7000222: The provided client secret keys are expired.');
    expect(await signInAs(() => Promise.reject(said))).toEqual({ kind: 'refused', code: 'AADSTS7000222' });
    expect(await signInAs(() => Promise.reject(new Error('no token', { cause: said })))).toEqual({
      kind: 'refused',
      code: 'AADSTS7000222',
    });
  });

  test('quotes nothing but a code of what failed', async () => {
    const failure = Object.assign(new Error('the secret hunter2 is wrong'), { code: 'ENOTFOUND' });
    expect(await signInAs(() => Promise.reject(failure))).toEqual({ kind: 'failed', code: 'ENOTFOUND' });
    const odd = Object.assign(new Error('x'), { errorCode: 'the secret hunter2' });
    expect(await signInAs(() => Promise.reject(odd))).toEqual({ kind: 'failed', code: 'Error' });
  });

  test('names the setting whose file is no certificate, and reads how long one is good', async () => {
    await writeFile(file('empty.pem'), 'nothing');
    const empty = production({ kind: 'certificate', file: file('empty.pem') });
    expect(await gatherSignIn(empty)).toEqual({ kind: 'failed', code: 'BOT_CERT_FILE' });
    expect(await certificateEnd(empty)).toBeUndefined();
    const until = await certificateEnd(production({ kind: 'certificate', file: file('cert.pem') }));
    expect(until?.getTime()).toBeGreaterThan(Date.now() + 28 * 86_400_000);
  });
});

describe('The network', () => {
  test('counts any answer, tells the time of the first, and names what is not reached', async () => {
    const found = await gatherNetwork(['teams.example'], (url) =>
      Promise.resolve(
        url.includes('teams.example')
          ? { kind: 'silent' }
          : { kind: 'answered', told: url.includes('microsoftonline') ? undefined : new Date('2026-11-20T12:00:00Z') },
      ),
    );
    expect(found.hosts.filter(({ isReached }) => !isReached).map(({ host }) => host)).toEqual(['teams.example']);
    expect(found.told).toEqual(new Date('2026-11-20T12:00:00Z'));
  });

  test('reads the time of whoever answers, with a refusal too', async () => {
    const at = 'Fri, 20 Nov 2026 12:00:00 GMT';
    const port = await listen(
      createServer((_request, response) => answerWith(response.setHeader('date', at), 403, '')),
    );
    expect(await askHost(`http://127.0.0.1:${port}/`)).toEqual({ kind: 'answered', told: new Date(at) });
    expect(await askHost('http://127.0.0.1:1/')).toEqual({ kind: 'silent' });
  });
});

describe('What is private', () => {
  test('is looked at as far as it is there, by anybody’s right but the owner’s', async () => {
    await mkdir(file('data'), { mode: 0o700 });
    const isOpen = async () =>
      (await gatherPrivate(bySecret(), 'linux')).find(({ path }) => path === file('data'))?.isOpen;
    expect(await isOpen()).toBe(false);
    for (const mode of [0o710, 0o704, 0o755]) {
      await chmod(file('data'), mode);
      expect(await isOpen()).toBe(true);
    }
    expect((await gatherPrivate(bySecret(), 'linux')).some(({ path }) => path === file('backups'))).toBe(false);
    expect(await gatherPrivate(bySecret(), 'win32')).toEqual([]);
  });
});
