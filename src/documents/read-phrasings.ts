import { clauseOfPhrasing } from '../domain/answering/phrasings/clause-of-phrasing.ts';
import { parsePhrasings } from '../domain/answering/phrasings/parse-phrasings.ts';
import type { Phrasing } from '../domain/answering/phrasings/phrasing.ts';
import type { Policy } from '../domain/policies/policy.ts';
import type { Problem } from '../domain/policies/problem.ts';
import { phrasingsFile } from './read-school-folder.ts';

/**
 * Reads a school's phrasings.yaml, `text` undefined where it is not UTF-8. Nothing that is wrong with it keeps the school
 * from being served: what cannot be used is left out, and what rests because its clause is gone or says something else than
 * before is told with its line.
 */
export function readPhrasings(
  text: string | undefined,
  policies: readonly Policy[],
): { readonly phrasings: readonly Phrasing[]; readonly problems: readonly Problem[] } {
  const toProblem = (line: number, message: string): Problem => ({ file: phrasingsFile, line, message, leftOut: true });
  if (text === undefined)
    return { phrasings: [], problems: [toProblem(1, 'the file is not UTF-8 text; save it again as UTF-8')] };
  const { phrasings, problems } = parsePhrasings(text);
  const resting = phrasings.flatMap((phrasing) => {
    const { kind } = clauseOfPhrasing(policies, phrasing);
    return kind === 'in-use'
      ? []
      : [toProblem(phrasing.line, `${why[kind]}, so “${phrasing.words}” leads nowhere; ${mend[kind]}`)];
  });
  return { phrasings, problems: [...problems.map(({ line, message }) => toProblem(line, message)), ...resting] };
}

const why = {
  changed: 'the clause, or its lead-in, says something else now than “says”',
  gone: 'no policy has this clause any more',
};
const mend = {
  changed: 'if it still answers, copy its words, after those of its lead-in, to “says”, else take the entry out',
  gone: 'name another clause, or take the entry out',
};
