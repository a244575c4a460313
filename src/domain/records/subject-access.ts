import { isNamed } from '../incidents/names/is-named.ts';
import { partsOfName } from '../incidents/names/parts-of-name.ts';
import { textWords } from '../incidents/names/text-words.ts';
import { isSamePerson } from '../people/same-person.ts';
import { Person, type School } from '../people/school.ts';
import type { DataSubject } from './find-data-subject.ts';
import { broadcastsOf } from './held-broadcasts.ts';
import { absencesOf, deliveriesOf, peopleOf } from './held-elsewhere.ts';
import type { AccessDesk, HeldItem, Look } from './held-item.ts';
import { questionsOf } from './held-questions.ts';
import { draftsOf, reportsOf } from './held-reports.ts';
import { reviewsOf } from './held-reviews.ts';
import { suggestionsOf } from './held-suggestions.ts';
import { slipsOf } from './held-slips.ts';
import { signoffsOf } from './held-signoffs.ts';
import { redactNames } from './redact-names.ts';

/**
 * Everything that is held of a person at a school: by their account, by their name in what is listed, and by their name in
 * what anybody wrote. Changes nothing and tells nobody.
 */
export async function whatIsHeld(desk: AccessDesk, school: School, subject: DataSubject): Promise<HeldItem[]> {
  const teams = (await desk.persons.staffTeams()).filter(({ schoolId }) => schoolId === school.id);
  const known = [
    ...school.people.map(({ name }) => name),
    ...teams.flatMap(({ members }) => members.map(({ name }) => name)),
  ];
  const asPeople = subject.names.map((name) => subject.person ?? Person.parse({ id: 'data-subject', name }));
  const firsts = new Set(subject.names.map((name) => partsOfName(name).first));
  const look: Look = {
    desk,
    school,
    subject,
    isThem: (key) => key !== undefined && subject.keys.some((own) => isSamePerson(own, key)),
    namedIn(text) {
      const words = textWords(text);
      if (asPeople.some((person) => isNamed(person, words, school.people))) return ['named'];
      return words.some(({ plain }) => firsts.has(plain)) ? ['perhaps-named'] : [];
    },
    redact: (text) => redactNames(text, { own: subject.names, known }),
  };
  return [
    ...(await reportsOf(look)),
    ...(await draftsOf(look)),
    ...(await questionsOf(look)),
    ...(await suggestionsOf(look)),
    ...(await signoffsOf(look)),
    ...(await broadcastsOf(look)),
    ...(await reviewsOf(look)),
    ...(await slipsOf(look)),
    ...(await deliveriesOf(look)),
    ...(await peopleOf(look, teams)),
    ...(await absencesOf(look)),
  ];
}
