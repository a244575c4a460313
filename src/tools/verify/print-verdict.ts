import type { Verdict } from '../../domain/ledger/verify-export.ts';
import { headMark } from '../../domain/ledger/head-mark.ts';

/** The verdict for a person who has to rely on it. */
export function printVerdict(verdict: Verdict): string {
  return `${linesOf(verdict).join('\n')}\n`;
}

function linesOf(verdict: Verdict): string[] {
  switch (verdict.kind) {
    case 'unreadable':
      return [`Cannot be checked: ${verdict.why}`];
    case 'broken':
      return [
        `BROKEN at entry ${verdict.entry} (line ${verdict.line} of the file): ${verdict.why}.`,
        verdict.entry > 1
          ? `What stands before entry ${verdict.entry} holds so far.`
          : 'Nothing of it can be relied on.',
      ];
    case 'whole': {
      const { schoolId, chain, entries, checkpoints, exportedAt, head, keys, witnesses } = verdict;
      const missing = witnesses.filter(({ entry }) => entry === undefined);
      return [
        missing.length > 0 ? 'NOT THE SAME LEDGER: a witness does not stand in it.' : 'Whole.',
        `School ${schoolId}, ledger of ${chain}: ${count(entries, 'entry', 'entries')} up to ${exportedAt}, ${count(checkpoints, 'checkpoint', 'checkpoints')}.`,
        `Head ${headMark(head)} (${head}).`,
        ...keys.map(({ keyId, since }) =>
          since === undefined
            ? `Signed with the key ${keyId}.`
            : `Signed from ${since} on with the key ${keyId}, which the one before put in its place.`,
        ),
        ...witnesses.map(({ witness, entry }) =>
          entry === undefined
            ? `Witness ${witness}: stands nowhere. The ledger was made anew, or the witness is younger than this export or of another ledger.`
            : `Witness ${witness}: stands at entry ${entry}.`,
        ),
        ...(witnesses.length > 0
          ? []
          : [
              'Whoever has the keys could have made it anew: compare with --witness and a hash that was kept elsewhere.',
            ]),
      ];
    }
  }
}

/** “1 entry”, “2,000 entries”. */
export function count(number: number, one: string, many: string): string {
  return `${number.toLocaleString('en-GB')} ${number === 1 ? one : many}`;
}
