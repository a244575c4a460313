import type { PersonStore } from '../people/person-store.ts';
import type { SchoolLibrary } from '../policies/library.ts';
import type { VersionStore } from '../versions/policy-version.ts';
import type { Campaign } from './campaign.ts';
import { audienceOf, readAudience } from './read-audience.ts';
import type { Receipt } from './receipt.ts';
import type { Signatory } from './signatory.ts';
import { readSignedBefore, withoutHolding } from './signed-before.ts';
import type { SignoffStore } from './signoff-store.ts';
import { whoIs, type NotAsked } from './whom-to-ask.ts';

/** A campaign with everybody in it, what they signed, and who was never asked and why. */
export interface WholeCampaign {
  readonly campaign: Campaign;
  readonly signatories: readonly Signatory[];
  readonly receipts: readonly Receipt[];
  /** By what the school knows today; nobody who is in the campaign. */
  readonly notAsked: readonly NotAsked[];
}

export interface WholeCampaignDesk {
  readonly signoffs: Pick<SignoffStore, 'campaigns' | 'signatories' | 'receipts'>;
  readonly persons: Pick<PersonStore, 'staffTeams' | 'boundUpns'>;
  readonly versions: Pick<VersionStore, 'versions'>;
}

/** Reads it for an export. `tenantId` is where the people of school.yaml have their accounts; `today` YYYY-MM-DD. */
export async function readWholeCampaign(
  { signoffs, persons, versions }: WholeCampaignDesk,
  {
    campaign,
    library,
    tenantId,
    today,
  }: {
    readonly campaign: Campaign;
    readonly library: SchoolLibrary;
    readonly tenantId: string;
    readonly today: string;
  },
): Promise<WholeCampaign> {
  const { id, schoolId, document, groups } = campaign;
  const [signatories, receipts, before, known, audience] = await Promise.all([
    signoffs.signatories(schoolId, id),
    signoffs.receipts(schoolId, id),
    readSignedBefore(signoffs, schoolId, { document, except: id }),
    versions.versions(schoolId),
    readAudience(persons, { library, tenantId, audience: audienceOf(document, groups, library), groups, today }),
  ]);
  const inCampaign = new Set(signatories.map(whoIs));
  const { notAsked } = withoutHolding(audience, document, before, known);
  const isOutside = (one: NotAsked) => one.why === 'no-account' || !inCampaign.has(whoIs(one));
  return { campaign, signatories, receipts, notAsked: notAsked.filter(isOutside) };
}
