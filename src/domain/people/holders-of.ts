import type { Role } from './role.ts';
import type { Person, School } from './school.ts';

/** A person who holds a role, and how things stand with them on a day. */
export interface RoleHolder {
  readonly person: Person;
  /** The holder is away on that day. Without `coveredBy` nobody answers for them. */
  readonly away: boolean;
  /** Who answers for the holder on that day; always somebody who is not away themselves. */
  readonly coveredBy?: Person;
}

/**
 * Who holds `role` on `today` (YYYY-MM-DD in the school's time zone), in the order of school.yaml.
 * A cover who is away too is covered in turn. Where the covers run in a circle, or name nobody of the school,
 * the holder has no cover. Deputies are a role of their own and are never filled in here.
 */
export function holdersOf(school: School, role: Role, today: string): RoleHolder[] {
  return school.people
    .filter(({ roles }) => roles.includes(role))
    .map((person) => {
      if (!isAway(person, today)) return { person, away: false };
      const coveredBy = coverOf(school, person, today, new Set([person.id]));
      return { person, away: true, ...(coveredBy && { coveredBy }) };
    });
}

function isAway(person: Person, today: string): boolean {
  return person.away.some(({ from, to }) => from <= today && today <= to);
}

function coverOf(school: School, person: Person, today: string, seen: ReadonlySet<string>): Person | undefined {
  for (const { from, to, cover } of person.away) {
    if (today < from || to < today || seen.has(cover)) continue;
    const next = school.people.find(({ id }) => id === cover);
    if (!next) continue;
    const present = isAway(next, today) ? coverOf(school, next, today, new Set([...seen, cover])) : next;
    if (present) return present;
  }
  return undefined;
}
