import { z } from 'zod/v4';
import type { Facts } from '../ledger/entry.ts';
import type { SignoffStore } from '../signoffs/signoff-store.ts';
import type { VersionStore } from '../versions/policy-version.ts';
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
  /** Receipts that were destroyed, and versions of policies. */
  readonly receipts: number;
  readonly versions: number;
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
    readonly retention: Pick<RetentionStore, 'saveMemos' | 'sweep'>;
  },
  { at, shred, forget, memos, signoffs }: RetentionDeeds,
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
  await retention.saveMemos(memos.set, memos.drop);
  await retention.sweep();
  return { shredded, overtaken, forgotten: forget.length, ...ended };
}

/** Each with what the ledger of sign-offs says of it: references and hashes, so that a missing receipt is accounted for. */
async function destroySignoffs(
  { signoffs, versions: store }: Pick<Parameters<typeof applyRetention>[0], 'signoffs' | 'versions'>,
  { signatories, campaigns, versions }: RetentionDeeds['signoffs'],
  at: string,
): Promise<Pick<RetentionApplied, 'receipts' | 'versions'>> {
  const saying = (schoolId: string, kind: string, facts: Facts) => ({
    owed: [],
    entries: [{ schoolId, chain: 'signoffs', at, kind, facts } as const],
  });
  const destroyed = { receipts: 0, versions: 0 };
  for (const { schoolId, id, campaignId, receipt } of signatories) {
    const then = saying(schoolId, 'receipt-destroyed', { campaign: campaignId, receipt: receipt ?? '' });
    const done = await signoffs.destroySignatory({ schoolId, id }, receipt === undefined ? nothing : then);
    if (done === 'destroyed' && receipt !== undefined) destroyed.receipts += 1;
  }
  for (const { schoolId, id } of campaigns)
    await signoffs.destroyCampaign({ schoolId, id }, saying(schoolId, 'campaign-destroyed', { campaign: id }));
  for (const { schoolId, policyId, hash } of versions) {
    const then = saying(schoolId, 'version-destroyed', { policy: policyId, hash });
    if ((await store.destroyVersion({ schoolId, policyId, hash }, then)) === 'destroyed') destroyed.versions += 1;
  }
  return destroyed;
}

const nothing = { owed: [], entries: [] };
