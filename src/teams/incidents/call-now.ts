import { callForHelp, helpersFor } from '../../domain/incidents/call-for-help.ts';
import { changeDraft } from '../../domain/incidents/change-draft.ts';
import { schoolNow } from '../../domain/incidents/dialog-desk.ts';
import { placeAfter, readPlace, writePlace } from '../../domain/incidents/dialog-place.ts';
import { stepNamed, stepsFor } from '../../domain/incidents/steps-for.ts';
import type { Caller } from '../caller.ts';
import type { Pressed } from '../on-verb.ts';
import { showOutcome } from './answer-draft.ts';
import type { IncidentDeps } from './incident-deps.ts';

/** "X needs you now" to every DSL and deputy whom the report is not about: one tap, and not a word of what happened. */
export async function callNow(deps: IncidentDeps, caller: Caller, id: string): Promise<Pressed> {
  const { library, actor, card } = caller;
  const now = await schoolNow(deps, library.school, actor.tenantId);
  const name = { schoolId: library.school.id, id, reporter: actor };
  const changed = await changeDraft(deps, name, { turn: undefined, card }, ({ draft, answers }) => {
    const place = readPlace(answers.at);
    const told = { ...answers, danger: 'yes' as const };
    const steps = stepsFor(told, now.school);
    const after = place.step === 'danger' ? placeAfter(place, steps) : place;
    const field = draft.typing
      ? place.step === 'danger'
        ? stepNamed(steps, after.step).fields[0]?.name
        : place.field
      : undefined;
    const owed = callForHelp(draft, helpersFor(answers, now, actor), now.now);
    return { answers: { ...told, at: writePlace({ ...after, field }) }, owed };
  });
  if (changed.kind === 'changed') {
    deps.onOwed();
    deps.log.info({ school: library.school.id, reference: id }, 'somebody was called for help');
  }
  return showOutcome(deps, caller, changed);
}
