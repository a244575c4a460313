import { rename } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { codeOf } from './read-generation.ts';

/**
 * Renames, replacing what has the new name. On Windows a virus scanner or a backup may hold a file open for a moment
 * (EPERM, EACCES, EBUSY): there it is tried again for about two seconds.
 */
export async function renameFile(
  from: string,
  to: string,
  { platform = process.platform, move = rename }: { platform?: NodeJS.Platform; move?: typeof rename } = {},
): Promise<void> {
  const pauses = platform === 'win32' ? [10, 20, 50, 100, 200, 400, 600, 600] : [];
  for (const pause of pauses) {
    try {
      return await move(from, to);
    } catch (error) {
      if (!['EPERM', 'EACCES', 'EBUSY'].includes(codeOf(error))) throw error;
      await wait(pause);
    }
  }
  return move(from, to);
}
