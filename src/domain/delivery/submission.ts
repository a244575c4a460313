import { z } from 'zod/v4';

/** A submission id as it comes back in the data of a card. */
export const SubmissionId = z.string().regex(/^[0-9a-f]{32}$/);

/**
 * The id of one rendering of a form: 128 random bits, hexadecimal. It goes into the data of the form's button and comes
 * back with every press of it, however often Teams delivers that press. `randomBytes` gives that many random bytes.
 */
export function createSubmission(randomBytes: (size: number) => Uint8Array): string {
  return Buffer.from(randomBytes(16)).toString('hex');
}
