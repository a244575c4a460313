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

/** The questions of a set with the answers to them. */
type Answered = Readonly<Record<'staffroom' | 'MiniSearch' | 'lunr', readonly AnsweredQuestion[]>>;

const scorer = join(shared, 'score.mjs');
const work = mkdtempSync(join(tmpdir(), 'staffroom-eval-'));
const [text, score] = [z.string(), z.number()];
const Clause = z.object({ policy: text, ref: text.nullable(), heading: text, quote: text, score });
const Line = z.object({ outcome: z.enum(['quoted', 'unsure']), clauses: z.array(Clause) });
const Verbatim = z.object({ quotes: z.number(), notVerbatim: z.number() });

try {
  const pooled: Answered[] = [];
  const published: Answered[] = [];
  for (const set of await evalSets(work)) {
    const answered = await evaluate(set);
    if (set.isPooled) pooled.push(answered);
    if (set.isPooled && set.isShared) published.push(answered);
  }
  printPooled('Single policies, and libraries such as one school has', pooled);
  if (published.length > 0)
    printPooled('Of these the published ones, each question asked alone and in a library', published);
  console.log('\nHow sure it is, and how often its first clause answers (the same questions)');
  console.table(calibrationOf(pooled.flatMap(({ staffroom }) => staffroom)).map(printable));
  if (!existsSync(scorer))
    console.log(
      'Left out: the published policies and questions under ../shared/eval, which are not beside the project.',
    );
} finally {
  rmSync(work, { recursive: true });
}

/** Prints one set's table; gives its questions with the answers of each. */
async function evaluate(set: EvalSet): Promise<Answered> {
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
  const answered = {
    staffroom: answeredBy(set, ours),
    MiniSearch: answeredBy(set, answersOf(set, policies, createMiniSearch)),
    lunr: answeredBy(set, answersOf(set, policies, createLunr)),
  };
  printScores(answered);
  if (set.isShared) {
    const answers = join(work, 'ours.jsonl');
    writeFileSync(answers, printed);
    const args = ['--questions', questions, '--answers', answers, '--policies', set.policies, '--json'];
    const { quotes, notVerbatim } = Verbatim.parse(JSON.parse(run(scorer, args)));
    console.log(`${notVerbatim} of ${quotes} quotes are not verbatim`);
  }
  return answered;
}

function answeredBy({ questions }: EvalSet, answers: readonly AnswerLine[]): AnsweredQuestion[] {
  return questions.flatMap((question, at) => {
    const answer = answers[at];
    return answer ? [{ question, answer }] : [];
  });
}

/** Prints a table of several sets together, and how many questions and how many different ones they are. */
function printPooled(name: string, sets: readonly Answered[]): void {
  const all = (by: keyof Answered) => sets.flatMap((set) => set[by]);
  const asked = all('staffroom');
  const different = new Set(asked.map(({ question: { q, doc } }) => JSON.stringify([q, doc])));
  console.log(`\n${name}: asked ${asked.length} times, ${different.size} different questions`);
  printScores({ staffroom: asked, MiniSearch: all('MiniSearch'), lunr: all('lunr') });
}

function printScores({ staffroom, MiniSearch, lunr }: Answered): void {
  console.table({ staffroom: scoresOf(staffroom), MiniSearch: scoresOf(MiniSearch), lunr: scoresOf(lunr) });
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
