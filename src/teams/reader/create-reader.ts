import { readChoice, type Reader } from '../../domain/answering/reader.ts';
import type { Log } from '../../log.ts';
import { askModel } from './ask-model.ts';
import { createCircuit } from './circuit.ts';
import { createKnownChoices } from './known-choices.ts';
import type { ReaderSettings } from './reader-settings.ts';

/** So many are asked for at once; whoever comes then is answered without. */
const mostAtOnce = 8;

/**
 * The language model of `settings` as a reader. It is asked once for each reading, the same within minutes not again, and
 * left alone for a while where it fails; a choice that is none counts as a failure too. What it says is read for ids and dropped.
 */
export function createReader(
  settings: ReaderSettings,
  { now, log, ...asking }: { now: () => Date; log: Log; send?: typeof fetch; waitMs?: number },
): Reader {
  const clock = () => now().getTime();
  const circuit = createCircuit(clock);
  const known = createKnownChoices(clock);
  let underWay = 0;
  return async (reading) => {
    const before = known.find(reading);
    if (before) return before;
    if (underWay >= mostAtOnce || !circuit.mayAsk()) return undefined;
    underWay++;
    const began = performance.now();
    try {
      const said = await askModel(settings, reading, asking);
      const choice = said.kind === 'said' ? readChoice(said.words, reading) : undefined;
      circuit.note(choice ? 'answered' : 'failed');
      if (choice) known.keep(reading, choice);
      const ms = Math.round(performance.now() - began);
      if (choice) log.info({ kind: choice.kind, ms }, 'the language model chose');
      else if (said.kind === 'said') log.warn({ code: 'nonsense', ms }, noChoice);
      else log.warn({ code: said.code, ms, ...(said.status !== undefined && { status: said.status }) }, noChoice);
      return choice;
    } catch (err) {
      circuit.note('failed');
      log.error({ err }, noChoice);
      return undefined;
    } finally {
      underWay--;
    }
  };
}

const noChoice = 'the language model gave no choice, so the local order stands';
