import type { Person } from '../../people/school.ts';
import { findContact } from '../../people/find-contact.ts';
import { responderFor } from '../../people/responder-for.ts';
import type { Clause } from '../../policies/clause.ts';
import { clauseKey, findClause, quotablePolicies, type SchoolLibrary } from '../../policies/library.ts';
import type { Policy } from '../../policies/policy.ts';
import { createHideNames } from '../hide-names.ts';
import { plainWords } from '../messages/plain-words.ts';
import { namesKnownTo } from '../names-known.ts';
import { readMessage } from '../read-message.ts';
import { clausesNumbered } from '../search-clauses.ts';
import { parsePhrasings } from './parse-phrasings.ts';
import { clauseSays, phrasingKey, type AttachedPhrasing, type Phrasing } from './phrasing.ts';
import { toEntry } from './to-entry.ts';

/**
 * What comes of an owner's “attach”.
 * - `attached`: `phrasing` is to be added to the school's file; `before`: the words lead to a clause already
 * - `no-clause`, `several`: the clause that is meant is not to be found, or not the only one
 * - `not-yours`: neither the policy's owner nor the head today
 * - `refused`: the words are not taken, and why
 */
export type Attaching =
  | { readonly kind: 'attached'; readonly phrasing: AttachedPhrasing; readonly policy: Policy; readonly clause: Clause }
  | { readonly kind: 'before'; readonly phrasing: Phrasing; readonly isSame: boolean }
  | { readonly kind: 'not-yours'; readonly policy: Policy }
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'no-clause' | 'several' };

/** The same once the clause is found and nobody's right to say so is in question. */
export type Taking = Exclude<Attaching, { readonly kind: 'not-yours' | 'no-clause' | 'several' }>;

/**
 * Decides whether `words`, which `by` wrote, are attached to the clause that `meant` names: its key, or its printed number
 * with words of the policy's title. Only whoever answers for the policy on `today`, and the head, attach: a mark of anybody
 * else moves nothing. Words that sound like an incident, complain of an office-holder, or seem to name somebody are not kept: the file is
 * read by many; nor what never comes to the search.
 */
export function attachPhrasing(
  { meant, words }: { meant: string; words: string },
  { library, today, by }: { library: SchoolLibrary; today: string; by: Person | undefined },
): Attaching {
  const found = clausesMeant(library, today, meant.trim());
  const [first, ...more] = found;
  if (!first) return { kind: 'no-clause' };
  if (more.length > 0) return { kind: 'several' };
  const { policy } = first;
  if (!answersFor(policy, { library, today, by })) return { kind: 'not-yours', policy };
  if (namesContact(words, library, today))
    return { kind: 'refused', reason: 'The school’s own list of contacts answers them.' };
  return takeWords(words, first, library);
}

/** Whether words ask for somebody whom the school names: that is answered before the search. */
function namesContact(words: string, { school }: SchoolLibrary, today: string): boolean {
  const intent = readMessage(words);
  return intent.kind === 'contact' && intent.asked.some((asked) => findContact(school, asked, today) !== undefined);
}

/** Decides whether `words` may lead to a clause, whoever says so. */
export function takeWords(
  words: string,
  { policy, clause }: { readonly policy: Policy; readonly clause: Clause },
  library: SchoolLibrary,
): Taking {
  if (namesSomebody(words, library)) return { kind: 'refused', reason: 'They seem to name somebody. Leave names out.' };
  const phrasing = { words: withoutEscapes(words), clause: clauseKey(policy, clause), says: clauseSays(clause) };
  const [problem] = parsePhrasings(toEntry(phrasing)).problems;
  if (problem)
    return {
      kind: 'refused',
      reason: `${problem.message.replace(/^words: /, '').replace(/; this entry is left out$/, '')}.`,
    };
  const key = phrasingKey(words);
  const before = library.phrasings?.find((one) => phrasingKey(one.words) === key);
  if (before) return { kind: 'before', phrasing: before, isSame: before.clause === phrasing.clause };
  return { kind: 'attached', phrasing, policy, clause };
}

/** Whether `by` may say which clause of `policy` answers: they answer for it on `today`, or are the head or stand in for the head. */
export function answersFor(
  policy: Policy,
  { library, today, by }: { library: SchoolLibrary; today: string; by: Person | undefined },
): boolean {
  const answering = [policy.cover.owner, 'head' as const].map((role) => responderFor(library, role, today)?.person.id);
  return by !== undefined && answering.includes(by.id);
}

function namesSomebody(words: string, library: SchoolLibrary): boolean {
  const known = namesKnownTo(library);
  const [plain, written] = [plainWords(words), words.normalize('NFC')];
  return known.people.some((name) => plain.includes(plainWords(name))) || createHideNames(known)(written) !== written;
}

function clausesMeant(library: SchoolLibrary, today: string, meant: string) {
  const policies = quotablePolicies(library, today);
  const named = findClause({ ...library, policies }, meant);
  return named ? [named] : clausesNumbered(policies, meant);
}

/** With marks that need no backslash: what is read and copied by people shall hold none. The marks count for nothing. */
function withoutEscapes(words: string): string {
  return words
    .replace(/[\s\p{Cc}\\]+/gu, ' ')
    .trim()
    .replace(/(?<=^|[\s(])"/g, '“')
    .replace(/"/g, '”');
}
