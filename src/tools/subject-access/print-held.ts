import { countRedactions, redaction } from '../../domain/records/redact-names.ts';
import { retentionTable } from '../../domain/records/retention-table.ts';
import type { HeldItem } from '../../domain/records/held-item.ts';
import { onOneLine } from '../on-one-line.ts';

/** Which search this was. */
export interface AccessRequest {
  readonly reference: string;
  readonly at: string;
  readonly school: string;
  readonly person: string;
}

const notice = [
  'FOR THE DATA PROTECTION OFFICER. This releases nothing, and nobody was told that it was made.',
  `Names of other people were taken out by rules, each as ${redaction}. Rules miss people: somebody must read all of it, beside`,
  'the originals, before any of it is given out. What is marked "A PERSON DECIDES" may be child-abuse data, may do serious harm,',
  'or is what somebody else said: Data Protection Act 2018, schedules 2 and 3. Do not release it without advice.',
];

/** What nobody can find by a person, so that the list is not taken for more than it is. */
const notFound = [
  'Not searched, because it names nobody: helpful marks, who suggested a wording, hashed names of messages, the ledger, the log.',
  'Reports whose texts were destroyed are listed where the person made or read them; what they said is gone.',
  'Teams keeps its own copy of every chat, and the school’s own system its own file: ask there too.',
];

export function printHeld({ reference, at, school, person }: AccessRequest, items: readonly HeldItem[]): string {
  return [
    `What Staffroom holds of ${onOneLine(person)} at ${school}`,
    `${reference}, ${at}`,
    '',
    ...notice,
    '',
    items.length === 0 ? 'Nothing was found.' : `Found: ${items.length}`,
    ...items.flatMap((item) => ['', ...itemLines(item)]),
    '',
    ...notFound,
    '',
  ].join('\n');
}

function itemLines({ record, reference, at, as, aPersonDecides, unreadable, texts }: HeldItem): string[] {
  const redacted = texts.reduce((sum, { text }) => sum + countRedactions(text), 0);
  const title = record === 'settings' ? 'The school’s own list of people' : retentionTable[record].record;
  return [
    `${reference}  ${title}${at ? `, ${at}` : ''}`,
    `  as ${as.join(', ')}${redacted > 0 ? `; ${redacted} names taken out` : ''}`,
    ...(aPersonDecides ? ['  A PERSON DECIDES'] : []),
    ...(unreadable ? ['  some of it cannot be opened with the keys in use'] : []),
    ...texts.map(({ of, text }) => `  ${of}: ${onOneLine(text)}`),
  ];
}

export function heldAsJson(request: AccessRequest, items: readonly HeldItem[]): object {
  return { ...request, notice: notice.join(' '), items, notSearched: notFound };
}
