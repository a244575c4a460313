import { z } from 'zod/v4';
import type { AnswerFinder } from '../../domain/answering/answer.ts';
import { createAnswerFinder } from '../../domain/answering/create-answer-finder.ts';
import type { Policy } from '../../domain/policies/policy.ts';
import { toAnswerLine } from './answer-line.ts';
import { loadFindingModel } from '../../models/load-finding-model.ts';

const Question = z.object({ id: z.union([z.string(), z.number()]), q: z.string(), doc: z.string().optional() });

/** What became of one line of the batch: `text` is the answer as JSON, or a sentence with the line's number. */
export type BatchLine = { readonly kind: 'answered' | 'bad'; readonly text: string };

/**
 * Answers questions in bulk, one JSON object a line, in order; blank lines are passed over. With `perDocument` each
 * question is asked only of the policy read from the file that its `doc` names. A line that cannot be answered is
 * `bad` and holds up none of the others.
 */
export function* answerBatch(
  lines: readonly string[],
  policies: readonly Policy[],
  perDocument: boolean,
): Generator<BatchLine> {
  const finders = new Map<string, AnswerFinder>();
  const finderFor = (name: string, those: readonly Policy[]): AnswerFinder => {
    const known = finders.get(name);
    if (known) return known;
    const made = createAnswerFinder(those, loadFindingModel());
    finders.set(name, made);
    return made;
  };
  for (const [at, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const bad = (why: string): BatchLine => ({ kind: 'bad', text: `line ${at + 1}: ${why}` });
    const question = readLine(line);
    if (typeof question === 'string') {
      yield bad(question);
      continue;
    }
    const { id, q, doc } = question;
    if (perDocument && doc === undefined) {
      yield bad('it names no "doc"; with --per-document every question needs the name of its file');
      continue;
    }
    const those = perDocument ? policies.filter(({ file }) => file === doc) : policies;
    if (those.length === 0) {
      yield bad(`no policy was read from a file “${doc ?? ''}”`);
      continue;
    }
    const answer = finderFor(perDocument ? (doc ?? '') : '', those).answer(q);
    yield { kind: 'answered', text: JSON.stringify({ id, ...toAnswerLine(answer) }) };
  }
}

function readLine(line: string): z.infer<typeof Question> | string {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return 'it is not JSON; write one object a line, like {"id": "1", "q": "May I …?"}';
  }
  const parsed = Question.safeParse(value);
  if (parsed.success) return parsed.data;
  const wrong = [...new Set(parsed.error.issues.map(({ path }) => String(path[0] ?? '')))].filter((key) => key !== '');
  return wrong.length === 0
    ? 'it is not an object; write one a line, like {"id": "1", "q": "May I …?"}'
    : `${wrong.map((key) => `"${key}"`).join(' and ')} must be there as text, like {"id": "1", "q": "May I …?"}`;
}
