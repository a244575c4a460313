import { mineCard, toMineView } from '../../cards/incidents/mine.ts';
import { startDraft } from '../../domain/incidents/start-draft.ts';
import type { Caller } from '../caller.ts';
import type { Pressed } from '../on-verb.ts';
import type { IncidentDeps } from './incident-deps.ts';
import { showDraft, type Said } from './show-draft.ts';
import { draftEnded, draftUnreadable } from './small-cards.ts';

/** Begins a report; an act that came before gives the one that it began. `submission` is the id of the form. */
export async function startReport(
  deps: IncidentDeps,
  caller: Caller,
  { submission, typing, said }: { submission: string; typing: boolean; said?: Said },
): Promise<Pressed> {
  const { actor, library, card } = caller;
  const act = caller.actWith(submission);
  const begun = await startDraft(deps, { act, reporter: actor, school: library.school, typing, card });
  switch (begun.kind) {
    case 'open':
      deps.log.info({ school: library.school.id, reference: begun.draft.id }, 'a report was begun');
      return showDraft(deps, caller, begun, said);
    case 'ended':
      return draftEnded(begun.draft);
    case 'unreadable':
      return draftUnreadable(deps, begun.draft);
  }
}

/** Where one is unfinished, lists what there is; else begins a report. */
export async function reportOrList(
  deps: IncidentDeps,
  caller: Caller,
  how: { submission: string; typing: boolean; said?: Said },
): Promise<Pressed> {
  const drafts = await deps.incidents.draftsOf(caller.library.school.id, caller.actor);
  return drafts.length > 0 ? listMine(deps, caller) : startReport(deps, caller, how);
}

/** The caller's unfinished reports, and how far each of those came that were sent. */
export async function listMine(deps: IncidentDeps, { actor, library }: Caller): Promise<Pressed> {
  const { school } = library;
  const [drafts, reports] = await Promise.all([
    deps.incidents.draftsOf(school.id, actor),
    deps.incidents.of(school.id, actor),
  ]);
  const view = toMineView({ school, drafts, reports, submission: deps.newSubmission() });
  return { card: mineCard.render(view), replaces: true, summary: 'Staffroom: your reports' };
}
