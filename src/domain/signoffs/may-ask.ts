import { actingHolders } from '../people/acting-holders.ts';
import type { Person, School } from '../people/school.ts';
import { mayAdopt } from '../versions/adopt-version.ts';

/** Whether this person may ask for signatures and see who signed, on `today`: the head, whoever stands in, a delegate. */
export function mayAsk(school: School, person: Person | undefined, today: string): boolean {
  return mayAdopt(school, person, today);
}

/** Whether this person may record what was signed on paper: those, and the business manager. */
export function mayRecordPaper(school: School, person: Person | undefined, today: string): boolean {
  return mayAsk(school, person, today) || (person?.roles.includes('businessManager') ?? false);
}

/** Who may say yes to a campaign that is too large for one person: those who may ask, and the chair. Nobody twice. */
export function mayConfirm(school: School, today: string): Person[] {
  const chairs = actingHolders(school, 'chair', today).map(({ person }) => person.id);
  return school.people.filter((person) => mayAsk(school, person, today) || chairs.includes(person.id));
}
