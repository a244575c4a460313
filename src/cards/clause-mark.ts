import type { Clause } from '../domain/policies/clause.ts';
import { cutText } from './cut-text.ts';

/** What stands before a clause's words in a list: its printed number, its column's heading or a bullet, and a space. */
export function clauseMark({ ref, column, leadIn }: Clause): string {
  const marks = [ref && cutText(ref, 80), column && `${cutText(column, 200)}:`].filter(Boolean);
  if (marks.length === 0 && leadIn !== undefined) marks.push('•');
  return marks.map((mark) => `${mark} `).join('');
}
