/** A wait that can be ended. An end that comes while nobody sleeps ends the next wait at once, so none is missed. */
export function createNap(): { sleep(ms: number): Promise<void>; end(): void } {
  let ended = false;
  let wake: (() => void) | undefined;
  return {
    sleep: (ms) =>
      new Promise((resolve) => {
        const timer = setTimeout(() => wake?.(), ended ? 0 : ms);
        wake = () => {
          clearTimeout(timer);
          wake = undefined;
          ended = false;
          resolve();
        };
      }),
    end() {
      ended = true;
      wake?.();
    },
  };
}
