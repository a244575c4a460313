import { keysOfPeople } from '../people/keys-of-people.ts';
import type { SchoolLibrary } from '../policies/library.ts';
import { isOutstanding } from '../signoffs/signatory.ts';
import { whomToAsk, type Asked, type WhomToAsk } from '../signoffs/whom-to-ask.ts';
import type { BroadcastDesk } from './broadcast-desk.ts';
import type { BroadcastAudience } from './broadcast.ts';

/**
 * Whom a broadcast is for, as things stand now: all staff, the groups that were chosen, or whoever is outstanding in a
 * campaign that is open (undefined: there is no such one). Who has no account is among them, and gets nothing.
 */
export async function whomToTell(
  { persons, signoffs }: Pick<BroadcastDesk, 'persons' | 'signoffs'>,
  {
    audience,
    library,
    tenantId,
    today,
  }: { audience: BroadcastAudience; library: SchoolLibrary; tenantId: string; today: string },
): Promise<WhomToAsk | undefined> {
  const { id: schoolId } = library.school;
  if (audience.kind === 'unsigned') {
    const campaign = (await signoffs.campaigns(schoolId)).find(({ id }) => id === audience.campaignId);
    if (campaign?.state !== 'open') return undefined;
    const people = (await signoffs.signatories(schoolId, campaign.id)).filter(isOutstanding);
    return { asked: people.map(toAsked), notAsked: [] };
  }
  const [teams, keyOf] = await Promise.all([persons.staffTeams(), keysOfPeople(persons, tenantId)]);
  const groups = audience.kind === 'groups' ? audience.groups : [];
  const whom = { library, teams, keyOf, today, groups };
  return whomToAsk({ ...whom, audience: audience.kind === 'groups' ? 'everybody' : ['staff'] });
}

function toAsked({ person, listed, name, groups }: Asked): Asked {
  return { ...(person && { person }), ...(listed !== undefined && { listed }), name, groups };
}
