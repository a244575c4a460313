import { readFileSync } from 'node:fs';

/** The processor time that a process has used so far, in milliseconds, to the hundredth of a second; NaN where it cannot be read. */
export function cpuMsOf(pid: number | undefined): number {
  try {
    const [, rest = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ');
    const [user, system] = rest.split(' ').slice(11, 13).map(Number);
    return ((user ?? NaN) + (system ?? NaN)) * 10;
  } catch {
    return NaN;
  }
}
