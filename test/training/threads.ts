import { Worker } from 'node:worker_threads';

/** Does a job in a thread of its own, as soon as one is free; rejects with what the thread threw. */
export type InThread = <Result>(job: object) => Promise<Result>;

/**
 * `count` threads side by side, for jobs that `file` does: it finds the job in its `workerData` and posts the result. Jobs that
 * wait come in their order.
 */
export function createThreads(file: URL, count: number): InThread {
  let free = count;
  const waiting: (() => void)[] = [];
  return async <Result>(job: object) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((begin) => waiting.push(begin));
    try {
      return await new Promise<Result>((resolve, reject) => {
        const worker = new Worker(file, { workerData: job, resourceLimits: { maxOldGenerationSizeMb: 4_096 } });
        worker.once('message', resolve);
        worker.once('error', reject);
      });
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free += 1;
    }
  };
}
