import { z } from 'zod/v4';
import type { Person } from '../domain/people/school.ts';
import { cutText } from './cut-text.ts';

/** Lines of plain text. */
export const Lines = z.array(z.strictObject({ text: z.string() }));

/** How to reach a person, a line each, the quickest way first. Empty where nothing is known. */
export function personDetails({ phone, room, email }: Person): z.infer<typeof Lines> {
  const lines = [phone && `Phone ${cutText(phone, 120)}`, room && cutText(room, 160), email && cutText(email, 240)];
  return lines.flatMap((text) => (text ? [{ text }] : []));
}
