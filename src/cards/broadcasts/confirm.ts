import { z } from 'zod/v4';
import type { Addressee } from '../../domain/broadcasts/addressee.ts';
import type { Broadcast } from '../../domain/broadcasts/broadcast.ts';
import { asSubject } from '../as-subject.ts';
import { cutText } from '../cut-text.ts';
import { defineCard, type AdaptiveCardJson } from '../define-card.ts';
import { instantText } from '../instant-text.ts';
import { Lines } from '../person-details.ts';
import { peopleText } from '../signoffs/campaign-words.ts';
import { firstThatFits, type NameRoom } from '../signoffs/first-that-fits.ts';
import { SectionView, shortSections } from '../signoffs/name-sections.ts';
import type { GroupName } from '../signoffs/progress.ts';
import { elsewhereLines, type Elsewhere } from './elsewhere-lines.ts';
import { audienceText, broadcastTitle, messageLines, type About } from './broadcast-words.ts';

const ConfirmView = z.strictObject({
  title: z.string(),
  lines: Lines,
  message: Lines,
  sections: z.array(SectionView),
  foot: z.string(),
  broadcast: z.string(),
  submission: z.string(),
});
export type ConfirmView = z.infer<typeof ConfirmView>;

/** Asks the second person whether so many people may be written to. */
export const confirmCard = defineCard('broadcasts/confirm', ConfirmView);

export interface ConfirmInput {
  readonly broadcast: Broadcast;
  readonly addressees: readonly Addressee[];
  readonly about: About;
  readonly school: { readonly timeZone: string; readonly groups: readonly GroupName[] };
  readonly openedBy: string;
  /** The other schools that it goes to, with how many people there, as far as whoever is asked may confirm it there. */
  readonly elsewhere?: readonly Elsewhere[] | undefined;
  readonly submission: string;
  readonly secondCopy?: boolean;
}

/** The card, with as many groups and names as fit it. */
export function renderConfirm(input: ConfirmInput): AdaptiveCardJson {
  return firstThatFits((room) => confirmCard.render(toConfirmView(input, room)));
}

export function toConfirmView(input: ConfirmInput, room: NameRoom): ConfirmView {
  const { broadcast, addressees, about, school, openedBy, submission, elsewhere = [], secondCopy = false } = input;
  const { id, audience, sendAt, message } = broadcast;
  const filled = school.groups.map(({ id: group, name }) => ({
    heading: name,
    names: addressees.filter(({ groups }) => groups.includes(group)).map((one) => one.name),
  }));
  const count = elsewhere.reduce((sum, one) => sum + one.reached, addressees.length);
  const title = `May ${peopleText(count)} get this message?`;
  return {
    title: secondCopy ? `Second copy of ${id}: ${title}` : title,
    lines: [
      `${asSubject(cutText(openedBy, 240))} wants to write to ${audienceText(audience, school.groups, about)}: ${broadcastTitle(broadcast, about)} (${id}).`,
      `With your yes it goes out on ${instantText(sendAt, school)} or, where that is past by then, as soon as people may be written to.`,
      ...elsewhereLines(elsewhere, addressees.length),
      `${elsewhere.length > 0 ? 'Your answer counts for all these schools, as nobody writes to more than one alone.' : 'That is more than one person may write to alone.'} You are asked so that nobody sends to so many by mistake.`,
    ].map((text) => ({ text })),
    message: messageLines(message),
    sections: shortSections(filled, Math.min(room.names, 5)).slice(0, room.groups),
    foot: `By typing: “confirm ${id}” or “do not confirm ${id}”.`,
    broadcast: id,
    submission,
  };
}
