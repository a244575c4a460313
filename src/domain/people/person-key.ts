/** Who is meant, as Teams vouches for them. */
export interface PersonKey {
  readonly tenantId: string;
  /** Entra object id, lower case. */
  readonly objectId: string;
}
