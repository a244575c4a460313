/** Somebody without an account, as a line of the school's list names them: kitchen staff, agency, volunteers, governors. */
export interface ListedPerson {
  readonly id: string;
  readonly name: string;
  /** Ids of the school's groups; at least one. */
  readonly groups: readonly string[];
  /** Their first and last day, YYYY-MM-DD, both included; without: since ever, until somebody takes the line out. */
  readonly from?: string | undefined;
  readonly until?: string | undefined;
}
