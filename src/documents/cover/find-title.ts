import type { Piece } from '../blocks/piece.ts';

const titleWords =
  /\b(?:polic(?:y|ies)|guidance|guidelines|code of (?:conduct|practice)|procedures?|agreement|statement|handbook|protocol|strategy|charter|plan)\b/i;

const schoolWords =
  /\b(?:schools?|academ(?:y|ies)|nurser(?:y|ies)|pre-?school|college|trust|primary|infants?|juniors?|council|federation|playgroup)\b/i;

/**
 * The document's title and, in `pieces`, the pieces that print it (now of kind `title`). Front matter and Word's own
 * title first, then a lone top heading, then the line of the cover that names a policy, then the first heading or the
 * file's name. `sure` is false where it was guessed from the words.
 */
export function findTitle(pieces: Piece[], coverEnd: number, fileName: string): { title: string; sure: boolean } {
  const marked = pieces.find((piece) => piece.kind === 'title' && isTitle(piece));
  if (marked) {
    const repeated = pieces.find(({ kind }) => kind === 'heading');
    if (repeated && repeated.text.toLowerCase() === marked.text.toLowerCase()) repeated.kind = 'title';
    return { title: marked.text, sure: true };
  }
  const tops = pieces.filter(({ kind, level }) => kind === 'heading' && level === 1);
  const firstHeading = pieces.find(({ kind }) => kind === 'heading');
  const top = tops[0];
  if (top && tops.length === 1 && top === firstHeading && isTitle(top) && pieces.indexOf(top) <= coverEnd) {
    top.kind = 'title';
    return { title: top.text, sure: true };
  }
  const cover = pieces
    .slice(0, coverEnd)
    .filter(({ kind, text }) => kind === 'text' && text.length >= 3 && text.length <= 160 && /\p{L}{3}/u.test(text));
  const named = cover.filter(
    ({ text }) =>
      titleWords.test(text) &&
      !/[.;:]$|\b(?:adopted|approved|reviewed|signed)\b/i.test(text) &&
      text.split(' ').length <= 22,
  );
  const others = cover.filter(({ text }) => !schoolWords.test(text) && !/\d{4}|:/.test(text));
  const chosen =
    [...named, ...others, ...cover].find(({ prominent }) => prominent) ?? named[0] ?? others[0] ?? cover[0];
  if (chosen) {
    chosen.kind = 'title';
    return { title: chosen.text, sure: false };
  }
  const name = fileName
    .replace(/^.*[\\/]/, '')
    .replace(/\.[a-z]+$/i, '')
    .replace(/[-_]+/g, ' ')
    .trim();
  return {
    title:
      firstHeading && titleWords.test(firstHeading.text)
        ? firstHeading.text
        : name.length >= 3
          ? name
          : 'Untitled policy',
    sure: false,
  };
}

function isTitle({ text }: Piece): boolean {
  return text.length >= 3 && /\p{L}/u.test(text);
}
