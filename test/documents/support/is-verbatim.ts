const maxGap = 400;

/** A text without the marks of Markdown and HTML, in one case and with plain quotation marks and dashes. */
export function plain(text: string): string {
  return text
    .replace(/<[^>]+>/g, ' ')
    .replace(/\\([\\`*_{}[\]()#+\-.!|>~])/g, '$1')
    .replace(/[*_`]+/g, '')
    .replace(/[\u2018\u2019\u02BC]/g, "'")
    .replace(/[\u201C\u201D]/g, '"')
    .replace(/[\u2013\u2014]/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}

/** True where `quote` stands in `source` whole, or cut once at a word by at most 400 characters of page furniture. Both are plain. */
export function isVerbatim(quote: string, source: string): boolean {
  if (source.includes(quote)) return true;
  const words = quote.split(' ');
  const holds = (count: number) => source.includes(words.slice(0, count).join(' '));
  let cut = 0;
  for (let low = 1, high = words.length - 1; low <= high;) {
    const middle = (low + high) >> 1;
    if (holds(middle)) [cut, low] = [middle, middle + 1];
    else high = middle - 1;
  }
  if (cut === 0) return false;
  const [head, tail] = [words.slice(0, cut).join(' '), words.slice(cut).join(' ')];
  for (let at = source.indexOf(head); at >= 0; at = source.indexOf(head, at + 1)) {
    const next = source.indexOf(tail, at + head.length);
    if (next >= 0 && next - (at + head.length) <= maxGap) return true;
  }
  return false;
}
