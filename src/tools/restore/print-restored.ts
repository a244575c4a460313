import type { OpenedBackup } from '../../backup/open-backup.ts';
import { countRows } from '../../storage/store-content.ts';

/** What `staffroom restore` says when it is done. */
export function printRestored(
  { madeAt, content, checked }: Extract<OpenedBackup, { kind: 'whole' }>,
  { held, unreadable }: { held: number; unreadable: number },
): string {
  const rows = Object.values(countRows(content)).reduce((sum, count) => sum + count, 0);
  const { chains, unknownSignatures } = checked;
  return [
    `Restored: ${rows} rows and ${chains.length} ${chains.length === 1 ? 'ledger' : 'ledgers'}, as they were at ${madeAt}.`,
    'What was recorded after that is missing, although people were told that it was saved. Let the staff know.',
    ...(held > 0
      ? [
          `${held} ${held === 1 ? 'delivery was' : 'deliveries were'} still to be sent then. Nobody knows which were sent since, so none is sent again: each is marked "unknown", and "staffroom deliveries" lists them.`,
        ]
      : ['Nothing was still to be sent then.']),
    ...(unreadable > 0
      ? [
          `${unreadable} of the texts cannot be opened with the key file that is set. Bring back the one of that time from its sheet (staffroom keys import) before you start.`,
        ]
      : []),
    ...(unknownSignatures > 0
      ? [
          `${unknownSignatures} checkpoints of the ledgers were signed with another key; their signatures were not checked.`,
        ]
      : []),
    'Next: staffroom doctor, then staffroom start.',
    '',
  ].join('\n');
}
