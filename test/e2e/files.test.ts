import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openKeys } from '../../src/keys/open-keys.ts';
import { openStores } from '../../src/storage/open-stores.ts';
import { schoolId, storeReport } from '../domain/records/sample-records.ts';
import { readPdf } from '../sheets/read-pdf.ts';
import { ids, messageActivity } from '../support/activities.ts';
import { findPostgres, startPostgresServer, type PostgresServer } from '../support/postgres-server.ts';
import { openSurroundings, startServer, type Server, type Surroundings } from '../support/start-server.ts';
import { policiesOfToday } from '../support/policies-of-today.ts';

const id = 'SR-7KQ2-Z';
const dsl = { id: '29:dsl', name: 'Daniel Reid', aadObjectId: '00000000-0000-4000-8000-000000000002' };
const key = { tenantId: ids.tenant, objectId: dsl.aadObjectId };
const publicUrl = 'https://staffroom.marlowbridge.example';
const bin = findPostgres();
if (!bin) console.log('not run: files from two instances on PostgreSQL (no server is installed)');

let policies: ReturnType<typeof policiesOfToday>;
let postgres: PostgresServer | undefined;
let surroundings: Surroundings;
let servers: Server[] = [];
beforeAll(async () => {
  if (bin) postgres = await startPostgresServer(bin);
  policies = policiesOfToday();
});
afterAll(async () => {
  policies.remove();
  await postgres?.remove();
});
beforeEach(async () => {
  surroundings = await openSurroundings();
});
afterEach(async () => {
  for (const server of servers) await server.close();
  servers = [];
  await surroundings.close();
});

/** A store with one report that the DSL receives, as a bot before this one left it. */
async function fill(databaseUrl?: string): Promise<void> {
  const { sealer } = await openKeys(surroundings.keyFile);
  const stores = await openStores({ dataDir: surroundings.dataDir, databaseUrl });
  const recipients = [{ personId: 'daniel-reid', role: 'dsl', key } as const];
  const reporter = { tenantId: ids.tenant, objectId: ids.teacher };
  await storeReport(stores, sealer, { id, sentAt: new Date().toISOString(), recipients, reporter });
  await stores.close();
}

async function start(env: Record<string, string> = {}): Promise<Server> {
  const server = await startServer({
    surroundings,
    env: { POLICIES_DIR: policies.path, PUBLIC_URL: publicUrl, ...env },
  });
  servers.push(server);
  return server;
}

/** Asks for the PDF in the DSL's chat: the link's path, and the digits. */
async function ask(server: Server): Promise<{ path: string; code: string }> {
  const { connector } = server;
  const said = await server.post(messageActivity(connector.url, `pdf ${id}`, { from: dsl }));
  expect(said.status).toBe(200);
  const card = JSON.stringify(connector.seen.at(-1)?.activity);
  const [, path = ''] = /"https:\/\/staffroom\.marlowbridge\.example(\/files\/[\w-]{22})"/.exec(card) ?? [];
  const [, first = '', last = ''] = /"text":"(\d{3}) (\d{3})"/.exec(card) ?? [];
  expect(path).not.toBe('');
  return { path, code: first + last };
}
const give = (server: Server, path: string, code: string) =>
  fetch(server.url + path, { method: 'POST', body: new URLSearchParams({ code }) });
const textOf = async (response: Response) =>
  (await readPdf(new Uint8Array(await response.arrayBuffer()))).pages.join('');

describe('a file over HTTP', () => {
  test('is asked for in Teams, fetched once with the digits, and recorded; nothing of it is in the log', async () => {
    await fill();
    const server = await start();
    const { path, code } = await ask(server);
    const page = await fetch(server.url + path);
    expect(await page.text()).toContain('The six digits on your card');
    expect((await give(server, path, code === '000000' ? '000001' : '000000')).status).toBe(404);
    const given = await give(server, path, code);
    expect(given.status).toBe(200);
    expect(given.headers.get('content-disposition')).toBe(`attachment; filename="${id}.pdf"`);
    expect(await textOf(given)).toContain('Jamie Dray cried');
    expect((await give(server, path, code)).status).toBe(404);
    const { stdout, stderr } = await server.settledOutput();
    expect(stdout + stderr).not.toContain(path);
    expect(stdout + stderr).not.toMatch(/Jamie|files\/[\w-]{22}/);
    await server.close();
    const stores = await openStores({ dataDir: surroundings.dataDir });
    const events = (await stores.incidents.find(schoolId, id))?.events ?? [];
    await stores.close();
    expect(events.filter(({ kind }) => kind === 'exported')).toMatchObject([{ by: key, facts: { as: 'pdf' } }]);
  });

  test('is there after kill -9 where it was not taken, and gone where it was', async () => {
    await fill();
    const first = await start();
    const [taken, left] = [await ask(first), await ask(first)];
    expect((await give(first, taken.path, taken.code)).status).toBe(200);
    first.process.kill('SIGKILL');
    await first.ended;
    const second = await start();
    expect((await give(second, taken.path, taken.code)).status).toBe(404);
    expect((await give(second, left.path, left.code)).status).toBe(200);
    expect((await give(second, left.path, left.code)).status).toBe(404);
  });

  test.skipIf(!bin)('is given by one of two instances that share PostgreSQL, whichever is asked first', async () => {
    const databaseUrl = (await postgres?.openEmpty()) ?? '';
    await fill(databaseUrl);
    const [one, two] = [await start({ DATABASE_URL: databaseUrl }), await start({ DATABASE_URL: databaseUrl })];
    const { path, code } = await ask(one);
    expect(await textOf(await give(two, path, code))).toContain('Jamie Dray cried');
    expect((await give(one, path, code)).status).toBe(404);
    const again = await ask(two);
    const both = await Promise.all([one, two, one, two].map((server) => give(server, again.path, again.code)));
    expect(both.map(({ status }) => status).sort()).toEqual([200, 404, 404, 404]);
  });
});
