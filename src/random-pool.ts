import { randomFillSync } from 'node:crypto';

const poolBytes = 4096;

/**
 * Gives random bytes of the system's, each of them once. They are fetched by the page: a fetch costs the same for
 * sixteen bytes as for thousands, and every card with a form needs sixteen. Refuses more than a page at a time by
 * throwing.
 */
export function createRandomPool(): (size: number) => Uint8Array {
  const pool = new Uint8Array(poolBytes);
  let used = poolBytes;
  return (size) => {
    if (size > poolBytes) throw new RangeError(`at most ${poolBytes} random bytes at a time`);
    if (used + size > poolBytes) {
      randomFillSync(pool);
      used = 0;
    }
    used += size;
    return pool.slice(used - size, used);
  };
}
