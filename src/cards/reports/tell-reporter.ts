import { actingHolders } from '../../domain/people/acting-holders.ts';
import type { Incident, Report } from '../../domain/incidents/incident.ts';
import type { ToldReporter } from '../../domain/incidents/incident-subject.ts';
import { roleTitles } from '../../domain/people/role.ts';
import type { School } from '../../domain/people/school.ts';
import { cutText } from '../cut-text.ts';
import { personDetails } from '../person-details.ts';

/** The three messages that say that nobody deals with it yet, and the one that it is closed. */
export type ToldByMessage = Exclude<ToldReporter, 'delivered' | 'opened'>;

/** Whom to speak to at most: more numbers help nobody who is in a hurry. */
const mostNamed = 3;

/** What a reporter is told of their report, with whom to speak to now, by name and number. Nothing of what they wrote. */
export function tellReporter(
  what: ToldByMessage,
  { incident, report, school, today }: { incident: Incident; report: Report; school: School; today: string },
): { title: string; paragraphs: string[] } {
  const { id } = incident;
  if (what === 'closed') {
    return {
      title: `Your report ${id} was closed`,
      paragraphs: [
        'Those who received it have finished dealing with it. What came of it is told in person, not here.',
        `Write “add to ${id}” and what you want to add, if there is more.`,
      ],
    };
  }
  const speak = peopleToSpeakTo({ incident, report, school, today });
  return {
    title: titles[what](id),
    paragraphs: [
      firsts[what],
      ...(speak.length > 0 ? ['Please speak to one of them now:', ...speak] : ['Please go to the school office now.']),
      'If anybody is in danger, call 999.',
      ...(what === 'not-delivered' ? [`Write “print ${id}” to get it on paper, to hand over or read out.`] : []),
    ],
  };
}

const titles: Readonly<Record<Exclude<ToldByMessage, 'closed'>, (id: string) => string>> = {
  delayed: (id) => `Your report ${id} is saved, but not delivered yet`,
  'not-delivered': (id) => `Your report ${id} is saved, but could not be delivered`,
  unacknowledged: (id) => `Nobody has taken up your report ${id} yet`,
};
const firsts: Readonly<Record<Exclude<ToldByMessage, 'closed'>, string>> = {
  delayed: 'Nothing is lost, and Staffroom goes on trying.',
  'not-delivered': 'Nothing is lost, but Teams reaches nobody who may receive it.',
  unacknowledged: 'It was passed on, and nobody has said so far that they are dealing with it.',
};

/** Its recipients who are there today, else those who answer for their roles, else who is outside; never the reporter. */
function peopleToSpeakTo({
  incident,
  report,
  school,
  today,
}: {
  incident: Incident;
  report: Report;
  school: School;
  today: string;
}): string[] {
  const { route } = report;
  const mayBeTold = new Set(route.recipients.map(({ role }) => role));
  const acting = [...mayBeTold].flatMap((role) =>
    actingHolders(school, role, today).map(({ person }) => ({ person, role })),
  );
  const people = acting.filter(
    ({ person }, at) =>
      person.objectId !== incident.reporter.objectId &&
      !route.subjects.includes(person.id) &&
      !(person.objectId && route.subjects.includes(person.objectId)) &&
      acting.findIndex((one) => one.person.id === person.id) === at,
  );
  const named = people.map(({ person, role }) =>
    [`${cutText(person.name, 200)}, ${roleTitles[role]}`, ...personDetails(person).map(({ text }) => text)].join(', '),
  );
  if (named.length > 0) return named.slice(0, mostNamed);
  const ids = [route.onPaper?.contact, ...route.outside];
  return school.contacts
    .filter(({ id }) => ids.includes(id))
    .slice(0, mostNamed)
    .map(({ name, phone, hours }) => [name, phone && `phone ${phone}`, hours].filter(Boolean).join(', '));
}
