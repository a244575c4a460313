/**
 * What a failed check of a channel means, by whose turn it is to do something.
 * - `not-added`: the app was not added to the channel, though it is in the team
 * - `not-in-roster`: Teams does not know the bot there at all
 * - `blocked`: an administrator blocked it, or forbade bots to write there
 * - `wider`: somebody there is neither a DSL nor a deputy
 * - `differs`: the list of Teams for bots and the one of Microsoft Graph are not of the same people
 * - `not-granted`: Microsoft Graph has to confirm who is there (GRAPH_MEMBERS=on), and does not let the bot ask
 * - `gone`: the channel was deleted, or the bot was taken out of it
 * - `unreadable`: Teams did not say who is there
 */
export type PlaceTrouble =
  'not-added' | 'not-in-roster' | 'blocked' | 'wider' | 'differs' | 'not-granted' | 'gone' | 'unreadable';

const troubles: Readonly<Record<string, PlaceTrouble>> = {
  gone: 'gone',
  'roster-wider': 'wider',
  'roster-differs': 'differs',
  'graph-http-403': 'not-granted',
  'graph-http-404': 'not-granted',
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

/** The check of a channel that fits: `ok`, or with the code of why Microsoft Graph did not confirm it. */
export function wellCheck({ alone }: { readonly alone?: string | undefined }): string {
  return alone === undefined ? 'ok' : `ok-${alone}`;
}

/** Whether reports may go there by this check: `ok`, or `ok-http-403` where Graph was asked and did not tell who is there. */
export function isWell(check: string): boolean {
  return check === 'ok' || check.startsWith('ok-');
}
