import { helpFor } from '../../cards/messages/help-for.ts';
import { helpCard, toHelpView } from '../../cards/messages/help.ts';
import type { AdaptiveCardJson } from '../../cards/define-card.ts';
import { readReviews } from '../../domain/reviews/find-duty.ts';
import type { BotDeps } from '../bot-deps.ts';
import type { Caller } from '../caller.ts';

/** What the caller can ask and do. What is theirs alone stands in their own chat only: in a team everybody reads along. */
export async function helpCardFor(
  deps: Pick<BotDeps, 'reviews' | 'absences' | 'newSubmission'>,
  { library, today, person, place }: Caller,
  examples: readonly string[],
): Promise<AdaptiveCardJson> {
  const isPrivate = place.kind === 'personal';
  const forYou = isPrivate && person ? helpFor(person, await readReviews(deps, { library, today }), today) : [];
  return helpCard.render(
    toHelpView({ library, today, submission: deps.newSubmission(), examples, reader: { forYou, isPrivate } }),
  );
}
