/**
 * Finds the marked clauses of a document of the corpus, asked for in their order, among `texts`, those of its clauses as the
 * bot reads them: the place of the one that holds the end of the marked words (what stands before the mark), the nearest
 * after the last one that was found; undefined where none does.
 */
export function createMarkFinder(texts: readonly string[]): (words: string) => number | undefined {
  const all = texts.map(plain);
  let last = 0;
  return (words) => {
    const place = placeOf(plain(words), all, last);
    last = place ?? last;
    return place;
  };
}

function placeOf(words: string, texts: readonly string[], last: number): number | undefined {
  const tail = words.slice(-60);
  const fits = texts.flatMap((text, place) =>
    text.length > 3 && (text.endsWith(tail) || text.includes(words) || (words.endsWith(text) && text.length > 20))
      ? [place]
      : [],
  );
  return fits.find((place) => place >= last) ?? fits.at(-1);
}

function plain(text: string): string {
  return text
    .replace(/[*_`#|]+/g, '')
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim()
    .toLowerCase();
}
