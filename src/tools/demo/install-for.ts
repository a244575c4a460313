import type { DemoPerson } from './demo-people.ts';
import { personalChatId } from './playground-config.ts';
import type { Playground } from './start-playground.ts';

/**
 * Lets a person's Playground tell the bot that Staffroom was installed for them, as a school's Teams does for all staff
 * at once. So the bot knows where to write to somebody who has not opened their page yet. Rejects when it is refused.
 */
export async function installFor(playground: Playground, person: DemoPerson): Promise<void> {
  const chat = encodeURIComponent(personalChatId(person));
  const answer = await fetch(`${playground.url}/_debug/conversation/${chat}/installation`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  });
  if (!answer.ok) throw new Error(`Staffroom was not installed for ${person.name} (HTTP ${answer.status}).`);
}
