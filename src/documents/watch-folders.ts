import { readdirSync, watch, type FSWatcher } from 'node:fs';
import { join } from 'node:path';

/**
 * Calls `onChange` once things in `root` or a folder directly in it have changed and then been still for `quietMs`.
 * Each folder is watched by itself: watching recursively is not to be had on every system. `close` stops it.
 */
export function watchFolders(root: string, quietMs: number, onChange: () => void): { close(): void } {
  const watchers = new Map<string, FSWatcher>();
  let timer: NodeJS.Timeout | undefined;
  const changed = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      follow();
      onChange();
    }, quietMs);
  };
  const follow = () => {
    const folders = foldersOf(root);
    for (const [folder, watcher] of watchers) if (!folders.includes(folder)) drop(folder, watcher);
    for (const folder of folders) if (!watchers.has(folder)) add(folder);
  };
  const add = (folder: string) => {
    try {
      const watcher = watch(folder, { persistent: false }, changed);
      watcher.on('error', () => {
        drop(folder, watcher);
        changed();
      });
      watchers.set(folder, watcher);
    } catch {
      changed(); // It went away between listing and watching: look again.
    }
  };
  const drop = (folder: string, watcher: FSWatcher) => {
    watcher.close();
    watchers.delete(folder);
  };
  follow();
  return {
    close() {
      clearTimeout(timer);
      for (const [folder, watcher] of watchers) drop(folder, watcher);
    },
  };
}

function foldersOf(root: string): string[] {
  try {
    const inside = readdirSync(root, { withFileTypes: true }).filter(
      (entry) => entry.isDirectory() || entry.isSymbolicLink(),
    );
    return [root, ...inside.map(({ name }) => join(root, name))];
  } catch {
    return [];
  }
}
