import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod/v4';
import type { Policy } from '../../src/domain/policies/policy.ts';
import { projectRoot } from '../../src/project-root.ts';
import type { AnswerLine } from '../../src/tools/ask/answer-line.ts';
import type { Search } from './baseline.ts';
import { type CalibrationBin, calibrationOf } from './calibration.ts';
import { type EvalSet, evalSets, readPolicies, shared } from './eval-sets.ts';
import { createLunr } from './lunr-baseline.ts';
import { createMiniSearch } from './minisearch-baseline.ts';
import { type AnsweredQuestion, scoreAnswers, type Scores } from './score-answers.ts';

const scorer = join(shared, 'score.mjs');
const work = mkdtempSync(join(tmpdir(), 'staffroom-eval-'));
const [text, score] = [z.string(), z.number()];
const Clause = z.object({ policy: text, ref: text.nullable(), heading: text, quote: text, score });
const Line = z.object({ outcome: z.enum(['quoted', 'unsure']), clauses: z.array(Clause) });
const Verbatim = z.object({ quotes: z.number(), notVerbatim: z.number() });

try {
  const all: AnsweredQuestion[] = [];
  const pooled: AnsweredQuestion[] = [];
  const published: AnsweredQuestion[] = [];
  for (const set of await evalSets(work)) {
    const answered = await evaluate(set);
    all.push(...answered);
    if (set.isPooled) pooled.push(...answered);
    if (set.isPooled && set.isShared) published.push(...answered);
  }
  console.log('\nPooled: single policies, and libraries such as one school has');
  console.table({ 'all of them': scoresOf(pooled), ...(published.length > 0 && { published: scoresOf(published) }) });
  console.log('\nHow sure it is, and how often its first clause answers (all sets together)');
  console.table(calibrationOf(all).map(printable));
  if (!existsSync(scorer))
    console.log(
      'Left out: the published policies and questions under ../shared/eval, which are not beside the project.',
    );
} finally {
  rmSync(work, { recursive: true });
}

/** Prints one set's table; gives its questions with the answers. */
async function evaluate(set: EvalSet): Promise<AnsweredQuestion[]> {
  const questions = join(work, 'questions.jsonl');
  writeFileSync(questions, set.questions.map((question) => `${JSON.stringify(question)}\n`).join(''));
  const asked = ['ask', '--policies', set.policies, '--batch', questions];
  const printed = run(join(projectRoot, 'src', 'staffroom.mjs'), [
    ...asked,
    ...(set.perDocument ? ['--per-document'] : []),
  ]);
  const ours = printed
    .trim()
    .split('\n')
    .map((line): AnswerLine => Line.parse(JSON.parse(line)));
  const policies = await readPolicies(set.policies);
  console.log(`\n${set.name}`);
  console.table({
    staffroom: scoreAnswers(set.questions, ours),
    MiniSearch: scoreAnswers(set.questions, answersOf(set, policies, createMiniSearch)),
    lunr: scoreAnswers(set.questions, answersOf(set, policies, createLunr)),
  });
  if (set.isShared) {
    const answers = join(work, 'ours.jsonl');
    writeFileSync(answers, printed);
    const args = ['--questions', questions, '--answers', answers, '--policies', set.policies, '--json'];
    const { quotes, notVerbatim } = Verbatim.parse(JSON.parse(run(scorer, args)));
    console.log(`${notVerbatim} of ${quotes} quotes are not verbatim`);
  }
  return set.questions.flatMap((question, at) => {
    const answer = ours[at];
    return answer ? [{ question, answer }] : [];
  });
}

function scoresOf(answered: readonly AnsweredQuestion[]): Scores {
  return scoreAnswers(
    answered.map(({ question }) => question),
    answered.map(({ answer }) => answer),
  );
}

function answersOf(
  { questions, perDocument }: EvalSet,
  policies: readonly Policy[],
  create: (policies: readonly Policy[]) => Search,
): AnswerLine[] {
  const all = create(policies);
  const single = new Map(policies.map((policy) => [policy.file, create([policy])]));
  return questions.map(({ q, doc }) => ((perDocument && single.get(doc ?? '')) || all)(q));
}

function printable({ from, to, questions, right, unanswerable }: CalibrationBin): Record<string, string | number> {
  const share = (part: number) => (questions === 0 ? '' : `${Math.round((100 * part) / questions)} %`);
  return {
    sure: `${from}–${to} %`,
    questions,
    'first clause answers': share(right),
    'no clause answers': share(unanswerable),
  };
}

function run(script: string, args: readonly string[]): string {
  const { stdout, stderr, status } = spawnSync(process.execPath, [script, ...args], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (status !== 0) throw new Error(`${script} ended with ${status ?? 'a signal'}: ${stderr}`);
  return stdout;
}
