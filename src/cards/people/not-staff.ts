import { z } from 'zod/v4';
import { defineCard } from '../define-card.ts';

/** For anybody who is not staff, a pupil perhaps: kind, short, the same for everybody, nothing asked and nothing kept. */
export const notStaffCard = defineCard('people/not-staff', z.strictObject({}));
