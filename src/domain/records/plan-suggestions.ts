import { DateTime } from 'luxon';
import type { Suggestion } from '../questions/handed-question.ts';
import type { ClockFault } from './clock-fault.ts';
import { suggestionDays } from './retention-table.ts';

/** Which are to be destroyed, and how many are kept. */
export interface SuggestionEnds {
  readonly ended: readonly Pick<Suggestion, 'schoolId' | 'id'>[];
  readonly kept: number;
}

/**
 * What is to be kept no longer by `now`: a suggestion 90 days after it was made, decided or not. While the clock is not
 * believed nothing is destroyed.
 */
export function planSuggestions(
  { suggestions, clock }: { readonly suggestions: readonly Suggestion[]; readonly clock: ClockFault | undefined },
  now: Date,
): SuggestionEnds {
  const isOver = ({ at }: Suggestion) =>
    DateTime.fromISO(at).plus({ days: suggestionDays }).toMillis() <= now.getTime();
  const ended = clock ? [] : suggestions.filter(isOver);
  return { ended: ended.map(({ schoolId, id }) => ({ schoolId, id })), kept: suggestions.length - ended.length };
}
