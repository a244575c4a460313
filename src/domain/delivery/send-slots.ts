/**
 * Half of the 50 requests a second that Teams takes of one bot in a tenant: the rest is for answers to what people write.
 * Milliseconds.
 */
export const sendSlots = {
  count: 25,
  /** So long a slot rests once its request was answered. */
  restMs: 1_000,
  /**
   * So long from when it was taken a slot is held at most: 2 s for what goes before its request (that the sending begins is
   * stored, the card is drawn) and the request's own 10. Whoever took it is dead then. One request each: a roster that is
   * read before a post, or a chat that is opened, has a slot of its own.
   */
  heldMs: 12_000,
} as const;

/**
 * The slots for requests to Teams, which all who send share. One is held from before its request is made until the answer
 * is there, and rests for a second after that. So no second sees more requests arrive than there are slots, however late
 * any of them arrives: of one more, the one that was sent last would have had to take a slot that was still held or at rest.
 */
export interface SendSlots {
  /**
   * Takes a slot for `holder`, a name that was never used before. `full`: none is free, and none can be for `waitMs`.
   * A slot that is never given back is free again after `heldMs` and the rest.
   */
  take(holder: string): Promise<{ readonly kind: 'taken' } | { readonly kind: 'full'; readonly waitMs: number }>;
  /** Gives the slot back: its request was answered, or is not made. Nothing happens where `holder` has none. */
  giveBack(holder: string): Promise<void>;
}
