import { DateTime } from 'luxon';
import type { Act } from '../delivery/act.ts';
import type { Delivery } from '../delivery/delivery.ts';
import { recipientName } from '../delivery/delivery.ts';
import { newDelivery } from '../delivery/new-delivery.ts';
import { StoreError } from '../store-error.ts';
import type { Absence, AbsenceStore } from './absence.ts';
import { coveredRole, coversFor } from './covers-for.ts';
import { keysOfPeople, type KeyOf } from './keys-of-people.ts';
import { peopleCalled } from './people-called.ts';
import type { PersonStore } from './person-store.ts';
import { schoolDay } from './school-day.ts';
import type { Person, School } from './school.ts';
import { readWithAbsences } from './with-absences.ts';

export interface AwayDesk {
  readonly absences: AbsenceStore;
  readonly persons: Pick<PersonStore, 'boundUpns'>;
  newReference(prefix: string): string;
  now(): Date;
}

/** Who is away when. `cover` is the id of a person, or a name as somebody wrote it. */
export interface AwayRequest {
  readonly school: School;
  readonly person: Person;
  readonly tenantId: string;
  readonly act: Act;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly cover?: string | undefined;
  /** A last day was named that could not be read. */
  readonly unread?: boolean | undefined;
}

/** Why it is asked, and nothing was recorded. */
export type AwayProblem =
  'no-day' | 'unread-day' | 'past' | 'too-long' | 'backwards' | 'not-suited' | 'several' | 'no-cover';

/**
 * - `recorded`: from now on the cover answers for them on these days; `told` is whether the bot can tell them so
 * - `asks`: for what is missing; `covers` are those who can be chosen for these days
 * - `nobody`: there is nobody who could cover
 * - `no-role`: nobody is covered for who holds no such role
 */
export type WentAway =
  | { readonly kind: 'recorded'; readonly absence: Absence; readonly cover: Person; readonly told: boolean }
  | {
      readonly kind: 'asks';
      readonly problem: AwayProblem;
      readonly from: string;
      readonly to?: string | undefined;
      readonly covers: readonly Person[];
    }
  | { readonly kind: 'nobody' }
  | { readonly kind: 'no-role' };

/** No longer than this is anybody away at their own word, in days. */
const longestDays = 366;
const mostTries = 5;

/**
 * Records that a role holder is away and who covers, and owes the cover a message in the same step; whoever is away reads
 * the answer. What began before today begins today. Nothing is recorded while anything is missing or does not fit.
 */
export async function goAway(desk: AwayDesk, request: AwayRequest): Promise<WentAway> {
  const { school: stored, person, tenantId, act } = request;
  if (coveredRole(person) === undefined) return { kind: 'no-role' };
  const today = schoolDay(desk.now(), stored);
  const school = await readWithAbsences(desk.absences, stored, today);
  const from = request.from === undefined || request.from < today ? today : request.from;
  const { to } = request;
  const covers = coversFor(school, person, { from, to: to ?? from });
  const ask = (problem: AwayProblem): WentAway =>
    covers.length === 0 ? { kind: 'nobody' } : { kind: 'asks', problem, from, to, covers };

  if (to === undefined) return ask(request.unread ? 'unread-day' : 'no-day');
  if (to < today) return ask('past');
  if (to < from) return ask('backwards');
  if (daysBetween(today, to) > longestDays) return ask('too-long');
  if (covers.length === 0) return { kind: 'nobody' };
  if (request.cover === undefined || request.cover === '') return ask('no-cover');
  const chosen = covers.find(({ id }) => id === request.cover);
  const called = chosen ? [chosen] : peopleCalled(covers, request.cover);
  const [cover] = called;
  if (!cover) return ask('not-suited');
  if (called.length > 1) return ask('several');

  const keyOf = await keysOfPeople(desk.persons, tenantId);
  for (let tries = 1; ; tries++) {
    const at = desk.now().toISOString();
    const absence: Absence = {
      id: desk.newReference('SA'),
      schoolId: school.id,
      personId: person.id,
      cover: cover.id,
      from,
      to,
      at,
    };
    try {
      const owed = owedTo([cover], { absence, keyOf, what: 'began', at });
      const recorded = await desk.absences.addAbsence(act, absence, { owed, entries: [] });
      const covering = school.people.find(({ id }) => id === recorded.cover) ?? cover;
      return { kind: 'recorded', absence: recorded, cover: covering, told: keyOf(covering) !== undefined };
    } catch (error) {
      if (!(error instanceof StoreError && error.kind === 'taken') || tries === mostTries) throw error;
    }
  }
}

/**
 * Ends whatever keeps the person away today, and where nothing does, what was still to come; the covers are told. Returns
 * what was ended.
 */
export async function comeBack(
  desk: AwayDesk,
  { school, person, tenantId }: Pick<AwayRequest, 'school' | 'person' | 'tenantId'>,
): Promise<readonly Absence[]> {
  const today = schoolDay(desk.now(), school);
  const all = (await desk.absences.absences(school.id, today)).filter(
    ({ personId, endedAt }) => personId === person.id && endedAt === undefined,
  );
  const begun = all.filter(({ from }) => from <= today);
  const ending = begun.length > 0 ? begun : all;
  const keyOf = await keysOfPeople(desk.persons, tenantId);
  const at = desk.now().toISOString();
  for (const absence of ending) {
    const covers = school.people.filter(({ id }) => id === absence.cover);
    await desk.absences.endAbsence(school.id, absence.id, at, {
      owed: owedTo(covers, { absence, keyOf, what: 'over', at }),
      entries: [],
    });
  }
  return ending;
}

/** What these people are owed to know of an absence, as far as Teams has told who they are. */
export function owedTo(
  people: readonly Person[],
  { absence, keyOf, what, at }: { absence: Absence; keyOf: KeyOf; what: 'began' | 'over'; at: string },
): Delivery[] {
  const { schoolId, id } = absence;
  return people.flatMap((person): Delivery[] => {
    const to = keyOf(person);
    if (!to) return [];
    const key = `${schoolId}:absence:${id}:${what}:${recipientName(to)}`;
    return [newDelivery({ key, schoolId, subject: { kind: 'absence', absence: id }, to }, at)];
  });
}

function daysBetween(from: string, to: string): number {
  return DateTime.fromISO(to, { zone: 'utc' }).diff(DateTime.fromISO(from, { zone: 'utc' }), 'days').days;
}
