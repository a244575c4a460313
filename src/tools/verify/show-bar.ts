import { SingleBar } from 'cli-progress';

const patience = 2_000;
const every = 500;

/** A bar on stderr for work that takes over two seconds at a terminal; elsewhere nothing is drawn. `total` may be a guess. */
export function showBar(total: number, what: string): { at: (done: number) => void; stop: () => void } {
  const bar = new SingleBar({
    format: `{bar} {percentage} % of ${what}`,
    stream: process.stderr,
    clearOnComplete: true,
    noTTYOutput: false,
  });
  const started = performance.now();
  let shown = false;
  return {
    at(done) {
      if (done % every !== 0 || !process.stderr.isTTY) return;
      if (shown) bar.update(done);
      else if (performance.now() - started > patience) {
        bar.start(total, done);
        shown = true;
      }
    },
    stop() {
      if (shown) bar.stop();
    },
  };
}
