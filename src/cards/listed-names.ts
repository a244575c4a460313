import { cutText } from './cut-text.ts';

const most = 8;

/** "A, B and C", cleaned; at most eight names, then how many more. "Osei, Winifred; and C" where a name has a comma of its own. */
export function listedNames(names: readonly string[], word: 'and' | 'or' = 'and'): string {
  const shown = names.slice(0, most).map((name) => cutText(name, 160));
  const all = names.length > most ? [...shown, `${names.length - most} more`] : shown;
  const last = all.at(-1) ?? '';
  if (all.length < 2) return last;
  const hasComma = all.some((name) => name.includes(','));
  return `${all.slice(0, -1).join(hasComma ? '; ' : ', ')}${hasComma ? ';' : ''} ${word} ${last}`;
}

/** The same of those of whom one is enough: "A, B or C". */
export function orNames(names: readonly string[]): string {
  return listedNames(names, 'or');
}
