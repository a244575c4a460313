import { dayText } from '../../cards/day-text.ts';
import type { Act } from '../../domain/delivery/act.ts';
import { askAgain } from '../../domain/signoffs/ask-again.ts';
import type { Campaign } from '../../domain/signoffs/campaign.ts';
import type { SignatoryChanged } from '../../domain/signoffs/change-signatory.ts';
import { exemptSignatory } from '../../domain/signoffs/exempt.ts';
import { extendSignatory } from '../../domain/signoffs/extend.ts';
import { signOnBehalf, type SignedOnBehalf } from '../../domain/signoffs/sign-on-behalf.ts';
import type { Signatory } from '../../domain/signoffs/signatory.ts';
import type { PersonForm } from '../../cards/signoffs/form.ts';
import type { Caller } from '../caller.ts';
import type { Pressed } from '../on-verb.ts';
import { deskOf, type HeadDeps } from './head-deps.ts';
import { refused } from './head-replies.ts';
import { personForm, showPerson } from './show-campaign.ts';

/** One person of a campaign, and the act that does something for them. `submission`: of the form that is shown again. */
export interface PersonAct {
  readonly act: Act;
  readonly campaign: Campaign;
  readonly signatory: Signatory;
  readonly submission: string;
}

/** Gives them a day of their own. */
export async function extend(
  deps: HeadDeps,
  caller: Caller,
  who: PersonAct,
  { dueOn, reason }: { dueOn: string; reason: string },
): Promise<Pressed> {
  const outcome = await extendSignatory(deskOf(deps), { ...requestOf(caller, who), dueOn, reason });
  return changed(deps, caller, who, outcome, {
    form: 'extend',
    done: (one) => `They have until ${dayText(one.dueOn)}.`,
  });
}

/** Notes that they need not sign. */
export async function exempt(deps: HeadDeps, caller: Caller, who: PersonAct, reason: string): Promise<Pressed> {
  const outcome = await exemptSignatory(deskOf(deps), { ...requestOf(caller, who), reason });
  return changed(deps, caller, who, outcome, { form: 'exempt', done: () => 'They need not sign; their card says so.' });
}

export async function again(deps: HeadDeps, caller: Caller, who: PersonAct): Promise<Pressed> {
  const outcome = await askAgain(deskOf(deps), requestOf(caller, who));
  return changed(deps, caller, who, outcome, { done: () => 'They are asked again, in their own chat.' });
}

/** Records what they signed without Teams. */
export async function recordPaper(
  deps: HeadDeps,
  caller: Caller,
  who: PersonAct,
  signed: { on: 'paper' | 'device'; typedName: string; witness: string; place: string },
): Promise<Pressed> {
  const outcome = await signOnBehalf(deskOf(deps), { ...requestOf(caller, who), ...signed });
  if (outcome.kind === 'signed') {
    if (!outcome.before) note(deps, caller, who, 'a signature without Teams was recorded');
    const done = outcome.before
      ? 'They signed before, so nothing was recorded again. Here is that receipt.'
      : 'Recorded. The receipt says that it was signed without Teams.';
    return showPerson(deps, caller, who.campaign, outcome.signatory, { done });
  }
  if (outcome.kind !== 'incomplete') return refused(outcome);
  return personForm(who.campaign, who.signatory, { ...who, form: 'paper', problem: paperProblems[outcome.what] });
}

function requestOf({ actor, person, library, today }: Caller, { act, signatory }: PersonAct) {
  return { act, actor, person, library, today, signatoryId: signatory.id };
}

function note({ onOwed, log }: HeadDeps, { library }: Caller, { campaign }: PersonAct, what: string): void {
  onOwed();
  log.info({ school: library.school.id, reference: campaign.id }, what);
}

function changed(
  deps: HeadDeps,
  caller: Caller,
  who: PersonAct,
  outcome: SignatoryChanged<Problem>,
  { form, done }: { form?: PersonForm; done: (signatory: Signatory) => string },
): Promise<Pressed> | Pressed {
  switch (outcome.kind) {
    case 'changed':
      note(deps, caller, who, 'somebody in a sign-off was changed');
      return showPerson(deps, caller, who.campaign, outcome.signatory, { done: done(outcome.signatory) });
    case 'state':
      return showPerson(deps, caller, who.campaign, outcome.signatory, {
        problem: 'That does not fit how things stand with them, so nothing was changed.',
      });
    case 'incomplete':
      return form
        ? personForm(who.campaign, who.signatory, { ...who, form, problem: problems[outcome.what] })
        : showPerson(deps, caller, who.campaign, who.signatory, { problem: problems[outcome.what] });
    default:
      return refused(outcome);
  }
}

type Problem = 'no-day' | 'day-past' | 'day-far' | 'reason' | 'too-long';

const problems: Record<Problem, string> = {
  'no-day': 'Please choose a day, or write it like “18 December 2026”. Nothing was changed.',
  'day-past': 'That day is past. Choose today or a later one. Nothing was changed.',
  'day-far': 'That day is more than a year away. Choose a nearer one. Nothing was changed.',
  reason: 'Please give the reason: it is what is read in seven years. Nothing was changed.',
  'too-long': 'A reason may have 400 characters. Nothing was changed.',
};

const paperProblems: Record<Extract<SignedOnBehalf, { kind: 'incomplete' }>['what'], string> = {
  name: 'Please write the name as it stands there. Nothing was recorded.',
  witness: 'Please name who saw them sign: somebody else than they themselves. Nothing was recorded.',
  place: 'Please say where the paper is kept, or whose device it was. Nothing was recorded.',
  'too-long': 'One of these is too long. Nothing was recorded.',
};
