import { z } from 'zod/v4';
import { imagePlaces } from '../people/route.ts';
import { incidentKinds } from './incident-kind.ts';

/**
 * Whom a report is about, as one word each:
 * - `role:head`, `role:dsl`, `role:deputyDsl`, `role:chair`: whoever holds that role
 * - `person:<id>`: a person of school.yaml
 * - `member:<object id>`: a member of the staff team who stands in no school.yaml
 * - `staff`: an adult of the school whom the reporter could not or would not pick
 * - `pupil`, `outsider`, `not-known`
 */
export const Subject = z.union([
  z.enum(['role:head', 'role:dsl', 'role:deputyDsl', 'role:chair', 'staff', 'pupil', 'outsider', 'not-known']),
  z.string().regex(/^person:[a-z0-9]+(-[a-z0-9]+)*$/),
  z.string().regex(/^member:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
]);
export type Subject = z.infer<typeof Subject>;

/** The most that one text of a report may hold, in UTF-16 units. All of it is kept; a card shows a part. */
export const longestAnswer = 50_000;

const text = z.string().max(longestAnswer).default('');
const yesNo = z.enum(['yes', 'no', 'not-known']).optional();

/**
 * What a reporter has answered so far. Only `about` is compulsory; whatever is absent or empty is "not known". All of it
 * is sealed: nothing here is ever stored, logged or sent in clear, except to whoever receives the report.
 */
export const Answers = z.strictObject({
  /** The step that is shown (dialog-place.ts). */
  at: z.string(),
  /** One more with each answer. Cards carry it, so that an old one is known by it. */
  turn: z.int().min(0).default(0),
  /** The ids of the last messages that were taken as answers: Teams may bring one again, and it answers one question. */
  taken: z.array(z.string()).default([]),
  danger: yesNo,
  /** An indecent image of anybody under 18 is involved. */
  image: yesNo,
  /** Of an image: where it is. Nothing that describes it. */
  imageOn: z.enum(imagePlaces).optional(),
  about: z.array(Subject).max(40).default([]),
  kind: z.enum(incidentKinds).optional(),
  /** Calendar days of the school, YYYY-MM-DD, and clock times, HH:MM. */
  happenedOn: z.iso.date().optional(),
  happenedAt: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .optional(),
  learnedOn: z.iso.date().optional(),
  place: text,
  platform: text,
  device: z.enum(['school', 'staff-own', 'pupil-own', 'other', 'not-known']).optional(),
  /** Full names, role in it, year group. */
  people: text,
  seen: text,
  childsWords: text,
  opinion: text,
  intent: z.enum(['accidental', 'deliberate', 'not-known']).optional(),
  /** What evidence there is and where it is kept; never the evidence. */
  evidence: text,
  done: text,
  whoKnows: text,
  wishes: text,
  wantsSupport: z.boolean().default(false),
  /** The name of whoever told the typist, who has no account. */
  onBehalfOf: text,
  /** Answers to "Is this about <name>, who would receive it?", by person id: `true` makes them a subject. */
  aboutRecipient: z.record(z.string(), z.boolean()).default({}),
});
export type Answers = z.infer<typeof Answers>;
