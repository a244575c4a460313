import { cutText } from './cut-text.ts';

const most = 8;

/** "A, B and C", cleaned; at most eight names, then how many more. */
export function listedNames(names: readonly string[]): string {
  const shown = names.slice(0, most).map((name) => cutText(name, 160));
  const all = names.length > most ? [...shown, `${names.length - most} more`] : shown;
  const last = all.at(-1) ?? '';
  return all.length < 2 ? last : `${all.slice(0, -1).join(', ')} and ${last}`;
}
