import { createHash } from 'node:crypto';
import type { Choice, Reading } from '../../domain/answering/reader.ts';

const keptMs = 5 * 60_000;
const mostKept = 200;

/** What was chosen in the last minutes, so that the same question is not sent again. It holds no words: a hash stands for them. */
export interface KnownChoices {
  find(reading: Reading): Choice | undefined;
  keep(reading: Reading, choice: Choice): void;
}

/** Keeps 200 choices in memory, each for five minutes and for this very question with these very clauses. */
export function createKnownChoices(now: () => number): KnownChoices {
  const kept = new Map<string, { readonly choice: Choice; readonly until: number }>();
  return {
    find(reading) {
      const known = kept.get(hashOf(reading));
      return known && now() < known.until ? known.choice : undefined;
    },
    keep(reading, choice) {
      const key = hashOf(reading);
      kept.delete(key);
      kept.set(key, { choice, until: now() + keptMs });
      const [oldest] = kept.keys();
      if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
    },
  };
}

function hashOf(reading: Reading): string {
  return createHash('sha256').update(JSON.stringify(reading)).digest('base64');
}
