import { changeDraft } from '../../domain/incidents/change-draft.ts';
import { schoolNow } from '../../domain/incidents/dialog-desk.ts';
import {
  fieldAfter,
  placeAfter,
  placeBefore,
  readPlace,
  writePlace,
  type DialogPlace,
} from '../../domain/incidents/dialog-place.ts';
import type { OpenDraft } from '../../domain/incidents/open-draft.ts';
import { readGiven } from '../../domain/incidents/read-given.ts';
import { readTyped } from '../../domain/incidents/read-typed.ts';
import { staffChoices } from '../../domain/incidents/staff-choices.ts';
import { stepNamed, stepsFor, type AskedStep } from '../../domain/incidents/steps-for.ts';
import { recipientToAsk } from '../../domain/incidents/submit-incident.ts';
import type { TypedWord } from '../../domain/incidents/typed-word.ts';
import type { Caller } from '../caller.ts';
import type { Pressed } from '../on-verb.ts';
import { showOutcome, takenOut } from './answer-draft.ts';
import { callNow } from './call-now.ts';
import { deleteDraft } from './delete-draft.ts';
import type { IncidentDeps } from './incident-deps.ts';
import { sendDraft } from './send-draft.ts';
import { savedForLater, sureToDelete } from './small-cards.ts';

/** Takes one message of somebody who answers by writing, and shows what follows. */
export async function answerTyped(
  deps: IncidentDeps,
  caller: Caller,
  open: OpenDraft,
  {
    word,
    text,
    message,
  }: { word: Exclude<TypedWord, { kind: 'ask' }> | undefined; text: string; message: string | undefined },
): Promise<Pressed> {
  const { actor, library } = caller;
  const { draft, answers } = open;
  const { id } = draft;
  const name = { schoolId: draft.schoolId, id, reporter: actor };
  const now = await schoolNow(deps, library.school, actor.tenantId);
  const place = readPlace(answers.at);
  const said = { turn: answers.turn, card: undefined, message };
  const isAsked = place.field === 'aboutRecipient';
  switch (word?.kind) {
    case 'send':
      return sendDraft(deps, caller, { id, turn: answers.turn });
    case 'cancel':
      return sureToDelete(draft, answers.turn);
    case 'needed':
      return callNow(deps, caller, id);
    case 'delete':
      return deleteDraft(deps, caller, { id, turn: undefined });
    case 'later': {
      const paused = await move(place, { typing: false });
      return paused.kind === 'changed'
        ? savedForLater(library.school, { ...paused.draft, typing: true })
        : showOutcome(deps, caller, paused);
    }
    case 'forms':
      return showOutcome(deps, caller, await move({ ...place, field: undefined }, { typing: false }));
    case 'back':
      return showOutcome(deps, caller, await move(backFrom(place, stepsFor(answers, now.school))));
    case 'skip':
      if (place.step === 'about' && answers.about.length === 0) break;
      if (place.step !== 'review')
        return showOutcome(deps, caller, await move(next(place, stepsFor(answers, now.school))));
      break;
    case 'change': {
      const steps = stepsFor(answers, now.school).filter(({ fields }) => fields.length > 0);
      const step = steps[word.section - 1];
      if (place.step !== 'review' || !step) break;
      return showOutcome(deps, caller, await move({ step: step.id, field: step.fields[0]?.name, editing: true }));
    }
    case undefined:
      break;
  }
  if (isAsked) return answerAsked(text);
  if (place.step === 'review')
    return /^(y|yes|confirm|ok)$/i.test(text.trim())
      ? sendDraft(deps, caller, { id, turn: answers.turn })
      : showOutcome(
          deps,
          caller,
          { kind: 'changed', ...open },
          { problems: ['That was not understood, so nothing was changed.'] },
        );
  return answerField(text);

  function move(to: DialogPlace, more: { typing?: boolean } = {}) {
    return changeDraft(deps, name, said, (found) => ({
      answers: { ...found.answers, at: writePlace(to) },
      ...more,
    }));
  }

  async function answerField(written: string): Promise<Pressed> {
    const staff = staffChoices(now.school, now.members, { keyOf: now.keyOf, draftId: id });
    let problems: readonly string[] = [];
    let notice: string | undefined;
    const changed = await changeDraft(deps, name, said, ({ answers: before }) => {
      const step = stepNamed(stepsFor(before, now.school), place.step);
      const field = step.fields.find((each) => each.name === place.field) ?? step.fields[0];
      if (!field) return undefined;
      const typed = readTyped(field, written, { today: now.today, staff });
      if (typed.kind === 'unclear') {
        problems = [typed.problem];
        return { answers: before };
      }
      const read =
        typed.kind === 'about'
          ? { answers: { ...before, about: [...typed.about] }, problems: [] }
          : readGiven({ ...step, fields: [field] }, before, typed.given, { today: now.today, staff });
      problems = read.problems;
      notice = takenOut(before, read.answers);
      const steps = stepsFor(read.answers, now.school);
      const at = problems.length > 0 ? place : next({ ...place, field: field.name }, steps);
      return { answers: { ...read.answers, at: writePlace(at) } };
    });
    return showOutcome(deps, caller, changed, { notice, problems });
  }

  async function answerAsked(written: string): Promise<Pressed> {
    const [, yes, no] = /^\s*(?:(y|yes|1)|(n|no|2))[.!]*\s*$/i.exec(written) ?? [];
    const personId = recipientToAsk(answers, now, { name, library });
    if ((yes ?? no) === undefined || personId === undefined) return sendDraft(deps, caller, { id, turn: answers.turn });
    const changed = await changeDraft(deps, name, said, (found) => ({
      answers: {
        ...found.answers,
        at: 'review',
        aboutRecipient: { ...found.answers.aboutRecipient, [personId]: yes !== undefined },
      },
    }));
    if (changed.kind !== 'changed') return showOutcome(deps, caller, changed);
    return sendDraft(deps, caller, { id, turn: changed.answers.turn });
  }
}

/** The next question: of this card, else the first of the card after it. */
function next(place: DialogPlace, steps: readonly AskedStep[]): DialogPlace {
  const field = fieldAfter(place, stepNamed(steps, place.step));
  if (field) return { ...place, field };
  return atFirst(placeAfter(place, steps), steps);
}

function backFrom(place: DialogPlace, steps: readonly AskedStep[]): DialogPlace {
  const { fields } = stepNamed(steps, place.step);
  const at = fields.findIndex(({ name }) => name === place.field);
  const before = fields[at - 1];
  if (before) return { ...place, field: before.name };
  return atFirst(placeBefore(place, steps), steps);
}

function atFirst(place: DialogPlace, steps: readonly AskedStep[]): DialogPlace {
  return { ...place, field: stepNamed(steps, place.step).fields[0]?.name };
}
