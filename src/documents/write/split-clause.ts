const splitAbove = 700;
const target = 600;
const limit = 800;
const abbreviation =
  /(?:\b(?:e\.?g|i\.?e|etc|cf|no|nos|mr|mrs|ms|dr|st|vs|para|s|ch|approx|tel|ext|incl)\.|\b\p{Lu}\.)\s*$/iu;

/**
 * A paragraph as clauses: whole up to 700 characters, else split at sentence ends into even parts of at most about
 * 600 and never more than 800. Joined with one space the parts are the paragraph again.
 */
export function splitClause(text: string): string[] {
  if (text.length <= splitAbove) return [text];
  const parts = Math.ceil(text.length / target);
  const aim = text.length / parts;
  const clauses: string[] = [];
  let clause = '';
  for (const sentence of sentences(text).flatMap(shorten)) {
    const longer = clause ? `${clause} ${sentence}` : sentence;
    const nearer = Math.abs(longer.length - aim) <= Math.abs(clause.length - aim);
    if (clause && (longer.length > target || !nearer)) {
      clauses.push(clause);
      clause = sentence;
    } else clause = longer;
  }
  return [...clauses, clause];
}

/** The sentences of a text, in order, trimmed. An abbreviation's full stop ends none. */
export function sentences(text: string): string[] {
  const found: string[] = [];
  for (const { segment } of new Intl.Segmenter('en-GB', { granularity: 'sentence' }).segment(text)) {
    const last = found.at(-1);
    if (last !== undefined && (abbreviation.test(last) || /^\s*[\p{Ll},;)]/u.test(segment)))
      found[found.length - 1] = last + segment;
    else found.push(segment);
  }
  return found.map((sentence) => sentence.trim()).filter(Boolean);
}

/** A sentence too long for one clause is cut after a semicolon, else a comma, else a word. */
function shorten(sentence: string): string[] {
  if (sentence.length <= limit) return [sentence];
  const head = sentence.slice(0, target);
  const cut =
    [head.lastIndexOf('; ') + 1, head.lastIndexOf(', ') + 1, head.lastIndexOf(' ')].find((at) => at > target / 3) ??
    target;
  return [sentence.slice(0, cut).trim(), ...shorten(sentence.slice(cut).trim())];
}
