import type { SendOutcome } from './messenger.ts';
import { outcomeOfFailure, statusTable } from './status-table.ts';

/**
 * What a roster that could not be read means to what was to be posted there: nothing is posted. While Teams does not
 * answer it is tried again, for nothing was shown; what Teams refuses to tell stays so.
 */
export function outcomeOfRoster(code: string): SendOutcome {
  const [, status] = /^http-(\d+)/.exec(code) ?? [];
  const passes =
    status === undefined
      ? outcomeOfFailure(code).kind === 'retry' || passing.includes(code)
      : ['retry', 'ambiguous'].includes(
          statusTable[Number(status)] ?? (Number(status) >= 500 ? 'ambiguous' : 'refused'),
        );
  return passes ? { kind: 'retry', code } : { kind: 'refused', code: 'roster-unreadable' };
}

/** Failures of the way to Teams, where a request may have left the machine; reading changes nothing. */
const passing = ['ECONNRESET', 'ETIMEDOUT', 'EPIPE', 'no-turn'];
