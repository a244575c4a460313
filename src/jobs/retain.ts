import { Cron } from 'croner';
import type { BroadcastStore } from '../domain/broadcasts/broadcast-store.ts';
import type { IncidentStore } from '../domain/incidents/incident-store.ts';
import type { PersonStore } from '../domain/people/person-store.ts';
import type { LibraryShelf } from '../domain/policies/library-shelf.ts';
import { applyRetention, deedsOf } from '../domain/records/apply-retention.ts';
import { lookThrough, type RecordsDesk } from '../domain/records/look-through.ts';
import type { QuestionStore } from '../domain/questions/question-store.ts';
import type { RetentionStore } from '../domain/records/retention-store.ts';
import type { SignoffStore } from '../domain/signoffs/signoff-store.ts';
import type { SlipStore } from '../domain/slips/slip-store.ts';
import type { VersionStore } from '../domain/versions/policy-version.ts';
import type { Log } from '../log.ts';

export interface RetainDeps extends RecordsDesk {
  readonly incidents: RecordsDesk['incidents'] & Pick<IncidentStore, 'shred'>;
  readonly persons: RecordsDesk['persons'] & Pick<PersonStore, 'forgetPerson'>;
  readonly signoffs: RecordsDesk['signoffs'] & Pick<SignoffStore, 'destroySignatory' | 'destroyCampaign'>;
  readonly versions: RecordsDesk['versions'] & Pick<VersionStore, 'destroyVersion'>;
  readonly broadcasts: RecordsDesk['broadcasts'] & Pick<BroadcastStore, 'destroyBroadcast'>;
  readonly slips: RecordsDesk['slips'] & Pick<SlipStore, 'destroySlip'>;
  readonly questions: RecordsDesk['questions'] & Pick<QuestionStore, 'destroySuggestion'>;
  readonly retention: RetentionStore;
  readonly shelf: Pick<LibraryShelf, 'schools'>;
  /** The time zone of the school. */
  readonly timeZone: string;
  readonly now: () => Date;
  readonly log: Log;
}

/** After the nightly backup, so that what is destroyed is in the backups no longer than all else. */
const nightly = '15 3 * * *';

/**
 * Destroys every night at 03:15 what is to be kept no longer (retention-table.ts). `stop` resolves when the run under way is
 * done. A first run, or one whose clock is not believed, destroys nothing.
 */
export function startRetaining(deps: RetainDeps): { stop(): Promise<void> } {
  let working: Promise<void> = Promise.resolve();
  const job = new Cron(nightly, { timezone: deps.timeZone, protect: true }, () => {
    working = working.then(() => retainNow(deps));
    return working;
  });
  return {
    stop() {
      job.stop();
      return working;
    },
  };
}

/** Never rejects: a failure is logged with a code, and the next night tries again. */
export async function retainNow(deps: RetainDeps): Promise<void> {
  const { shelf, now, log } = deps;
  try {
    const run = await lookThrough(deps, shelf.schools(), { now: now() });
    const applied = await applyRetention(deps, deedsOf(run));
    const { shredded, overtaken, forgotten, receipts, versions, broadcasts, slips, suggestions } = applied;
    if (run.clock === 'ahead' || run.clock === 'behind') {
      log.error({ code: `clock-${run.clock}` }, 'the clock is not believed: nothing was destroyed');
    }
    log.info({ count: shredded }, 'reports whose time is over were destroyed');
    if (receipts > 0) log.info({ count: receipts }, 'receipts whose time is over were destroyed');
    if (versions > 0) log.info({ count: versions }, 'versions of policies whose time is over were destroyed');
    if (broadcasts > 0) log.info({ count: broadcasts }, 'broadcasts whose time is over were destroyed');
    if (slips > 0) log.info({ count: slips }, 'slips whose time is over were destroyed');
    if (suggestions > 0) log.info({ count: suggestions }, 'suggestions whose time is over were destroyed');
    if (forgotten > 0) log.info({ count: forgotten }, 'addresses of people who left were forgotten');
    if (overtaken > 0) log.info({ count: overtaken }, 'reports changed meanwhile; the next run looks at them');
  } catch (err) {
    log.error({ code: 'not-retained', err }, 'records could not be looked through; the next night tries again');
  }
}
