import { expect, test } from 'vitest';
import { importDocument } from '../../src/documents/import-document.ts';

test.each<[string, string]>([
  ['underscores', '_a '.repeat(20_000)],
  ['asterisks', '*a '.repeat(20_000)],
  ['angle brackets', '<b '.repeat(20_000)],
  ['spaces inside a line', `a${' '.repeat(50_000)}b`],
  ['spaces before a line', `${' '.repeat(50_000)}b`],
  ['tabs', `a${'\t'.repeat(50_000)}b`],
  ['dots', `${'. '.repeat(30_000)}a`],
  ['open brackets', 'Staff must (go\n'.repeat(5_000)],
  ['one word without an end', 'a'.repeat(100_000)],
  ['headings', 'Staff Rules\n\n'.repeat(3_000)],
  ['bullets on one line', '● a '.repeat(10_000)],
])('a text of nothing but %s is read in seconds, every line accounted for', async (_, text) => {
  const started = performance.now();
  const imported = await importDocument(Buffer.from(text), 'odd.txt');
  expect(performance.now() - started).toBeLessThan(8_000);
  expect(imported.kind).toBe('imported');
  if (imported.kind === 'refused') return;
  expect(imported.account.lines.map((line) => line.text).join('\n')).toBe(text.replace(/\n$/, ''));
});
