import type { PersonKey } from '../people/person-key.ts';
import { isSamePerson } from '../people/same-person.ts';
import { schoolDay } from '../people/school-day.ts';
import type { SlipDesk } from './slip-desk.ts';
import { answersInput, openSlip, type OpenedSlip, type SlipSchool } from './open-slip.ts';
import type { SlipKind } from './slip-kind.ts';
import type { SlipState } from './slip-standing.ts';
import { mayAnswer, mayReadSlip } from './who-answers.ts';

/** What the register can be narrowed to: `open` waits for an answer, `over` is ended or withdrawn. */
export const registerGroups = ['all', 'open', 'given', 'over', 'refused', 'noted'] as const;
export type RegisterGroup = (typeof registerGroups)[number];

/** Days are YYYY-MM-DD; a slip is of the day on which it was sent. */
export interface RegisterFilter {
  readonly show: RegisterGroup;
  readonly kind?: SlipKind | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly author?: Pick<PersonKey, 'objectId'> | undefined;
}

export interface RegisterRow extends OpenedSlip {
  /** Whether the reader is one of those who answer it, rather than the head of what others answer. */
  readonly answers: boolean;
}

/** All that a reader may see of what others sent, the newest first. What does not open is left out, and counted. */
export interface Register {
  readonly rows: readonly RegisterRow[];
  readonly unreadable: number;
}

/**
 * Reads what `reader` may see: what they answer, and for the head or whoever stands in all that is not about them. What they
 * sent themselves is in their own list.
 */
export async function readRegister(
  { slips, sealer }: Pick<SlipDesk, 'slips' | 'sealer'>,
  { reader, ...place }: SlipSchool & { readonly reader: PersonKey },
): Promise<Register> {
  const all = (await slips.all(place.school.id)).filter(({ author }) => !isSamePerson(author, reader));
  const opened = await Promise.all(all.map((slip) => openSlip(sealer, slip, place.today)));
  const rows = opened.flatMap((one): RegisterRow[] => {
    if (!one) return [];
    const input = answersInput(one, place);
    return mayReadSlip(input, reader) ? [{ ...one, answers: mayAnswer(input, reader) }] : [];
  });
  return { rows: rows.reverse(), unreadable: opened.filter((one) => one === undefined).length };
}

/** Whether a slip can be one of those that somebody looks for. */
export function fitsFilter(
  { slip, standing }: OpenedSlip,
  { show, kind, from, to, author }: RegisterFilter,
  school: SlipSchool['school'],
): boolean {
  const day = schoolDay(new Date(slip.at), school);
  if (kind !== undefined && slip.kind !== kind) return false;
  if ((from !== undefined && day < from) || (to !== undefined && day > to)) return false;
  if (author && slip.author.objectId !== author.objectId) return false;
  return show === 'all' || (show === 'open' ? standing.waits : groups[show].includes(standing.state));
}

const groups: Readonly<Record<Exclude<RegisterGroup, 'all' | 'open'>, readonly SlipState[]>> = {
  given: ['given'],
  over: ['ended', 'withdrawn'],
  refused: ['refused'],
  noted: ['noted'],
};
