import { z } from 'zod/v4';

const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'write a time in quotation marks, as "07:30"');

/** So many people one person may ask alone; more need a second person's yes. A school can only lower it. */
export const mostAskedAlone = 150;

/** How a school asks for signatures. Every key may be left out. */
export const SignoffSettings = z.strictObject({
  /** The file in the school's folder with the people who have no account. */
  list: z
    .string()
    .regex(/^(?!\.)[\w .-]+\.csv$/i, 'name a .csv file in this folder')
    .optional(),
  /** Asking more people than this needs a second person's confirmation. */
  secondPersonAbove: z
    .int()
    .min(1)
    .max(mostAskedAlone, `${mostAskedAlone} is the most that one person may ask alone`)
    .default(mostAskedAlone),
  /** From the evening to the morning nobody is asked or reminded, and never on a day without school. */
  quietHours: z
    .strictObject({ from: clockTime, to: clockTime })
    .refine(
      ({ from, to }) => to < from,
      'quiet hours begin in the evening and end in the morning: "from" is the later time',
    )
    .prefault({ from: '18:00', to: '07:30' }),
  /** School days between two reminders; 0: none but those that the head sends. */
  chaseEvery: z.int().min(0).max(60, 'remind at least every 60 school days, or write 0').default(5),
});
export type SignoffSettings = z.infer<typeof SignoffSettings>;
