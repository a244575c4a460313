import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { roles } from '../../src/domain/people/role.ts';

export const schoolId = 'marlow-bridge';

/**
 * A clause of each policy with the object id of its owner. As many owners as a school can have, since one person gets
 * one message at a time and waits 90 s for each second copy.
 */
export const owned = roles.map((role, n) => ({
  role,
  clause: `policy-of-${role.toLowerCase()}#aaaa${String.fromCharCode(97 + n)}2`,
  owner: `00000000-0000-4000-8000-${String(n + 1).padStart(12, '0')}`,
}));
export const owners = owned.map(({ owner }) => owner);

/** Writes a school in which everybody has one role and one policy of one clause; gives the folder of policies. */
export function writeOwnersSchool(root: string): string {
  const policies = join(root, 'policies');
  const school = join(policies, schoolId);
  mkdirSync(school, { recursive: true });
  const people = owned.map(
    ({ role, owner }, n) =>
      `  - { id: person-${n}, name: Owner Number${n}, objectId: ${owner}, roles: [${role}], email: o${n}@example.org }`,
  );
  const yaml = [`id: ${schoolId}`, 'name: Marlow Bridge', 'timeZone: Europe/London', 'people:', ...people];
  writeFileSync(join(school, 'school.yaml'), `${yaml.join('\n')}\n`);
  for (const { role, clause } of owned) {
    const [id = '', name] = clause.split('#');
    const title = `Policy of ${role}`;
    const front = `id: ${id}\ntitle: ${title}\nstatus: in-force\nowner: ${role}\nversion: "1.0"\naudience: [staff]`;
    const dates = 'approved: 2026-01-12\nreviewDue: 2036-01-31';
    const text = `---\n${front}\n${dates}\n---\n\n# ${title}\n\n## 1 Rules\n\n**1.1** Keep it in a locker. {#${name}}\n`;
    writeFileSync(join(school, `${id}.md`), text);
  }
  return policies;
}
