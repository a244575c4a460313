import { leadInOf } from '../policies/lead-in-of.ts';
import type { SchoolLibrary } from '../policies/library.ts';
import type { RankedClause } from './answer.ts';
import { createHideNames } from './hide-names.ts';
import { namesKnownTo } from './names-known.ts';
import type { Reading } from './reader.ts';
import { tellsOfSomebody } from './tells-of-somebody.ts';

/** A paragraph has 700 characters at most; longer is a table's row or a text that was pasted. */
const mostOfClause = 1_200;

/**
 * What a reader may see of a question and of the clauses that `search` finds for it: the question as it was written, and
 * of each clause its headings, whom it binds, its lead-in, its column and its words, up to 1,200 characters of it. Names of
 * people are left out where they can be told from words (`createHideNames`); the school's own name, and a policy's, stay where
 * a clause holds them. Beside that nothing of the school, the policy or whoever asks. Undefined where nothing may be sent:
 * the school has not turned it on, the question tells of somebody or of something that has happened, or no clause was
 * found; only for what may be sent is anything searched.
 */
export function toReading(
  question: string,
  search: () => readonly RankedClause[],
  library: SchoolLibrary,
): Reading | undefined {
  if (!library.school.reader) return undefined;
  const known = namesKnownTo(library);
  if (tellsOfSomebody(question, known)) return undefined;
  const found = search();
  if (found.length === 0) return undefined;
  const hideNames = createHideNames(known);
  return {
    question,
    clauses: found.map((one, at) => ({ id: `c${at + 1}`, words: hideNames(clip(wordsOf(one))) })),
  };
}

function wordsOf({ policy, clause }: RankedClause): string {
  const { headingPath, column, text, binds } = clause;
  const path = headingPath.join(' › ');
  const about = [path, binds && `This rule is for ${binds}`, leadInOf(policy, clause), column]
    .filter(Boolean)
    .join('\n');
  return about === '' ? text : `${about}\n${text}`;
}

/** Without the last word where it is cut: half a name would not be known for one. */
function clip(text: string): string {
  return text.length <= mostOfClause ? text : text.slice(0, mostOfClause).replace(/\S*$/, '').trimEnd();
}
