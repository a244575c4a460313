import { createNap } from './nap.ts';

/** A job that looks again and again. */
export interface Looking {
  /** Looks at once: something was just recorded, sent or changed. */
  wake(): void;
  /** Resolves when what is under way is recorded. */
  stop(): Promise<void>;
}

/** Has `look` run now, then every `everyMs` and when it is woken. It never rejects, and leaves off where `isOver`. */
export function lookAgain(look: (isOver: () => boolean) => Promise<void>, everyMs: number): Looking {
  const nap = createNap();
  let stopped = false;
  const run = async () => {
    while (!stopped) {
      await look(() => stopped);
      if (!stopped) await nap.sleep(everyMs);
    }
  };
  const running = run();
  return {
    wake: () => nap.end(),
    stop() {
      stopped = true;
      nap.end();
      return running;
    },
  };
}
