import type { Answers } from '../../domain/incidents/answers.ts';
import { changeDraft, type DraftChanged } from '../../domain/incidents/change-draft.ts';
import { schoolNow } from '../../domain/incidents/dialog-desk.ts';
import {
  placeAfter,
  placeBefore,
  readPlace,
  writePlace,
  type DialogPlace,
} from '../../domain/incidents/dialog-place.ts';
import type { StepId } from '../../domain/incidents/incident-steps.ts';
import { readGiven, type Given } from '../../domain/incidents/read-given.ts';
import { staffChoices } from '../../domain/incidents/staff-choices.ts';
import { stepNamed, stepsFor } from '../../domain/incidents/steps-for.ts';
import type { Caller } from '../caller.ts';
import type { Pressed } from '../on-verb.ts';
import type { IncidentDeps } from './incident-deps.ts';
import { missing, sendDraft } from './send-draft.ts';
import { overtaken, showDraft, type Said } from './show-draft.ts';
import { draftEnded, draftUnreadable, noSuchReport, savedForLater } from './small-cards.ts';

/** Takes the inputs of one card, whichever of its buttons was pressed, and shows what follows. */
export async function answerDraft(
  deps: IncidentDeps,
  caller: Caller,
  {
    draft: id,
    turn,
    step,
    to,
    given,
  }: { draft: string; turn: number; step: StepId; to: 'next' | 'back' | 'add' | 'later' | 'send'; given: Given },
): Promise<Pressed> {
  const { actor, library, card } = caller;
  const name = { schoolId: library.school.id, id, reporter: actor };
  const now = await schoolNow(deps, library.school, actor.tenantId);
  const staff = staffChoices(now.school, now.members, { keyOf: now.keyOf, draftId: id });
  let problems: readonly string[] = [];
  let notice: string | undefined;
  const changed = await changeDraft(deps, name, { turn, card }, ({ answers: before }) => {
    const place = readPlace(before.at);
    if (place.step !== step) return undefined;
    const asked = stepNamed(stepsFor(before, now.school), step);
    const read = readGiven(asked, before, given, { today: now.today, staff });
    const isMissing = step === 'about' && to === 'next' && read.answers.about.length === 0;
    problems = isMissing ? [...read.problems, missing] : read.problems;
    notice = takenOut(before, read.answers);
    const next = problems.length > 0 ? place : placeTo(to, place, stepsFor(read.answers, now.school));
    return { answers: { ...read.answers, at: writePlace(next) } };
  });
  if (changed.kind !== 'changed') return showOutcome(deps, caller, changed);
  if (problems.length === 0 && to === 'later') return savedForLater(library.school, changed.draft);
  if (problems.length === 0 && to === 'send') return sendDraft(deps, caller, { id, turn: changed.answers.turn });
  return showOutcome(deps, caller, changed, { notice, problems });
}

/** Shows what became of a change: the draft where it stands, or that there is none. */
export function showOutcome(
  deps: IncidentDeps,
  caller: Caller,
  changed: DraftChanged,
  said: Said = {},
): Pressed | Promise<Pressed> {
  switch (changed.kind) {
    case 'changed':
      return showDraft(deps, caller, changed, said);
    case 'overtaken':
      return showDraft(deps, caller, changed, { notice: overtaken });
    case 'ended':
      return draftEnded(changed.draft);
    case 'unreadable':
      return draftUnreadable(deps, changed.draft);
    case 'not-found':
      return noSuchReport();
  }
}

function placeTo(to: string, place: DialogPlace, steps: Parameters<typeof placeAfter>[1]): DialogPlace {
  if (to === 'next') return placeAfter(place, steps);
  return to === 'back' ? placeBefore(place, steps) : place;
}

/** Said when the report turns out to be about an image: nothing that was written before stays in it. */
export function takenOut(before: Answers, after: Answers): string | undefined {
  const written = (answers: Answers) =>
    [answers.seen, answers.people, answers.childsWords, answers.evidence, answers.place].join('');
  return written(before) !== '' && written(after) === ''
    ? 'A report about such an image holds no description, so what was written before was taken out. Tell the DSL in person.'
    : undefined;
}
