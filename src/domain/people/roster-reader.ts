/** One person as a team's roster gives them. */
export interface RosterMember {
  /** Lower case; absent for whoever has no Entra account. */
  readonly objectId?: string | undefined;
  /** Under which Teams mentions them there. */
  readonly teamsId?: string | undefined;
  readonly name: string;
  readonly upn?: string | undefined;
  /** A guest of the tenant, or a member of another tenant. */
  readonly guest: boolean;
}

/**
 * One page of a roster, `next` where there is another; or `unreadable` with a short code for the log ("http-403",
 * "timeout"), which never holds a name, and where it was said, how long to wait before it is asked again.
 */
export type RosterPage =
  | { readonly kind: 'page'; readonly members: readonly RosterMember[]; readonly next?: string | undefined }
  | { readonly kind: 'unreadable'; readonly code: string; readonly afterMs?: number | undefined };

/** Reads the pages of one team's roster, from the first or from where the last page said. Never rejects. */
export type RosterReader = (from?: string) => Promise<RosterPage>;
