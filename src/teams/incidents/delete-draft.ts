import { cancelDraft } from '../../domain/incidents/change-draft.ts';
import type { Caller } from '../caller.ts';
import type { Pressed } from '../on-verb.ts';
import type { IncidentDeps } from './incident-deps.ts';
import { deleted, draftEnded, draftUnreadable, noSuchReport } from './small-cards.ts';

/** The second of the two taps that delete a report: its answers are destroyed. */
export async function deleteDraft(deps: IncidentDeps, caller: Caller, id: string): Promise<Pressed> {
  const { library, actor, card } = caller;
  const outcome = await cancelDraft(deps, { schoolId: library.school.id, id, reporter: actor }, card);
  switch (outcome.kind) {
    case 'cancelled':
      deps.onOwed();
      deps.log.info({ school: library.school.id, reference: id }, 'a report was deleted by whoever wrote it');
      return deleted();
    case 'ended':
      return draftEnded(outcome.draft);
    case 'unreadable':
      return draftUnreadable(deps, outcome.draft);
    case 'not-found':
      return noSuchReport();
  }
}
