import { SingleBar } from 'cli-progress';

const patience = 2_000;

/** A bar on stderr for work that takes over two seconds at a terminal; elsewhere nothing is drawn. */
export function showProgress(total: number): { step: () => void; stop: () => void } {
  const bar = new SingleBar({
    format: '{bar} {value} of {total} documents',
    stream: process.stderr,
    clearOnComplete: true,
    noTTYOutput: false,
  });
  const started = performance.now();
  let done = 0;
  let shown = false;
  return {
    step() {
      done += 1;
      if (!shown && process.stderr.isTTY && performance.now() - started > patience) {
        bar.start(total, done);
        shown = true;
      } else if (shown) bar.update(done);
    },
    stop() {
      if (shown) bar.stop();
    },
  };
}
