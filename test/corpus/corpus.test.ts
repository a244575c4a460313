import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../src/project-root.ts';
import { readQuestions } from '../eval/question.ts';
import { readCorpus } from './read-corpus.ts';

const answered = [
  ...['direct', 'paraphrase', 'colloquial', 'misspelt', 'keywords', 'scenario', 'brand', 'formal', 'yesno'],
  'who/when/howmany',
];
const corpus = readCorpus();
const heldBack = readCorpus('held-back');
const shared = join(projectRoot, '../shared/eval');

describe.each([...corpus, ...heldBack])('$name', ({ text, clauses, questions }) => {
  it('has words before each mark, and no mark in what is read', () => {
    expect([...clauses].filter(([, words]) => !/\p{L}{2}|\d/u.test(words))).toEqual([]);
    expect(text).not.toMatch(/[⟦⟧]/);
  });

  it('answers with clauses that are there, asks no question twice', () => {
    const asked = new Set(questions.flatMap(({ answers }) => answers));
    expect([...asked].filter((key) => !clauses.has(key))).toEqual([]);
    expect([...new Set(questions.map(({ register }) => register))].sort()).toEqual([...answered, 'near', 'far'].sort());
    const without = questions.filter(({ answers }) => answers.length === 0);
    expect(without.every(({ register }) => register === 'near' || register === 'far')).toBe(true);
    expect(new Set(questions.map(({ question }) => question.toLowerCase())).size).toBe(questions.length);
  });
});

describe.each(corpus)('$name, to learn from', ({ clauses, questions }) => {
  it('asks after every clause', () => {
    const asked = new Set(questions.flatMap(({ answers }) => answers));
    expect([...clauses.keys()].filter((key) => !asked.has(key))).toEqual([]);
  });

  it('asks in every register, and enough that the policy does not say', () => {
    const count = (wanted: string) => questions.filter(({ register }) => register === wanted).length;
    for (const register of answered) expect(count(register), register).toBeGreaterThanOrEqual(25);
    expect(count('near')).toBeGreaterThanOrEqual(85);
  });
});

it.skipIf(!existsSync(shared))(
  'holds no near-copy of a shared question (skipped where ../shared/eval is absent)',
  () => {
    const sets = ['dev-questions.jsonl', 'dev2-questions.jsonl'].flatMap((file) => readQuestions(join(shared, file)));
    const known = sets.map(({ q }) => wordsOf(q));
    const copies = [...corpus, ...heldBack].flatMap(({ name, questions }) =>
      questions
        .map(({ question }) => ({ question, words: wordsOf(question) }))
        .filter(({ words }) => words.size > 3 && known.some((one) => likeness(one, words) > 0.7))
        .map(({ question }) => `${name}: ${question}`),
    );
    expect(copies).toEqual([]);
  },
);

function wordsOf(question: string): Set<string> {
  return new Set(question.toLowerCase().match(/[\p{L}\d]+/gu));
}

/** The share of the words of both that both have. */
function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const both = [...one].filter((word) => other.has(word)).length;
  return both / (one.size + other.size - both);
}
