import type { Slip, SlipEvent } from './slip.ts';

/**
 * Where a slip is on a day.
 * - `told`, `asked`: nobody answered yet; `talk`, `passed`: answered, and the answer that ends it is still to come
 * - `noted`; `given`: until a day that has not passed; `refused`
 * - `withdrawn`, `ended`: a permission that is over, or a request that was taken back
 */
export type SlipState = 'told' | 'asked' | 'talk' | 'passed' | 'noted' | 'given' | 'refused' | 'withdrawn' | 'ended';

export interface SlipStanding {
  readonly state: SlipState;
  /** Somebody is to answer: a slip that is new, or a permission whose holder asked for longer. */
  readonly waits: boolean;
  /** The last day of the permission that was given last. */
  readonly until?: string | undefined;
  /** A running permission's holder asked for it to be renewed, and nobody answered yet. */
  readonly renewal?: SlipEvent | undefined;
  /** A permission is over, its end asks something, and its holder has not said that it is done. */
  readonly owesEnd: boolean;
}

/** Works out where a slip is on `today` (YYYY-MM-DD in the school's time zone) from what happened to it. */
export function standingOf(
  { way, events, atEnd }: Pick<Slip, 'way' | 'events' | 'atEnd'>,
  today: string,
): SlipStanding {
  let state: SlipState = way === 'tell' ? 'told' : 'asked';
  let until: string | undefined;
  let renewal: SlipEvent | undefined;
  let endDone = false;
  for (const event of events) {
    switch (event.kind) {
      case 'given':
        [state, until, renewal, endDone] = ['given', event.until, undefined, false];
        break;
      case 'renewal-asked':
        renewal = event;
        break;
      case 'noted':
        state = 'noted';
        break;
      case 'refused':
        // No to a renewal leaves what was given until its end.
        if (until === undefined) state = 'refused';
        renewal = undefined;
        break;
      case 'talk':
      case 'passed':
        if (until === undefined) state = event.kind;
        break;
      case 'withdrawn':
      case 'ended':
        [state, renewal] = [event.kind, undefined];
        break;
      case 'end-answered':
        endDone = event.done === true;
        break;
      case 'reminded':
      case 'end-asked':
      case 'chased':
      case 'handed-on':
      case 'unanswered':
        break;
    }
  }
  if (state === 'given' && until !== undefined && until < today) [state, renewal] = ['ended', undefined];
  const isOver = until !== undefined && (state === 'ended' || state === 'withdrawn');
  const isNew = state === 'told' || state === 'asked' || state === 'talk' || state === 'passed';
  return {
    state,
    waits: isNew || renewal !== undefined,
    ...(until !== undefined && { until }),
    ...(renewal && { renewal }),
    owesEnd: isOver && atEnd !== undefined && !endDone,
  };
}
