import { CardFactory, MessageFactory, type Activity } from 'botbuilder';
import type { AdaptiveCardJson } from '../cards/define-card.ts';
import type { MessagePlace } from '../domain/incidents/incident-draft.ts';
import type { RosterMember } from '../domain/people/roster-reader.ts';
import type { Summary } from './messenger-summaries.ts';

/** What a message shows: its card, and the line that a notification shows. */
export interface Message {
  readonly card: AdaptiveCardJson;
  readonly summary: Summary;
  /** The message whose place it takes; nothing new is sent then. */
  readonly edits?: MessagePlace | undefined;
  /** Whom a message in a channel wakes. */
  readonly mentions?: readonly Mention[] | undefined;
}

/** Somebody to be @mentioned, by the name that the mention shows. */
export interface Mention {
  readonly objectId: string;
  readonly name: string;
}

/**
 * The activity that brings a message. Only members of the conversation are mentioned, under the ids that Teams gave for
 * them there; their names stand above the card, and an entity for each, as Teams wants a mention.
 */
export function toActivity(
  { card, summary, mentions = [] }: Message,
  members: readonly RosterMember[] = [],
): Partial<Activity> {
  const entities = mentions.flatMap(({ objectId, name }) => {
    const id = members.find((member) => member.objectId === objectId)?.teamsId;
    return id === undefined ? [] : [{ type: 'mention', text: `<at>${escaped(name)}</at>`, mentioned: { id, name } }];
  });
  return {
    ...MessageFactory.attachment(CardFactory.adaptiveCard(card)),
    ...(entities.length > 0 && { text: entities.map(({ text }) => text).join(' '), entities }),
    summary,
    channelData: { notification: { alert: true } },
  };
}

function escaped(name: string): string {
  return name.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
