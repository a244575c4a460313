import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { projectRoot } from '../../src/project-root.ts';
import { isVerbatim, plain } from './support/is-verbatim.ts';
import { read } from './support/read-fixture.ts';

interface Question {
  readonly doc: string;
  readonly gold: readonly (string | { readonly doc?: string; readonly text: string })[];
}

const root = join(projectRoot, '../shared/eval');
const sets = [
  { policies: 'policies', questions: 'dev-questions.jsonl' },
  { policies: 'policies2', questions: 'dev2-questions.jsonl' },
];

describe.skipIf(!existsSync(root))('real policies (skipped where ../shared/eval is absent)', () => {
  for (const set of sets) {
    const folder = join(root, set.policies);
    const files = existsSync(folder) ? readdirSync(folder) : [];
    const golds = existsSync(root) ? goldTexts(join(root, set.questions)) : [];
    test.each(files)(
      `${set.policies}/%s: every known answer lies in one clause, every clause is verbatim, every line accounted for`,
      async (file) => {
        const bytes = readFileSync(join(folder, file));
        const { clauses, account } = await read(bytes, file);
        const source = plain(bytes.toString('utf8'));
        const texts = clauses.map(({ text }) => plain(text));
        const wanted = golds.filter(({ doc }) => doc === file);
        const lengths = clauses.map(({ text }) => text.length).sort((a, b) => a - b);
        console.log(
          `${file}: ${clauses.length} clauses, median ${lengths[lengths.length >> 1]}, p90 ${lengths[Math.floor(lengths.length * 0.9)]}, longest ${lengths.at(-1)} characters; ${wanted.length} known answers; lines ${JSON.stringify(account.totals)}`,
        );
        expect(
          wanted.filter(({ text }) => !texts.some((clause) => clause.length <= 800 && clause.includes(text))),
        ).toEqual([]);
        expect(texts.filter((text) => !isVerbatim(text, source))).toEqual([]);
        expect(lengths.at(-1)).toBeLessThanOrEqual(800);
        expect(account.lines.map(({ text }) => text)).toEqual(bytes.toString('utf8').replace(/\n$/, '').split('\n'));
      },
    );
  }
});

function goldTexts(path: string): { doc: string; text: string }[] {
  const questions = readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Question);
  return questions.flatMap(({ doc, gold }) =>
    gold.map((one) =>
      typeof one === 'string' ? { doc, text: plain(one) } : { doc: one.doc ?? doc, text: plain(one.text) },
    ),
  );
}
