import type { Piece } from './piece.ts';
import { isCapitals, isTitleCase, isTitleLike } from './title-like.ts';

/** What stands around a line that may be a heading. */
interface Surroundings {
  readonly previous: Piece | undefined;
  readonly next: Piece;
  readonly afterNext: Piece | undefined;
  /** The contents list has it. */
  readonly listed: boolean;
}

const year = /\b(?:19|20)\d\d\b/;

/** A line without a number that can only be a heading: short, alone, and with something under it that is none itself. */
export function isPlainHeading(piece: Piece, around: Surroundings): boolean {
  const { previous, next, afterNext, listed } = around;
  if (piece.kind !== 'text' || piece.marker || /:$/.test(piece.text) || next.kind === 'form') return false;
  const isLoud = isCapitals(piece.text) || piece.prominent === true;
  const namesAppendix = next.kind === 'heading' && /^(?:appendix|annexe?)\s+\w{1,2}$/i.test(next.text);
  if (!isTitleLike(piece.text) || (/:\s*\S/.test(piece.text) && !namesAppendix && !listed)) return false;
  if (!isLoud && !listed && !couldBeTitle(piece.text)) return false;
  const ended = previous !== undefined && /[.;?!]$/.test(previous.text) && !/^\p{Ll}/u.test(next.text);
  if (!piece.gapBefore && previous?.kind !== 'heading' && !isLoud && !ended) return false;
  if (next.kind === 'heading') return afterNext?.kind !== 'heading' || namesAppendix || next.level !== undefined;
  if (next.kind === 'text' && !next.gapBefore && !isLoud) return /[.:]$/.test(next.text);
  const opensRun = next.gapBefore && afterNext?.kind === 'text' && !afterNext.gapBefore;
  return isLoud || opensRun || !isShortLine(next) || year.test(next.text);
}

/** Names of laws and forms carry a year or a number; long lines are sentences unless every word has a capital. */
function couldBeTitle(text: string): boolean {
  const words = text.split(' ');
  return !year.test(text) && !/\(\d+\)/.test(text) && (words.length <= 10 || isTitleCase(words));
}

function isShortLine({ kind, marker, text }: Piece): boolean {
  return kind === 'text' && !marker && isTitleLike(text) && !text.includes(':') && text.split(' ').length <= 10;
}
