import type { Attempt } from './delivery.ts';
import type { SendOutcome } from './messenger.ts';
import { outcomeOfFailure, statusTable } from './status-table.ts';

/**
 * What a roster that could not be read means to what was to be posted there: nothing is posted. While Teams does not
 * answer it is tried again, not before `afterMs` where it gave a time, for nothing was shown; what Teams refuses to tell stays so.
 * The codes of Microsoft Graph begin with `graph-` and mean the same.
 */
export function outcomeOfRoster(given: string, afterMs?: number): SendOutcome {
  const code = given.replace(/^graph-/, '');
  const [, status] = /^http-(\d+)/.exec(code) ?? [];
  const passes =
    status === undefined
      ? outcomeOfFailure(code).kind === 'retry' || passing.includes(code)
      : ['retry', 'ambiguous'].includes(
          statusTable[Number(status)] ?? (Number(status) >= 500 ? 'ambiguous' : 'refused'),
        );
  return passes
    ? { kind: 'retry', code: given, ...(afterMs !== undefined && { afterMs }) }
    : { kind: 'refused', code: 'roster-unreadable' };
}

/** So long Microsoft Graph may be out of reach while Teams is not: then what was to be posted goes another way. */
const graphPatienceMs = 2 * 60_000;

/** Whether Graph, which is what `code` says is out of reach, has been so for too long at these attempts. */
export function hasWaitedForGraph(code: string, attempts: readonly Attempt[], now: Date): boolean {
  const since = attempts.find((one) => one.code.startsWith('graph-'))?.at;
  return code.startsWith('graph-') && since !== undefined && now.getTime() - Date.parse(since) >= graphPatienceMs;
}

/** Failures of the way to Teams, where a request may have left the machine; reading changes nothing. */
const passing = ['ECONNRESET', 'ETIMEDOUT', 'EPIPE', 'no-turn'];
