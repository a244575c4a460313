import { request } from 'node:http';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { offerFile } from '../../src/domain/files/offer-file.ts';
import { takeFile } from '../../src/domain/files/take-file.ts';
import { createMemoryStores } from '../support/memory-stores.ts';
import { questionDeps } from '../support/question-deps.ts';
import { sendRaw, type RawAnswer } from '../support/send-raw.ts';
import { startEdge, type Edge } from '../support/start-edge.ts';

const pdf = Buffer.from('%PDF-1.7 canary-content');
const { files } = createMemoryStores();
let clock = new Date('2026-11-24T10:00:00.000Z');
let fails = false;
let inPieces: (() => AsyncIterable<Uint8Array>) | undefined;
let edge: Edge;
let path: string;
let code: string;

beforeAll(async () => {
  const draw = () =>
    inPieces
      ? Promise.resolve({ name: 'CA-7KQ2-M.jsonl', type: 'application/x-ndjson', bytes: inPieces() } as const)
      : fails
        ? Promise.reject(new Error('canary-failure'))
        : Promise.resolve({ name: 'SR-7KQ2-M.pdf', type: 'application/pdf', bytes: pdf } as const);
  edge = await startEdge(
    { run: () => Promise.resolve() },
    { takeFile: (secret) => takeFile({ files, draw, now: () => clock }, secret) },
  );
});
afterAll(() => edge.close());

beforeEach(async () => {
  fails = false;
  inPieces = undefined;
  clock = new Date('2026-11-24T10:00:00.000Z');
  const desk = { ...questionDeps(), files, publicUrl: '', now: () => clock };
  const offered = await offerFile(desk, {
    schoolId: 'marlow-bridge',
    subject: { kind: 'report', reference: 'SR-7KQ2-M' },
    to: { tenantId: 'tenant', objectId: 'dsl' },
  });
  if (!offered) throw new Error('nothing was offered');
  ({ url: path, code } = offered);
});

const form = ['content-type', 'application/x-www-form-urlencoded'] as const;
const get = (at = path, method = 'GET') => sendRaw(edge.url + at, { method });
const give = (body: string | Buffer | readonly Buffer[] = `code=${code}`, at = path, headers = [form]) =>
  sendRaw(edge.url + at, { headers, body });
const wrong = () => `code=${code === '000000' ? '000001' : '000000'}`;
const shown = ({ status, headers, body }: RawAnswer) => {
  const { date: _always, ...others } = headers;
  return { status, headers: others, body };
};

test('the page asks for the digits, keeps nothing and runs nothing; the right digits give the file once', async () => {
  const page = await get();
  expect(page.status).toBe(200);
  expect(page.headers).toMatchObject({
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'content-security-policy': expect.stringMatching(
      /^default-src 'none'; .*form-action 'self'; .*frame-ancestors 'none'/,
    ) as string,
  });
  expect(page.body).not.toMatch(/<script|\son\w+=|https?:/);
  const given = await give();
  expect(given).toMatchObject({ status: 200, body: pdf.toString() });
  expect(given.headers).toMatchObject({
    'content-type': 'application/pdf',
    'content-disposition': 'attachment; filename="SR-7KQ2-M.pdf"',
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  });
  expect((await give()).status).toBe(404);
});

test('HEAD is GET without its body, and neither uses anything up', async () => {
  const { headers, status, body } = await get(path, 'HEAD');
  expect({ status, body }).toEqual({ status: 200, body: '' });
  expect(shown({ ...(await get()), body })).toEqual(shown({ headers, status, body }));
  expect((await give()).status).toBe(200);
});

test('digits with spaces between them are the digits', async () => {
  expect((await give(`code=${code.slice(0, 3)}+${code.slice(3)}%20`)).status).toBe(200);
});

test('unknown, wrong, used, too late and over-tried look the same in every byte, and so does the page before', async () => {
  const unknown = `/files/${'A'.repeat(22)}`;
  const answers = [await give(`code=${code}`, unknown), await give(wrong())];
  expect((await give()).status).toBe(200);
  answers.push(await give());
  await givePath();
  clock = new Date(clock.getTime() + 10 * 60_000);
  answers.push(await give());
  await givePath();
  for (let tries = 0; tries < 5; tries += 1) await give(wrong());
  answers.push(await give(), await give(''), await give('code='), await give('other=1'), await give('code=1&code=2'));
  for (const answer of answers) expect(shown(answer)).toEqual(shown(answers[0] as RawAnswer));
  expect(answers[0]?.status).toBe(404);
  expect(shown(await get(unknown))).toEqual(shown(await get()));
});

async function givePath() {
  const desk = { ...questionDeps(), files, publicUrl: '', now: () => clock };
  const to = { tenantId: 'tenant', objectId: 'dsl' };
  const offered = await offerFile(desk, { schoolId: 's', subject: { kind: 'report', reference: 'SR-7KQ2-M' }, to });
  ({ url: path, code } = offered ?? { url: '', code: '' });
}

test('of ten who send the right digits at once one gets the file', async () => {
  const answers = await Promise.all(Array.from({ length: 10 }, () => give()));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array<number>(9).fill(404)]);
});

test.each([
  ['JSON', '{"code":"1"}', [['content-type', 'application/json']], 415],
  ['multipart', 'x', [['content-type', 'multipart/form-data; boundary=x']], 415],
  ['text', 'code=1', [['content-type', 'text/plain']], 415],
  ['no type', 'code=1', [], 415],
  ['a compressed form', 'x', [form, ['content-encoding', 'gzip']], 415],
  ['a form of 1,025 bytes', 'x'.repeat(1025), [form], 413],
  ['a form of unknown length and 1,025 bytes', [Buffer.alloc(1000, 'x'), Buffer.alloc(25, 'x')], [form], 413],
] as const)('%s is refused, and the file is still there', async (_name, body, headers, status) => {
  const answer = await give(body, path, headers as unknown as (typeof form)[]);
  expect(answer.status).toBe(status);
  expect(answer.body).toMatch(/^\{"error":"[^"]+"\}$/);
  expect((await give()).status).toBe(200);
});

test('a form of 1,024 bytes is read', async () => {
  const body = `code=${code}&x=`;
  expect((await give(body + 'x'.repeat(1024 - body.length))).status).toBe(200);
});

test.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS'])('%s is refused', async (method) => {
  expect((await get(path, method)).status).toBe(405);
  expect((await give()).status).toBe(200);
});

test.each([
  '/files/',
  '/files/short',
  `/files/${'A'.repeat(23)}`,
  `/files/${'A'.repeat(22)}/`,
  `/files/${'A'.repeat(22)}?x=1`,
  `/files/${'%41'.repeat(22)}`,
  `/FILES/${'A'.repeat(22)}`,
])('%s is nothing', async (at) => {
  expect((await get(at)).status).toBe(404);
  expect([404, 415]).toContain((await give(`code=${code}`, at)).status);
});

test('a file in pieces comes whole, and one that fails on the way breaks off instead of ending', async () => {
  async function* pieces(): AsyncGenerator<Uint8Array> {
    yield Buffer.from('one\n');
    yield await Promise.resolve(Buffer.from('two\n'));
    if (fails) throw new Error('canary-failure');
  }
  inPieces = pieces;
  const given = await give();
  expect(given).toMatchObject({ status: 200, body: 'one\ntwo\n' });
  expect(given.headers).toMatchObject({
    'content-type': 'application/x-ndjson',
    'content-disposition': 'attachment; filename="CA-7KQ2-M.jsonl"',
    'cache-control': 'no-store',
  });
  await givePath();
  fails = true;
  const broken = new Promise((resolve, reject) => {
    const body = `code=${code}`;
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const call = request(edge.url + path, { method: 'POST', headers, agent: false }, (response) => {
      response.on('end', () => resolve('ended')).on('error', reject);
      response.resume();
    });
    call.on('error', reject).end(body);
  });
  await expect(broken).rejects.toThrow('aborted');
  expect(edge.logged.at(-1)).toContain('a file could not be given');
  fails = false;
  expect((await give()).status).toBe(404);
});

test('a file that cannot be drawn is said to have failed, and is gone', async () => {
  fails = true;
  expect(await give()).toMatchObject({ status: 500, body: expect.stringContaining('was not given') as string });
  fails = false;
  expect((await give()).status).toBe(404);
});

test('neither token nor code nor content is in the log', async () => {
  await get();
  await give(wrong());
  await give();
  fails = true;
  await givePath();
  await give();
  const token = path.replace('/files/', '');
  const text = edge.logged.join('');
  expect(text).toContain('could not be given');
  expect(text).not.toContain(token);
  expect(text).not.toMatch(/files\/[\w-]{22}|canary|code=/);
  expect(text).not.toContain(code);
});
