import { coverWords } from '../blocks/fields.ts';
import type { Piece } from '../blocks/piece.ts';

/** Facts about the document itself; a contact on the cover ("Safeguarding lead: …") is a rule like any other. */
export function isCover({ kind, text }: Piece, before: boolean): boolean {
  if (kind === 'field')
    return before || coverWords.test(text) || /\b(?:19|20)\d\d\b|^on\b|\brole\b|\bname\b/i.test(text);
  if (kind !== 'text' || !before) return false;
  return (
    !/\b(?:lead|officer|tel|telephone|phone|e-?mail|contact|person)\b/i.test(text) ||
    /\b(?:approved|adopted|reviewed?)\b/i.test(text)
  );
}
