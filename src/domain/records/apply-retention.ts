import { z } from 'zod/v4';
import type { NewEvent, IncidentStore } from '../incidents/incident-store.ts';
import { toReportEntry } from '../incidents/report-entry.ts';
import type { PersonStore } from '../people/person-store.ts';
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
    forget: decided ? [] : [...leavers.forget],
    memos: {
      set: [...leavers.memos.set, ...(believed ? [{ name: runMemo, at }] : [])],
      drop: [...leavers.memos.drop],
    },
  };
}

export interface RetentionApplied {
  readonly shredded: number;
  /** Somebody did something with them meanwhile: they are looked at again by the next run. */
  readonly overtaken: number;
  readonly forgotten: number;
}

/**
 * Destroys what the run found, each report in one step with its event and its ledger entry, and sweeps the files of the
 * store. Doing it twice changes nothing more. Rejects when the store fails; what was destroyed by then stays so.
 */
export async function applyRetention(
  stores: {
    readonly incidents: Pick<IncidentStore, 'shred'>;
    readonly persons: Pick<PersonStore, 'forgetPerson'>;
    readonly retention: Pick<RetentionStore, 'saveMemos' | 'sweep'>;
  },
  { at, shred, forget, memos }: RetentionDeeds,
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
  await retention.saveMemos(memos.set, memos.drop);
  await retention.sweep();
  return { shredded, overtaken, forgotten: forget.length };
}
