import { z } from 'zod/v4';
import { isReference } from '../domain/delivery/reference.ts';

/*
 * What stands in the data of buttons and forms, as every feature reads it. Nothing of it is believed: it names things, and
 * the feature finds out whether they are there and whose they are.
 */

/** What somebody typed into a form. A client leaves out what is empty; the feature says what is too long. */
export const text = z.string().max(50_000).default('');

/** A number from 0 on, as the data of a button has it: a page, a part, how far somebody saw. */
export const number = z
  .string()
  .regex(/^\d{1,6}$/)
  .transform(Number);

/** A box; clients leave out, or send as false, what is not ticked. */
export const tick = z.enum(['true', 'false']).optional();

/** A day that was chosen, or none. */
export const day = z.union([z.iso.date(), z.literal('')]).default('');

export const reference = z.string().max(20).refine(isReference);

/** A policy's id, or nothing. */
export const policy = z
  .string()
  .max(200)
  .regex(/^[a-z0-9-]*$/)
  .default('');

/** Ids of groups with commas between, as a choice of several comes. */
export const groups = z
  .string()
  .max(2_000)
  .regex(/^[a-z0-9,-]*$/)
  .default('')
  .transform((ids) => ids.split(',').filter((id) => id !== ''));

/** What somebody composed: a sealed text, whatever is in it. */
export const draft = z.strictObject({
  draft: z
    .string()
    .max(8_000)
    .regex(/^[\w.-]+$/),
});
