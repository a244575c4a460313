import { spawn } from 'node:child_process';
import { createServer, type Server } from 'node:net';
import { projectRoot } from '../../src/project-root.ts';

/** `npm run demo`, as a process of its own. */
export interface Demo {
  /** The addresses of the teacher, the DSL and the head of each school, in this order; of several, the central team's last. */
  readonly urls: readonly string[];
  /** Its copy of the sample school. */
  readonly schoolDir: string;
  /** Everything it printed so far. */
  printed(): string;
  /** Resolves with its exit code. */
  readonly ended: Promise<number | null>;
  /** Presses Enter in its terminal, and waits until its clock stands on the next school day. */
  toNextDay(): Promise<void>;
  end(signal: NodeJS.Signals): void;
}

/** So long may it take to start, in milliseconds: ten Playgrounds of three schools, on two cores that others keep busy. */
const startsWithin = 240_000;
/** And so long where others start first: what a hook that starts it waits. */
export const startsInTurnWithin = 900_000;

/**
 * Starts the demo and waits until it can be talked to; throws with what it printed when it is not there in time. Others may
 * run beside it; they start one after the other, since two that start at one moment take the same free ports.
 */
export async function startDemo({ schools = 1 } = {}): Promise<Demo> {
  const turn = await takeTurn();
  try {
    return await spawnDemo(schools);
  } finally {
    turn.close();
  }
}

async function spawnDemo(schools: number): Promise<Demo> {
  const child = spawn(process.execPath, ['src/staffroom.mjs', 'demo', '--schools', String(schools)], {
    cwd: projectRoot,
    stdio: 'pipe',
  });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const parts: string[] = [];
  const printed = () => parts.join('');
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => parts.push(chunk.toString()));
  const until = Date.now() + startsWithin;
  while (!printed().includes('Ctrl-C')) {
    if (child.exitCode !== null || Date.now() > until) {
      child.kill('SIGKILL');
      throw new Error(`the demo did not start:\n${printed()}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const urls = [...printed().matchAll(/http:\/\/127\.0\.0\.1:\d+/g)].map(([url]) => url);
  const schoolDir = /^ +(\S.*marlow-bridge)$/m.exec(printed())?.[1] ?? '';
  return {
    urls,
    schoolDir,
    printed,
    ended,
    async toNextDay() {
      const before = printed().length;
      child.stdin.write('\n');
      const end = Date.now() + 20_000;
      while (!printed().slice(before).includes('it is')) {
        if (Date.now() > end) throw new Error(`the demo's clock was not put forward:\n${printed()}`);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    },
    end: (signal) => void child.kill(signal),
  };
}

/**
 * Waits until no demo is starting, and keeps others from it until what it gives is closed: a port that nobody else uses, free
 * again when this process ends, however it ends.
 */
export async function takeTurn(): Promise<Server> {
  for (;;) {
    const server = createServer();
    const taken = new Promise<boolean>((resolve) => {
      server.once('error', () => resolve(false));
      server.listen(39_780, '127.0.0.1', () => resolve(true));
    });
    if (await taken) return server;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
