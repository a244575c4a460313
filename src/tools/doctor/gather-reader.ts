import type { ReaderFacts } from '../../domain/health/check-reader.ts';
import { readChoice } from '../../domain/answering/reader.ts';
import type { ReaderSettings } from '../../teams/reader/reader-settings.ts';

/** Nobody's question and nobody's policy. */
const trial = {
  question: 'May staff park at the front?',
  clauses: [
    { id: 'c1', words: 'Staff park behind the building and not at the front.' },
    { id: 'c2', words: 'Lunch is from noon to one.' },
  ],
};

/**
 * Has the model choose once, between two made-up clauses, unless `offline` or where no school has turned it on; `schools`
 * are the names of those that have. Never rejects.
 */
export async function gatherReader(
  settings: ReaderSettings | undefined,
  { offline, schools, waitMs }: { offline: boolean; schools: readonly string[]; waitMs?: number },
): Promise<ReaderFacts> {
  if (!settings) return schools.length > 0 ? { kind: 'unset', schools } : { kind: 'off' };
  const { host } = new URL(settings.url);
  if (schools.length === 0) return { kind: 'unwanted', host };
  if (offline) return { kind: 'not-asked', host, schools };
  const { askModel } = await import('../../teams/reader/ask-model.ts'); // a while of loading
  const said = await askModel(settings, trial, { waitMs });
  if (said.kind === 'failed') return { ...said, host };
  return readChoice(said.words, trial) ? { kind: 'chose', host, schools } : { kind: 'failed', host, code: 'nonsense' };
}
