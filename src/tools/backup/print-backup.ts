import type { MadeBackup } from '../../backup/make-backup.ts';

/** What `staffroom backup` says when it is done. */
export function printBackup(
  file: string,
  { rows, chains, bytes }: Pick<Extract<MadeBackup, { kind: 'made' }>, 'rows' | 'chains' | 'bytes'>,
): string {
  const all = Object.values(rows).reduce((sum, count) => sum + count, 0);
  return [
    `The backup is in ${file}: ${all} rows, ${chains} ${chains === 1 ? 'ledger' : 'ledgers'} checked, ${sizeOf(bytes)}.`,
    'The keys are not in it. Without the key file or its sheet in the safe nobody can read what staff wrote.',
    'Keep copies on two devices at least, one of them away from the school.',
    '',
  ].join('\n');
}

function sizeOf(bytes: number): string {
  return bytes < 1024 * 1024 ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
