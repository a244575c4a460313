import { z } from 'zod/v4';
import type { PersonKey } from '../people/person-key.ts';
import { Answers } from './answers.ts';
import type { MessagePlace } from './incident-draft.ts';
import type { IncidentKind } from './incident-kind.ts';
import { RouteDecision } from './route-decision.ts';

/** What is sealed of a report: everything that the reporter said, and who gets it and why. */
export const Report = z.strictObject({ answers: Answers, route: RouteDecision });
export type Report = z.infer<typeof Report>;

/**
 * A report that its reporter was told is safe. What is in clear here says nothing of anybody but the reporter; all else
 * is sealed. What happened to it is its events: the row itself never changes but for them, and for the shredding of what
 * is sealed.
 */
export interface Incident {
  /** Random, with a check letter: `SR-7KQ2-M`. It counts nothing. */
  readonly id: string;
  readonly schoolId: string;
  readonly draftId: string;
  readonly reporter: PersonKey;
  readonly kind: IncidentKind;
  /** Somebody is in danger, or the kind itself cannot wait: its clock runs day and night. */
  readonly urgent: boolean;
  /** A `Report` as JSON, sealed at `{ type: 'report', id }`; empty once it was shredded. */
  readonly sealedReport: string;
  readonly submittedAt: string;
  /** Where the receipt stands in the reporter's chat, when that is known. */
  readonly receipt?: MessagePlace | undefined;
  /** In order, numbered 1, 2, 3 … */
  readonly events: readonly IncidentEvent[];
}

/**
 * - `submitted`: always the first; `facts.heldUntil` where it waits its turn (report-pace.ts)
 * - `delivered`: it reached `role`; `not-delivered`: nobody could be reached
 * - `read`: somebody opened names and narrative; `refused`: somebody tried who may not. Both are kept for the audit
 * - `opened`: the first `read` by somebody who receives it; the reporter is told
 * - `acknowledged`, `taken`: "I have seen it", "I am dealing with it"
 * - `asked`, `replied`: a question to the reporter and their answer; `added`: the reporter added something unasked
 * - `noted`: action, decision, reason or outcome (`facts.what`)
 * - `handed-over`: to an outside body (`facts.to`), or why not (`facts.done` false)
 * - `step`: something that the policies demand (`facts.step`) was done, or why not (`facts.done` false)
 * - `exported`: given out for the school's own system; `recorded`: it is in that system (starts the retention clock)
 * - `escalated`: nobody acknowledged it in time (`facts.step`)
 * - `file-sent`: the reporter sent a file, which was not opened
 * - `closed`, `reopened`; `shredded`: what was sealed is destroyed
 */
export const incidentEventKinds = [
  'submitted',
  'delivered',
  'not-delivered',
  'read',
  'refused',
  'opened',
  'acknowledged',
  'taken',
  'asked',
  'replied',
  'added',
  'noted',
  'handed-over',
  'step',
  'exported',
  'recorded',
  'escalated',
  'file-sent',
  'closed',
  'reopened',
  'shredded',
] as const;
export type IncidentEventKind = (typeof incidentEventKinds)[number];

/** Something that happened to a report. `facts` names nobody and quotes nobody. */
export interface IncidentEvent {
  readonly seq: number;
  readonly kind: IncidentEventKind;
  readonly at: string;
  /** Absent when the bot itself did it. */
  readonly by?: PersonKey | undefined;
  readonly facts?: Readonly<Record<string, string | boolean | number>> | undefined;
  /** What somebody wrote, sealed at `{ type: 'report-event', id: '<report id>-<seq>' }`; empty once it was shredded. */
  readonly sealedText?: string | undefined;
}
