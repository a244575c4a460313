import type { DeliveryStore } from '../domain/delivery/delivery-store.ts';
import type { Log } from '../log.ts';

/** Three of these may fail before anybody takes the holder for dead. */
const everyMs = 2_000;

/**
 * Renews the leases of these claims every two seconds, so that whoever else watches them sees that their holder lives.
 * `stop` ends it.
 */
export function keepLeases(
  deliveries: Pick<DeliveryStore, 'renew'>,
  { holders, until, log }: { holders: () => readonly string[]; until: () => string; log: Log },
): { stop(): void } {
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;

  async function renew(): Promise<void> {
    const names = holders();
    try {
      if (names.length > 0) await deliveries.renew(names, until());
    } catch (err) {
      log.warn({ code: 'not-renewed', err }, 'the leases of what is being sent were not renewed; it is tried again');
    }
    again();
  }
  function again(): void {
    if (!stopped) timer = setTimeout(() => void renew(), everyMs);
  }

  again();
  return {
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
