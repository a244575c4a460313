import { receiptCard, toReceiptView } from '../../cards/incidents/receipt.ts';
import { schoolNow } from '../../domain/incidents/dialog-desk.ts';
import { openReport } from '../../domain/incidents/open-report.ts';
import { staffChoices } from '../../domain/incidents/staff-choices.ts';
import { submitIncident } from '../../domain/incidents/submit-incident.ts';
import { headMark } from '../../domain/ledger/head-mark.ts';
import type { Incident } from '../../domain/incidents/incident.ts';
import { changeDraft } from '../../domain/incidents/change-draft.ts';
import type { Caller } from '../caller.ts';
import type { Pressed } from '../on-verb.ts';
import type { IncidentDeps } from './incident-deps.ts';
import { overtaken, showDraft } from './show-draft.ts';
import { askRecipient, draftEnded, draftUnreadable, noSuchReport } from './small-cards.ts';

/**
 * Sends what the draft holds and gives the receipt; or asks first whether it is about somebody who would receive it, or
 * shows what is missing. `turn` is what the card says that was pressed.
 */
export async function sendDraft(
  deps: IncidentDeps,
  caller: Caller,
  { id, turn }: { id: string; turn: number | undefined },
): Promise<Pressed> {
  const { actor, library, card } = caller;
  const name = { schoolId: library.school.id, id, reporter: actor };
  const act = caller.actWith(`send|${id}`);
  const outcome = await submitIncident(deps, { act, name, library, turn, receipt: card });
  switch (outcome.kind) {
    case 'submitted':
      deps.onOwed();
      deps.log.info({ school: name.schoolId, reference: outcome.incident.id }, 'a report was saved');
      return showReceipt(deps, caller, outcome.incident);
    case 'asks-recipient': {
      const { draft, answers, personId } = outcome;
      const { school, members, keyOf } = await schoolNow(deps, library.school, actor.tenantId);
      const subject = `person:${personId}`;
      const asked = staffChoices(school, members, { keyOf, draftId: id }).find((each) => each.subject === subject);
      const at = 'review/aboutRecipient';
      const { typing } = draft;
      const marked = typing
        ? await changeDraft(deps, name, { turn: answers.turn, card }, () => ({ answers: { ...answers, at } }))
        : undefined;
      const now = marked?.kind === 'changed' ? marked.answers.turn : answers.turn;
      return askRecipient(draft, { turn: now, person: asked?.value ?? '', name: asked?.name ?? '', typing });
    }
    case 'incomplete':
      return showDraft(
        deps,
        caller,
        { ...outcome, answers: { ...outcome.answers, at: 'about' } },
        { problems: [missing] },
      );
    case 'overtaken':
      return showDraft(deps, caller, outcome, { notice: overtaken });
    case 'ended':
      return draftEnded(outcome.draft);
    case 'unreadable':
      return draftUnreadable(deps, outcome.draft);
    case 'not-found':
      return noSuchReport();
  }
}

/** The one thing that has to be answered: who gets the report hangs on it. */
export const missing = 'Please say whom it is about first. “Not known” is an answer too.';

async function showReceipt(deps: IncidentDeps, { library }: Caller, incident: Incident): Promise<Pressed> {
  const report = await openReport(deps, incident);
  const head = await deps.ledger.head({ schoolId: incident.schoolId, chain: 'reports' });
  const mark = head && headMark(head.hash);
  const view = toReceiptView({ library, incident, report, occasion: 'saved', now: deps.now(), mark });
  return { card: receiptCard.render(view), replaces: true, summary: 'Staffroom: your report is saved' };
}
