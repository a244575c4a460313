/**
 * What a delivery about a slip tells.
 * - `slip-to-answer`: it waits for an answer; `round` counts how often it was sent for one, from 0
 * - `slip-told`: its `event`th event, counted from 1, to whoever does not know of it yet
 */
export type SlipSubject =
  | { readonly kind: 'slip-to-answer'; readonly slip: string; readonly round: number }
  | { readonly kind: 'slip-told'; readonly slip: string; readonly event: number };
