import type { ChannelFacts } from '../../domain/health/check-channels.ts';
import type { ReachFacts } from '../../domain/health/check-reach.ts';
import { keysOfPeople } from '../../domain/people/keys-of-people.ts';
import type { Role } from '../../domain/people/role.ts';
import type { Person, School } from '../../domain/people/school.ts';
import type { StorePorts } from '../../storage/stores.ts';

/** Whom a report may have to reach, in the order in which they are told. */
const reached: readonly Role[] = ['dsl', 'deputyDsl', 'head', 'chair', 'ictLead'];

/** The channels of each school, and who of its role holders has a chat with the bot. */
export async function gatherSafeguarding(
  ports: Pick<StorePorts, 'places' | 'persons'>,
  schools: readonly School[],
): Promise<{ readonly channels: readonly ChannelFacts[]; readonly reach: readonly ReachFacts[] }> {
  const channels: ChannelFacts[] = [];
  const reach: ReachFacts[] = [];
  const teams = await ports.persons.staffTeams();
  for (const school of schools) {
    const places = await ports.places.places(school.id);
    channels.push({ schoolId: school.id, places });
    const own = [...teams.filter(({ schoolId }) => schoolId === school.id), ...places];
    const tenants = [...new Set(own.map(({ tenantId }) => tenantId))];
    const holders = school.people.flatMap((person) => {
      const role = reached.find((one) => person.roles.includes(one));
      return role && (isInTenant(person) || isSafeguarding(role)) ? [{ person, role }] : [];
    });
    reach.push({
      schoolId: school.id,
      connected: tenants.length > 0,
      holders: await Promise.all(
        holders.map(async ({ person, role }) => ({
          id: person.id,
          role,
          reach: await reachOf(ports, person, tenants),
        })),
      ),
    });
  }
  return { channels, reach };
}

async function reachOf(
  { persons }: Pick<StorePorts, 'persons'>,
  person: Person,
  tenants: readonly string[],
): Promise<ReachFacts['holders'][number]['reach']> {
  let reach: ReachFacts['holders'][number]['reach'] = 'unknown';
  for (const tenantId of tenants) {
    const key = (await keysOfPeople(persons, tenantId))(person);
    if (!key) continue;
    if (await persons.findAddress(tenantId, key.objectId)) return 'reached';
    reach = 'no-chat';
  }
  return reach;
}

/** A chair without an account of the school is told on paper; a DSL has to have one. */
function isInTenant({ objectId, upn }: Person): boolean {
  return objectId !== undefined || upn !== undefined;
}

function isSafeguarding(role: Role): boolean {
  return role === 'dsl' || role === 'deputyDsl';
}
