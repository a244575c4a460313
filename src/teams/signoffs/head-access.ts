import type { School } from '../../domain/people/school.ts';
import { readWithAbsences } from '../../domain/people/with-absences.ts';
import { mayAsk, mayConfirm, mayRecordPaper } from '../../domain/signoffs/may-ask.ts';
import type { Caller } from '../caller.ts';
import type { Pressed } from '../on-verb.ts';
import type { HeadDeps } from './head-deps.ts';
import { inPrivate, notYours } from './head-replies.ts';

/**
 * - `ask`: the head, whoever stands in, a delegate
 * - `second`: those, and who else may confirm a large campaign
 * - `paper`: those of `ask`, and who else may record what was signed on paper
 */
export type HeadRight = 'ask' | 'second' | 'paper';

/** What somebody reads who may not do this, or asked where others read along; undefined where they may. */
export async function turnedAway(
  { absences }: Pick<HeadDeps, 'absences'>,
  { person, today, place, library }: Caller,
  right: HeadRight,
): Promise<Pressed | undefined> {
  const school = await readWithAbsences(absences, library.school, today);
  if (!has(right, school, person, today)) return notYours();
  return place.kind === 'personal' ? undefined : inPrivate();
}

function has(right: HeadRight, school: School, person: Caller['person'], today: string): boolean {
  switch (right) {
    case 'ask':
      return mayAsk(school, person, today);
    case 'second':
      return mayConfirm(school, today).some(({ id }) => id === person?.id);
    case 'paper':
      return mayRecordPaper(school, person, today);
  }
}
