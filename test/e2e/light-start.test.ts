import { build } from 'esbuild';
import { expect, test } from 'vitest';
import { bundleOptions } from '../../src/build.mjs';

/** What takes a tenth of a second and more to load, and is needed first by a card, a file or an import. */
const heavy = [
  'adaptivecards-templating',
  'adaptive-expressions',
  'pdfkit',
  'mammoth',
  'pdfjs-dist',
  'esbuild',
  'openai',
];

test('loading the bot loads nothing heavy that it needs only later', async () => {
  const { metafile } = await build({ ...bundleOptions('src/app.ts', 'dist/app'), metafile: true, write: false });
  const loaded = new Set<string>();
  const load = (path: string): void => {
    if (loaded.has(path)) return;
    loaded.add(path);
    for (const { path: next, kind } of metafile.outputs[path]?.imports ?? []) if (kind !== 'dynamic-import') load(next);
  };
  load('dist/app/app.js');
  const packages = new Set(
    [...loaded]
      .flatMap((path) => [path, ...Object.keys(metafile.outputs[path]?.inputs ?? {})])
      .map((path) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1]),
  );
  expect(packages).toContain('botbuilder');
  expect(heavy.filter((name) => packages.has(name))).toEqual([]);
});
