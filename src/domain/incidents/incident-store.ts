import type { Act } from '../delivery/act.ts';
import type { PersonKey } from '../people/person-key.ts';
import type { Consequences } from '../delivery/consequences.ts';
import type { IncidentDraft } from './incident-draft.ts';
import type { Incident, IncidentEvent } from './incident.ts';

interface Name {
  readonly schoolId: string;
  readonly id: string;
}

/** A draft as it was read. */
export type SeenDraft = Pick<IncidentDraft, 'schoolId' | 'id' | 'revision'>;

/** What a report was made of, besides what it holds. */
interface SeenAtSubmit {
  /** Of its draft. */
  readonly revision: number;
  /** How many reports the reporter had at the school, where its turn hangs on that. */
  readonly reports?: number | undefined;
}

/** An event before it has its number. */
export type NewEvent = Omit<IncidentEvent, 'seq'>;

/**
 * Drafts, reports and what happened to them. Every method is atomic; a promise that resolves means the fact is durable.
 * Rejects with a StoreError `taken`, nothing changed, when another record of the school has the id of a new one.
 */
export interface IncidentStore {
  /** Records a new draft; an act that was seen before changes nothing and returns the first one. */
  startDraft(act: Act, draft: IncidentDraft): Promise<IncidentDraft>;
  findDraft(schoolId: string, id: string): Promise<IncidentDraft | undefined>;
  /** The reporter's open drafts, newest first. */
  draftsOf(schoolId: string, reporter: PersonKey): Promise<IncidentDraft[]>;
  /** Every open draft whose `nextAskAt` is not after `now`, oldest first. */
  draftsDue(now: string): Promise<IncidentDraft[]>;
  /**
   * Replaces an open draft whose stored revision is one less than this one's, in one step with what is owed; otherwise
   * changes nothing and says `outdated`, or `ended` where it is no longer open or not there.
   */
  saveDraft(draft: IncidentDraft, owed?: Consequences['owed']): Promise<'saved' | 'outdated' | 'ended'>;
  /**
   * Ends an open draft and destroys its answers, with what is owed and recorded. Changes nothing where it has another
   * revision than the one that was `seen` (`outdated`), or is not open (`ended-before`).
   */
  endDraft(
    seen: SeenDraft,
    state: 'cancelled' | 'expired',
    then: Consequences,
  ): Promise<'ended' | 'outdated' | 'ended-before'>;

  /**
   * Records the report with its first event, ends its draft (`submitted`, answers destroyed), and adds what is owed and
   * its ledger entries. A second call for the same draft, by whatever act, changes nothing and returns the first report.
   * Rejects with a StoreError `outdated`, nothing changed, where something is no longer as it was `seen` (where that is
   * given): the draft is open and has another revision than the one that the report was made of, so that an answer that
   * came between would be lost; or its reporter has another number of reports, by which its turn was chosen.
   */
  submit(act: Act, incident: Incident, then: Consequences, seen?: SeenAtSubmit): Promise<Incident>;
  find(schoolId: string, id: string): Promise<Incident | undefined>;
  /** The reporter's own reports, newest first. */
  of(schoolId: string, reporter: PersonKey): Promise<Incident[]>;
  /** Reports whose last `closed` or `reopened` is not `closed`, oldest first. */
  open(schoolId: string): Promise<Incident[]>;
  /** Every report of the school, oldest first. For retention, subject access and exports. */
  all(schoolId: string): Promise<Incident[]>;
  /**
   * Adds events after the `seen` ones that the caller knows of, with what they lead to. `overtaken`, nothing changed and
   * the report as it stands, when there are more by now. An act that was seen before (where one is given) changes nothing
   * and is `recorded` again.
   */
  record(
    act: Act | undefined,
    name: Name,
    change: { readonly seen: number; readonly events: readonly NewEvent[] },
    then: Consequences,
  ): Promise<{ kind: 'recorded' | 'overtaken'; incident: Incident } | { kind: 'not-found' }>;
  /**
   * Destroys everything sealed of a report (its own text and its events') and adds the event after the `seen` ones, in one
   * step; `overtaken`, nothing changed, when there are more by now. The ledger stays whole: it holds hashes of what was sealed.
   */
  shred(
    name: Name,
    change: { readonly seen: number; readonly event: NewEvent },
    then: Consequences,
  ): Promise<'shredded' | 'shredded-before' | 'overtaken' | 'not-found'>;

  /** Every school that there is any sealed text of. */
  schools(): Promise<string[]>;
  /** Every sealed text of a school with its place (`draft:<id>`, `report:<id>`, `report-event:<id>-<seq>`), for key rotation. */
  sealed(schoolId: string): Promise<{ readonly place: string; readonly sealedText: string }[]>;
  /** Replaces the sealed text at `place` if it is still `old`. */
  reseal(schoolId: string, place: string, old: string, sealedText: string): Promise<'resealed' | 'changed'>;
}
