/**
 * What a delivery about an incident tells. `reference` is the report's ("SR-7KQ2-M"); `draft` the id of a draft; `seq` the
 * number of one of the report's events.
 * - `incident-report`: the card of the report, to a channel or to a person who receives it
 * - `incident-alert`: a line without content, to each person who has to look into the channel
 * - `incident-refresh`: the card that the delivery `of` put somewhere shows what is so by now; edits it in place
 * - `incident-told`: the reporter is told that something became of their report
 * - `incident-asked`, `incident-replied`: a question to the reporter, and what they answered
 * - `incident-escalated`: nobody took the report in time; `step` counts from 1
 * - `incident-details`: names and narrative, into the chat of the one whose `read` has this `seq`, where no dialog opens
 * - `incident-details-over`: what the delivery `of` put into a chat becomes the reference alone; edits it in place
 * - `danger-now`: "X needs you now", before anything is written down
 * - `file-turned-away`: somebody sent a file or picture, which was not opened
 * - `draft-asks`: "send, go on or delete?"; `round` counts from 1
 * - `draft-ended`: the message with that number of a draft's cards becomes the receipt, or a line that it is gone; in place
 * - `absence`: somebody is away and who covers, or that it is over
 * - `channel-check`: reports cannot go to a connected channel any more; `at` is when that was found
 */
export type IncidentSubject =
  | { readonly kind: 'incident-report'; readonly reference: string }
  | { readonly kind: 'incident-alert'; readonly reference: string }
  | { readonly kind: 'incident-refresh'; readonly reference: string; readonly of: string; readonly seq: number }
  | { readonly kind: 'incident-told'; readonly reference: string; readonly what: ToldReporter }
  | { readonly kind: 'incident-asked'; readonly reference: string; readonly seq: number }
  | { readonly kind: 'incident-replied'; readonly reference: string; readonly seq: number }
  | { readonly kind: 'incident-escalated'; readonly reference: string; readonly step: number }
  | { readonly kind: 'incident-details'; readonly reference: string; readonly seq: number }
  | { readonly kind: 'incident-details-over'; readonly reference: string; readonly of: string }
  | { readonly kind: 'danger-now'; readonly draft: string }
  | { readonly kind: 'file-turned-away'; readonly draft?: string | undefined; readonly from: string }
  | { readonly kind: 'draft-asks'; readonly draft: string; readonly round: number }
  | { readonly kind: 'draft-ended'; readonly draft: string; readonly card: number }
  | { readonly kind: 'absence'; readonly absence: string }
  | { readonly kind: 'channel-check'; readonly tenantId: string; readonly channelId: string; readonly at: string };

/**
 * - `delivered`, `opened`: how far the report came; the receipt in their chat is edited, nothing new is sent
 * - `delayed`: it is saved and nobody has it yet, with whom to speak to now; the bot goes on trying
 * - `not-delivered`: nobody could be reached, likewise
 * - `unacknowledged`: it was delivered and nobody took it in time, likewise
 * - `closed`: without the outcome
 */
export const toldReporter = ['delivered', 'opened', 'delayed', 'not-delivered', 'unacknowledged', 'closed'] as const;
export type ToldReporter = (typeof toldReporter)[number];
