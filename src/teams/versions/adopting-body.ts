import type { AdoptingBody } from '../../domain/versions/policy-version.ts';

/** Reads who decided, as people write it: "by the board", "governors", "head". Undefined for other words. */
export function adoptingBody(said: string): AdoptingBody | undefined {
  const word = said.replace(/^(?:decided )?(?:by )?(?:the |a )?/i, '').toLowerCase();
  if (/^(?:board|governing board|governing body|governors)$/.test(word)) return 'governing-board';
  if (/^committee(?: of the board)?$/.test(word)) return 'committee';
  return /^(?:head|headteacher)$/.test(word) ? 'head' : undefined;
}
