import { vi } from 'vitest';
import { main } from '../../src/main.ts';

/** Runs `staffroom …` in this process: what it printed and the exit code that it set. */
export async function runCommand(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  let stdout = '';
  let stderr = '';
  const out = vi.spyOn(process.stdout, 'write').mockImplementation((text) => Boolean((stdout += String(text))));
  const err = vi.spyOn(process.stderr, 'write').mockImplementation((text) => Boolean((stderr += String(text))));
  const before = process.exitCode;
  try {
    process.exitCode = 0;
    await main(['node', 'staffroom', ...args]);
    return { code: process.exitCode, stdout, stderr };
  } finally {
    process.exitCode = before;
    out.mockRestore();
    err.mockRestore();
  }
}
