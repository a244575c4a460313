import { spawn } from 'node:child_process';

/** A process of store-writer.ts. */
export interface Writer {
  /** Resolves with true when it has the store, false when it ended without. */
  readonly opened: Promise<boolean>;
  readonly ended: Promise<{ readonly code: number | null; readonly afterMs: number }>;
  /** The numbers that it acknowledged so far. */
  acknowledged(): number[];
  stderr(): string;
  kill(signal?: NodeJS.Signals): void;
}

export function startWriter(program: string, ...args: string[]): Writer {
  const started = performance.now();
  const child = spawn(process.execPath, [program, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  let stdout = '';
  let stderr = '';
  const opened = new Promise<boolean>((resolve) => {
    child.stdout.on('data', (chunk: Buffer) => {
      stdout += chunk.toString();
      if (stdout.startsWith('open\n')) resolve(true);
    });
    child.once('close', () => resolve(false));
  });
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  const ended = new Promise<{ code: number | null; afterMs: number }>((resolve) =>
    child.once('close', (code) => resolve({ code, afterMs: performance.now() - started })),
  );
  return {
    opened,
    ended,
    acknowledged: () => [...stdout.matchAll(/^(\d+)$/gm)].map(([line]) => Number(line)),
    stderr: () => stderr,
    kill: (signal = 'SIGKILL') => child.kill(signal),
  };
}
