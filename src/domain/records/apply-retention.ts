import { z } from 'zod/v4';
import type { BroadcastStore } from '../broadcasts/broadcast-store.ts';
import type { SignoffStore } from '../signoffs/signoff-store.ts';
import type { SlipStore } from '../slips/slip-store.ts';
import type { VersionStore } from '../versions/policy-version.ts';
import type { QuestionStore } from '../questions/question-store.ts';
import type { NewEvent, IncidentStore } from '../incidents/incident-store.ts';
import { toReportEntry } from '../incidents/report-entry.ts';
import type { PersonStore } from '../people/person-store.ts';
import { destroyBroadcasts, destroySignoffs, destroySlips, destroySuggestions } from './destroy-records.ts';
import type { RetentionRun } from './look-through.ts';
import { runMemo, type RetentionStore } from './retention-store.ts';

const Instant = z.iso.datetime();

/** What a run does, as it can be handed to the process that has the store. */
export const RetentionDeeds = z.strictObject({
  at: Instant,
  /** `seen`: how many events the report had when it was looked at. */
  shred: z.array(
    z.strictObject({
      schoolId: z.string(),
      id: z.string(),
      seen: z.int(),
      /** Who decided it, and why, where it does not go by itself. Stands with the report's events, never in the ledger. */
      decided: z.strictObject({ by: z.string(), because: z.string() }).optional(),
    }),
  ),
  /** People in campaigns, with their receipts; then campaigns in which nobody is left, and versions that nothing binds. */
  signoffs: z
    .strictObject({
      signatories: z.array(
        z.strictObject({
          schoolId: z.string(),
          id: z.string(),
          campaignId: z.string(),
          receipt: z.string().optional(),
        }),
      ),
      campaigns: z.array(z.strictObject({ schoolId: z.string(), id: z.string() })),
      versions: z.array(z.strictObject({ schoolId: z.string(), policyId: z.string(), hash: z.string() })),
    })
    .default({ signatories: [], campaigns: [], versions: [] }),
  /** Each with everybody in it. */
  broadcasts: z.array(z.strictObject({ schoolId: z.string(), id: z.string() })).default([]),
  slips: z.array(z.strictObject({ schoolId: z.string(), id: z.string() })).default([]),
  suggestions: z.array(z.strictObject({ schoolId: z.string(), id: z.string() })).default([]),
  forget: z.array(z.strictObject({ tenantId: z.string(), objectId: z.string() })),
  memos: z.strictObject({
    set: z.array(z.strictObject({ name: z.string(), at: Instant })),
    drop: z.array(z.string()),
  }),
});
export type RetentionDeeds = z.infer<typeof RetentionDeeds>;

/** A person's decision about the end of one report. */
export interface DecidedEnd {
  readonly reference: string;
  readonly by: string;
  readonly because: string;
}

/**
 * What is to be done by that run. One whose clock is not believed is not remembered, unless there was none before. With a
 * decision it is that report alone.
 */
export function deedsOf({ at, clock, schools, leavers }: RetentionRun, decided?: DecidedEnd): RetentionDeeds {
  const believed = clock === undefined || clock === 'first-run';
  return {
    at,
    shred: schools.flatMap(({ schoolId, reports }) =>
      reports.flatMap(({ kind, incident: { id, events } }) =>
        kind === 'destroy' && (!decided || decided.reference === id)
          ? [
              {
                schoolId,
                id,
                seen: events.length,
                ...(decided && { decided: { by: decided.by, because: decided.because } }),
              },
            ]
          : [],
      ),
    ),
    signoffs: {
      signatories: decided ? [] : schools.flatMap(({ signoffs }) => [...signoffs.signatories]),
      campaigns: decided ? [] : schools.flatMap(({ signoffs }) => [...signoffs.campaigns]),
      versions: decided ? [] : schools.flatMap(({ signoffs }) => [...signoffs.versions]),
    },
    broadcasts: decided ? [] : schools.flatMap(({ broadcasts }) => [...broadcasts.ended]),
    slips: decided ? [] : schools.flatMap(({ slips }) => [...slips.ended]),
    suggestions: decided ? [] : schools.flatMap(({ suggestions }) => [...suggestions.ended]),
    forget: decided ? [] : [...leavers.forget],
    memos: {
      set: [
        ...leavers.memos.set,
        ...schools.flatMap(({ signoffs }) => [...signoffs.memos.set]),
        ...(believed ? [{ name: runMemo, at }] : []),
      ],
      drop: [...leavers.memos.drop, ...schools.flatMap(({ signoffs }) => [...signoffs.memos.drop])],
    },
  };
}

export interface RetentionApplied {
  readonly shredded: number;
  /** Somebody did something with them meanwhile: they are looked at again by the next run. */
  readonly overtaken: number;
  readonly forgotten: number;
  /** Receipts that were destroyed, versions of policies, broadcasts, slips, and suggestions. */
  readonly receipts: number;
  readonly versions: number;
  readonly broadcasts: number;
  readonly slips: number;
  readonly suggestions: number;
}

/**
 * Destroys what the run found, each report in one step with its event and its ledger entry, and sweeps the files of the
 * store. Doing it twice changes nothing more. Rejects when the store fails; what was destroyed by then stays so.
 */
export async function applyRetention(
  stores: {
    readonly incidents: Pick<IncidentStore, 'shred'>;
    readonly persons: Pick<PersonStore, 'forgetPerson'>;
    readonly signoffs: Pick<SignoffStore, 'destroySignatory' | 'destroyCampaign'>;
    readonly versions: Pick<VersionStore, 'destroyVersion'>;
    readonly broadcasts: Pick<BroadcastStore, 'destroyBroadcast'>;
    readonly slips: Pick<SlipStore, 'destroySlip'>;
    readonly questions: Pick<QuestionStore, 'destroySuggestion'>;
    readonly retention: Pick<RetentionStore, 'saveMemos' | 'sweep'>;
  },
  { at, shred, forget, memos, signoffs, broadcasts, slips, suggestions }: RetentionDeeds,
): Promise<RetentionApplied> {
  const { incidents, persons, retention } = stores;
  let shredded = 0;
  let overtaken = 0;
  for (const { seen, decided, ...name } of shred) {
    const event: NewEvent = { kind: 'shredded', at, ...(decided && { facts: decided }) };
    const then = { owed: [], entries: [toReportEntry(name, { ...event, seq: seen + 1 })] };
    const done = await incidents.shred(name, { seen, event }, then);
    if (done === 'shredded') shredded += 1;
    if (done === 'overtaken') overtaken += 1;
  }
  for (const { tenantId, objectId } of forget) await persons.forgetPerson(tenantId, objectId);
  const ended = await destroySignoffs(stores, signoffs, at);
  const gone = await destroyBroadcasts(stores.broadcasts, broadcasts, at);
  const over = await destroySlips(stores.slips, slips, at);
  const dropped = await destroySuggestions(stores.questions, suggestions);
  await retention.saveMemos(memos.set, memos.drop);
  await retention.sweep();
  const counts = { ...ended, broadcasts: gone, slips: over, suggestions: dropped };
  return { shredded, overtaken, forgotten: forget.length, ...counts };
}
