import { zipSync } from 'fflate';
import type { PackageFiles } from './make-package.ts';

/** A ZIP with these files at its root, in the order of their names. The same files give the same bytes. */
export function zipFiles(files: PackageFiles): Uint8Array {
  // A ZIP has no zone: local time is the same wherever it is made.
  const mtime = new Date(1980, 0, 1);
  const ordered = Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1));
  return zipSync(Object.fromEntries(ordered), { level: 9, mtime });
}
