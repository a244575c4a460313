import { green, red, type HealthLine } from './health-line.ts';

export interface DiskFacts {
  /** What lies there, for a sentence: "the store", "the backups". */
  readonly of: string;
  readonly freeBytes: number;
  /** How large the store is. */
  readonly storeBytes: number;
}

const MB = 1024 * 1024;
const leastBytes = 200 * MB;

/** Whether there is room for two more of the store and for 200 MB. */
export function checkDisk({ of, freeBytes, storeBytes }: DiskFacts): HealthLine {
  const free = `${Math.floor(freeBytes / MB)} MB are free on the disk of ${of}`;
  const needed = Math.max(2 * storeBytes, leastBytes);
  if (freeBytes > needed) return green('disk', `${free}.`);
  return red(
    'disk',
    `${free}; ${Math.ceil(needed / MB)} MB are needed.`,
    'ICT lead: free some space now; on a full disk nothing is saved.',
  );
}
