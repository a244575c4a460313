import { z } from 'zod/v4';
import type { SchoolLibrary } from '../../domain/policies/library.ts';
import type { NamePerson } from '../../domain/questions/name-people.ts';
import type { SeenSlip } from '../../domain/slips/open-slip.ts';
import { asSubject } from '../as-subject.ts';
import { cutText } from '../cut-text.ts';
import { dayText } from '../day-text.ts';
import { defineCard } from '../define-card.ts';
import { instantText } from '../instant-text.ts';
import { Lines } from '../person-details.ts';
import { AboutView, toAbout } from '../questions/about.ts';
import { SlipParts, toSlipParts } from './slip-parts.ts';

const AnswerView = z.strictObject({
  title: z.string(),
  byline: z.string(),
  lines: Lines,
  ...SlipParts,
  ...AboutView,
  hasProblem: z.boolean(),
  problem: z.string(),
  answers: z.array(z.strictObject({ title: z.string(), value: z.string() })).min(1),
  answer: z.string(),
  isAsk: z.boolean(),
  until: z.string(),
  textLabel: z.string(),
  typed: z.string(),
  slip: z.string(),
  submission: z.string(),
  facts: z.string(),
});
export type AnswerView = z.infer<typeof AnswerView>;

/** What somebody tells or asks, with the form that answers it, for whoever answers. */
export const slipAnswerCard = defineCard('slips/answer', AnswerView);

const advice = [
  { title: 'Come and talk to me', value: 'talk' },
  { title: 'HR was asked for advice', value: 'hr' },
  { title: 'The LADO was asked for advice', value: 'lado' },
];
const toAsked = [{ title: 'Yes', value: 'given' }, { title: 'No', value: 'refused' }, ...advice];
const toTold = [{ title: 'Noted', value: 'noted' }, ...advice];

/** `until` is the day that is proposed for a yes. `problem` says why the answer was not taken. */
export function toSlipAnswerView(input: {
  library: SchoolLibrary;
  seen: SeenSlip;
  name: NamePerson;
  you: { readonly tenantId: string; readonly objectId: string };
  today: string;
  until: string;
  submission: string;
  secondCopy?: boolean;
  problem?: string | undefined;
}): AnswerView {
  const { library, seen, name, you, today, until, submission, secondCopy = false, problem } = input;
  const { slip, standing, words } = seen;
  const isAsk = slip.way === 'ask';
  const isChased = slip.events.at(-1)?.kind === 'chased';
  const what = standing.renewal ? 'For longer' : isAsk ? 'You are asked' : 'You are told';
  const title = `${isChased ? 'Your answer is still to come' : what}: ${cutText(slip.title, 240)}`;
  const wished = standing.renewal?.until ?? words.until;
  return {
    title: secondCopy ? `Second copy of ${slip.id}: ${title}` : title,
    byline: `From ${asSubject(cutText(name(slip.author), 240))} on ${instantText(slip.at, library.school)}.`,
    lines: [
      ...(standing.state === 'given' && standing.until ? [`It runs until ${dayText(standing.until)}.`] : []),
      ...(wished === undefined ? [] : [`Asked for until ${dayText(wished)}.`]),
    ].map((text) => ({ text })),
    ...toSlipParts({ opened: seen, name, school: library.school, you }),
    ...toAbout(library, slip.clause, today),
    hasProblem: problem !== undefined,
    problem: problem ?? '',
    answers: isAsk ? toAsked : toTold,
    answer: isAsk ? 'given' : 'noted',
    isAsk,
    until: isAsk ? until : '',
    textLabel: isAsk
      ? 'Conditions of a yes, or why not (a no needs a reason)'
      : 'A word to go with it (may be left empty)',
    typed: isAsk
      ? `Or write “yes ${slip.id} until 18 December: …”, “no ${slip.id}: …” or “talk ${slip.id}”.`
      : `Or write “noted ${slip.id}: …” or “talk ${slip.id}: …”.`,
    slip: slip.id,
    submission,
    facts: `Reference ${slip.id}`,
  };
}
