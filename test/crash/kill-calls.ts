import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Random } from '../support/random.ts';
import type { Killer } from './kill-moments.ts';

/** One call among all of its name that a thread makes from the moment at which we look. */
interface Point {
  /** Which of the process's threads, in the order in which they were made. */
  readonly thread: number;
  readonly call: string;
  readonly when: number;
}

/** What changes files or tells somebody something, under whatever name the machine has for it. */
const calls = '/^(write|writev|pwrite64|fsync|fdatasync|rename|renameat2?|link|linkat|unlink|unlinkat)$';
/** How long a question takes until its owner has it and that is recorded, and longer. */
const wholeMs = 2_500;

/**
 * Kills a bot at a call that the seed draws among all that a cycle makes once it is ready: writes of files, of the log and
 * to Teams, syncs, renames, links and unlinks. The calls are counted in the first cycle, and each is drawn once. The bot
 * has to run with one thread for files, so that it makes them in one order.
 */
export function createCallKiller({ random }: { random: Random }): Killer {
  let points: Point[] = [];
  return {
    async arm(victim, cycle) {
      const pid = victim.process.pid ?? 0;
      if (cycle === 0) {
        const count = await countCalls(pid);
        return async () => {
          await wait(wholeMs);
          points = await count();
          console.log(`calls of a bot: ${points.length}`);
        };
      }
      const [point] = points.splice(random.below(points.length), 1);
      if (!point) throw new Error('there is no call left to kill at');
      const { call, when } = point;
      const tid = threadsOf(pid)[point.thread] ?? pid;
      await attach(['-e', `trace=${call}`, '-e', `inject=${call}:signal=KILL:when=${when}`, '-p', String(tid)]);
      return () => Promise.race([victim.ended, wait(wholeMs)]);
    },
  };
}

/** Counts from now on; what it gives ends that and tells every point that there was. */
async function countCalls(pid: number): Promise<() => Promise<Point[]>> {
  const folder = await mkdtemp(join(tmpdir(), 'staffroom-calls-'));
  const trace = join(folder, 'trace');
  const threads = threadsOf(pid);
  const strace = await attach(['-f', '-e', `trace=${calls}`, '-o', trace, '-p', String(pid)]);
  return async () => {
    strace.kill('SIGTERM'); // it lets go of the bot
    await once(strace, 'exit');
    const counts = new Map<string, number>();
    for (const [, tid, call] of (await readFile(trace, 'utf8')).matchAll(/^(\d+) +(\w+)\(/gm)) {
      const name = `${threads.indexOf(Number(tid))} ${call}`;
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    await rm(folder, { recursive: true });
    return [...counts].flatMap(([name, times]) => {
      const [thread = '', call = ''] = name.split(' ');
      if (thread === '-1') return []; // a thread that was made meanwhile
      return Array.from({ length: times }, (_, n) => ({ thread: Number(thread), call, when: n + 1 }));
    });
  };
}

/** Starts strace and waits until it has what it is to trace. */
async function attach(options: readonly string[]): Promise<ChildProcess> {
  const strace = spawn('strace', options, { stdio: ['ignore', 'ignore', 'pipe'] });
  let told = '';
  await new Promise<void>((resolve, reject) => {
    strace.stderr.on('data', (chunk: Buffer) => {
      told += chunk.toString();
      if (/attached/.test(told)) resolve();
    });
    strace.once('exit', () => reject(new Error(`strace did not trace: ${told}`)));
  });
  return strace;
}

function threadsOf(pid: number): number[] {
  return readdirSync(`/proc/${pid}/task`)
    .map(Number)
    .sort((one, other) => one - other);
}
