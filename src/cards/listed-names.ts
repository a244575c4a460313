import { cutText } from './cut-text.ts';

const most = 8;

/** "A, B and C", cleaned; at most eight names, then how many more. */
export function listedNames(names: readonly string[]): string {
  const shown = names.slice(0, most).map((name) => cutText(name, 160));
  const all = names.length > most ? [...shown, `${names.length - most} more`] : shown;
  const last = all.at(-1) ?? '';
  return all.length < 2 ? last : `${all.slice(0, -1).join(', ')} and ${last}`;
}

/** The same of those of whom one is enough: "A, B or C". */
export function orNames(names: readonly string[]): string {
  return listedNames(names).replace(/ and (?=[^,]*$)/, ' or ');
}
