import type { Role } from '../../domain/people/role.ts';
import type { School } from '../../domain/people/school.ts';
import { domainOf, signInOf, type DemoSchool } from './demo-schools.ts';

/** Somebody of a school of the demo, as the Playground's configuration describes a Teams user. */
export interface DemoPerson {
  readonly teamsId: string;
  readonly objectId: string;
  readonly name: string;
  readonly upn: string;
}

/** The six people of a school: four role holders from `school.yaml`, and two members of the staff team, whom it does not name. */
export function demoPeople(
  school: School,
  other?: Pick<DemoSchool, 'digit' | 'people'>,
): Record<'teacher' | 'head' | 'dsl' | 'deputy' | 'ict' | 'volunteer', DemoPerson> {
  const member = (last: string, name: string) => {
    const here = other?.people[name] ?? name;
    const objectId = `${other?.digit ?? 0}0000000-0000-4000-8000-0000000000${last}`;
    return person(objectId, here, `${signInOf(here)}@${domainOf(school.id)}`);
  };
  return {
    teacher: member('a1', 'Amara Okafor'),
    head: holder(school, 'head'),
    dsl: holder(school, 'dsl'),
    deputy: holder(school, 'deputyDsl'),
    ict: holder(school, 'ictLead'),
    volunteer: member('a2', 'George Whitlock'),
  };
}

/** Somebody of the trust's central team, who works at no school. */
export const centralPerson = person('00000000-0000-4000-8000-0000000000c1', 'Nia Hughes', 'n.hughes@trust.example');

function holder(school: School, role: Role): DemoPerson {
  const found = school.people.find(({ roles }) => roles.includes(role));
  if (!found?.objectId || !found.upn) {
    throw new Error(`The sample school names no ${role} with an objectId and a upn in school.yaml.`);
  }
  return person(found.objectId, found.name, found.upn);
}

function person(objectId: string, name: string, upn: string): DemoPerson {
  return { teamsId: `29:${upn.split('@')[0]}`, objectId, name, upn };
}
