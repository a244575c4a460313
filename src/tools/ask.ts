import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { createAnswerFinder } from '../domain/answering/create-answer-finder.ts';
import { schoolDay } from '../domain/people/school-day.ts';
import type { SchoolLibrary } from '../domain/policies/library.ts';
import type { Policy } from '../domain/policies/policy.ts';
import { answerBatch } from './ask/answer-batch.ts';
import { toAnswerLine } from './ask/answer-line.ts';
import { policiesToAsk } from './ask/policies-to-ask.ts';
import { printAnswer, printExplanation } from './ask/print-answer.ts';
import { policiesFolder } from './policies-folder.ts';
import { loadFindingModel } from '../models/load-finding-model.ts';

interface AskOptions {
  readonly policies: string;
  readonly school?: string;
  readonly explain?: boolean;
  readonly json?: boolean;
  readonly batch?: string;
  readonly perDocument?: boolean;
}

/** `staffroom ask`: what the bot would answer, at a terminal. stdout holds answers only; exit 1 when something was wrong. */
export function registerAsk(program: Command): void {
  program
    .command('ask')
    .description('answer a question, or a file of questions, from policies')
    .argument('[question]', 'the question, in quotation marks')
    .option(
      '--policies <dir>',
      'a folder of schools, one school, or any folder of .txt, .md, .docx and .pdf policies',
      policiesFolder(),
    )
    .option('--school <id>', 'the school to ask, where the folder holds several')
    .option('--explain', 'say why these clauses were chosen, and which phrasing lifted one')
    .option('--json', 'print the answer as JSON')
    .option('--batch <file>', 'answer many questions: one JSON object a line, {"id", "q", "doc"?}')
    .option('--per-document', 'with --batch: ask each question only of the file that its "doc" names')
    .action(async (question: string | undefined, options: AskOptions) => {
      process.exitCode = await ask(question, options);
    });
}

async function ask(question: string | undefined, options: AskOptions): Promise<number> {
  if ((question === undefined) === (options.batch === undefined))
    return fail('Give either a question or --batch FILE.');
  if (options.perDocument && options.batch === undefined) return fail('--per-document needs --batch.');
  const now = new Date();
  const found = await policiesToAsk(options.policies, options.school, now);
  if (found.kind === 'not-found') return fail(found.reason);
  for (const sentence of [...found.notes, ...found.problems]) console.error(sentence);
  const clean = found.problems.length === 0;
  if (options.batch !== undefined) {
    const answered = await askAll(options.batch, found.policies, options.perDocument === true);
    return answered && clean ? 0 : 1;
  }
  const finder = createAnswerFinder(found.policies, loadFindingModel(), found.library?.phrasings);
  const text = question ?? '';
  const answer = finder.answer(text);
  const explanation = options.explain ? finder.explain(text) : undefined;
  if (options.json) console.log(JSON.stringify({ ...toAnswerLine(answer), ...(explanation && { explanation }) }));
  else {
    console.log(printAnswer(answer, found.library, dayOf(now, found.library)));
    if (explanation) console.log(printExplanation(explanation, (key) => quoteOf(found.policies, key)));
  }
  return clean ? 0 : 1;
}

async function askAll(file: string, policies: readonly Policy[], perDocument: boolean): Promise<boolean> {
  let lines: string[];
  try {
    lines = (await readFile(file, 'utf8')).replace(/^\uFEFF/, '').split(/\r?\n/);
  } catch {
    fail(`The file ${file} cannot be read.`);
    return false;
  }
  let good = true;
  for (const { kind, text } of answerBatch(lines, policies, perDocument)) {
    if (kind === 'answered') console.log(text);
    else {
      console.error(text);
      good = false;
    }
  }
  return good;
}

function quoteOf(policies: readonly Policy[], key: string): string {
  const [policyId, clauseId] = key.split('#');
  const policy = policies.find(({ cover }) => cover.id === policyId);
  return policy?.clauses.find(({ id }) => id === clauseId)?.text ?? '';
}

/** The day at the school; a plain folder has no zone and goes by the universal day, as its reading does. */
function dayOf(now: Date, library: SchoolLibrary | undefined): string {
  return library ? schoolDay(now, library.school) : now.toISOString().slice(0, 10);
}

function fail(reason: string): number {
  console.error(reason);
  return 1;
}
