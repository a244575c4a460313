import type { PersonKey } from '../people/person-key.ts';
import type { Sealer } from '../secrecy/sealer.ts';
import type { Suggestion } from './handed-question.ts';
import type { QuestionStore } from './question-store.ts';
import { isPerson } from './see-question.ts';

/**
 * - `open`: with its words, for whoever was given it: to decide it, or to have the words written down that they decided to keep
 * - `decided`: it has none any more
 * - `unreadable`: it is theirs, but its words cannot be opened: the key is missing or the text was changed
 * - `not-found`: there is none in the school, or it was given to somebody else; which is not told
 */
export type SuggestionSight =
  | { readonly kind: 'open'; readonly suggestion: Suggestion; readonly words: string }
  | { readonly kind: 'decided'; readonly suggestion: Suggestion }
  | { readonly kind: 'unreadable'; readonly suggestion: Suggestion }
  | { readonly kind: 'not-found' };

/** Shows `reader` the suggestion with this reference. */
export async function seeSuggestion(
  { questions, sealer }: { questions: Pick<QuestionStore, 'findSuggestion'>; sealer: Pick<Sealer, 'open'> },
  { schoolId, id, reader }: { schoolId: string; id: string; reader: PersonKey },
): Promise<SuggestionSight> {
  const suggestion = await questions.findSuggestion(schoolId, id);
  if (!suggestion || !isPerson(suggestion.owner, reader)) return { kind: 'not-found' };
  if (suggestion.sealedText === '') return { kind: 'decided', suggestion };
  const words = await sealer.open(suggestion.sealedText, { schoolId, type: 'suggestion', id });
  return words === undefined ? { kind: 'unreadable', suggestion } : { kind: 'open', suggestion, words };
}
