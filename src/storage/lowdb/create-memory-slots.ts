import { sendSlots, type SendSlots } from '../../domain/delivery/send-slots.ts';

/**
 * The slots of the one process that has a lowdb store. All rest at first: whoever had the store before may have sent until
 * it was killed. `now` gives milliseconds that nobody sets back.
 */
export function createMemorySlots(now: () => number): SendSlots {
  const { count, restMs, heldMs } = sendSlots;
  const slots = Array.from({ length: count }, () => ({ holder: '', freeAt: now() + restMs }));

  return {
    take(holder) {
      const next = slots.reduce((first, slot) => (slot.freeAt < first.freeAt ? slot : first));
      const waitMs = next.freeAt - now();
      if (waitMs > 0) return Promise.resolve({ kind: 'full', waitMs: Math.min(Math.ceil(waitMs), restMs) });
      Object.assign(next, { holder, freeAt: now() + heldMs + restMs });
      return Promise.resolve({ kind: 'taken' });
    },
    giveBack(holder) {
      const held = slots.find((slot) => slot.holder === holder);
      if (held) Object.assign(held, { holder: '', freeAt: now() + restMs });
      return Promise.resolve();
    },
  };
}
