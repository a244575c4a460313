import { z } from 'zod/v4';

/** An id that people write into files: of a policy, a person, a group, a contact. */
export const Slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'use lower-case letters, digits and single hyphens');
