import { moveDay, isDay } from '../people/school-days.ts';
import { kindTable } from './kind-table.ts';
import type { SeenSlip } from './open-slip.ts';
import type { SlipAct, SlipAnswer, SlipFault } from './slip-act.ts';
import { longestDays } from './slip-entry.ts';
import type { SlipEvent } from './slip.ts';

/** The longest that is written with an answer, in characters. */
export const longestText = 1_400;

/** What an act makes of a slip, before it is sealed and dated. */
export type NewSlipEvent = Pick<SlipEvent, 'kind' | 'until' | 'to' | 'done'> & { readonly text: string };

/**
 * - `event`: the act is allowed, and makes this of the slip
 * - `fault`: something is missing or does not fit
 * - `not-yours`: it is somebody else's to do
 * - `settled`: it is answered, over or done; what is there stands
 */
export type SlipJudgement =
  | { readonly kind: 'event'; readonly event: NewSlipEvent }
  | { readonly kind: 'fault'; readonly what: SlipFault }
  | { readonly kind: 'not-yours' }
  | { readonly kind: 'settled' };

/** Judges what somebody wants to do with a slip that they see, on `today`. `usualDays` of the kind as the school takes it. */
export function judgeSlip(
  { slip, standing, words, as }: SeenSlip,
  act: SlipAct,
  { today, usualDays }: { readonly today: string; readonly usualDays?: number | undefined },
): SlipJudgement {
  const text = ('answer' in act ? act.answer.text : act.text).trim();
  if (text.length > longestText) return { kind: 'fault', what: 'too-long' };
  const isAsk = slip.way === 'ask';
  const isRunning = standing.state === 'given';
  switch (act.deed) {
    case 'answer': {
      if (as !== 'answerer') return { kind: 'not-yours' };
      if (!standing.waits || !fitsWay(act.answer, isAsk)) return { kind: 'settled' };
      const usual = moveDay(today, usualDays ?? kindTable[slip.kind].usualDays ?? 28);
      return answered(act.answer, text, { today, usual: standing.renewal?.until ?? words.until ?? usual });
    }
    case 'withdraw':
      if (!isAsk || (!isRunning && !(standing.waits && as === 'author'))) return { kind: 'settled' };
      if (as === 'reader') return { kind: 'not-yours' };
      if (as === 'answerer' && text === '') return { kind: 'fault', what: 'reason' };
      return { kind: 'event', event: { kind: 'withdrawn', text } };
    case 'renew': {
      if (as !== 'author') return { kind: 'not-yours' };
      if (!isRunning || standing.renewal) return { kind: 'settled' };
      const { until } = act;
      if (until !== '' && !isLater(until, standing.until ?? today, today)) return { kind: 'fault', what: 'until' };
      return { kind: 'event', event: { kind: 'renewal-asked', ...(until !== '' && { until }), text } };
    }
    case 'end':
      if (as !== 'author') return { kind: 'not-yours' };
      if (!standing.owesEnd) return { kind: 'settled' };
      if (!act.done && text === '') return { kind: 'fault', what: 'reason' };
      return { kind: 'event', event: { kind: 'end-answered', done: act.done, text } };
  }
}

function fitsWay({ kind }: SlipAnswer, isAsk: boolean): boolean {
  if (kind === 'noted') return !isAsk;
  return isAsk || (kind !== 'given' && kind !== 'refused');
}

function answered(answer: SlipAnswer, text: string, { today, usual }: { today: string; usual: string }): SlipJudgement {
  const { kind } = answer;
  if (kind === 'given') {
    const until = answer.until === '' ? usual : answer.until;
    const fits = isDay(until) && until >= today && until <= moveDay(today, longestDays);
    return fits ? { kind: 'event', event: { kind, until, text } } : { kind: 'fault', what: 'until' };
  }
  if (kind === 'passed') return { kind: 'event', event: { kind, to: answer.to, text } };
  if (kind === 'refused' && text === '') return { kind: 'fault', what: 'reason' };
  return { kind: 'event', event: { kind, text } };
}

function isLater(day: string, than: string, today: string): boolean {
  return isDay(day) && day > than && day <= moveDay(today, longestDays);
}
