import { DateTime } from 'luxon';
import { standingOf } from '../slips/slip-standing.ts';
import type { Slip } from '../slips/slip.ts';
import type { PersonKey } from '../people/person-key.ts';
import type { ClockFault } from './clock-fault.ts';
import { slipYears } from './retention-table.ts';

/** The slips of one school. */
export interface SlipRecords {
  readonly slips: readonly Slip[];
  /** Whether the school knows the person now: in a roster of its staff teams or in school.yaml. */
  readonly isKnown: (person: PersonKey) => boolean;
  /** YYYY-MM-DD in the school's time zone. */
  readonly today: string;
  readonly clock: ClockFault | undefined;
}

/** Which are to be destroyed, how many are kept, and of those how many wait for a person to decide. */
export interface SlipEnds {
  readonly ended: readonly Pick<Slip, 'schoolId' | 'id'>[];
  readonly kept: number;
  readonly byAPerson: number;
}

/**
 * What is to be kept no longer by `now`: a slip 6 years after it was last changed or ended, once whoever sent it is not known
 * at the school any more. Never while it waits for an answer or the permission runs, and never by itself where HR or the LADO
 * was asked about it. While the clock is not believed nothing is destroyed.
 */
export function planSlips({ slips, isKnown, today, clock }: SlipRecords, now: Date): SlipEnds {
  const isOver = (at: string) => DateTime.fromISO(at).plus({ years: slipYears }).toMillis() <= now.getTime();
  const isGrave = ({ events }: Slip) => events.some(({ kind }) => kind === 'passed');
  const ended = slips.filter((slip) => {
    const { waits, state } = standingOf(slip, today);
    if (clock || isGrave(slip) || waits || state === 'given' || isKnown(slip.author)) return false;
    return [slip.at, ...slip.events.flatMap(({ at, until }) => [at, until])].every((at) => !at || isOver(at));
  });
  return {
    ended: ended.map(({ schoolId, id }) => ({ schoolId, id })),
    kept: slips.length - ended.length,
    byAPerson: slips.filter(isGrave).length,
  };
}
