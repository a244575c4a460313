import { z } from 'zod/v4';
import { Subject } from '../incidents/answers.ts';
import type { PersonKey } from '../people/person-key.ts';
import type { SlipKind, SlipWay } from './slip-kind.ts';

/**
 * What happens to a slip. By who answers: `noted` (told), `given`, `refused`, `talk` (come and see me), `passed` (HR or the
 * LADO was asked), `withdrawn` (also by its holder: no longer needed). By its author: `renewal-asked`, `end-answered`. By
 * itself: `reminded`, `ended`, `end-asked` (once more); where nobody answers `chased`, `handed-on` (to the next), `unanswered`.
 */
export const slipEventKinds = [
  'noted',
  'given',
  'refused',
  'talk',
  'passed',
  'withdrawn',
  'renewal-asked',
  'end-answered',
  'reminded',
  'ended',
  'end-asked',
  'chased',
  'handed-on',
  'unanswered',
] as const;
export type SlipEventKind = (typeof slipEventKinds)[number];

/** Whom a slip can be passed on to: a person does that, outside of the bot. */
export const passedTo = ['hr', 'lado'] as const;
export type PassedTo = (typeof passedTo)[number];

export interface SlipEvent {
  readonly kind: SlipEventKind;
  /** ISO 8601 instant. */
  readonly at: string;
  /** Absent where it happened by itself. */
  readonly by?: PersonKey | undefined;
  /** Of `given`, `renewal-asked`, `reminded`, `ended`: the permission's last day, YYYY-MM-DD. */
  readonly until?: string | undefined;
  /** Of `chased` and `handed-on`: who was reminded, or is asked now as well. */
  readonly asked?: readonly PersonKey[] | undefined;
  /** Of `passed`. */
  readonly to?: PassedTo | undefined;
  /** Of `end-answered`: whether what the end demands is done. */
  readonly done?: boolean | undefined;
  /** What was written with it: conditions, a reason. */
  readonly sealedText?: string | undefined;
}

/** What somebody tells the head, or asks of them, with what became of it. Whatever people wrote is sealed. */
export interface Slip {
  /** Random, with a check letter: `SP-7KQ2-6`. */
  readonly id: string;
  readonly schoolId: string;
  readonly way: SlipWay;
  readonly kind: SlipKind;
  /** The kind's title, and what its end asks, when it was sent: a changed school.yaml changes no slip. */
  readonly title: string;
  readonly atEnd?: string | undefined;
  /** `<policy id>#<clause id>` of the clause that demands it. */
  readonly clause: string;
  readonly author: PersonKey;
  /** `SlipWords`. */
  readonly sealedText: string;
  readonly at: string;
  /** Who was told of it so that they answer, since it last waited for an answer. */
  readonly told: readonly PersonKey[];
  readonly events: readonly SlipEvent[];
  /** Counts its changes from 1. */
  readonly revision: number;
}

/** What is sealed of a slip: what was written, whom it is about, and until when it is asked for. */
export const SlipWords = z.strictObject({
  /** With the question that each text answers; typed in one go it answers none. */
  texts: z
    .array(z.strictObject({ ask: z.string(), text: z.string() }))
    .min(1)
    .max(4),
  about: z.array(Subject).max(10),
  until: z.iso.date().optional(),
});
export type SlipWords = z.infer<typeof SlipWords>;

/** The next revision of a slip, with one more event. */
export function withEvent(slip: Slip, event: SlipEvent): Slip {
  return { ...slip, events: [...slip.events, event], revision: slip.revision + 1 };
}
