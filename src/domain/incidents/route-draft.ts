import type { PersonKey } from '../people/person-key.ts';
import { isSamePerson } from '../people/same-person.ts';
import { citeClause } from '../policies/cite-clause.ts';
import type { SchoolLibrary } from '../policies/library.ts';
import type { Answers } from './answers.ts';
import type { SchoolNow } from './dialog-desk.ts';
import type { IncidentKind } from './incident-kind.ts';
import type { RouteDecision } from './route-decision.ts';
import { routeIncident } from './route-incident.ts';

/** Where the report would go if it were sent with these answers. */
export function routeDraft(
  answers: Answers,
  { school, today, keyOf, places }: SchoolNow,
  { reporter, library }: { reporter: PersonKey; library: SchoolLibrary },
): RouteDecision {
  const { about, aboutRecipient, imageOn } = answers;
  const personId = school.people.find((person) => isSamePerson(keyOf(person), reporter))?.id;
  return routeIncident({
    school,
    kind: kindOf(answers),
    imageOn,
    about,
    aboutRecipient,
    reporter: { objectId: reporter.objectId, personId },
    today,
    keyOf,
    places,
    cite: (clause) => citeClause(library, clause),
  });
}

/** What the report is about: as it was said, else what follows from whom it is about. */
export function kindOf({ image, kind, about }: Pick<Answers, 'image' | 'kind' | 'about'>): IncidentKind {
  if (image === 'yes') return 'image';
  if (kind !== undefined && kind !== 'image') return kind;
  const isAdult = about.some((subject) => subject === 'staff' || subject.includes(':'));
  return isAdult && !about.includes('pupil') ? 'staff-conduct' : 'other-child';
}
