import { keysOfPeople } from '../people/keys-of-people.ts';
import type { PersonStore, StaffTeam } from '../people/person-store.ts';
import type { SchoolLibrary } from '../policies/library.ts';
import { knownPeople } from '../signoffs/known-people.ts';
import type { SignoffStore } from '../signoffs/signoff-store.ts';
import { whoIs } from '../signoffs/whom-to-ask.ts';
import type { VersionStore } from '../versions/policy-version.ts';
import type { SignoffRecords } from './plan-signoffs.ts';

export interface SignoffLook {
  readonly signoffs: Pick<SignoffStore, 'campaigns' | 'signatories' | 'receipts'>;
  readonly versions: Pick<VersionStore, 'versions'>;
  readonly persons: Pick<PersonStore, 'boundUpns'>;
}

/** Reads a school's sign-offs and versions, and whom the school knows now, in whatever tenant. */
export async function lookAtSignoffs(
  { signoffs, versions, persons }: SignoffLook,
  library: SchoolLibrary,
  teams: readonly StaffTeam[],
): Promise<Pick<SignoffRecords, 'schoolId' | 'campaigns' | 'versions' | 'known'>> {
  const schoolId = library.school.id;
  const campaigns = await Promise.all(
    (await signoffs.campaigns(schoolId)).map(async (campaign) => ({
      campaign,
      signatories: await signoffs.signatories(schoolId, campaign.id),
      receipts: await signoffs.receipts(schoolId, campaign.id),
    })),
  );
  const tenants = campaigns.flatMap(({ signatories }) => signatories.flatMap(({ person }) => person?.tenantId ?? []));
  const known = new Set<string>();
  // Without any account there is one look all the same, for those of the list.
  for (const tenantId of new Set([...tenants, ''])) {
    const keyOf = await keysOfPeople(persons, tenantId);
    knownPeople({ library, teams, keyOf }).forEach((one) => known.add(whoIs(one)));
  }
  return { schoolId, campaigns, versions: await versions.versions(schoolId), known };
}
