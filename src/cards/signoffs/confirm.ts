import { z } from 'zod/v4';
import type { Campaign } from '../../domain/signoffs/campaign.ts';
import type { Signatory } from '../../domain/signoffs/signatory.ts';
import { asSubject } from '../as-subject.ts';
import { cutText } from '../cut-text.ts';
import { dayText } from '../day-text.ts';
import { defineCard, type AdaptiveCardJson } from '../define-card.ts';
import { Lines } from '../person-details.ts';
import { documentText, peopleText } from './campaign-words.ts';
import { firstThatFits, type NameRoom } from './first-that-fits.ts';
import { SectionView, shortSections } from './name-sections.ts';
import type { GroupName } from './progress.ts';

const ConfirmView = z.strictObject({
  title: z.string(),
  lines: Lines,
  sections: z.array(SectionView),
  campaign: z.string(),
  submission: z.string(),
});
export type ConfirmView = z.infer<typeof ConfirmView>;

/** Asks the second person whether so many people may be asked. */
export const confirmCard = defineCard('signoffs/confirm', ConfirmView);

export interface ConfirmInput {
  campaign: Campaign;
  signatories: readonly Signatory[];
  groups: readonly GroupName[];
  openedBy: string;
  submission: string;
  secondCopy?: boolean;
}

/** The card, with as many groups and names as fit it. */
export function renderConfirm(input: ConfirmInput): AdaptiveCardJson {
  return firstThatFits((room) => confirmCard.render(toConfirmView(input, room)));
}

export function toConfirmView(input: ConfirmInput, room: NameRoom): ConfirmView {
  const { campaign, signatories, groups, openedBy, submission, secondCopy = false } = input;
  const { document, why, dueOn, id } = campaign;
  const filled = groups
    .map(({ id: group, name }) => ({ heading: name, names: signatories.filter((one) => one.groups.includes(group)) }))
    .map(({ heading, names }) => ({ heading, names: names.map(({ name }) => name) }));
  const title = `May ${peopleText(signatories.length)} be asked to sign?`;
  return {
    title: secondCopy ? `Second copy of ${id}: ${title}` : title,
    lines: [
      `${asSubject(cutText(openedBy, 240))} wants to ask for signatures on ${documentText(document)}, by ${dayText(dueOn)} (${id}).`,
      `Why: ${cutText(why, 1_600)}`,
      'That is more than one person may ask alone. You are asked so that nobody sends to so many by mistake.',
    ].map((text) => ({ text })),
    sections: shortSections(filled, Math.min(room.names, 5)).slice(0, room.groups),
    campaign: id,
    submission,
  };
}
