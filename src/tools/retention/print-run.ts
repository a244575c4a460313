import type { RetentionApplied } from '../../domain/records/apply-retention.ts';
import type { ClockFault } from '../../domain/records/clock-fault.ts';
import type { BroadcastEnds } from '../../domain/records/plan-broadcasts.ts';
import type { RetentionRun } from '../../domain/records/look-through.ts';
import type { SlipEnds } from '../../domain/records/plan-slips.ts';
import type { SuggestionEnds } from '../../domain/records/plan-suggestions.ts';
import type { SignoffEnds } from '../../domain/records/plan-signoffs.ts';
import { keptReasons, type KeptReason, type ReportEnd } from '../../domain/records/plan-retention.ts';
import { retentionTable } from '../../domain/records/retention-table.ts';

/** The end of a sentence. */
export const because: Readonly<Record<KeptReason, string>> = {
  'by-a-person': 'abuse, or about an adult of the school: never destroyed by itself',
  unreadable: 'cannot be opened with the keys in use',
  open: 'not closed',
  'not-acknowledged': 'nobody but the reporter dealt with it',
  'not-recorded': 'nobody said that it is in the school’s own system',
  'written-since': 'more was written after it was recorded in the school’s own system',
  undelivered: 'a message about it did not surely arrive (staffroom deliveries)',
  'not-yet': 'its time is not over',
  clock: 'its time would be over, but the clock is not believed',
};

const clockWords: Readonly<Record<ClockFault, string>> = {
  'first-run': 'This is the first run: there is nothing yet to compare the clock with, so nothing is destroyed.',
  behind: 'The clock shows an earlier time than something that is stored, so nothing is destroyed.',
  ahead: 'The clock shows a time more than four days after the last run, so nothing is destroyed.',
};

/** References and counts, without a word of any report. */
export function printRun({ clock, schools, leavers }: RetentionRun, day: string): string {
  const lines = [
    `What is to be kept no longer, on ${day}`,
    ...(clock ? [clockWords[clock]] : []),
    ...schools.flatMap(({ schoolId, reports, signoffs, broadcasts, slips, suggestions }) => [
      '',
      ...schoolLines(schoolId, reports),
      ...signoffLines(signoffs),
      broadcastLine(broadcasts),
      slipLine(slips),
      suggestionLine(suggestions),
    ]),
    '',
    `People who left: ${leavers.forget.length} to be forgotten, ${leavers.waiting} whose 30 days are not over.`,
    'Everything else is kept, or goes by itself, as the table in README.md says.',
    '',
  ];
  return lines.join('\n');
}

function schoolLines(schoolId: string, reports: readonly ReportEnd[]): string[] {
  const listed = (ends: readonly ReportEnd[]) => ends.map(({ incident }) => incident.id).join(' ');
  const due = reports.filter(({ kind }) => kind === 'destroy');
  const kept = keptReasons.flatMap((why) => {
    const own = reports.filter((end) => end.kind === 'keep' && end.why === why);
    return own.length > 0 ? [`  kept, ${because[why]}: ${own.length} (${listed(own)})`] : [];
  });
  return [
    `${schoolId}: ${reports.length} ${reports.length === 1 ? 'report has' : 'reports have'} a text`,
    `  to be destroyed: ${due.length}${due.length > 0 ? ` (${listed(due)})` : ''}`,
    ...kept,
  ];
}

function signoffLines({ signatories, campaigns, versions, kept }: SignoffEnds): string[] {
  const receipts = signatories.flatMap(({ receipt }) => receipt ?? []);
  return [
    `  receipts of signatures: ${receipts.length} to be destroyed${receipts.length > 0 ? ` (${receipts.join(' ')})` : ''}, ${kept.receipts} kept`,
    ...(campaigns.length > 0
      ? [`  campaigns in which nobody is left: ${campaigns.map(({ id }) => id).join(' ')}`]
      : []),
    `  versions of policies: ${versions.length} to be destroyed${versions.length > 0 ? ` (${versions.map(({ policyId, hash }) => `${policyId} ${hash.slice(0, 12)}`).join(', ')})` : ''}, ${kept.versions} kept`,
  ];
}

function broadcastLine({ ended, kept }: BroadcastEnds): string {
  const listed = ended.length > 0 ? ` (${ended.map(({ id }) => id).join(' ')})` : '';
  return `  broadcasts: ${ended.length} to be destroyed${listed}, ${kept} kept`;
}

function slipLine({ ended, kept, byAPerson }: SlipEnds): string {
  const listed = ended.length > 0 ? ` (${ended.map(({ id }) => id).join(' ')})` : '';
  const grave = byAPerson > 0 ? `, of them ${byAPerson} never by itself: HR or the LADO was asked` : '';
  return `  what staff told or asked: ${ended.length} to be destroyed${listed}, ${kept} kept${grave}`;
}

function suggestionLine({ ended, kept }: SuggestionEnds): string {
  const listed = ended.length > 0 ? ` (${ended.map(({ id }) => id).join(' ')})` : '';
  return `  suggested wordings: ${ended.length} to be destroyed${listed}, ${kept} kept`;
}

export function printApplied({
  shredded,
  overtaken,
  forgotten,
  receipts,
  versions,
  broadcasts,
  slips,
  suggestions,
}: RetentionApplied): string {
  const signed = receipts + versions > 0 ? ` Receipts destroyed: ${receipts}; versions of policies: ${versions}.` : '';
  const sent = broadcasts > 0 ? ` Broadcasts destroyed: ${broadcasts}.` : '';
  const told = slips > 0 ? ` What staff told or asked, destroyed: ${slips}.` : '';
  const worded = suggestions > 0 ? ` Suggested wordings destroyed: ${suggestions}.` : '';
  const later = overtaken > 0 ? ` ${overtaken} changed meanwhile and stayed; run it again.` : '';
  return `\nDestroyed: the texts of ${shredded} ${shredded === 1 ? 'report' : 'reports'}. Forgotten: ${forgotten} of the people who left.${signed}${sent}${told}${worded}${later}\n`;
}

export function runAsJson(
  { at, clock, schools, leavers }: RetentionRun,
  applied: RetentionApplied | undefined,
): object {
  return {
    at,
    clock: clock ?? 'believed',
    schools: schools.map(({ schoolId, reports, signoffs, broadcasts, slips, suggestions }) => ({
      school: schoolId,
      signoffs: {
        destroy: signoffs.signatories.flatMap(({ receipt }) => receipt ?? []),
        campaigns: signoffs.campaigns.map(({ id }) => id),
        versions: signoffs.versions.map(({ policyId, hash }) => ({ policy: policyId, hash })),
        kept: signoffs.kept,
      },
      broadcasts: { destroy: broadcasts.ended.map(({ id }) => id), kept: broadcasts.kept },
      slips: { destroy: slips.ended.map(({ id }) => id), kept: slips.kept, byAPerson: slips.byAPerson },
      suggestions: { destroy: suggestions.ended.map(({ id }) => id), kept: suggestions.kept },
      destroy: reports.flatMap((end) => (end.kind === 'destroy' ? [{ reference: end.incident.id, due: end.due }] : [])),
      keep: reports.flatMap((end) =>
        end.kind === 'keep' ? [{ reference: end.incident.id, why: end.why, due: end.due }] : [],
      ),
    })),
    leavers: { forget: leavers.forget.length, waiting: leavers.waiting },
    applied: applied ?? null,
    rules: retentionTable,
  };
}
