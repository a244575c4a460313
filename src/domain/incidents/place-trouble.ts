/**
 * What a failed check of a channel means, by whose turn it is to do something.
 * - `not-added`: the app was not added to the channel, though it is in the team
 * - `not-in-roster`: Teams does not know the bot there at all
 * - `blocked`: an administrator blocked it, or forbade bots to write there
 * - `wider`: somebody there is neither a DSL nor a deputy
 * - `gone`: the channel was deleted, or the bot was taken out of it
 * - `unreadable`: Teams did not say who is there
 */
export type PlaceTrouble = 'not-added' | 'not-in-roster' | 'blocked' | 'wider' | 'gone' | 'unreadable';

const troubles: Readonly<Record<string, PlaceTrouble>> = {
  gone: 'gone',
  'roster-wider': 'wider',
  'http-403-BotNotInConversationRoster': 'not-in-roster',
  'http-403-BotDisabledByAdmin': 'blocked',
  'http-403-MessageWritesBlocked': 'blocked',
  'http-403': 'not-added',
  'http-403-NotEnoughPermissions': 'not-added',
  'http-403-ForbiddenOperationException': 'not-added',
  'http-404': 'not-added',
};

/** The trouble that a check's code stands for. */
export function placeTrouble(code: string): PlaceTrouble {
  return troubles[code] ?? 'unreadable';
}
