import { stringify } from 'csv-stringify/sync';
import { plainText } from '../cards/plain-text.ts';
import { standingText } from '../cards/slips/slip-words.ts';
import { schoolDay } from '../domain/people/school-day.ts';
import type { NamePerson } from '../domain/questions/name-people.ts';
import type { RegisterRow } from '../domain/slips/register.ts';

const columns = [
  'Reference',
  'From',
  'Told or asked',
  'Kind',
  'Clause',
  'Sent on',
  'State',
  'Until',
  'What was written',
];

/**
 * The register as a table for Excel, the newest first. UTF-8 with a mark that Excel reads; what a spreadsheet would take for
 * a formula is written so that it stays text. Days are YYYY-MM-DD.
 */
export function toSlipsCsv(
  rows: readonly RegisterRow[],
  { school, name, cite }: { school: { readonly timeZone: string }; name: NamePerson; cite: (clause: string) => string },
): string {
  const lines = rows.map(({ slip, words, standing }) => [
    ...[slip.id, name(slip.author), slip.way === 'tell' ? 'told' : 'asked', slip.title, cite(slip.clause)],
    ...[schoolDay(new Date(slip.at), school), standingText(standing), standing.until ?? ''],
    words.texts.map(({ ask, text }) => (ask === '' ? text : `${ask} ${text}`)).join('\n'),
  ]);
  const clean = lines.map((row) => row.map((cell) => plainText(cell).trim()));
  return stringify([columns, ...clean], { bom: true, escape_formulas: true, record_delimiter: 'windows' });
}
