import type { Delivery } from '../delivery/delivery.ts';
import type { EntryDraft } from '../ledger/entry.ts';
import { actingHolders } from '../people/acting-holders.ts';
import type { Actor } from '../people/actor.ts';
import { keysOfPeople } from '../people/keys-of-people.ts';
import type { PersonKey } from '../people/person-key.ts';
import { isSamePerson } from '../people/same-person.ts';
import type { Person } from '../people/school.ts';
import { readWithAbsences } from '../people/with-absences.ts';
import type { SchoolLibrary } from '../policies/library.ts';
import { askedConsequences } from '../questions/hand-over-question.ts';
import type { HandedQuestion } from '../questions/handed-question.ts';
import type { Campaign } from './campaign.ts';
import type { SigningDesk } from './signing-desk.ts';

/** Whoever answers for the head, and how Teams knows them. */
export interface HeadOnDuty {
  readonly person: Person;
  readonly key: PersonKey;
}

/**
 * Who answers a question about signing: the acting head; to the head themself, or where nobody of them can be reached, the
 * chair. Undefined where Teams knows nobody of them.
 */
export async function headFor(
  { persons, absences }: Pick<SigningDesk, 'persons' | 'absences'>,
  { library, asker, today }: { library: SchoolLibrary; asker: Actor; today: string },
): Promise<HeadOnDuty | undefined> {
  const [school, keyOf] = await Promise.all([
    readWithAbsences(absences, library.school, today),
    keysOfPeople(persons, asker.tenantId),
  ]);
  for (const { person } of [...actingHolders(school, 'head', today), ...actingHolders(school, 'chair', today)]) {
    const key = keyOf(person);
    if (key && !isSamePerson(key, asker)) return { person, key };
  }
  return undefined;
}

/** A question to the head about signing, sealed, with what it leads to. */
export async function questionTo(
  { sealer, now, newReference }: Pick<SigningDesk, 'sealer' | 'now' | 'newReference'>,
  { campaign, asker, head, text }: { campaign: Campaign; asker: Actor; head: HeadOnDuty; text: string },
): Promise<{ question: HandedQuestion; owed: readonly Delivery[]; entries: readonly EntryDraft[] }> {
  const { schoolId, document } = campaign;
  const id = newReference('SQ');
  const clause = document.kind === 'policy' ? document.statements[0]?.clause : undefined;
  const question: HandedQuestion = {
    id,
    schoolId,
    asker: { tenantId: asker.tenantId, objectId: asker.objectId },
    owner: head.key,
    ...(document.kind === 'policy' && clause !== undefined && { clause: `${document.policyId}#${clause}` }),
    sealedText: await sealer.seal(text, { schoolId, type: 'question', id }),
    askedAt: now().toISOString(),
  };
  return { question, ...askedConsequences(question) };
}

/** What is signed, as it is called in the words to the head. */
export function calledIn({ id, document: { title, version } }: Campaign): string {
  return `“${title.slice(0, 300)}”, version ${version.slice(0, 100)} (${id})`;
}
