import type { EvidenceVerdict, WholeEvidence } from '../../domain/signoffs/verify-evidence.ts';
import { count, printVerdict } from './print-verdict.ts';

/** The verdict on an evidence bundle for a person who has to rely on it. */
export function printEvidence(verdict: EvidenceVerdict): string {
  switch (verdict.kind) {
    case 'unreadable':
      return `Cannot be checked: ${verdict.why}\n`;
    case 'broken': {
      const { line, what, entry, why } = verdict;
      const where = [
        ...(what === undefined ? [] : [what]),
        ...(entry === undefined ? [] : [`entry ${entry} of the ledger`]),
      ];
      const at = where.length > 0 ? `${where.join(', ')} (line ${line} of the file)` : `line ${line} of the file`;
      return `BROKEN at ${at}: ${why}.\n`;
    }
    case 'whole':
      return `${aboutLines(verdict).join('\n')}\n\nThe ledger in it: ${printVerdict(verdict.ledger)}`;
  }
}

function aboutLines({ about, school, madeAt, campaigns, signatories, receipts, destroyed }: WholeEvidence): string[] {
  const whose = {
    school: 'all sign-offs',
    campaign: `campaign ${'campaign' in about ? about.campaign : ''}`,
    person: `the sign-offs of ${'name' in about ? about.name : ''}`,
  }[about.kind];
  return [
    `${school}: ${whose}, as they were on ${madeAt}.`,
    `${count(receipts, 'receipt', 'receipts')} of ${count(signatories, 'person', 'people')} asked in ${count(campaigns, 'campaign', 'campaigns')}. Each is the one that the ledger took, of the words in this file.`,
    ...(about.kind === 'person'
      ? ['The ledger names nobody: that these are all of theirs cannot be seen from this file.']
      : [`No other signature stands in the ledger${about.kind === 'campaign' ? ' for this campaign' : ''}.`]),
    ...(destroyed > 0
      ? [`${count(destroyed, 'receipt was', 'receipts were')} destroyed when the time was over; the ledger says so.`]
      : []),
  ];
}
