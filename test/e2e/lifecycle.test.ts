import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { createKeyFile } from '../../src/keys/key-file.ts';
import { newKeyRing } from '../../src/keys/key-ring.ts';
import { projectRoot } from '../../src/project-root.ts';
import { ids, messageActivity } from '../support/activities.ts';
import { openSurroundings, startServer, type Server } from '../support/start-server.ts';

let server: Server | undefined;
afterEach(() => server?.close());

const head = { id: '29:head', name: 'Helen Marsh', aadObjectId: '00000000-0000-4000-8000-000000000001' };

/** Resolves once the log has a line with these words. */
const logged = (of: Server, words: string) =>
  vi.waitFor(() => expect(of.output().stderr).toContain(words), { timeout: 5_000 });

describe('stopping', () => {
  test.each(['SIGTERM', 'SIGINT'] as const)(
    '%s: an accepted turn is finished, readiness is red, new work is turned away, exit 0',
    async (signal) => {
      server = await startServer();
      const { connector, url } = server;
      connector.fail(({ method }) => method === 'POST', { kind: 'delay', ms: 1500 });
      const accepted = server.post(messageActivity(connector.url, 'Who is the DSL?', { from: head }));
      await vi.waitFor(() => expect(connector.holding()).toBe(1), { timeout: 10_000 });
      const started = performance.now();
      server.process.kill(signal);
      await wait(200);
      expect((await fetch(`${url}/readyz`)).status).toBe(503);
      expect((await fetch(`${url}/healthz`)).status).toBe(200);
      expect((await server.post(messageActivity(connector.url, 'too late'))).status).toBe(503);
      expect((await accepted).status).toBe(200);
      expect(await server.ended).toBe(0);
      expect(performance.now() - started).toBeLessThan(3000);
      expect(connector.seen).toHaveLength(1);
      await logged(server, '"msg":"answered"'); // the last lines are not lost
    },
  );

  test('a turn that never ends holds the process up for less than ten seconds', async () => {
    server = await startServer();
    const { connector } = server;
    connector.fail(({ method }) => method === 'POST', { kind: 'hang' });
    const stuck = server.post(messageActivity(connector.url, 'Who is the DSL?', { from: head })).catch(() => undefined);
    await wait(500);
    const started = performance.now();
    server.process.kill('SIGTERM');
    expect(await server.ended).toBe(0);
    expect(performance.now() - started).toBeLessThan(10_000);
    await stuck;
  });

  test('idle connections that are kept open do not hold it up', async () => {
    server = await startServer();
    for (let at = 0; at < 5; at++) await (await fetch(`${server.url}/healthz`)).text();
    const started = performance.now();
    server.process.kill('SIGTERM');
    expect(await server.ended).toBe(0);
    expect(performance.now() - started).toBeLessThan(1000);
  });
});

describe('a service that does not answer', () => {
  test('is given up after ten seconds, and the turn ends', async () => {
    server = await startServer();
    const { connector } = server;
    connector.fail(({ method }) => method === 'POST', { kind: 'hang' });
    const started = performance.now();
    const response = await server.post(messageActivity(connector.url, 'Who is the DSL?', { from: head }));
    const took = performance.now() - started;
    expect(response.status).toBe(200);
    expect(took).toBeGreaterThan(9_000);
    expect(took).toBeLessThan(14_000);
    await logged(server, 'a turn failed');
  });
});

describe('readiness', () => {
  test('is red while the store cannot be written, and green again afterwards; Teams does not matter', async () => {
    const parent = mkdtempSync(join(tmpdir(), 'staffroom-ready-'));
    const dataDir = join(parent, 'data');
    mkdirSync(dataDir);
    server = await startServer({ env: { DATA_DIR: dataDir } });
    const { connector, url } = server;
    const readyz = async () => {
      await wait(1100); // an answer is kept for a second
      const response = await fetch(`${url}/readyz`);
      return [response.status, await response.text()];
    };
    connector.fail(() => true, { kind: 'status', status: 503 });
    expect(await readyz()).toEqual([200, '{"ready":true}']);
    renameSync(dataDir, `${dataDir}-away`);
    writeFileSync(dataDir, 'a file where the folder was');
    expect(await readyz()).toEqual([503, '{"ready":false}']);
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    rmSync(dataDir);
    renameSync(`${dataDir}-away`, dataDir);
    expect(await readyz()).toEqual([200, '{"ready":true}']);
    rmSync(parent, { recursive: true, force: true });
  });

  test('is red while the certificate cannot be read', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'staffroom-cert-'));
    const file = join(folder, 'bot.pem');
    writeFileSync(file, 'not looked into: the test brings its own sign-in');
    server = await startServer({ env: { BOT_SECRET: '', BOT_CERT_FILE: file } });
    expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
    rmSync(folder, { recursive: true });
    await wait(1100);
    expect((await fetch(`${server.url}/readyz`)).status).toBe(503);
  });
});

describe('a store that was damaged while the bot was down', () => {
  test('is restored at the start, which says so in plain words and in the log', async () => {
    const surroundings = await openSurroundings();
    onTestFinished(() => surroundings.close());
    server = await startServer({ surroundings });
    for (const id of ['a:one', 'a:two']) {
      const conversation = { id, conversationType: 'personal', tenantId: ids.tenant };
      await server.post(messageActivity(server.connector.url, 'hello', { from: head, conversation }));
    }
    expect((await server.settledOutput()).stderr).not.toContain('look after the store');
    await server.close();
    writeFileSync(join(surroundings.dataDir, 'staffroom.json'), 'damaged');
    server = await startServer({ surroundings });
    await logged(server, 'look after the store');
    const lines = server.output().stderr.split('\n');
    expect(lines.find((line) => line.includes('look after the store'))).toContain('"code":"restored"');
    expect(lines.find((line) => !line.startsWith('{') && line.includes(surroundings.dataDir))).toMatch(/damaged/);
  });
});

describe('staffroom start', () => {
  test('lists every problem at once and ends with 1', async () => {
    const { code, stdout, stderr } = await staffroom({
      STAFFROOM_MODE: 'production',
      PORT: 'x',
      POLICIES_DIR: 'nowhere',
    });
    expect(code).toBe(1);
    expect(stdout).toBe('');
    const problems = stderr.split('\n').filter((line) => line.startsWith('- '));
    expect(problems.map((line) => /^- (\w+)/.exec(line)?.[1])).toEqual([
      'PORT',
      'BOT_ID',
      'BOT_TENANT_ID',
      'BOT_CERT_FILE',
      'REPORT_KEY_FILE',
      'POLICIES_DIR',
    ]);
  });

  test('reads .env in the folder it is called in; the environment goes first', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'staffroom-env-'));
    mkdirSync(join(folder, 'policies'));
    writeFileSync(join(folder, '.env'), 'STAFFROOM_MODE=demo\nHOST=0.0.0.0\nLOG_LEVEL=loud\n');
    const { code, stderr } = await staffroom({ LOG_LEVEL: 'info' }, folder);
    expect(code).toBe(1);
    expect(stderr).toContain('HOST: demo checks nobody');
    expect(stderr).not.toContain('LOG_LEVEL');
    rmSync(folder, { recursive: true });
  });

  test('says so when there is no school to serve', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'staffroom-empty-'));
    const { code, stderr } = await staffroom({
      STAFFROOM_MODE: 'demo',
      POLICIES_DIR: folder,
      DATA_DIR: join(folder, 'data'),
    });
    expect(code).toBe(1);
    expect(stderr).toContain('no school is here');
    rmSync(folder, { recursive: true });
  });

  test('says so when the certificate’s file holds no certificate', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'staffroom-pem-'));
    const file = join(folder, 'bot.pem');
    writeFileSync(file, 'hello');
    const keyFile = join(folder, 'keys.json');
    await createKeyFile(keyFile, newKeyRing(new Date()));
    const { code, stderr } = await staffroom({
      STAFFROOM_MODE: 'production',
      BOT_ID: ids.bot,
      BOT_TENANT_ID: ids.tenant,
      BOT_CERT_FILE: file,
      REPORT_KEY_FILE: keyFile,
      DATA_DIR: join(folder, 'data'),
    });
    expect(code).toBe(1);
    expect(stderr).toContain('BOT_CERT_FILE');
    rmSync(folder, { recursive: true });
  });

  test('says so when the port is taken', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'staffroom-port-'));
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const address = other.address();
    const PORT = String(typeof address === 'object' ? address?.port : '');
    const { code, stderr } = await staffroom({ STAFFROOM_MODE: 'demo', PORT, DATA_DIR: join(folder, 'data') });
    other.close();
    expect(code).toBe(1);
    expect(stderr).toContain(`PORT: ${PORT} is in use`);
    rmSync(folder, { recursive: true });
  });
});

function staffroom(
  env: Record<string, string>,
  cwd = projectRoot,
): Promise<{ code: number; stdout: string; stderr: string }> {
  const options = { cwd, env: { PATH: process.env.PATH ?? '', ...env }, timeout: 20_000 };
  return new Promise((resolve) => {
    execFile(process.execPath, [join(projectRoot, 'src/staffroom.mjs'), 'start'], options, (error, stdout, stderr) =>
      resolve({ code: error ? Number(error.code ?? -1) : 0, stdout, stderr }),
    );
  });
}
