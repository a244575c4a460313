import { z } from 'zod/v4';
import type { NamePerson } from '../../domain/questions/name-people.ts';
import type { OpenedSlip } from '../../domain/slips/open-slip.ts';
import type { School } from '../../domain/people/school.ts';
import { cutText } from '../cut-text.ts';
import { eventText } from './slip-words.ts';

/** What was written, and what happened since; on every card of a slip. */
export const SlipParts = {
  texts: z.array(z.strictObject({ hasAsk: z.boolean(), ask: z.string(), text: z.string() })),
  events: z.array(z.strictObject({ what: z.string(), hasText: z.boolean(), text: z.string() })),
};
export type SlipParts = { readonly [Part in keyof typeof SlipParts]: z.infer<(typeof SlipParts)[Part]> };

/** Room in bytes: 2,400 ordinary characters weigh 4,800, 1,400 of an answer 2,800. */
const textsRoom = 5_000;
const lastEventRoom = 2_900;
const otherEventRoom = 400;
const mostEvents = 5;

/** The newest five events, the newest with all of its words; the words of the slip as far as they fit. */
export function toSlipParts({
  opened: { slip, words, eventTexts },
  name,
  school,
  you,
}: {
  opened: OpenedSlip;
  name: NamePerson;
  school: Pick<School, 'timeZone'>;
  you: { readonly tenantId: string; readonly objectId: string };
}): SlipParts {
  const events = slip.events.map((event, at) => ({ event, text: eventTexts[at] ?? '' })).slice(-mostEvents);
  return {
    texts: words.texts.map(({ ask, text }) => ({
      hasAsk: ask !== '',
      ask: cutText(ask, 400),
      text: cutText(text, Math.floor(textsRoom / words.texts.length)),
    })),
    events: events.map(({ event, text }, at) => ({
      what: eventText(event, { slip, name, school, you }),
      hasText: text !== '',
      text: text === '' ? '' : `“${cutText(text, at === events.length - 1 ? lastEventRoom : otherEventRoom)}”`,
    })),
  };
}
