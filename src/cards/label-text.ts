import { z } from 'zod/v4';

/** Clients read Markdown in labels and in the titles of choices: a link in a name must not become one. */
export const LabelText = z.string().transform((text) => text.replaceAll('](', ']\u2060('));
export const Choices = z.array(z.strictObject({ title: LabelText, value: z.string() }));
