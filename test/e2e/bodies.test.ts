import { gzipSync } from 'node:zlib';
import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { messageActivity } from '../support/activities.ts';
import { sendRaw, type RawAnswer } from '../support/send-raw.ts';
import { startServer, type Server } from '../support/start-server.ts';

let server: Server;
let token = '';

beforeAll(async () => {
  server = await startServer();
  token = await server.authority.sign();
});
afterAll(() => server.close());

const hello = (): string => JSON.stringify(messageActivity(server.connector.url, 'hello'));
type Header = readonly [string, string];

function send(
  body: string | Buffer | readonly Buffer[],
  headers: readonly Header[] = [['content-type', 'application/json']],
) {
  return sendRaw(`${server.url}/api/messages`, { headers: [['authorization', `Bearer ${token}`], ...headers], body });
}

/** The answer has the status, the words of a refusal and nothing about what runs here; the process lives. */
function expectRefusal(answer: RawAnswer, status: number): void {
  expect(answer.status).toBe(status);
  expect(answer.body).toMatch(/^\{"error":"[A-Z][^"]+\."\}$/);
  expect(answer.headers).not.toHaveProperty('server');
  expect(answer.headers).not.toHaveProperty('x-powered-by');
  expect(server.process.exitCode).toBeNull();
}

const json: Header = ['content-type', 'application/json'];

test.each<[string, string | Buffer, readonly Header[]]>([
  ['gzip in name only', 'this is not gzip', [json, ['content-encoding', 'gzip']]],
  ['an empty gzip', '', [json, ['content-encoding', 'gzip']]],
  ['real gzip', gzipSync('{}'), [json, ['content-encoding', 'gzip']]],
  ['a gzip bomb of 100 MB', gzipSync(Buffer.alloc(100 * 1024 * 1024, ' ')), [json, ['content-encoding', 'gzip']]],
  ['gzip in capitals', 'x', [json, ['content-encoding', 'GZIP']]],
  ['deflate', 'x', [json, ['content-encoding', 'deflate']]],
  ['br', 'x', [json, ['content-encoding', 'br']]],
  ['two encodings', 'x', [json, ['content-encoding', 'identity, gzip']]],
  ['an empty encoding', '{}', [json, ['content-encoding', '']]],
  [
    'multipart',
    '--x\r\nContent-Disposition: form-data; name="f"; filename="f"\r\n\r\nx\r\n--x--',
    [['content-type', 'multipart/form-data; boundary=x']],
  ],
  ['a form', 'a=b', [['content-type', 'application/x-www-form-urlencoded']]],
  ['bytes', 'x', [['content-type', 'application/octet-stream']]],
  ['text', '{}', [['content-type', 'text/plain']]],
  ['a kind of JSON', '{}', [['content-type', 'application/vnd.api+json']]],
  ['CSV', 'a,b', [['content-type', 'text/csv']]],
  ['no content type', '{}', []],
])('%s is refused with 415', async (_name, body, headers) => {
  expectRefusal(await send(body, headers), 415);
});

test('identity and a charset are no reason to refuse', async () => {
  const headers: Header[] = [
    ['content-type', 'application/json; charset=utf-8'],
    ['content-encoding', 'identity'],
  ];
  expect((await send(hello(), headers)).status).toBe(200);
});

test('a body of more than 256 KB is refused with 413, with or without a length', async () => {
  const large = Buffer.alloc(256 * 1024 + 1, ' ');
  expectRefusal(await send(large), 413);
  expectRefusal(await send(Array.from({ length: 5 }, () => Buffer.alloc(64 * 1024, ' '))), 413);
});

test('a body of exactly 256 KB is read', async () => {
  const text = hello();
  const padded = text.replace(/\}$/, `${' '.repeat(256 * 1024 - Buffer.byteLength(text))}}`);
  expect(Buffer.byteLength(padded)).toBe(256 * 1024);
  expect((await send(padded)).status).toBe(200);
});

const nested = (levels: number): string => '{"a":'.repeat(levels) + '1' + '}'.repeat(levels);

test.each<[string, string]>([
  ['JSON 33 levels deep', nested(33)],
  ['JSON 40,000 levels deep', nested(40_000)],
  ['lists 100,000 levels deep', '['.repeat(100_000) + ']'.repeat(100_000)],
  ['an activity with a deep value', '{"type":"message","value":' + nested(32) + '}'],
  ['a list', '[]'],
  ['null', 'null'],
  ['a number', '42'],
  ['text in quotes', '"hello"'],
  ['no JSON', 'hello'],
  ['half of JSON', '{"type":"message"'],
  ['an empty object', '{}'],
  ['nothing', ''],
  ['a type that is a number', '{"type":5}'],
  ['a prototype', '{"__proto__":{"admin":true},"type":"message"}'],
  ['a prototype further down', '{"type":"message","value":{"x":{"__proto__":{"admin":true}}}}'],
])('%s is refused with 400', async (_name, body) => {
  expectRefusal(await send(body), 400);
});

test('JSON at most 32 levels deep is let through', async () => {
  const activity = messageActivity(server.connector.url, 'hello', { value: JSON.parse(nested(31)) as unknown });
  expect((await send(JSON.stringify(activity))).status).toBe(200);
});

test('tens of thousands of keys on one level hold nobody up', async () => {
  const wide = `{"type":"message",${Array.from({ length: 30_000 }, (_, at) => `"k${at}":1`).join(',')}}`;
  const started = performance.now();
  expectRefusal(await send(wide), 413);
  expectRefusal(await send(wide.slice(0, 250_000).replace(/,[^,]*$/, '}')), 400);
  expect(performance.now() - started).toBeLessThan(1000);
});

test.each([
  ['GET', '/api/messages', 405],
  ['PUT', '/api/messages', 405],
  ['DELETE', '/api/messages', 405],
  ['GET', '/', 404],
  ['GET', '/.env', 404],
  ['GET', '/api/messages/../../.env', 404],
  ['GET', '/metrics', 404],
])('%s %s is refused with %i and no details', async (method, path, status) => {
  expectRefusal(await sendRaw(server.url + path, { method }), status);
});

test('health answers without details', async () => {
  expect(await sendRaw(`${server.url}/healthz`, { method: 'GET' })).toMatchObject({
    status: 200,
    body: '{"alive":true}',
  });
  expect(await sendRaw(`${server.url}/readyz`, { method: 'GET' })).toMatchObject({
    status: 200,
    body: '{"ready":true}',
  });
});

test('what is no HTTP does not end the process', async () => {
  const answer = await new Promise<string>((resolve) => {
    const { port } = new URL(server.url);
    const socket = connect(Number(port), '127.0.0.1', () => socket.write('\u0016\u0003\u0001 hello\r\n\r\n'));
    let text = '';
    socket.on('data', (part: Buffer) => (text += part.toString())).on('close', () => resolve(text));
  });
  expect(answer).toMatch(/^HTTP\/1.1 400 /);
  expect((await send(hello())).status).toBe(200);
});

test('a sender who does not finish is cut off within 25 seconds', async () => {
  const started = performance.now();
  const slow = (lines: string) =>
    new Promise<number>((resolve) => {
      const { port } = new URL(server.url);
      const socket = connect(Number(port), '127.0.0.1', () => socket.write(lines));
      socket
        .on('error', () => undefined)
        .on('close', () => resolve(performance.now() - started))
        .resume();
    });
  const head = `POST /api/messages HTTP/1.1\r\nhost: x\r\n`;
  const whole = `${head}authorization: Bearer ${token}\r\ncontent-type: application/json\r\ncontent-length: 1000\r\n\r\n{"type"`;
  for (const took of await Promise.all([slow(head), slow(whole)])) expect(took).toBeLessThan(25_000);
  expect((await send(hello())).status).toBe(200);
});

test('nothing that was sent here is in the log', async () => {
  const { stdout, stderr } = await server.settledOutput();
  expect(stdout + stderr).not.toMatch(/"admin"|hello|this is not gzip|eyJ/);
});
