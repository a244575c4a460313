import { instantDay } from '../../cards/instant-text.ts';
import { suggestedCard, toSuggestedView } from '../../cards/questions/suggested.ts';
import type { SchoolLibrary } from '../../domain/policies/library.ts';
import type { Suggestion } from '../../domain/questions/handed-question.ts';
import { seeSuggestion } from '../../domain/questions/see-suggestion.ts';
import type { Caller } from '../caller.ts';
import type { Pressed } from '../on-verb.ts';
import { notFound, say, unreadable } from './question-cards.ts';
import type { QuestionDeps } from './question-deps.ts';

/** Shows the suggestion `id` to whoever was given it, with the buttons that decide it. */
export async function showSuggestion(
  deps: QuestionDeps,
  { actor, library, today }: Caller,
  id: string,
  problem?: string,
): Promise<Pressed> {
  const sight = await seeSuggestion(deps, { schoolId: library.school.id, id, reader: actor });
  switch (sight.kind) {
    case 'open': {
      const { suggestion, words } = sight;
      const view = toSuggestedView({ library, suggestion, words, today, submission: deps.newSubmission(), problem });
      return { card: suggestedCard.render(view), replaces: true, summary: 'Staffroom: about a question' };
    }
    case 'decided':
      return alreadyDecided(sight.suggestion, library);
    case 'unreadable':
      return unreadable(deps, sight.suggestion);
    case 'not-found':
      return notFound();
  }
}

/** What was decided stands, whichever button is pressed now. */
export function alreadyDecided({ id, decided, sealedText }: Suggestion, { school }: SchoolLibrary): Pressed {
  const what = decided?.kept ? 'decided to keep' : 'decided not to keep';
  const when = decided ? ` on ${instantDay(decided.at, school)}` : '';
  return say('This was decided before', [
    `You ${what} these words${when}. Nothing more was done.`,
    ...(sealedText === ''
      ? []
      : ['They are not written down yet. Write “my questions” to find them and keep them again.']),
    `Reference ${id}`,
  ]);
}
