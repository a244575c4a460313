import { z } from 'zod/v4';
import type { School } from '../../domain/people/school.ts';
import type { NamePerson } from '../../domain/questions/name-people.ts';
import { kindsOf } from '../../domain/slips/kinds-of.ts';
import {
  registerGroups,
  type RegisterFilter,
  type RegisterGroup,
  type RegisterRow,
} from '../../domain/slips/register.ts';
import { cutText } from '../cut-text.ts';
import { defineCard } from '../define-card.ts';
import { PageFields, pageFields } from '../signoffs/name-sections.ts';
import { perPage, SlipRow, toSlipRow } from './list.ts';

const Choices = z.array(z.strictObject({ title: z.string(), value: z.string() })).min(1);
const RegisterView = z.strictObject({
  title: z.string(),
  counts: z.string(),
  show: z.string(),
  shows: Choices,
  kind: z.string(),
  kinds: Choices,
  who: z.string(),
  authors: Choices,
  from: z.string(),
  to: z.string(),
  hasProblem: z.boolean(),
  problem: z.string(),
  isEmpty: z.boolean(),
  empty: z.string(),
  rows: z.array(SlipRow),
  ...PageFields,
});
export type RegisterView = z.infer<typeof RegisterView>;

/** What staff told and asked, for whoever answers it. */
export const registerCard = defineCard('slips/register', RegisterView);

export const groupTitles: Readonly<Record<RegisterGroup, string>> = {
  all: 'Everything',
  open: 'Open: waits for an answer',
  given: 'Given, and running',
  over: 'Ended or withdrawn',
  refused: 'Refused',
  noted: 'Told and noted',
};

/** `rows` are all that the reader may see, `shown` those of them that fit. */
export function toRegisterView(input: {
  rows: readonly RegisterRow[];
  shown: readonly RegisterRow[];
  filter: RegisterFilter;
  school: School;
  name: NamePerson;
  today: string;
  page: number;
  unreadable: number;
  problem?: string | undefined;
}): RegisterView {
  const { rows, shown, filter, school, name, today, unreadable, problem } = input;
  const { at, fields } = pageFields(input.page, Math.max(1, Math.ceil(shown.length / perPage)));
  const open = rows.filter(({ standing }) => standing.waits).length;
  const running = rows.filter(({ standing }) => standing.state === 'given').length;
  const lost = unreadable > 0 ? ` ${unreadable} cannot be opened: please tell your ICT lead.` : '';
  return {
    title: 'What staff told and asked',
    counts: `${rows.length} in all, ${open} open, ${running} running.${lost}`,
    show: filter.show,
    shows: registerGroups.map((value) => ({ title: groupTitles[value], value })),
    kind: filter.kind ?? 'all',
    kinds: [
      { title: 'All kinds', value: 'all' },
      ...kindsOf(school).map(({ kind, title }) => ({ title: cutText(title, 240), value: kind })),
    ],
    who: filter.author?.objectId ?? 'all',
    authors: [{ title: 'Everybody', value: 'all' }, ...authorsOf(rows, name)],
    from: filter.from ?? '',
    to: filter.to ?? '',
    hasProblem: problem !== undefined,
    problem: problem ?? '',
    isEmpty: shown.length === 0,
    empty: rows.length === 0 ? 'Nobody told or asked anything yet that you may see.' : 'Nothing fits what you chose.',
    rows: shown.slice(at * perPage, (at + 1) * perPage).map(({ slip }) => toSlipRow(slip, { school, today, name })),
    ...fields,
  };
}

const mostAuthors = 25;

/** Who sent something, by name; whoever is not among them can be typed. */
function authorsOf(rows: readonly RegisterRow[], name: NamePerson) {
  const once = new Map(rows.map(({ slip: { author } }) => [author.objectId, cutText(name(author), 200)]));
  const sorted = [...once].sort(([, one], [, other]) => (one < other ? -1 : 1));
  return sorted.slice(0, mostAuthors).map(([value, title]) => ({ title, value }));
}
