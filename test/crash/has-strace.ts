import { execFileSync } from 'node:child_process';

/** Whether this machine has strace and lets it trace; says so when not. */
export function hasStrace(): boolean {
  try {
    execFileSync('strace', ['-qq', '-o', '/dev/null', 'true'], { stdio: 'ignore' });
    return true;
  } catch {
    console.log('not run: strace (it is not installed here, or may not trace)');
    return false;
  }
}
