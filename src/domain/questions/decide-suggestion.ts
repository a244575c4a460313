import { openClause } from '../answering/open-clause.ts';
import { answersFor, type Taking } from '../answering/phrasings/attach-phrasing.ts';
import { takeQuestion } from '../answering/phrasings/attach-question.ts';
import type { Act } from '../delivery/act.ts';
import type { Actor } from '../people/actor.ts';
import type { Person } from '../people/school.ts';
import type { SchoolLibrary } from '../policies/library.ts';
import type { Policy } from '../policies/policy.ts';
import { clausePrint } from './clause-print.ts';
import type { QuestionDesk } from './hand-over-question.ts';
import type { Suggestion } from './handed-question.ts';
import { seeSuggestion, type SuggestionSight } from './see-suggestion.ts';

/**
 * As of this act or one before, and its words wait to be written down: `taking` says what is to be added to the school's file,
 * or that they stand there already.
 */
interface Kept {
  readonly kind: 'kept';
  readonly suggestion: Suggestion;
  readonly taking: Exclude<Taking, { readonly kind: 'refused' }>;
}

/**
 * - `dropped`: as of this act
 * - `decided-before`: by another act, whose decision stands; where it keeps the words, they may not be written down yet
 * - `not-found`: there is none, or it was not given to this person; which is not told
 * - `not-yours`: they answer for the policy no more
 * - `gone`, `changed`: the clause is in force no more, or says something else than they were shown
 * - `refused`: the words are not taken, and why
 * - `unreadable`: it is theirs, but its words cannot be opened
 *
 * But for the first nothing was changed.
 */
export type Decided =
  | Kept
  | { readonly kind: 'dropped' | 'decided-before'; readonly suggestion: Suggestion }
  | { readonly kind: 'gone' | 'changed' | 'unreadable'; readonly suggestion: Suggestion }
  | { readonly kind: 'not-yours'; readonly suggestion: Suggestion; readonly policy: Policy }
  | { readonly kind: 'refused'; readonly suggestion: Suggestion; readonly reason: string }
  | { readonly kind: 'not-found' };

/** Who decides, where and when. */
interface Deciding {
  readonly actor: Actor;
  readonly person: Person | undefined;
  readonly library: SchoolLibrary;
  readonly today: string;
}

/**
 * Records that the owner keeps the words of a suggestion or does not. Words that are not kept leave the store in the same step;
 * those that are, once they are written down, so that pressed again after a crash it is finished. `seen` is the print of the
 * clause that they were shown. Rejects when the store fails: then nothing was decided.
 */
export async function decideSuggestion(
  { questions, sealer, now }: Pick<QuestionDesk, 'questions' | 'sealer' | 'now'>,
  { act, id, keep, seen }: { act: Act; id: string; keep: boolean; seen: string },
  by: Deciding,
): Promise<Decided> {
  const { library, today, person } = by;
  const schoolId = library.school.id;
  const sight = await seeSuggestion({ questions, sealer }, { schoolId, id, reader: by.actor });
  if (sight.kind === 'not-found') return sight;
  const { suggestion } = sight;
  if (sight.kind === 'decided') return { kind: 'decided-before', suggestion };
  const policy = library.policies.find(({ cover }) => suggestion.clause.startsWith(`${cover.id}#`));
  if (policy && !answersFor(policy, { library, today, by: person })) return { kind: 'not-yours', suggestion, policy };
  const taking = keep ? takeSeen(sight, seen, by) : undefined;
  if (taking && 'suggestion' in taking) return taking;
  if (suggestion.decided) {
    return taking ? { kind: 'kept', suggestion, taking } : { kind: 'decided-before', suggestion };
  }

  const at = now().toISOString();
  const facts = { reference: id, clause: suggestion.clause, kept: keep };
  const entry = { schoolId, chain: 'questions', at, kind: 'wording-decided', facts } as const;
  const outcome = await questions.decide(act, { schoolId, id }, { kept: keep, at }, { owed: [], entries: [entry] });
  if (outcome.kind === 'not-found') return outcome;
  const { kind, suggestion: after } = outcome;
  // Both buttons are one form's: pressed one after the other they are one act, and the first decision stands.
  if (after.decided?.kept !== keep) return { kind: 'decided-before', suggestion: after };
  if (taking && after.sealedText !== '') return { kind: 'kept', suggestion: after, taking };
  return { kind: !keep && kind === 'decided' ? 'dropped' : 'decided-before', suggestion: after };
}

/** What keeping the words would do, or why they cannot be kept now. */
function takeSeen(
  sight: Extract<SuggestionSight, { kind: 'open' | 'unreadable' }>,
  seen: string,
  { library, today }: Deciding,
): Kept['taking'] | Extract<Decided, { kind: 'unreadable' | 'gone' | 'changed' | 'refused' }> {
  const { suggestion } = sight;
  if (sight.kind === 'unreadable') return { kind: 'unreadable', suggestion };
  const found = openClause(library, { clause: suggestion.clause, others: [] }, today);
  if (found.kind === 'gone') return { kind: 'gone', suggestion };
  if (clausePrint(found.opened.clause) !== seen) return { kind: 'changed', suggestion };
  const taking = takeQuestion(sight.words, found.opened, library);
  if (taking.kind === 'before' && !taking.isSame) {
    return { kind: 'refused', reason: 'They lead to another clause already.', suggestion };
  }
  return taking.kind === 'refused' ? { ...taking, suggestion } : taking;
}
