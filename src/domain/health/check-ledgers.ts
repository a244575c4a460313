import type { ChainName } from '../ledger/entry.ts';
import { green, red, type HealthLine } from './health-line.ts';

export interface LedgerFacts extends ChainName {
  readonly verdict:
    | { readonly kind: 'whole' }
    /** What can be checked holds; a checkpoint was signed with a key that is not there. */
    | { readonly kind: 'other-key'; readonly keyId: string }
    | { readonly kind: 'broken'; readonly entry: number; readonly why: string };
  /** When the first entry that no checkpoint covers was recorded. */
  readonly uncoveredSince?: string | undefined;
}

const patienceMs = 25 * 60 * 60 * 1000;

/** Whether every chain holds, its signatures too, and what is new in it was signed within 25 hours. */
export function checkLedgers(ledgers: readonly LedgerFacts[], now: Date): HealthLine[] {
  const lines = ledgers.flatMap(({ schoolId, chain, verdict, uncoveredSince }) => {
    const name = `the ledger of ${chain} of ${schoolId}`;
    if (verdict.kind === 'broken') {
      const message = `In ${name} entry ${verdict.entry} does not hold: ${verdict.why}.`;
      return [
        red(
          'ledger',
          message,
          'Data protection officer: keep the store and all backups as they are, and find out who changed it.',
        ),
      ];
    }
    if (verdict.kind === 'other-key') {
      const message = `In ${name} the key ${verdict.keyId} has signed, which is not in the key file.`;
      return [
        red(
          'ledger',
          message,
          'ICT lead: copy the key file from the machine where the signing key was changed, or bring it back from the newest sheet in the safe: staffroom keys import.',
        ),
      ];
    }
    const isLate = uncoveredSince !== undefined && now.getTime() - Date.parse(uncoveredSince) > patienceMs;
    return isLate
      ? [
          red(
            'ledger',
            `In ${name} entries have not been signed for more than a day.`,
            'ICT lead: check that the bot runs and what its log says of checkpoints.',
          ),
        ]
      : [];
  });
  if (lines.length > 0) return lines;
  const count = ledgers.length === 1 ? 'The ledger holds' : `All ${ledgers.length} ledgers hold`;
  return [
    green(
      'ledger',
      ledgers.length === 0 ? 'Nothing is in a ledger yet.' : `${count}, from the first entry to the last.`,
    ),
  ];
}
