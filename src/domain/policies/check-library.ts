import { roleTitles } from '../people/role.ts';
import type { SchoolLibrary } from './library.ts';
import type { Policy } from './policy.ts';
import type { Problem } from './problem.ts';

/**
 * What is wrong between the files of one school: two policies with one id, an addendum to a policy that is not there,
 * a policy whose owner's role nobody holds, or whose id a duty has. `lineOf` finds the line of a front matter key in a policy's file.
 */
export function checkLibrary(library: SchoolLibrary, lineOf: (policy: Policy, key: string) => number): Problem[] {
  const problems: Problem[] = [];
  const fileOf = new Map<string, string>();
  const tell = (policy: Policy, key: string, message: string) =>
    problems.push({ file: policy.file, line: lineOf(policy, key), message });
  for (const policy of library.policies) {
    const { id, owner, amends, status } = policy.cover;
    const other = fileOf.get(id);
    if (other !== undefined) tell(policy, 'id', `${other} has the id "${id}" too; give this policy another`);
    else fileOf.set(id, policy.file);
    if (library.school.duties.some((duty) => duty.id === id))
      tell(policy, 'id', `a duty in school.yaml has the id "${id}" too; give one of them another`);
    if (amends && !library.policies.some(({ cover }) => cover.id === amends))
      tell(
        policy,
        'amends',
        `no policy of this school has the id "${amends}"; name the policy that the addendum changes`,
      );
    if (status !== 'withdrawn' && !library.school.people.some(({ roles }) => roles.includes(owner)))
      tell(
        policy,
        'owner',
        `nobody in school.yaml holds the role ${owner} (${roleTitles[owner]}); give it to somebody or name another owner`,
      );
  }
  return problems;
}
