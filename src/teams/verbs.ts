import type { Activity } from 'botbuilder';
import { z } from 'zod/v4';

/** `<policy id>#<clause id>`; whether the school has such a clause is for the feature to find out. */
const clauseKey = z
  .string()
  .max(200)
  .regex(/^[a-z0-9-]+#[a-z0-9-]+$/);
const clauseLink = z.strictObject({ clause: clauseKey, others: z.array(clauseKey).max(5) });

/** Every button of every card: its verb and the data that comes with it. Nothing about the person is ever taken from it. */
export const verbs = {
  'answering.section': clauseLink,
  'answering.answer': clauseLink,
} as const;

export type Verb = keyof typeof verbs;
export type VerbData<V extends Verb> = z.infer<(typeof verbs)[V]>;

/** The verb of that name; undefined for any other word, inherited names of objects included. */
export function toVerb(name: unknown): Verb | undefined {
  return typeof name === 'string' && Object.hasOwn(verbs, name) ? (name as Verb) : undefined;
}

const Invoked = z.object({ action: z.object({ verb: z.string(), data: z.unknown() }) });
const Submitted = z.custom<Record<string, unknown>>((value) => typeof value === 'object' && value !== null);

/** Whether the activity is a press of a card's button, however broken: `Action.Execute`, or its fallback as a message. */
export function isPress({ type, name, value }: Partial<Activity>): boolean {
  if (type === 'invoke') return name === 'adaptiveCard/action';
  return type === 'message' && typeof value === 'object' && value !== null;
}

/** The pressed button's verb and data, as they came: nothing is checked yet. */
export function readPress({ type, value }: Partial<Activity>): { verb: unknown; data: unknown } {
  if (type === 'invoke') {
    const { verb, data } = Invoked.safeParse(value).data?.action ?? {};
    return { verb, data };
  }
  const { verb, ...data } = Submitted.safeParse(value).data ?? {};
  return { verb, data };
}
