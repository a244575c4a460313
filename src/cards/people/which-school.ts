import { z } from 'zod/v4';
import type { School } from '../../domain/people/school.ts';
import { cutText } from '../cut-text.ts';
import { defineCard } from '../define-card.ts';

const WhichSchoolView = z.strictObject({
  wrote: z.boolean(),
  schools: z.array(z.strictObject({ id: z.string(), name: z.string() })).min(1),
  hasMore: z.boolean(),
  more: z.string(),
  typed: z.string(),
});
export type WhichSchoolView = z.infer<typeof WhichSchoolView>;

/** Asks somebody who works in several schools which one they mean: a button each. */
export const whichSchoolCard = defineCard('people/which-school', WhichSchoolView);

const most = 20;

/** `wrote`: they wrote something with which nothing was done. A button for each of the first twenty schools. */
export function toWhichSchoolView(input: {
  schools: readonly Pick<School, 'id' | 'name'>[];
  wrote: boolean;
}): WhichSchoolView {
  const { schools, wrote } = input;
  const left = schools.length - most;
  return {
    wrote,
    schools: schools.slice(0, most).map(({ id, name }) => ({ id, name: cutText(name, 120) })),
    hasMore: left > 0,
    more: `${left} more are not shown: write their name.`,
    typed: `You can also write “school” and its name: school ${cutText(schools[0]?.name ?? '', 120)}`,
  };
}
