import type { SignoffFacts } from '../../domain/health/check-signoffs.ts';
import { whoIs } from '../../domain/signoffs/whom-to-ask.ts';
import type { StorePorts } from '../../storage/stores.ts';

/** Who of each school is asked in a sign-off that is open, and cannot be reached. */
export async function gatherSignoffs(
  { signoffs }: Pick<StorePorts, 'signoffs'>,
  schoolIds: readonly string[],
): Promise<SignoffFacts[]> {
  const open = (await signoffs.live()).filter(({ state }) => state === 'open');
  return Promise.all(
    schoolIds.map(async (schoolId) => {
      const own = open.filter((campaign) => campaign.schoolId === schoolId);
      const people = new Set<string>();
      const references: string[] = [];
      for (const { id } of own) {
        const unreached = (await signoffs.signatories(schoolId, id)).filter(({ state }) => state === 'unreachable');
        for (const one of unreached) people.add(whoIs(one));
        if (unreached.length > 0) references.push(id);
      }
      return { schoolId, open: own.length, unreached: people.size, references };
    }),
  );
}
