import { cancelDraft, noteOnDraft } from '../../domain/incidents/change-draft.ts';
import { findOwnDraft } from '../../domain/incidents/open-draft.ts';
import type { Caller } from '../caller.ts';
import type { Pressed } from '../on-verb.ts';
import type { IncidentDeps } from './incident-deps.ts';
import { answeredSince, showDraft } from './show-draft.ts';
import { deleted, draftEnded, noSuchReport, sureToDelete } from './small-cards.ts';

/** Which draft; and the turn of the card that was pressed, undefined where whatever stands is meant. */
interface Which {
  readonly id: string;
  readonly turn: number | undefined;
}

/** The first of the two taps that delete a report: asks, unless answers came since that the card did not show. */
export async function askToDelete(deps: IncidentDeps, caller: Caller, { id, turn }: Which): Promise<Pressed> {
  const { library, actor, card } = caller;
  const name = { schoolId: library.school.id, id, reporter: actor };
  await noteOnDraft(deps, name, { card });
  const found = await findOwnDraft(deps, name);
  if (found.kind === 'not-found') return noSuchReport();
  if (found.kind === 'ended') return draftEnded(found.draft);
  const stands = found.kind === 'open' ? found.answers.turn : 0;
  if (found.kind === 'open' && turn !== undefined && turn !== stands)
    return showDraft(deps, caller, found, { notice: answeredSince });
  return sureToDelete(found.draft, stands);
}

/** The second: the answers are destroyed, and none that came since it was asked. */
export async function deleteDraft(deps: IncidentDeps, caller: Caller, { id, turn }: Which): Promise<Pressed> {
  const { library, actor, card } = caller;
  const name = { schoolId: library.school.id, id, reporter: actor };
  const outcome = await cancelDraft(deps, name, { turn, card });
  switch (outcome.kind) {
    case 'cancelled':
      deps.onOwed();
      deps.log.info({ school: library.school.id, reference: id }, 'a report was deleted by whoever wrote it');
      return deleted();
    case 'overtaken':
      return showDraft(deps, caller, outcome, { notice: answeredSince });
    case 'ended':
      return draftEnded(outcome.draft);
    case 'not-found':
      return noSuchReport();
  }
}
