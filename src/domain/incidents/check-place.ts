import { outcomeOfRoster } from '../delivery/outcome-of-roster.ts';
import type { School } from '../people/school.ts';
import { lookAtPlace, type LookDeps } from './look-at-place.ts';
import type { SafeguardingPlace, SafeguardingPlaceStore } from './safeguarding-place.ts';

export interface CheckDeps extends LookDeps {
  readonly places: Pick<SafeguardingPlaceStore, 'savePlace'>;
}

/**
 * Looks whether reports may still go to a connected channel and notes what was found; `gone` where Teams said that there
 * is nothing to look at any more. While Teams does not answer, the last check stays. Returns the check that counts now.
 */
export async function checkPlace(
  deps: CheckDeps,
  school: School,
  place: SafeguardingPlace,
  told?: 'gone',
): Promise<string | undefined> {
  const check = told ?? (await checkOf(deps, school, place));
  if (check === undefined) return place.check;
  const checkedAt = deps.now().toISOString();
  const acceptedAt = check === 'gone' ? undefined : place.acceptedAt;
  await deps.places.savePlace({ ...place, acceptedAt, checkedAt, check });
  return check;
}

async function checkOf(deps: CheckDeps, school: School, place: SafeguardingPlace): Promise<string | undefined> {
  const seen = await lookAtPlace(deps, school, place);
  switch (seen.kind) {
    case 'fits':
      return 'ok';
    case 'wider':
      return 'roster-wider';
    case 'unreadable':
      return outcomeOfRoster(seen.code).kind === 'retry' ? undefined : seen.code;
  }
}
