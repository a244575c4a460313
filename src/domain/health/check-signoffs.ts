import { amber, green, type HealthLine } from './health-line.ts';

/** The open sign-offs of a school. */
export interface SignoffFacts {
  readonly schoolId: string;
  readonly open: number;
  /** People whom the bot cannot write to, each once. */
  readonly unreached: number;
  /** The open sign-offs in which they are. */
  readonly references: readonly string[];
}

/** How many people are asked to sign and cannot be written to. Counts and our own references: who they are is asked for by name. */
export function checkSignoffs(schools: readonly SignoffFacts[]): HealthLine[] {
  return schools.map(({ schoolId, open, unreached, references }) => {
    if (open === 0) return green('signoffs', `No sign-off of ${schoolId} is open.`);
    if (unreached === 0)
      return green('signoffs', `Everybody who has to sign at ${schoolId} and has an account can be written to.`);
    const people = unreached === 1 ? '1 person' : `${unreached} people`;
    const listed = references.map((reference) => `staffroom signoffs show ${reference}`).join(', ');
    return amber(
      'signoffs',
      `${people} of ${schoolId} ${unreached === 1 ? 'has' : 'have'} to sign, and the bot cannot write to them.`,
      `ICT lead: see who (${listed}) and install Staffroom for them; or the business manager records what they sign on paper.`,
    );
  });
}
