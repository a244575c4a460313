import { recipientName, type Delivery } from '../delivery/delivery.ts';
import { newDelivery } from '../delivery/new-delivery.ts';
import { actingHolders } from '../people/acting-holders.ts';
import type { PersonKey } from '../people/person-key.ts';
import { isSamePerson } from '../people/same-person.ts';
import type { Person } from '../people/school.ts';
import { roleTitles } from '../people/role.ts';
import type { Answers } from './answers.ts';
import type { SchoolNow } from './dialog-desk.ts';
import type { IncidentDraft } from './incident-draft.ts';
import { whomItIsAbout } from './whom-it-is-about.ts';
import { kindOf } from './route-draft.ts';

/** Somebody to go to at once. */
export interface Helper {
  readonly person: Person;
  readonly title: string;
  /** Absent while Teams has not told who they are. */
  readonly key?: PersonKey;
}

/**
 * Whom a reporter can go to in an emergency: the DSLs and deputies who are here and whom, as far as it was said, the
 * report is not about; where it is about a DSL, whoever answers for the head. Never the reporter.
 */
export function helpersFor(
  answers: Pick<Answers, 'about' | 'aboutRecipient' | 'image' | 'kind'>,
  { school, today, keyOf }: SchoolNow,
  reporter: PersonKey,
): Helper[] {
  const { about, aboutRecipient } = answers;
  const { people, groups } = whomItIsAbout({ school, kind: kindOf(answers), about, aboutRecipient, today, keyOf });
  const roles = groups.has('dsl') ? (['dsl', 'deputyDsl', 'head'] as const) : (['dsl', 'deputyDsl'] as const);
  const found = new Map<string, Helper>();
  for (const role of roles) {
    for (const { person } of actingHolders(school, role, today)) {
      const key = keyOf(person);
      if (found.has(person.id) || people.has(person.id) || isSamePerson(key, reporter)) continue;
      found.set(person.id, { person, title: roleTitles[role], ...(key && { key }) });
    }
  }
  return [...found.values()];
}

/** "X needs you now", without a word of what happened, to each helper whom Teams can reach; once for a draft. */
export function callForHelp(draft: IncidentDraft, helpers: readonly Helper[], now: Date): Delivery[] {
  const { schoolId, id } = draft;
  const at = now.toISOString();
  return helpers.flatMap(({ key: to }) =>
    to
      ? newDelivery({ key: helpKey(draft, to), schoolId, subject: { kind: 'danger-now', draft: id }, to }, at, {
          onAmbiguous: 'send-once-more',
        })
      : [],
  );
}

export function helpKey({ schoolId, id }: Pick<IncidentDraft, 'schoolId' | 'id'>, to: PersonKey): string {
  return `${schoolId}:danger-now:${id}:${recipientName(to)}`;
}
