const shortForms: readonly (readonly [pattern: RegExp, full: string])[] = [
  [/\bca(?:n't|nt)\b/g, 'cannot'],
  [/\bwon'?t\b/g, 'will not'],
  [/\b(is|are|was|were|has|have|had|do|does|did|would|could|should)n'?t\b/g, '$1 not'],
  [/\bi'?m\b/g, 'i am'],
  [/\bi'?ve\b/g, 'i have'],
  [
    /\b(it|that|here|how|child|pupil|kid|boy|girl|student|parent|dad|mum|colleague)'s (?=\w+(?:ing|ed)\b|not\b|been\b|got\b|just\b|in\b|on\b)/g,
    '$1 is ',
  ],
  [/\b(he|she|there|who|what|where|someone|somebody)'?s\b/g, '$1 is'],
  [/\b(they|we|you)'re\b/g, '$1 are'],
  [/\b(they|we|you)'?ve\b/g, '$1 have'],
];

/**
 * The text as the message rules read it: lower case, short forms written out ("he's" → "he is"), curly marks made
 * plain, white space made one space. Sentence marks stay. For recognition only: nothing made here is ever shown.
 */
export function plainWords(text: string): string {
  const marks = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[‘’ʼ`´]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/[–—]/g, ' - ');
  const full = shortForms.reduce((words, [pattern, form]) => words.replace(pattern, form), marks);
  return full.replace(/\s+/g, ' ').trim();
}
