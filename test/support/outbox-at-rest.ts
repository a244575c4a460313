import { setTimeout as wait } from 'node:timers/promises';
import { openSnapshot } from '../../src/storage/open-snapshot.ts';
import type { StoresPlace } from '../../src/storage/open-stores.ts';

/** Waits until nothing is owed that is due; what is planned for later is left. Rejects after `longestMs`. */
export async function outboxAtRest(at: StoresPlace, longestMs: number, everyMs = 2_000): Promise<void> {
  const giveUp = Date.now() + longestMs;
  for (;;) {
    const snapshot = await openSnapshot(at);
    if (!snapshot) throw new Error('the store is gone');
    const { deliveries } = await snapshot.ports.transfer.exportAll();
    await snapshot.close();
    const now = new Date().toISOString();
    const owed = deliveries.filter(
      ({ state, notBefore, attempts }) =>
        state === 'sending' || (state === 'pending' && (notBefore <= now || attempts.length > 0)),
    );
    if (owed.length === 0) return;
    if (Date.now() > giveUp)
      throw new Error(`the outbox did not come to rest: ${owed.map(({ key }) => key).join(', ')}`);
    await wait(everyMs);
  }
}
