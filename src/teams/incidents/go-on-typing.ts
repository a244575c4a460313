import { changeDraft } from '../../domain/incidents/change-draft.ts';
import { readPlace, writePlace } from '../../domain/incidents/dialog-place.ts';
import { stepNamed, stepsFor } from '../../domain/incidents/steps-for.ts';
import type { Caller } from '../caller.ts';
import type { Pressed } from '../on-verb.ts';
import { showOutcome } from './answer-draft.ts';
import type { IncidentDeps } from './incident-deps.ts';

/** What is said first to somebody who answers by writing. */
export const typingNotice =
  'What you type stays in your Teams chat; forms do not. Write “forms” at any time to go on with forms.';

/** From now on the report is answered by writing. */
export async function goOnTyping(deps: IncidentDeps, caller: Caller, id: string): Promise<Pressed> {
  const { library, actor, card } = caller;
  const name = { schoolId: library.school.id, id, reporter: actor };
  const changed = await changeDraft(deps, name, { turn: undefined, card }, ({ answers }) => {
    const { step, field, editing } = readPlace(answers.at);
    const first = field ?? stepNamed(stepsFor(answers, library.school), step).fields[0]?.name;
    return { answers: { ...answers, at: writePlace({ step, field: first, editing }) }, typing: true };
  });
  return showOutcome(deps, caller, changed, { notice: typingNotice });
}
