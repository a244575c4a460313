import { z } from 'zod/v4';
import { cutText } from '../cut-text.ts';
import { dayText } from '../day-text.ts';
import { defineCard } from '../define-card.ts';
import { Lines } from '../person-details.ts';
import { documentText } from './campaign-words.ts';
import type { Campaign } from '../../domain/signoffs/campaign.ts';
import type { Signatory } from '../../domain/signoffs/signatory.ts';

const FormView = z.strictObject({
  title: z.string(),
  hasProblem: z.boolean(),
  problem: z.string(),
  lines: Lines,
  footer: z.string(),
  isExtend: z.boolean(),
  isExempt: z.boolean(),
  isPaper: z.boolean(),
  isClose: z.boolean(),
  hasPerson: z.boolean(),
  day: z.string(),
  campaign: z.string(),
  signatory: z.string(),
  submission: z.string(),
});
export type SignoffFormView = z.infer<typeof FormView>;

/** More time, an exemption, a signature on paper; or closing the whole campaign. */
export const signoffFormCard = defineCard('signoffs/form', FormView);

export const personForms = ['extend', 'exempt', 'paper'] as const;
export type PersonForm = (typeof personForms)[number];

interface FormInput {
  readonly campaign: Campaign;
  readonly submission: string;
  readonly problem?: string | undefined;
}

/** The form that does something for one person. */
export function toPersonFormView(form: PersonForm, input: FormInput & { signatory: Signatory }): SignoffFormView {
  const { campaign, signatory } = input;
  const name = cutText(signatory.name, 240);
  const { title, footer } = wordsOf(form, name);
  return {
    ...fieldsOf(input, title, footer),
    lines: [{ text: `${documentText(campaign.document)} (${campaign.id}). Their day is ${dayText(signatory.dueOn)}.` }],
    isExtend: form === 'extend',
    isExempt: form === 'exempt',
    isPaper: form === 'paper',
    hasPerson: true,
    day: form === 'extend' ? signatory.dueOn : '',
    signatory: signatory.id,
  };
}

/** Asks once more before a campaign is closed. `outstanding`: how many have not signed. */
export function toCloseView(input: FormInput & { outstanding: number }): SignoffFormView {
  const { campaign, outstanding } = input;
  const still =
    outstanding === 0
      ? 'Nobody is outstanding.'
      : `${outstanding} ${outstanding === 1 ? 'person is' : 'people are'} outstanding and can no longer sign then.`;
  return {
    ...fieldsOf(input, `Close ${campaign.id}?`, 'Signatures are kept. It cannot be opened again; you can ask anew.'),
    lines: [{ text: documentText(campaign.document) }, { text: still }],
    isClose: true,
  };
}

function fieldsOf({ campaign, submission, problem }: FormInput, title: string, footer: string): SignoffFormView {
  return {
    title,
    hasProblem: problem !== undefined,
    problem: problem ?? '',
    lines: [],
    footer,
    isExtend: false,
    isExempt: false,
    isPaper: false,
    isClose: false,
    hasPerson: false,
    day: '',
    campaign: campaign.id,
    signatory: '',
    submission,
  };
}

function wordsOf(form: PersonForm, name: string): { title: string; footer: string } {
  switch (form) {
    case 'extend':
      return { title: `More time for ${name}`, footer: 'The card in their chat shows the new day.' };
    case 'exempt':
      return {
        title: `${name} need not sign`,
        footer:
          'The reason is kept with the campaign and stands in what you export. Their card says that they need not sign.',
      };
    case 'paper':
      return {
        title: `${name} signed without Teams`,
        footer: 'The receipt says plainly that you recorded it, who saw it, and where the paper is.',
      };
  }
}
