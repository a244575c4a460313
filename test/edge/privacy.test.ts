import { expect, onTestFinished, test } from 'vitest';
import type { ReaderNotice } from '../../src/http/privacy-page.ts';
import { retentionTable } from '../../src/domain/records/retention-table.ts';
import { sendRaw } from '../support/send-raw.ts';
import { startEdge } from '../support/start-edge.ts';

async function open(schools: readonly string[], reader?: ReaderNotice) {
  const edge = await startEdge({ run: () => Promise.resolve() }, { schools, reader });
  onTestFinished(() => edge.close());
  return edge;
}

test('whoever asks is told what is kept of staff, class by class, for the schools that are served', async () => {
  const edge = await open(['Oak & Ash <School>', 'Yew School']);
  const { status, headers, body } = await sendRaw(`${edge.url}/privacy`, { method: 'GET' });
  const page = String(body);
  expect(status).toBe(200);
  expect(headers).toMatchObject({ 'content-type': 'text/html; charset=utf-8', 'referrer-policy': 'no-referrer' });
  expect(headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'sha256-[\w+/=]+';/);
  expect(headers['set-cookie']).toBeUndefined();
  expect(page).toContain('Oak &#38; Ash &#60;School&#62;, Yew School');
  expect(page.match(/<tr><td>/g)).toHaveLength(Object.keys(retentionTable).length);
  expect(page).not.toMatch(/`|<script|https?:\/\//);
  expect(page).toContain('id="use"');
  expect(page).toContain('no AI service');
});

test('where a language model may choose, everybody is told where it is, what goes there and what never does', async () => {
  const edge = await open(['Oak School', 'Ash School'], { host: 'ai.example', schools: ['Ash <b>School'] });
  const page = String((await sendRaw(`${edge.url}/privacy`, { method: 'GET' })).body);
  expect(page).toContain('Ash &#60;b&#62;School turned on a language model, at ai.example');
  expect(page).toContain('is not sent. Reports, drafts, questions handed over,\nsignatures and messages never are');
  expect(page).not.toContain('no AI service');
  expect(page).not.toMatch(/undefined|`|<script/);
});

test('a HEAD gets the head, and anything else nothing', async () => {
  const edge = await open(['Oak School']);
  const head = await sendRaw(`${edge.url}/privacy`, { method: 'HEAD' });
  expect(head.status).toBe(200);
  expect(String(head.body)).toBe('');
  const deleted = await sendRaw(`${edge.url}/privacy`, { method: 'DELETE' });
  expect([404, 405]).toContain(deleted.status);
});
