import { z } from 'zod/v4';

/** One clause as a reader is shown it. Its id is made for this one reading and means nothing elsewhere. */
export interface ReadableClause {
  readonly id: string;
  readonly words: string;
}

/** What a reader is asked: which of these clauses answer the question. What may stand in it, `toReading` says. */
export interface Reading {
  readonly question: string;
  readonly clauses: readonly ReadableClause[];
}

/** What may come back: ids of clauses that were shown, best first, or that none of them answers. Never words. */
export type Choice = { readonly kind: 'chosen'; readonly ids: readonly string[] } | { readonly kind: 'none' };

/**
 * Somebody, or something, that reads clauses and chooses among them: a language model where the school has set one up.
 * Resolves within three seconds, and to undefined where no choice was to be had; never rejects.
 */
export type Reader = (reading: Reading) => Promise<Choice | undefined>;

/** So many clauses may be chosen: a reader who names more has not chosen. */
export const mostChosen = 3;

/** `{"clauses":["c2","c5"]}`, and `{"clauses":[]}` for none of them. */
const Answer = z.strictObject({ clauses: z.array(z.string()).max(mostChosen) });

/**
 * Reads a choice from the words of an answer, which are never used for anything else. Undefined unless they are JSON of
 * exactly the agreed form that names clauses of this reading, each once: a choice with one unknown id is no choice.
 */
export function readChoice(words: string, { clauses }: Reading): Choice | undefined {
  const answer = Answer.safeParse(readJson(words));
  if (!answer.success) return undefined;
  const ids = answer.data.clauses;
  const shown = new Set(clauses.map(({ id }) => id));
  if (new Set(ids).size < ids.length || ids.some((id) => !shown.has(id))) return undefined;
  return ids.length === 0 ? { kind: 'none' } : { kind: 'chosen', ids };
}

function readJson(words: string): unknown {
  try {
    return JSON.parse(words);
  } catch {
    return undefined;
  }
}
