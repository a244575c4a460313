import { DateTime } from 'luxon';
import type { Campaign } from '../signoffs/campaign.ts';
import type { Receipt } from '../signoffs/receipt.ts';
import type { Signatory } from '../signoffs/signatory.ts';
import { whoIs } from '../signoffs/whom-to-ask.ts';
import { adoptedInOrder, type PolicyVersion } from '../versions/policy-version.ts';
import type { ClockFault } from './clock-fault.ts';
import type { RetentionMemo } from './retention-store.ts';
import { signoffYears } from './retention-table.ts';

/** The sign-offs and versions of one school. */
export interface SignoffRecords {
  readonly schoolId: string;
  readonly campaigns: readonly {
    readonly campaign: Campaign;
    readonly signatories: readonly Signatory[];
    readonly receipts: readonly Receipt[];
  }[];
  readonly versions: readonly PolicyVersion[];
  /** `whoIs` of everybody whom the school knows now. */
  readonly known: ReadonlySet<string>;
  readonly memos: readonly RetentionMemo[];
  readonly clock: ClockFault | undefined;
}

/** What of it is to be destroyed, and how much is kept. */
export interface SignoffEnds {
  readonly signatories: readonly (Pick<Signatory, 'schoolId' | 'id' | 'campaignId'> & { readonly receipt?: string })[];
  /** Those in which nobody is left then. */
  readonly campaigns: readonly Pick<Campaign, 'schoolId' | 'id'>[];
  readonly versions: readonly Pick<PolicyVersion, 'schoolId' | 'policyId' | 'hash'>[];
  readonly kept: { readonly receipts: number; readonly versions: number };
  readonly memos: { readonly set: readonly RetentionMemo[]; readonly drop: readonly string[] };
}

const prefix = (schoolId: string) => `gone ${schoolId} `;

/**
 * What is to be kept no longer by `now`: of each person their place in a campaign and their receipt, 7 years after the version
 * that it binds was replaced, the campaign was closed and they left the school, whichever is last; a version 7 years after it
 * was replaced, once nothing binds it. When somebody left is the run that first knew them no more. While the clock is not
 * believed nothing is destroyed, and nobody is found to have left.
 */
export function planSignoffs(records: SignoffRecords, now: Date): SignoffEnds {
  const { schoolId, campaigns, versions, known, memos, clock } = records;
  const isOver = (at: string) => DateTime.fromISO(at).plus({ years: signoffYears }).toMillis() <= now.getTime();
  const own = memos.filter(({ name }) => name.startsWith(prefix(schoolId)));
  const goneSince = new Map(own.map(({ name, at }) => [name.slice(prefix(schoolId).length), at]));
  const everybody = new Set(campaigns.flatMap(({ signatories }) => signatories.map(whoIs)));
  const gone = [...everybody].filter((who) => !known.has(who));

  const planned = campaigns.map(({ campaign, signatories, receipts }) => {
    const replaced = replacedAt(campaign, versions);
    const ends = (one: Signatory) => {
      const left = known.has(whoIs(one)) ? undefined : goneSince.get(whoIs(one));
      const closed = campaign.closed?.at;
      if (clock || !replaced || !left || !closed) return false;
      return [replaced, left, closed].every(isOver);
    };
    return {
      campaign,
      receipts,
      ended: signatories.filter(ends),
      isEmptied: signatories.every(ends) && closedLong(campaign),
    };
  });
  const signatories = planned.flatMap(({ receipts, ended }) =>
    ended.map(({ id, campaignId }) => {
      const receipt = receipts.find(({ signatoryId }) => signatoryId === id)?.id;
      return { schoolId, id, campaignId, ...(receipt !== undefined && { receipt }) };
    }),
  );
  const ending = planned.filter(({ isEmptied }) => isEmptied).map(({ campaign }) => campaign);
  const bound = new Set(
    campaigns.filter(({ campaign }) => !ending.includes(campaign)).map(({ campaign }) => campaign.document.hash),
  );
  const old = versions.filter(
    ({ hash, replacedAt: at }) => !clock && at !== undefined && isOver(at) && !bound.has(hash),
  );
  const all = campaigns.reduce((sum, { receipts }) => sum + receipts.length, 0);
  return {
    signatories,
    campaigns: ending.map(({ id }) => ({ schoolId, id })),
    versions: old.map(({ policyId, hash }) => ({ schoolId, policyId, hash })),
    kept: {
      receipts: all - signatories.filter(({ receipt }) => receipt !== undefined).length,
      versions: versions.length - old.length,
    },
    memos: clock
      ? { set: [], drop: [] }
      : {
          set: gone
            .filter((who) => !goneSince.has(who))
            .map((who) => ({ name: `${prefix(schoolId)}${who}`, at: now.toISOString() })),
          drop: own.map(({ name }) => name).filter((name) => !gone.includes(name.slice(prefix(schoolId).length))),
        },
  };

  function closedLong({ closed }: Campaign): boolean {
    return !clock && closed !== undefined && isOver(closed.at);
  }
}

/** When the words that it binds stopped to hold: minor versions after them go on with the same signatures. */
function replacedAt({ document, closed }: Campaign, versions: readonly PolicyVersion[]): string | undefined {
  if (document.kind === 'other') return closed?.at;
  const adopted = adoptedInOrder(versions, document.policyId);
  let at = adopted.findIndex(({ hash }) => hash === document.hash);
  if (at < 0) return undefined;
  while (adopted[at + 1]?.adoption?.change === 'minor') at += 1;
  return adopted[at]?.replacedAt;
}
