import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod/v4';
import type { Policy } from '../../src/domain/policies/policy.ts';
import { projectRoot } from '../../src/project-root.ts';
import { policiesToAsk } from '../../src/tools/ask/policies-to-ask.ts';
import { createBaseline } from './minisearch-baseline.ts';
import { type EvalQuestion, readQuestions } from './question.ts';

interface EvalSet {
  readonly name: string;
  readonly policies: string;
  readonly questions: readonly EvalQuestion[];
  readonly perDocument: boolean;
}

const shared = join(projectRoot, '..', 'shared', 'eval');
const scorer = join(shared, 'score.mjs');
const samples = join(projectRoot, 'test', 'eval', 'sample-questions.jsonl');
const school = join(projectRoot, 'policies', 'marlow-bridge');
const work = mkdtempSync(join(tmpdir(), 'staffroom-eval-'));
const Scored = z.record(z.string(), z.unknown());

if (!existsSync(scorer))
  console.log('Skipped: ../shared/eval, which holds the questions and the scorer, is not beside the project.');
else {
  try {
    for (const set of await sets()) await evaluate(set);
  } finally {
    rmSync(work, { recursive: true });
  }
}

async function sets(): Promise<EvalSet[]> {
  const dev = readQuestions(join(shared, 'dev-questions.jsonl'));
  const dev2 = readQuestions(join(shared, 'dev2-questions.jsonl'));
  const all: EvalSet[] = [
    {
      name: 'dev, each question asked of its own policy',
      policies: join(shared, 'policies'),
      questions: dev,
      perDocument: true,
    },
    {
      name: 'dev2, each question asked of its own policy',
      policies: join(shared, 'policies2'),
      questions: dev2,
      perDocument: true,
    },
    {
      name: 'dev and dev2, all nine policies asked together',
      policies: together(),
      questions: [...dev, ...dev2],
      perDocument: false,
    },
  ];
  if (!existsSync(samples)) console.log('Left out: the questions on the sample school, which are not there.');
  else
    all.push({
      name: 'sample school, all policies asked together',
      policies: school,
      questions: await withTexts(readQuestions(samples)),
      perDocument: false,
    });
  return all;
}

function together(): string {
  const folder = mkdtempSync(join(work, 'policies-'));
  for (const name of ['policies', 'policies2']) {
    for (const file of readdirSync(join(shared, name))) copyFileSync(join(shared, name, file), join(folder, file));
  }
  return folder;
}

/** The sample questions name clauses by id; the scorer wants their words. */
async function withTexts(questions: readonly EvalQuestion[]): Promise<EvalQuestion[]> {
  const texts = new Map<string, string>();
  for (const { cover, clauses } of await readPolicies(school)) {
    for (const { id, text } of clauses) texts.set(id, text).set(`${cover.id}#${id}`, text);
  }
  return questions.map((question) => ({
    ...question,
    gold: question.gold.map((gold) => (typeof gold === 'string' ? (texts.get(gold) ?? gold) : gold)),
  }));
}

async function readPolicies(folder: string): Promise<readonly Policy[]> {
  const found = await policiesToAsk(folder, undefined, new Date());
  if (found.kind === 'not-found') throw new Error(found.reason);
  return found.policies;
}

async function evaluate(set: EvalSet): Promise<void> {
  const questions = join(work, 'questions.jsonl');
  writeFileSync(questions, lines(set.questions));
  const ours = join(work, 'ours.jsonl');
  const asked = [
    'ask',
    '--policies',
    set.policies,
    '--batch',
    questions,
    ...(set.perDocument ? ['--per-document'] : []),
  ];
  writeFileSync(ours, run(join(projectRoot, 'src', 'staffroom.mjs'), asked));
  const plain = join(work, 'plain.jsonl');
  writeFileSync(plain, lines(await baseline(set)));
  console.log(`\n${set.name}`);
  console.table({ staffroom: score(set, questions, ours), MiniSearch: score(set, questions, plain) });
}

async function baseline({ policies: folder, questions, perDocument }: EvalSet): Promise<unknown[]> {
  const policies = await readPolicies(folder);
  const all = createBaseline(policies);
  const single = new Map(policies.map((policy) => [policy.file, createBaseline([policy])]));
  return questions.map(({ id, q, doc }) => ({ id, ...((perDocument && single.get(doc ?? '')) || all)(q) }));
}

function score({ policies }: EvalSet, questions: string, answers: string): Record<string, unknown> {
  const printed = run(scorer, ['--questions', questions, '--answers', answers, '--policies', policies, '--json']);
  const {
    byKind: _kinds,
    byDoc: _documents,
    quotes: _quotes,
    missing: _missing,
    ...row
  } = Scored.parse(JSON.parse(printed));
  return row;
}

function run(script: string, args: readonly string[]): string {
  const { stdout, stderr, status } = spawnSync(process.execPath, [script, ...args], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (status !== 0) throw new Error(`${script} ended with ${status ?? 'a signal'}: ${stderr}`);
  return stdout;
}

function lines(values: readonly unknown[]): string {
  return values.map((value) => `${JSON.stringify(value)}\n`).join('');
}
