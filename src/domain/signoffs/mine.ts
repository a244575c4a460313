import type { PersonKey } from '../people/person-key.ts';
import type { Signing } from './find-signing.ts';
import type { Receipt } from './receipt.ts';
import type { SignoffDesk } from './signoff-desk.ts';
import { isOutstanding } from './signatory.ts';

/** `toSign`: where this person is asked now, by day; `signed`: every receipt of theirs, the newest first. */
export interface MySignoffs {
  readonly toSign: readonly Signing[];
  readonly signed: readonly Receipt[];
}

/** What somebody has to sign, and has signed, at this school. */
export async function mySignoffs(
  { signoffs }: Pick<SignoffDesk, 'signoffs'>,
  { schoolId, person }: { schoolId: string; person: PersonKey },
): Promise<MySignoffs> {
  const [campaigns, own, receipts] = await Promise.all([
    signoffs.campaigns(schoolId),
    signoffs.signatoriesOf(schoolId, person),
    signoffs.receiptsOf(schoolId, person),
  ]);
  const toSign = own.flatMap((signatory) => {
    const campaign = campaigns.find(({ id, state }) => id === signatory.campaignId && state === 'open');
    return campaign && isOutstanding(signatory) ? [{ campaign, signatory }] : [];
  });
  return {
    toSign: toSign.sort((one, other) => compare(one.signatory.dueOn, other.signatory.dueOn)),
    signed: receipts.toSorted((one, other) => compare(other.at, one.at)),
  };
}

const compare = (one: string, other: string) => (one < other ? -1 : Number(one > other));
