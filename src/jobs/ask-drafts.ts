import { Cron } from 'croner';
import { withAllCards } from '../domain/incidents/change-draft.ts';
import { endedConsequences, planDraft } from '../domain/incidents/draft-asks.ts';
import type { DeliveryStore } from '../domain/delivery/delivery-store.ts';
import type { IncidentDraft } from '../domain/incidents/incident-draft.ts';
import type { IncidentStore } from '../domain/incidents/incident-store.ts';
import type { LibraryShelf } from '../domain/policies/library-shelf.ts';
import type { Log } from '../log.ts';

export interface AskDraftsDeps {
  readonly incidents: Pick<IncidentStore, 'draftsDue' | 'saveDraft' | 'endDraft'>;
  readonly deliveries: Pick<DeliveryStore, 'find'>;
  readonly shelf: Pick<LibraryShelf, 'find'>;
  readonly now: () => Date;
  /** Is told when something was recorded that is now owed. */
  readonly onOwed: () => void;
  readonly log: Log;
}

const everyMinute = '* * * * *';

/** Asks about unfinished reports when it is time (draft-asks.ts), looking once a minute and at the start. */
export function startAskingDrafts(deps: AskDraftsDeps): { stop(): Promise<void> } {
  let working: Promise<void> = Promise.resolve();
  const look = () => (working = working.then(() => askDrafts(deps)));
  const job = new Cron(everyMinute, { protect: true }, look);
  void look();
  return {
    stop() {
      job.stop();
      return working;
    },
  };
}

/**
 * Asks about every draft for which it is time, and deletes those whose time is over. Each is stored with what is owed in
 * one step, so several of these at once ask once. Never rejects; one draft that fails holds up no other.
 */
export async function askDrafts(deps: AskDraftsDeps): Promise<void> {
  const { incidents, now, log } = deps;
  try {
    for (const draft of await incidents.draftsDue(now().toISOString())) {
      try {
        await lookAt(deps, draft);
      } catch (err) {
        log.error(
          { school: draft.schoolId, reference: draft.id, code: 'draft-not-asked', err },
          'a draft was not looked after',
        );
      }
    }
  } catch (err) {
    log.error({ code: 'drafts-not-read', err }, 'unfinished reports could not be read; the next run tries again');
  }
}

async function lookAt(deps: AskDraftsDeps, draft: IncidentDraft): Promise<void> {
  const { incidents, shelf, now, onOwed, log } = deps;
  const school = shelf.find(draft.schoolId)?.school;
  if (!school) return;
  const plan = planDraft(draft, school, now());
  const about = { school: school.id, reference: draft.id };
  if (plan.kind === 'ask' && (await incidents.saveDraft(plan.draft, plan.owed)) === 'saved') {
    log.info(about, 'somebody was asked about an unfinished report');
    onOwed();
  }
  if (plan.kind !== 'purge') return;
  const whole = await withAllCards(deps, draft);
  // Whoever answers at this very moment goes first: their draft has another revision by now.
  if ((await incidents.endDraft(whole, 'expired', endedConsequences(whole, now()))) !== 'ended') return;
  log.info(about, 'an unfinished report was deleted');
  onOwed();
}
