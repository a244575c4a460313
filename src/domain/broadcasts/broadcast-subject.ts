/**
 * What a delivery about a broadcast tells. `broadcast` is its reference, `addressee` the id of somebody in it.
 * - `broadcast`: the message itself; `round` counts from 1
 * - `broadcast-settled`: the card that the delivery `of` put into their chat shows what is so by now (corrected, withdrawn,
 *   done); edits it in place. `edition` is that of the broadcast, or a mark for what is told of it (`recalled`, `done`, a button)
 * - `broadcast-channel`: the message in the staff team's channel; with `of` the post there is edited
 * - `broadcast-confirm`: so many people are written to that a second person has to say yes
 * - `broadcast-told`: whoever opened it learns that it was confirmed, or not, or that it is through
 * - `broadcast-progress`: how far it is, to whoever opened it; `mark` is 1, 2, 3 … or how it ended, and takes the place of the first
 */
export type BroadcastSubject =
  | { readonly kind: 'broadcast'; readonly broadcast: string; readonly addressee: string; readonly round: number }
  | {
      readonly kind: 'broadcast-settled';
      readonly broadcast: string;
      readonly addressee: string;
      readonly of: string;
      readonly edition: string;
    }
  | {
      readonly kind: 'broadcast-channel';
      readonly broadcast: string;
      readonly of?: string | undefined;
      readonly edition: number;
    }
  | { readonly kind: 'broadcast-confirm'; readonly broadcast: string }
  | { readonly kind: 'broadcast-told'; readonly broadcast: string; readonly what: BroadcastTold }
  | { readonly kind: 'broadcast-progress'; readonly broadcast: string; readonly mark: string };

export const broadcastTold = ['confirmed', 'not-confirmed', 'through'] as const;
export type BroadcastTold = (typeof broadcastTold)[number];
