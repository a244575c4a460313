import { z } from 'zod/v4';
import type { OfferedFile } from '../../domain/files/offer-file.ts';
import { defineCard } from '../define-card.ts';
import { instantText } from '../instant-text.ts';

const LinkView = z.strictObject({
  title: z.string(),
  /** The six digits, set apart so that they are read out easily. */
  code: z.string(),
  until: z.string(),
  care: z.string(),
  url: z.union([z.string().regex(/^https:\/\/[^\s"<>]+$/), z.string().regex(/^http:\/\/localhost:\d+\/[^\s"<>]+$/)]),
  hasBack: z.boolean(),
  report: z.string(),
});
export type LinkView = z.infer<typeof LinkView>;

/** Where a file can be fetched once, and the digits that it takes. */
export const linkCard = defineCard('files/link', LinkView);

export function toLinkView(input: {
  title: string;
  report: string;
  file: OfferedFile;
  school: { readonly timeZone: string };
  care: string;
  hasBack: boolean;
}): LinkView {
  const { file, school, ...view } = input;
  return {
    ...view,
    code: `${file.code.slice(0, 3)} ${file.code.slice(3)}`,
    until: `It can be fetched once, until ${instantText(file.until, school)}.`,
    url: file.url,
  };
}
