import type { AdaptiveCardJson } from '../../cards/define-card.ts';
import { messageCard } from '../../cards/messages/message.ts';
import { toWhichSchoolView, whichSchoolCard } from '../../cards/people/which-school.ts';
import type { Caller } from '../caller.ts';

export const schoolSummary = 'Staffroom: which school?';

/** Asks which of their schools somebody means. `wrote`: they wrote something else, with which nothing was done. */
export function whichSchool({ library, others = [] }: Caller, { wrote }: { wrote: boolean }): AdaptiveCardJson {
  const schools = [library.school, ...others].toSorted((a, b) => (a.name < b.name ? -1 : 1));
  return whichSchoolCard.render(toWhichSchoolView({ schools, wrote }));
}

/** Says where somebody is from now on. */
export function nowAtSchool({ library, others = [] }: Caller): AdaptiveCardJson {
  const { name } = library.school;
  if (others.length === 0)
    return messageCard.render({
      title: `You are at ${name}`,
      paragraphs: ['It is the only school here that you are listed at, so there is nothing to choose.'],
    });
  return messageCard.render({
    title: `You are at ${name} now`,
    paragraphs: [
      'What you ask, report and look at from here on is for this school, until you choose another. If you wrote something before you chose, please write it again.',
      'A button on an older card still belongs to the school that the card is from.',
    ],
  });
}

/** What was pressed belongs to a school where the person does not work, or works no longer. Which one is not said. */
export function otherSchool(): AdaptiveCardJson {
  return messageCard.render({
    title: 'This card belongs to another school',
    paragraphs: [
      'You are not on that school’s list. Nothing was done, and nothing of it is shown to you.',
      'Write to me in our private chat for your own school. Do you work there? Ask its ICT lead to add you to its staff team in Teams.',
    ],
  });
}
