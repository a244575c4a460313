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
    [...clausesNumbered(policies, asked), ...finder.search(asked, most)].map((found) => [found.clause, found]),
  );
  return clauses.size === 0 ? { kind: 'nothing' } : { kind: 'clauses', clauses: [...clauses.values()].slice(0, most) };
}

/**
 * The clauses that are printed with a number in the words, of the policies whose titles have some of the other words, the best
 * named first. A number of two parts ("phone 2.2") is looked for in all policies where the words are in no title, the clauses that have them first.
 */
export function clausesNumbered(policies: readonly Policy[], asked: string): RankedClause[] {
  const [number] = /\d+(?:\.\d+)*/.exec(asked) ?? [];
  if (number === undefined) return [];
  const others = plainWords(asked.replace(number, ' '))
    .split(' ')
    .filter((word) => word.length > 2 && !['clause', 'the', 'policy', 'section'].includes(word));
  const wordsIn = (text: string): number => {
    const plain = plainWords(text);
    return others.filter((word) => plain.includes(word)).length;
  };
  const named = policies.filter(({ cover }) => wordsIn(cover.title) > 0);
  const everywhere = others.length === 0 || (named.length === 0 && number.includes('.'));
  return (everywhere ? policies : named)
    .toSorted((one, other) => wordsIn(other.cover.title) - wordsIn(one.cover.title))
    .flatMap((policy) =>
      policy.clauses
        .filter(({ ref }) => ref?.replace(/\.$/, '') === number)
        .map((clause) => ({ policy, clause, score: 1 })),
    )
    .toSorted((one, other) => (everywhere ? wordsIn(other.clause.text) - wordsIn(one.clause.text) : 0));
}

function byTitle(one: Policy, other: Policy): number {
  return one.cover.title < other.cover.title ? -1 : 1;
}
