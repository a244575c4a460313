import { z } from 'zod/v4';
import { holdersOf } from '../../domain/people/holders-of.ts';
import { roleTitles, type Role } from '../../domain/people/role.ts';
import type { Person } from '../../domain/people/school.ts';
import type { SchoolLibrary } from '../../domain/policies/library.ts';
import { cutText } from '../cut-text.ts';
import { defineCard } from '../define-card.ts';
import { Lines, personDetails } from '../person-details.ts';

const SafetyView = z.strictObject({
  danger: z.boolean(),
  /** Whom to tell, first the one to try first. */
  tell: z.array(z.strictObject({ name: z.string(), details: Lines })),
  hasTell: z.boolean(),
  /** The form's id for a report that its button begins. */
  submission: z.string(),
  reportNote: z.string(),
  /** Whom to speak to when it is about one of those who would get the report. */
  instead: z.array(z.strictObject({ about: z.string(), speakTo: z.string() })),
});
export type SafetyView = z.infer<typeof SafetyView>;

/**
 * What to do now, before any policy is quoted. The words follow Keeping Children Safe in Education (part one: listen,
 * no promise of secrecy, tell the DSL, concerns about staff go to the head and about the head to the chair) and the UK
 * Council for Internet Safety's guidance on nude images of children (do not view, copy, forward or delete).
 */
export const safetyCard = defineCard('answering/safety', SafetyView);

/**
 * `danger`: somebody may come to harm now, so 999 stands first and the people to tell second. `incident`: what to do
 * and not to do first. "Report this" begins a report in the private chat; nothing of the message goes into it.
 */
export function toSafetyView(input: {
  library: SchoolLibrary;
  urgency: 'danger' | 'incident';
  today: string;
  submission: string;
}): SafetyView {
  const { library, urgency, today, submission } = input;
  const team = [...answering(library, 'dsl', today), ...answering(library, 'deputyDsl', today)].filter(
    ({ person }, index, all) => all.findIndex((other) => other.person.id === person.id) === index,
  );
  return {
    danger: urgency === 'danger',
    tell: team.slice(0, 5).map(({ person, title }) => ({
      name: `${cutText(person.name, 160)}, ${title}`,
      details: reachable(person),
    })),
    hasTell: team.length > 0,
    submission,
    reportNote: 'First speak to them. “Report this” then asks you for what happened, in our private chat alone.',
    instead: insteadOf(library, today),
  };
}

interface Answering {
  readonly person: Person;
  readonly title: string;
}

/** Those who answer for a role today: holders who are here and those who cover for the others. */
function answering(library: SchoolLibrary, role: Role, today: string): Answering[] {
  return holdersOf(library.school, role, today).flatMap(({ person, away, coveredBy }) => {
    if (!away) return [{ person, title: roleTitles[role] }];
    return coveredBy ? [{ person: coveredBy, title: `covering today for ${cutText(person.name, 160)}` }] : [];
  });
}

function insteadOf(library: SchoolLibrary, today: string): SafetyView['instead'] {
  const heads = answering(library, 'head', today);
  const dsls = holdersOf(library.school, 'dsl', today).map(({ person }) => person.id);
  const head = heads.find(({ person }) => !dsls.includes(person.id));
  const [chair] = [...answering(library, 'chair', today), ...answering(library, 'registeredPerson', today)];
  const toChair = chair ? spokenTo(chair) : 'the Chair of Governors.';
  const aboutHead = { about: 'If it is about the headteacher, speak to ', speakTo: toChair };
  if (!head) return [{ about: 'If it is about the DSL or the headteacher, speak to ', speakTo: toChair }];
  return [{ about: 'If it is about the DSL, speak to ', speakTo: spokenTo(head) }, aboutHead];
}

/** By voice only: what is urgent is not written. */
function reachable({ email: _email, ...person }: Person): z.infer<typeof Lines> {
  const lines = personDetails(person);
  return lines.length > 0 ? lines : [{ text: 'No number in the school’s list: go and find them, or ask the office.' }];
}

function spokenTo({ person, title }: Answering): string {
  const who = `${cutText(person.name, 160)}, ${title}.`;
  return person.phone ? `${who} Phone ${cutText(person.phone, 120)}.` : who;
}
