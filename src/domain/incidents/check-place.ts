import type { Delivery } from '../delivery/delivery.ts';
import { recipientName } from '../delivery/delivery.ts';
import { newDelivery } from '../delivery/new-delivery.ts';
import { outcomeOfRoster } from '../delivery/outcome-of-roster.ts';
import { actingHolders } from '../people/acting-holders.ts';
import { keysOfPeople } from '../people/keys-of-people.ts';
import { schoolDay } from '../people/school-day.ts';
import type { School } from '../people/school.ts';
import { readWithAbsences } from '../people/with-absences.ts';
import { lookAtPlace, type LookDeps } from './look-at-place.ts';
import { isWell, placeTrouble, wellCheck } from './place-trouble.ts';
import { safeguardingRoles } from './roster-fault.ts';
import type { SafeguardingPlace, SafeguardingPlaceStore } from './safeguarding-place.ts';

export interface CheckDeps extends LookDeps {
  readonly places: Pick<SafeguardingPlaceStore, 'savePlace'>;
  /** Is told when something was recorded that is now owed. */
  onOwed(): void;
}

/**
 * Looks whether reports may still go to a connected channel and notes what was found; `gone` where Teams said that there
 * is nothing to look at any more. When they may not go there any more, the DSLs and deputies are owed a message in the same
 * step, once for each kind of trouble. While Teams does not answer, the last check stays: undefined.
 */
export async function checkPlace(
  deps: CheckDeps,
  school: School,
  place: SafeguardingPlace,
  told?: 'gone',
): Promise<string | undefined> {
  const check = told ?? (await checkOf(deps, school, place));
  if (check === undefined) return undefined;
  const at = deps.now().toISOString();
  const acceptedAt = check === 'gone' ? undefined : place.acceptedAt;
  const owed = isNews(place, check) ? await owedToSafeguarding(deps, school, place, at) : [];
  await deps.places.savePlace({ ...place, acceptedAt, checkedAt: at, check }, { owed, entries: [] });
  if (owed.length > 0) deps.onOwed();
  return check;
}

async function checkOf(deps: CheckDeps, school: School, place: SafeguardingPlace): Promise<string | undefined> {
  const seen = await lookAtPlace(deps, school, place);
  switch (seen.kind) {
    case 'fits':
      return wellCheck(seen);
    case 'wider':
      return 'roster-wider';
    case 'differs':
      return 'roster-differs';
    case 'unreadable':
      return outcomeOfRoster(seen.code).kind === 'retry' ? undefined : seen.code;
  }
}

/** A channel that nobody accepted yet gets no reports, so nothing changes for anybody. */
function isNews({ acceptedAt, check: before = 'ok' }: SafeguardingPlace, check: string): boolean {
  if (acceptedAt === undefined || isWell(check)) return false;
  return isWell(before) || placeTrouble(before) !== placeTrouble(check);
}

async function owedToSafeguarding(
  { persons, absences }: CheckDeps,
  stored: School,
  { tenantId, channelId, schoolId }: SafeguardingPlace,
  at: string,
): Promise<Delivery[]> {
  const today = schoolDay(new Date(at), stored);
  const school = await readWithAbsences(absences, stored, today);
  const keyOf = await keysOfPeople(persons, tenantId);
  const people = safeguardingRoles.flatMap((role) => actingHolders(school, role, today));
  const objectIds = new Set(people.flatMap(({ person }) => keyOf(person)?.objectId ?? []));
  return [...objectIds].map((objectId): Delivery => {
    const to = { tenantId, objectId };
    const owed = {
      key: `${schoolId}:channel-check:${channelId} ${at}:${recipientName(to)}`,
      schoolId,
      subject: { kind: 'channel-check', tenantId, channelId, at } as const,
      to,
    };
    return newDelivery(owed, at);
  });
}
