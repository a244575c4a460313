import type { TurnContext } from 'botbuilder';
import { atSchool } from '../cards/at-school.ts';
import { cutText } from '../cards/cut-text.ts';
import type { AdaptiveCardJson } from '../cards/define-card.ts';
import { callerOf } from './caller.ts';

/**
 * The card as somebody of several schools gets it: its buttons stay with the school that it was made for, and in their own
 * chat it says which one that is and how to get to the others. Anybody else's stays as it is.
 */
export function atOwnSchool(turn: TurnContext, card: AdaptiveCardJson): AdaptiveCardJson {
  const caller = callerOf(turn);
  if (!caller?.others) return card;
  const { library, others, place } = caller;
  const { id, name } = library.school;
  const [other] = others;
  const how = others.length === 1 && other ? `school ${cutText(other.name, 120)}` : 'school';
  const line = `From ${cutText(name, 120)}. For another of your schools, write: ${how}`;
  return atSchool(card, id, place.kind === 'personal' ? line : undefined);
}
