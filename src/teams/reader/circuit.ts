const mostFailures = 3;
const restMs = 60_000;

/** Keeps people from waiting for a service that does not answer. */
export interface Circuit {
  /** Whether the service may be asked now. After a rest one caller may: all others wait for what becomes of that. */
  mayAsk(): boolean;
  /** Takes note of what became of a call. */
  note(outcome: 'answered' | 'failed'): void;
}

/** After three failures in a row the service is left alone for a minute, and for another after each failure that follows. */
export function createCircuit(now: () => number): Circuit {
  let failures = 0;
  let restsUntil = 0;
  return {
    mayAsk() {
      if (failures < mostFailures) return true;
      if (now() < restsUntil) return false;
      restsUntil = now() + restMs;
      return true;
    },
    note(outcome) {
      failures = outcome === 'answered' ? 0 : failures + 1;
      if (failures >= mostFailures) restsUntil = now() + restMs;
    },
  };
}
