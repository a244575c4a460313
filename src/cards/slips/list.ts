import { z } from 'zod/v4';
import type { School } from '../../domain/people/school.ts';
import type { NamePerson } from '../../domain/questions/name-people.ts';
import { standingOf } from '../../domain/slips/slip-standing.ts';
import type { Slip } from '../../domain/slips/slip.ts';
import { cutText } from '../cut-text.ts';
import { defineCard } from '../define-card.ts';
import { instantText } from '../instant-text.ts';
import { PageFields, pageFields } from '../signoffs/name-sections.ts';
import { standingText } from './slip-words.ts';

/** A slip in a list, without a word of what was written. */
export const SlipRow = z.strictObject({ title: z.string(), state: z.string(), about: z.string(), slip: z.string() });
export type SlipRow = z.infer<typeof SlipRow>;

const ListView = z.strictObject({
  title: z.string(),
  isEmpty: z.boolean(),
  empty: z.string(),
  rows: z.array(SlipRow),
  ...PageFields,
});
export type ListView = z.infer<typeof ListView>;

/** What somebody told and asked, the newest first. */
export const slipsCard = defineCard('slips/list', ListView);

export const perPage = 5;

export function toListView(input: {
  slips: readonly Slip[];
  school: Pick<School, 'timeZone'>;
  today: string;
  page: number;
}): ListView {
  const { slips, school, today } = input;
  const { at, fields } = pageFields(input.page, Math.max(1, Math.ceil(slips.length / perPage)));
  return {
    title: 'What you told, and your permissions',
    isEmpty: slips.length === 0,
    empty: 'There is nothing that you told or asked for here.',
    rows: slips.slice(at * perPage, (at + 1) * perPage).map((slip) => toSlipRow(slip, { school, today })),
    ...fields,
  };
}

/** `name`: who sent it is said with it. */
export function toSlipRow(
  slip: Slip,
  { school, today, name }: { school: Pick<School, 'timeZone'>; today: string; name?: NamePerson },
): SlipRow {
  const [told, asked] = name ? ['told', 'asked'] : ['Told', 'Asked'];
  const from = name ? `${cutText(name(slip.author), 240)}, ` : '';
  return {
    title: cutText(slip.title, 240),
    state: standingText(standingOf(slip, today)),
    about: `${from}${slip.way === 'tell' ? told : asked} on ${instantText(slip.at, school)} · ${slip.id}`,
    slip: slip.id,
  };
}
