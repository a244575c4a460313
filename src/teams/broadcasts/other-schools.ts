import type { SenderRequest } from '../../domain/broadcasts/broadcast-desk.ts';
import type { BroadcastDraft } from '../../domain/broadcasts/broadcast-draft.ts';
import type { Broadcast } from '../../domain/broadcasts/broadcast.ts';
import { findTogether, type BroadcastAt } from '../../domain/broadcasts/find-together.ts';
import { sendingRight } from '../../domain/broadcasts/may-broadcast.ts';
import { readBroadcast } from '../../domain/broadcasts/read-broadcast.ts';
import { keysOfPeople } from '../../domain/people/keys-of-people.ts';
import type { PersonKey } from '../../domain/people/person-key.ts';
import { isSamePerson } from '../../domain/people/same-person.ts';
import { schoolDay } from '../../domain/people/school-day.ts';
import { readWithAbsences } from '../../domain/people/with-absences.ts';
import type { SchoolLibrary } from '../../domain/policies/library.ts';
import type { Caller } from '../caller.ts';
import { requestOf, type BroadcastDeps } from './broadcast-deps.ts';

type Deps = Pick<BroadcastDeps, 'absences' | 'broadcasts' | 'persons' | 'shelf' | 'now'>;

/** The caller as another school knows them. */
export async function inSchool(
  { persons, now }: Deps,
  { actor }: Pick<Caller, 'actor'>,
  library: SchoolLibrary,
): Promise<SenderRequest> {
  const keyOf = await keysOfPeople(persons, actor.tenantId);
  const person = library.school.people.find((one) => isSamePerson(keyOf(one), actor));
  return { actor, person, library, today: schoolDay(now(), library.school) };
}

/** The caller in each of their other schools in which they may send everything; none where they may not here. */
export async function otherSchoolsOf(deps: Deps, caller: Caller): Promise<SenderRequest[]> {
  const { others = [], library, person, today } = caller;
  if (others.length === 0 || !(await maySendAll(deps, { library, person, today }))) return [];
  const libraries = others.flatMap(({ id }) => deps.shelf.find(id) ?? []);
  const requests = await Promise.all(libraries.map((one) => inSchool(deps, caller, one)));
  const may = await Promise.all(requests.map((request) => maySendAll(deps, request)));
  return requests.filter((_, n) => may[n]);
}

/**
 * The caller as each school knows them that the draft is for, the one in which they write first, whether it is named or not.
 * `not-there`: one of the others is not, or they may not send everything there; `possible` are the names of those where they may.
 */
export async function requestsFor(
  deps: Deps,
  caller: Caller,
  { schools = [] }: Pick<BroadcastDraft, 'schools'>,
): Promise<
  | { readonly kind: 'found'; readonly requests: readonly [SenderRequest, ...SenderRequest[]] }
  | { readonly kind: 'not-there'; readonly possible: readonly string[] }
> {
  const own = requestOf(caller);
  const wanted = new Set(schools.filter((id) => id !== own.library.school.id));
  if (wanted.size === 0) return { kind: 'found', requests: [own] };
  const others = await otherSchoolsOf(deps, caller);
  const chosen = others.filter(({ library }) => wanted.has(library.school.id));
  if (chosen.length === wanted.size) return { kind: 'found', requests: [own, ...chosen] };
  return { kind: 'not-there', possible: others.map(({ library }) => library.school.name) };
}

async function maySendAll(
  { absences }: Deps,
  { library, person, today }: Pick<SenderRequest, 'library' | 'person' | 'today'>,
): Promise<boolean> {
  const school = await readWithAbsences(absences, library.school, today);
  return sendingRight(school, person, today)?.kind === 'everything';
}

/** The same message in other schools, as far as the caller may send everything there. */
export async function togetherFor(
  deps: Deps,
  caller: Caller,
  broadcast: Broadcast,
): Promise<(BroadcastAt & { readonly request: SenderRequest })[]> {
  const requests = await otherSchoolsOf(deps, caller);
  const found = await findTogether(
    deps.broadcasts,
    requests.map(({ library }) => library),
    broadcast,
  );
  return found.flatMap((one) => {
    const request = requests.find(({ library }) => library === one.library);
    return request ? [{ ...one, request }] : [];
  });
}

/** The other schools of the message with how many it is for there, as far as the reader may confirm it there. */
export async function toConfirmElsewhere(
  deps: Deps,
  reader: PersonKey,
  broadcast: Broadcast,
): Promise<{ name: string; reached: number }[]> {
  const together = await findTogether(deps.broadcasts, deps.shelf.schools(), broadcast);
  const found = await Promise.all(
    together.map(async ({ library, broadcast: { schoolId, id: broadcastId } }) => {
      const request = await inSchool(deps, { actor: { ...reader, displayName: '' } }, library);
      const read = await readBroadcast(deps, { ...request, broadcastId }, { asSecond: true });
      if (read.kind !== 'found') return [];
      const rows = await deps.broadcasts.addressees(schoolId, broadcastId);
      return [{ name: library.school.name, reached: rows.filter(({ addressee }) => addressee.person).length }];
    }),
  );
  return found.flat();
}
