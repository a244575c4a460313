import type { Person } from '../../domain/people/school.ts';
import { cutText } from '../cut-text.ts';

/** Where nobody can be given a link: whom to ask, and for what. `helpers` look after the server. */
export function noLinkWords(
  title: string,
  report: string,
  helpers: readonly Person[],
): { title: string; paragraphs: string[] } {
  const who =
    helpers.length > 0 ? helpers.map(({ name }) => cutText(name, 160)).join(' or ') : 'whoever looks after the server';
  return {
    title,
    paragraphs: [
      'Staffroom has no web address here (PUBLIC_URL), so it cannot give you a link.',
      `Ask ${who} to write this on the server while you stand by: staffroom report export ${report} --pdf FILE --by NAME`,
      'The file holds the whole report. Whoever makes it can read it, and that it was made is recorded.',
    ],
  };
}
