import { execFileSync } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { buildEntry } from '../support/build-entry.ts';

/** What takes a tenth of a second and more to load, and is needed first by a card, a file or an import. */
const heavy = ['adaptivecards-templating', 'pdfkit', 'mammoth', 'pdfjs-dist', 'esbuild'];

test('loading the bot loads nothing heavy that it needs only later', async () => {
  const built = await buildEntry('src/app.ts');
  const script = `await import(${JSON.stringify(pathToFileURL(built.path).href)});
    const { createRequire } = await import('node:module');
    console.log(JSON.stringify(Object.keys(createRequire(import.meta.url).cache)));`;
  const output = execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
  built.remove();
  const loaded = JSON.parse(output) as string[];
  expect(loaded.some((path) => path.includes('/node_modules/botbuilder/'))).toBe(true);
  expect(heavy.filter((name) => loaded.some((path) => path.includes(`/node_modules/${name}/`)))).toEqual([]);
});
