import { actionActivity, ids, messageActivity } from '../support/activities.ts';
import type { Random } from '../support/random.ts';
import { chatOf, type Person } from '../support/reporting-schools.ts';

/** What people send from their own chats, each under an id of its own; a seed repeats it. */
export function createChatActivities(random: Random, serviceUrl: string) {
  /** 128 random bits, as a form's submission id has them. */
  const hex = () => Array.from({ length: 32 }, () => random.below(16).toString(16)).join('');
  const inChat = (person: Person) => ({
    id: `act-${hex()}`,
    from: person,
    conversation: { id: chatOf(person), conversationType: 'personal', tenantId: ids.tenant },
  });
  return {
    hex,
    press: (person: Person, verb: string, data: object) =>
      actionActivity(serviceUrl, verb, data, { ...inChat(person), replyToId: `card-of-${person.aadObjectId}` }),
    say: (person: Person, text: string) => messageActivity(serviceUrl, text, inChat(person)),
  };
}
