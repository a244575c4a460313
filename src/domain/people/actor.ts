/** Whoever sent an activity, as Teams itself vouches for: never as a card or a message claims. */
export interface Actor {
  /** `activity.from.aadObjectId`, lower case: the only identity there is. */
  readonly objectId: string;
  readonly tenantId: string;
  /** As Teams shows it, for cards only; never for a decision. */
  readonly displayName: string;
}
