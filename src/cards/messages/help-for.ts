import { sendingRight } from '../../domain/broadcasts/may-broadcast.ts';
import { defaultRoutes } from '../../domain/incidents/default-routes.ts';
import { safeguardingRoles } from '../../domain/incidents/roster-fault.ts';
import { actingHolders } from '../../domain/people/acting-holders.ts';
import { connectingRoles } from '../../domain/people/connect-staff.ts';
import { coveredRole } from '../../domain/people/covers-for.ts';
import type { Person, School } from '../../domain/people/school.ts';
import type { ReviewsNow } from '../../domain/reviews/find-duty.ts';
import { maySeeReviews } from '../../domain/reviews/who-reviews.ts';
import { mayAsk, mayConfirm, mayRecordPaper } from '../../domain/signoffs/may-ask.ts';
import { kindsOf } from '../../domain/slips/kinds-of.ts';
import { answerersOfSome } from '../../domain/slips/may-answer-some.ts';

/**
 * What `person` can write besides asking and reporting, a line for each thing; asked of the same rules that decide when they do
 * it, so that nothing is named that would be refused. `now`: the school with its absences, and what is due for review.
 */
export function helpFor(
  person: Person,
  { school, duties }: Pick<ReviewsNow, 'school' | 'duties'>,
  today: string,
): string[] {
  const holds = (roles: readonly string[]) => person.roles.some((role) => roles.includes(role));
  const asks = mayAsk(school, person, today);
  return [
    ...(mayGetReports(school, person, today) ? ['“open reports” lists the reports that you look after.'] : []),
    ...(holds(safeguardingRoles)
      ? ['Is a channel to get reports? Write “@Staffroom connect safeguarding” in it.']
      : []),
    ...(coveredRole(person) !== undefined
      ? ['Will you be away? Write “I am away until Friday”, and somebody covers for you. “I am back” ends it.']
      : []),
    ...(asks
      ? [
          '“ask for signatures” begins a sign-off, and “sign-offs” shows who has signed.',
          '“versions” shows policies whose new text waits for you.',
        ]
      : []),
    ...(sendingRight(school, person, today)
      ? ['“broadcast” writes to many at once, and “broadcasts” shows what became of it.']
      : []),
    ...(!asks && mayConfirm(school, today).some(({ id }) => id === person.id)
      ? ['A message or a sign-off for very many people may need your yes. You are asked here.']
      : []),
    ...(!asks && mayRecordPaper(school, person, today)
      ? ['Did somebody sign on paper? Write “paper signature of”, their name, “in” and the number of the sign-off.']
      : []),
    ...(answerersOfSome(school, today).some(({ id }) => id === person.id)
      ? ['“permissions” lists what staff told and asked, and what waits for your answer.']
      : []),
    ...(maySeeReviews(school, person, duties, today) ? ['“reviews” shows which policies are due for review.'] : []),
    ...(holds(connectingRoles)
      ? ['In the team of all staff, write “@Staffroom connect staff”. It serves the members of that team then.']
      : []),
  ];
}

/** What everybody can tell and ask here, as far as the school takes it; empty where it takes neither. */
export function slipsHelp(school: Pick<School, 'slips'>): string {
  const [tells, asks] = (['tell', 'ask'] as const).map((way) => kindsOf(school, way).length > 0);
  if (!tells && !asks) return '';
  const commands = [
    ...(tells ? ['Write “tell” to tell the head what a policy wants told.'] : []),
    ...(asks ? ['Write “ask permission” before you do what needs a yes.'] : []),
    'Write “my permissions” to see the answers.',
  ];
  return commands.join(' ');
}

/** Whether some rule of the school sends reports to a role that this person answers for. */
function mayGetReports(school: School, person: Person, today: string): boolean {
  const roles = new Set([...school.routes, ...defaultRoutes].flatMap(({ to }) => to));
  return [...roles].some((role) => actingHolders(school, role, today).some((one) => one.person.id === person.id));
}
