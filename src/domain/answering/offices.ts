/** The posts to which people report. Each is told from the words around it: “the deputy head” is no head. */
const posts = [
  ['deputy', /\b(?:(?:deputy|assistant) head(?: ?teacher)?|deput(?:y|ies))\b/g],
  ['chair', /\b(?:chair(?:person|man|woman)?(?: of (?:the )?(?:governors|governing (?:board|body)|trustees))?)\b/g],
  [
    'safeguarding-lead',
    /\b(?:dsl|designated (?:safeguarding|child protection) (?:lead|person|officer)|safeguarding (?:lead|officer))\b/g,
  ],
  ['ict-lead', /\b(?:ict|it|computing) (?:lead|manager|co-?ordinator|technician)\b/g],
  ['data-protection-officer', /\b(?:dpo|data protection officer)\b/g],
  ['business-manager', /\b(?:school )?(?:business|office) manager\b/g],
  ['senco', /\bsend?co\b/g],
  ['head', /\b(?:head ?(?:teacher|master|mistress)|head(?! of|s? (?:count|lice|injur))|principal)\b/g],
  ['governor', /\bgovernors?\b(?! of)/g],
] as const;

export type Office = (typeof posts)[number][0];

const person = String.raw`(?:(?:the|our|my|a|this|that|your|both|one of the|school(?:'s)?) )*@([a-z-]+)`;
const persons = String.raw`${person}(?:(?:,| and| or| &) ${person})?`;
const worry = String.raw`(?:concern(?:s|ed)?|worr(?:y|ies|ied)|allegations?|accus\w+|complaints?|complain(?:ing)?|suspicions?|doubts?|unhappy|uneasy|grievance|misgivings|problems?|issues?|evidence|information|something|report)`;

/** Whom words speak of as the one complained of, wherever they stand: in a clause as in a question. */
const everywhere = [
  String.raw`\b${worry}(?: \w+){0,3}? (?:about|against|regarding|concerning|with|involving|over|(?:relat(?:e|es|ed|ing|ion)|pertain\w*|refer(?:s|ring)?) to) ${persons}`,
  String.raw`\bagainst ${persons}`,
  String.raw`\b(?:colleague|person|one|adult|somebody|someone|member of staff|abuser|bully|culprit|problem)(?: \w+){0,8}? is ${persons}`,
  String.raw`${persons} (?:is|are|was|were)(?: \w+)? (?:the )?(?:person|one|problem|involved|concerned|implicated|accused|abuser|bully|suspect|culprit)\b`,
].map((source) => new RegExp(source, 'g'));

/** What nobody asks of a post that is only to be told. */
const misdeeds =
  '(?:mis)?behave[sd]|shout(?:s|ed)|bull(?:ies|ied)|swears|swore|lie[sd]|steals|stole|harass(?:es|ed)|threaten(?:s|ed)|abuse[sd]|breaks|broke|breach(?:es|ed)|act(?:s|ed)';

/** And in a question that asks whom to tell: whoever is, was or does something there is what the telling is about. */
const inQuestions = [
  String.raw`\b(?:it's|its|it is|if it's|it was) ${persons}(?! (?:or|to|i|we)\b)`,
  String.raw`\breport(?:ing)? ${persons}(?= to\b|\W*$)`,
  String.raw`\babout ${persons}`,
  String.raw`${persons} (?:himself|herself|themselves|who)\b`,
  String.raw`${persons} (?:is|are|was|were|has|have|keeps|did|does|hit|hurt|touched|makes|seems|might|took|${misdeeds})\b(?! (?:away|out|off|not (?:in|here|there|around|available)|n't|absent|ill|unwell|sick|busy|unavailable|on (?:leave|holiday|a course|maternity)|in a meeting|gone)\b)`,
].map((source) => new RegExp(source, 'g'));

function marked(text: string): string {
  const plain = text.toLowerCase().replace(/[\u2018\u2019]/g, "'");
  return posts.reduce((so, [name, pattern]) => so.replace(pattern, `@${name}`), plain);
}

function found(text: string, patterns: readonly RegExp[]): Office[] {
  if (!text.includes('@')) return [];
  const names = patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap(([, ...groups]) => groups.filter((group) => group !== undefined)),
  );
  return posts.map(([name]) => name).filter((name) => names.includes(name));
}

/** What a clause says of office-holders: every one it names, and of these the ones whom it speaks of as complained of. */
export function officesIn(text: string): { readonly named: readonly Office[]; readonly accused: readonly Office[] } {
  const plain = marked(text);
  return { named: found(plain, [/@([a-z-]+)/g]), accused: found(plain, everywhere) };
}

/** The office-holders whom a question complains of: “a concern about the head”, not “do I tell the head about …”. */
export function accusedIn(question: string): Office[] {
  const plain = marked(question);
  const asksWhom = /\b(?:who|whom|whose|where|what (?:do|should|can) (?:i|we))\b/.test(plain);
  return found(plain, asksWhom ? [...everywhere, ...inQuestions] : everywhere);
}
