import { keysOfPeople } from '../people/keys-of-people.ts';
import type { PersonStore } from '../people/person-store.ts';
import type { SchoolLibrary } from '../policies/library.ts';
import type { SignedDocument } from './campaign.ts';
import { whomToAsk, type DocumentAudience, type WhomToAsk } from './whom-to-ask.ts';

/** Whom a document is for: a policy's own audience; of another document the groups say, and without any it is all staff. */
export function audienceOf(
  document: Pick<SignedDocument, 'kind'> & { readonly policyId?: string },
  groups: readonly string[],
  { policies }: Pick<SchoolLibrary, 'policies'>,
): DocumentAudience {
  if (document.kind === 'other') return groups.length > 0 ? 'everybody' : ['staff'];
  return policies.find(({ cover }) => cover.id === document.policyId)?.cover.audience ?? [];
}

/** Reads who is there now, and says who of them is asked. `tenantId` is where the people of school.yaml have their accounts. */
export async function readAudience(
  persons: Pick<PersonStore, 'staffTeams' | 'boundUpns'>,
  asking: {
    readonly library: SchoolLibrary;
    readonly tenantId: string;
    readonly audience: DocumentAudience;
    readonly groups: readonly string[];
    readonly today: string;
  },
): Promise<WhomToAsk> {
  const [teams, keyOf] = await Promise.all([persons.staffTeams(), keysOfPeople(persons, asking.tenantId)]);
  return whomToAsk({ ...asking, teams, keyOf });
}
