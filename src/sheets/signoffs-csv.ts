import { stringify } from 'csv-stringify/sync';
import { stateHeadings } from '../cards/signoffs/campaign-words.ts';
import { plainText } from '../cards/plain-text.ts';
import { schoolDay } from '../domain/people/school-day.ts';
import type { NotAskedReason } from '../domain/signoffs/whom-to-ask.ts';
import type { WholeCampaign } from '../domain/signoffs/whole-campaign.ts';

const columns = ['Name', 'Groups', 'State', 'Signed on', 'Sign by', 'Receipt', 'Signed how', 'Reason'];

const because: Record<NotAskedReason, string> = {
  'other-audience': 'the document is not for any of their groups',
  'other-group': 'only other groups were chosen',
  'no-group': 'they are neither in the staff team nor in a group',
  'no-account': 'Teams has not told yet who they are',
  'not-yet': 'their first day is still to come',
  'no-longer': 'their last day is past',
  holds: 'they signed before, and that signature holds',
};

/**
 * A campaign as a table for Excel: everybody who was asked, then who was never asked and why. UTF-8 with a mark that Excel
 * reads; what a spreadsheet would take for a formula is written so that it stays text. Days are YYYY-MM-DD.
 */
export function toSignoffsCsv(
  { signatories, receipts, notAsked }: Omit<WholeCampaign, 'campaign'>,
  school: { readonly timeZone: string; readonly groups: readonly { readonly id: string; readonly name: string }[] },
): string {
  const receiptOf = new Map(receipts.map((receipt) => [receipt.signatoryId, receipt]));
  const groupsText = (ids: readonly string[]) =>
    ids.map((id) => school.groups.find((one) => one.id === id)?.name ?? id).join('; ');
  const asked = signatories.map(({ id, name, groups, state, dueOn, reason }) => {
    const receipt = receiptOf.get(id);
    const how = receipt?.how;
    return [
      name,
      groupsText(groups),
      stateHeadings[state],
      receipt ? schoolDay(new Date(receipt.at), school) : '',
      dueOn,
      receipt?.id ?? '',
      how === undefined ? '' : how.kind === 'teams' ? 'Teams' : `${how.on}; witness ${how.witness}; kept: ${how.place}`,
      reason ?? '',
    ];
  });
  const others = notAsked.map(({ name, groups, why, receipt }) => [
    ...[name, groupsText(groups), 'Never asked', '', '', receipt ?? '', ''],
    `Never asked because ${because[why]}`,
  ]);
  const rows = [...asked, ...others].map((row) => row.map((cell) => plainText(cell).trim()));
  return stringify([columns, ...rows], { bom: true, escape_formulas: true, record_delimiter: 'windows' });
}
