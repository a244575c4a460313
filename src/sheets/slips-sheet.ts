import { instantText } from '../cards/instant-text.ts';
import { groupTitles } from '../cards/slips/register.ts';
import { eventText, standingText } from '../cards/slips/slip-words.ts';
import type { NamePerson } from '../domain/questions/name-people.ts';
import type { RegisterGroup, RegisterRow } from '../domain/slips/register.ts';
import type { Block, Sheet } from './sheet.ts';

/** What staff told and asked, to print: of each what was written, and what became of it. */
export function toSlipsSheet(
  rows: readonly RegisterRow[],
  input: {
    readonly school: { readonly name: string; readonly timeZone: string };
    readonly name: NamePerson;
    readonly cite: (clause: string) => string;
    readonly show: RegisterGroup;
    /** ISO 8601 instant. */
    readonly printedAt: string;
  },
): Sheet {
  const { school, name, cite, show, printedAt } = input;
  return {
    title: 'What staff told and asked',
    school: school.name,
    footer: `What staff told and asked · confidential · ${instantText(printedAt, school)}`,
    blocks: [
      { kind: 'fact', label: 'Shown', text: `${groupTitles[show]}: ${rows.length}` },
      ...rows.flatMap(({ slip, words, eventTexts, standing }): Block[] => [
        { kind: 'heading', text: `${slip.title} (${slip.id})` },
        { kind: 'fact', label: 'From', text: `${name(slip.author)}, ${instantText(slip.at, school)}` },
        { kind: 'fact', label: 'By', text: cite(slip.clause) },
        { kind: 'fact', label: 'State', text: standingText(standing) },
        ...words.texts.map(({ ask, text }): Block => ({
          kind: 'fact',
          label: ask === '' ? 'In their own words' : ask,
          text,
        })),
        ...slip.events.map((event, at): Block => ({
          kind: 'entry',
          when: instantText(event.at, school),
          what: eventText(event, { slip, name, school }),
          words: eventTexts[at],
        })),
      ]),
    ],
  };
}
