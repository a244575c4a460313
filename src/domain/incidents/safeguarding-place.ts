import type { Consequences } from '../delivery/consequences.ts';

/** A channel that a DSL connected for reports: what "@Staffroom connect safeguarding" set up and one click accepted. */
export interface SafeguardingPlace {
  readonly schoolId: string;
  readonly tenantId: string;
  /** The id of the channel's conversation. */
  readonly channelId: string;
  /** The Teams id of the team (`19:…`), under which every event of Teams names it. */
  readonly teamId: string;
  readonly teamName: string;
  readonly channelName: string;
  /** `private`: a private channel. `standard`: a standard channel of a team that only DSLs are in. */
  readonly kind: 'private' | 'standard';
  readonly serviceUrl: string;
  /** Object id of the DSL who connected it. */
  readonly connectedBy: string;
  /** ISO 8601 instants. Reports go here only once it was accepted. */
  readonly connectedAt: string;
  readonly acceptedAt?: string | undefined;
  /** The last check: `ok`, `ok-` and why Graph did not confirm it, or a code ("roster-wider", "gone", "http-403") that names nobody. */
  readonly checkedAt?: string | undefined;
  readonly check?: string | undefined;
}

/** Where reports may go. Every method is atomic; a promise that resolves means the fact is durable. */
export interface SafeguardingPlaceStore {
  places(schoolId: string): Promise<readonly SafeguardingPlace[]>;
  findPlace(tenantId: string, channelId: string): Promise<SafeguardingPlace | undefined>;
  /** Stores the place or replaces what was known of it, with what is owed; `other-school`, nothing changed, when another
   *  school connected it. */
  savePlace(place: SafeguardingPlace, then: Consequences): Promise<'saved' | 'other-school'>;
  removePlace(tenantId: string, channelId: string): Promise<void>;
}
