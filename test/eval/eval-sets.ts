import { copyFileSync, existsSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Policy } from '../../src/domain/policies/policy.ts';
import { projectRoot } from '../../src/project-root.ts';
import { policiesToAsk } from '../../src/tools/ask/policies-to-ask.ts';
import { readCorpus } from '../corpus/read-corpus.ts';
import { readLessons } from '../training/read-lessons.ts';
import { type EvalQuestion, readQuestions } from './question.ts';

/** Questions with the texts of the clauses that answer them, and the folder of the policies that they are asked of. */
export interface EvalSet {
  readonly name: string;
  readonly policies: string;
  readonly questions: readonly EvalQuestion[];
  /** Each question is asked of its own policy; else of all together. */
  readonly perDocument: boolean;
  /** The texts are published policies: the scorer beside them says whether quotes are verbatim. */
  readonly isShared: boolean;
  /** It counts in the figures for all together: a single policy, or a library such as one school has. */
  readonly isPooled: boolean;
}

export const shared = join(projectRoot, '..', 'shared', 'eval');
const school = join(projectRoot, 'policies', 'marlow-bridge');

/** All sets that are at hand; `work` is a folder for what has to be written. */
export async function evalSets(work: string): Promise<EvalSet[]> {
  return [...(await heldBackSets(work)), await sampleSchool(), ...(existsSync(shared) ? sharedSets(work) : [])];
}

async function heldBackSets(work: string): Promise<EvalSet[]> {
  const folder = mkdtempSync(join(work, 'held-back-'));
  const corpus = readCorpus('held-back');
  for (const { name, text } of corpus) writeFileSync(join(folder, `${name}.txt`), text);
  const lessons = await readLessons(corpus);
  const questions = lessons.flatMap(({ name, policy, questions: those }) =>
    those.map(({ text, register, answers }, at) => ({
      id: `${name}-${at}`,
      q: text,
      doc: `${name}.txt`,
      gold: answers.flatMap((place) => policy.clauses[place]?.text ?? []),
      kind: register,
    })),
  );
  const set = { policies: folder, questions, isShared: false };
  const written = corpus.reduce((sum, one) => sum + one.questions.length, 0);
  const all =
    questions.length === written
      ? ''
      : ` (${written - questions.length} of ${written} left out: their clause is not found as marked)`;
  return [
    { ...set, name: `held-back, each question asked of its own policy${all}`, perDocument: true, isPooled: true },
    { ...set, name: 'held-back, all six policies asked together', perDocument: false, isPooled: false },
  ];
}

/** The sample questions name clauses by id; scoring wants their words. */
async function sampleSchool(): Promise<EvalSet> {
  const texts = new Map<string, string>();
  for (const { cover, clauses } of await readPolicies(school)) {
    for (const { id, text } of clauses) texts.set(id, text).set(`${cover.id}#${id}`, text);
  }
  const questions = readQuestions(join(projectRoot, 'test', 'eval', 'sample-questions.jsonl')).map((question) => ({
    ...question,
    gold: question.gold.map((gold) => (typeof gold === 'string' ? (texts.get(gold) ?? gold) : gold)),
  }));
  const name = 'sample school, all policies asked together';
  return { name, policies: school, questions, perDocument: false, isShared: false, isPooled: true };
}

function sharedSets(work: string): EvalSet[] {
  const dev = readQuestions(join(shared, 'dev-questions.jsonl'));
  const dev2 = readQuestions(join(shared, 'dev2-questions.jsonl'));
  const together = mkdtempSync(join(work, 'policies-'));
  for (const name of ['policies', 'policies2']) {
    for (const file of readdirSync(join(shared, name))) copyFileSync(join(shared, name, file), join(together, file));
  }
  const alone = { perDocument: true, isShared: true, isPooled: true };
  return [
    {
      ...alone,
      name: 'dev, each question asked of its own policy',
      policies: join(shared, 'policies'),
      questions: dev,
    },
    {
      ...alone,
      name: 'dev2, each question asked of its own policy',
      policies: join(shared, 'policies2'),
      questions: dev2,
    },
    ...librariesOfSeven(work, dev, dev2),
    {
      name: 'dev and dev2, all nine policies asked together',
      policies: together,
      questions: [...dev, ...dev2],
      perDocument: false,
      isShared: true,
      isPooled: false,
    },
  ];
}

/** Each policy of `dev` with the six of `dev2`: about as many as a school has. The questions on the six are dealt among the libraries. */
function librariesOfSeven(work: string, dev: readonly EvalQuestion[], dev2: readonly EvalQuestion[]): EvalSet[] {
  const ownPolicies = readdirSync(join(shared, 'policies')).sort();
  return ownPolicies.map((own, nth) => {
    const library = mkdtempSync(join(work, 'seven-'));
    copyFileSync(join(shared, 'policies', own), join(library, own));
    for (const file of readdirSync(join(shared, 'policies2')))
      copyFileSync(join(shared, 'policies2', file), join(library, file));
    return {
      name: `a library of seven: ${own} and the six policies of dev2`,
      policies: library,
      questions: [...dev.filter(({ doc }) => doc === own), ...dev2.filter((_, at) => at % ownPolicies.length === nth)],
      perDocument: false,
      isShared: true,
      isPooled: true,
    };
  });
}

/** The policies of a folder, as `staffroom ask` reads them. */
export async function readPolicies(folder: string): Promise<readonly Policy[]> {
  const found = await policiesToAsk(folder, undefined, new Date());
  if (found.kind === 'not-found') throw new Error(found.reason);
  return found.policies;
}
