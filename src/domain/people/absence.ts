import type { Act } from '../delivery/act.ts';
import type { Consequences } from '../delivery/consequences.ts';

/** Days that a role holder said in Teams that they are away: as good as an `away` of school.yaml, and it ends by itself. */
export interface Absence {
  readonly id: string;
  readonly schoolId: string;
  /** Ids of people of school.yaml. */
  readonly personId: string;
  readonly cover: string;
  /** Calendar days of the school, both included. */
  readonly from: string;
  readonly to: string;
  readonly at: string;
  /** Set when the person came back early. */
  readonly endedAt?: string | undefined;
}

/** Every method is atomic; a promise that resolves means the fact is durable. */
export interface AbsenceStore {
  /** Those whose last day is not before `today`, ended early or not, in the order in which they were recorded. */
  absences(schoolId: string, today: string): Promise<readonly Absence[]>;
  findAbsence(schoolId: string, id: string): Promise<Absence | undefined>;
  /** Records the absence and what is owed; an act that was seen before changes nothing and returns the first one.
   *  Rejects with a StoreError `taken`, nothing changed, when another absence of the school has its id. */
  addAbsence(act: Act, absence: Absence, then: Consequences): Promise<Absence>;
  /** Ends it, with what is owed; one that was ended before is `ended` again and nothing changes. */
  endAbsence(schoolId: string, id: string, at: string, then: Consequences): Promise<'ended' | 'not-found'>;
}
