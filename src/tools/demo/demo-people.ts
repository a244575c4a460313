import type { Role } from '../../domain/people/role.ts';
import type { School } from '../../domain/people/school.ts';

/** Somebody of the sample school, as the Playground's configuration describes a Teams user. */
export interface DemoPerson {
  readonly teamsId: string;
  readonly objectId: string;
  readonly name: string;
  readonly upn: string;
}

const domain = 'marlowbridge.example';

/** Two members of the staff team who hold no role, so `school.yaml` does not name them. */
const teacher = person('00000000-0000-4000-8000-0000000000a1', 'Amara Okafor', `a.okafor@${domain}`);
const volunteer = person('00000000-0000-4000-8000-0000000000a2', 'George Whitlock', `g.whitlock@${domain}`);

/** The six people of the demo: four role holders from `school.yaml`, a teacher and a volunteer. */
export function demoPeople(
  school: School,
): Record<'teacher' | 'head' | 'dsl' | 'deputy' | 'ict' | 'volunteer', DemoPerson> {
  return {
    teacher,
    head: holder(school, 'head'),
    dsl: holder(school, 'dsl'),
    deputy: holder(school, 'deputyDsl'),
    ict: holder(school, 'ictLead'),
    volunteer,
  };
}

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
