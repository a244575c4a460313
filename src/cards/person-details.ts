import type { Person } from '../domain/people/school.ts';
import { cutText } from './cut-text.ts';

/** How to reach a person, as plain text: "Phone 01632 960101 · Room 4 · j.baker@…". Empty where nothing is known. */
export function personDetails(person: Person): string {
  return [
    ...(person.phone ? [`Phone ${cutText(person.phone, 120)}`] : []),
    ...(person.room ? [cutText(person.room, 120)] : []),
    ...(person.email ? [cutText(person.email, 240)] : []),
  ].join(' · ');
}
