import type { PersonKey } from './person-key.ts';

/** One member of a connected staff team, as its roster gave it. */
export interface StaffMember {
  readonly objectId: string;
  readonly name: string;
  readonly upn?: string | undefined;
}

/** A team whose members a school serves: what "@Staffroom connect staff" set up. */
export interface StaffTeam {
  readonly schoolId: string;
  readonly tenantId: string;
  /** The team's Entra group id where Teams gives one, else its Teams id. */
  readonly teamId: string;
  readonly teamName: string;
  readonly serviceUrl: string;
  readonly conversationId: string;
  readonly connectedBy: string;
  /** ISO 8601 instants. */
  readonly connectedAt: string;
  readonly refreshedAt: string;
  readonly members: readonly StaffMember[];
}

/** Where the bot can write to a person unasked. Our own shape, so that it outlives the SDK. */
export interface ConversationAddress {
  readonly objectId: string;
  readonly tenantId: string;
  readonly serviceUrl: string;
  readonly conversationId: string;
  /** The person's and the bot's Teams ids in that conversation. */
  readonly userId: string;
  readonly botId: string;
  /** Of somebody who works in several schools: the one that they chose last. */
  readonly schoolId?: string | undefined;
}

export type RosterSaved = 'saved' | 'outdated' | 'not-connected';

/** Who is served. Every method is atomic; a promise that resolves means the fact is stored. */
export interface PersonStore {
  staffTeams(): Promise<readonly StaffTeam[]>;
  /** Connects the team or replaces what was known of it (its whole roster); the same call twice changes nothing.
   *  Changes nothing and says `other-school` when another school connected the team. */
  saveStaffTeam(team: StaffTeam): Promise<'saved' | 'other-school'>;
  /** Replaces the roster of a connected team. `refreshedAt` is when the reading began: a roster read earlier than the
   *  stored one is `outdated`, and a team that was forgotten meanwhile stays forgotten. */
  saveRoster(roster: Pick<StaffTeam, 'tenantId' | 'teamId' | 'members' | 'refreshedAt'>): Promise<RosterSaved>;
  /** Takes these people out of the team's roster, at once and without reading it again. */
  dropMembers(tenantId: string, teamId: string, objectIds: readonly string[]): Promise<void>;
  /** Forgets the team (the bot was removed from it, or it was deleted). */
  removeStaffTeam(tenantId: string, teamId: string): Promise<void>;
  /** Binds a sign-in name to the object id that first used it. Returns the object id that it is bound to from now on. */
  bindUpn(tenantId: string, upn: string, objectId: string): Promise<string>;
  /** Every bound sign-in name of the tenant with the object id that it belongs to. */
  boundUpns(tenantId: string): Promise<ReadonlyMap<string, string>>;
  /** Replaces what was known of the person's address, but for a school that they chose, unless this one names another. */
  rememberAddress(address: ConversationAddress): Promise<void>;
  /** Every address of everybody. For retention. */
  addresses(): Promise<readonly ConversationAddress[]>;
  /** Forgets where this person can be written to, and their bound sign-in names. */
  forgetPerson(tenantId: string, objectId: string): Promise<void>;
  findAddress(tenantId: string, objectId: string): Promise<ConversationAddress | undefined>;
  /** The addresses of these people that are known, in any order. */
  findAddresses(people: readonly PersonKey[]): Promise<readonly ConversationAddress[]>;
  /** Resolves when a probe row was written and synced; rejects when the store cannot be written. For /readyz. */
  probe(): Promise<void>;
}
