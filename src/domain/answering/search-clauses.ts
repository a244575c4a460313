import { quotablePolicies, type SchoolLibrary } from '../policies/library.ts';
import type { Policy } from '../policies/policy.ts';
import type { AnswerFinder, RankedClause } from './answer.ts';
import { plainWords } from './messages/plain-words.ts';
import { longestQuestion, soundsUrgent } from './read-message.ts';

/** What somebody gets who looks for a clause to quote, best first. */
export type Found =
  | { readonly kind: 'clauses'; readonly clauses: readonly RankedClause[] }
  /** Without words: what there is to quote from, by title. */
  | { readonly kind: 'policies'; readonly policies: readonly Policy[] }
  /** It sounds like something that is happening: they have to be told what to do now. */
  | { readonly kind: 'urgent' }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'too-long' };

/** So many are looked through at a glance. */
const mostClauses = 8;

/**
 * Looks in what may be quoted on `today` (YYYY-MM-DD in the school's zone) with the engine that answers questions. A number
 * ("2.1", "phones 2.1") finds the clauses that are printed with it first. It quotes for a reader who chooses, so nearest
 * clauses are given where none surely answers, `most` at most.
 */
export function searchClauses(
  words: string,
  {
    library,
    finder,
    today,
    most = mostClauses,
  }: { library: SchoolLibrary; finder: AnswerFinder; today: string; most?: number },
): Found {
  const asked = words.trim();
  if (soundsUrgent(asked)) return { kind: 'urgent' };
  if (asked.length > longestQuestion) return { kind: 'too-long' };
  const policies = quotablePolicies(library, today);
  if (asked === '') return { kind: 'policies', policies: policies.toSorted(byTitle) };
  const clauses = new Map(
    [
      ...clausesNumbered(policies, asked),
      ...clausesWithNumberAndWords(policies, asked),
      ...finder.search(asked, most),
    ].map((found) => [found.clause, found]),
  );
  return clauses.size === 0 ? { kind: 'nothing' } : { kind: 'clauses', clauses: [...clauses.values()].slice(0, most) };
}

/** The clauses that are printed with a number in the words, those of a policy that the words name before others. */
export function clausesNumbered(policies: readonly Policy[], asked: string): RankedClause[] {
  const read = numberIn(asked);
  if (!read) return [];
  const fit = ({ cover }: Policy): number => wordsOfIn(read.others, cover.title);
  return policies
    .filter((policy) => read.others.length === 0 || fit(policy) > 0)
    .toSorted((one, other) => fit(other) - fit(one))
    .flatMap((policy) => printedWith(read.number, policy));
}

/**
 * The clauses printed with a number of two parts that have some of the other words ("phone 2.2"), those with most first. The
 * number stands before or after these words: "for 2.5 hours" names no clause.
 */
function clausesWithNumberAndWords(policies: readonly Policy[], asked: string): RankedClause[] {
  const read = numberIn(asked);
  if (!read || !/^\d+\.\d|\d\.\d+\.?$/.test(asked)) return [];
  const fit = ({ clause }: RankedClause): number => wordsOfIn(read.others, clause.text);
  return policies
    .flatMap((policy) => printedWith(read.number, policy))
    .filter((found) => fit(found) > 0)
    .toSorted((one, other) => fit(other) - fit(one));
}

/** The number in some words, and what else of them can name a policy or a clause. */
function numberIn(asked: string): { readonly number: string; readonly others: readonly string[] } | undefined {
  const [number] = /\d+(?:\.\d+)*/.exec(asked) ?? [];
  if (number === undefined) return undefined;
  const others = plainWords(asked.replace(number, ' '))
    .split(' ')
    .filter((word) => word.length > 2 && !['clause', 'the', 'policy', 'section'].includes(word));
  return { number, others };
}

function wordsOfIn(words: readonly string[], text: string): number {
  const plain = plainWords(text);
  return words.filter((word) => plain.includes(word)).length;
}

function printedWith(number: string, policy: Policy): RankedClause[] {
  return policy.clauses
    .filter(({ ref }) => ref?.replace(/\.$/, '') === number)
    .map((clause) => ({ policy, clause, score: 1 }));
}

function byTitle(one: Policy, other: Policy): number {
  return one.cover.title < other.cover.title ? -1 : 1;
}
