import { amber, green, red, type HealthLine } from './health-line.ts';

export interface PolicyFacts {
  readonly schools: number;
  /** How many people of a trust's central team see the totals of the schools; left out where there is no trust. */
  readonly central?: number;
  /** Files that the bot cannot load as they are. */
  readonly unusable: number;
  readonly lintErrors: number;
  /** Contacts that nobody has tried for a year. */
  readonly uncheckedContacts: number;
}

/** Whether the policies load and mislead nobody, and whether the numbers that staff may need were tried. */
export function checkPolicies({
  schools,
  central,
  unusable,
  lintErrors,
  uncheckedContacts,
}: PolicyFacts): HealthLine[] {
  const lint = 'staffroom lint shows each with its line.';
  const policies =
    unusable > 0
      ? red(
          'policies',
          `The bot cannot load the policies as they are: ${count(unusable, 'problem')}.`,
          `ICT lead: correct the files; ${lint}`,
        )
      : schools === 0
        ? red('policies', 'There is no school in the folder of the policies.', 'ICT lead: check POLICIES_DIR.')
        : lintErrors > 0
          ? amber(
              'policies',
              `${count(lintErrors, 'error')} in the policies may mislead whoever reads them.`,
              `Head: have the policy owners correct them; ${lint}`,
            )
          : green('policies', `The policies of ${count(schools, 'school')} load and have no errors.`);
  const contacts =
    uncheckedContacts > 0
      ? amber(
          'contacts',
          `${count(uncheckedContacts, 'contact')} of school.yaml not tried for a year.`,
          `School office: ring or write to them and set checkedOn; ${lint}`,
        )
      : green('contacts', 'Every contact was tried within the last year.');
  const people = central === 1 ? '1 person' : `${central} people`;
  const trust = green(
    'trust',
    `${people} of the trust’s central team can see the totals of ${count(schools, 'school')}.`,
  );
  return [policies, contacts, ...(central === undefined ? [] : [trust])];
}

function count(n: number, what: string): string {
  return `${n} ${what}${n === 1 ? '' : 's'}`;
}
