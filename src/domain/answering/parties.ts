/** The groups of people that a rule may be about, so that a rule about one is not quoted to a question about another. */
const patterns = {
  pupils:
    /\b(pupils?|child(?:ren)?|kids?|students?|learners?|young (?:people|persons?)|boys?|girls?|teenagers?|year \d+s?)\b/,
  parents: /\b(parents?|carers?|mums?|dads?|mothers?|fathers?|famil(?:y|ies)|guardians?|grandparents?|nan)\b/,
  colleagues:
    /\b(colleagues?|(?:another|other) (?:member of )?(?:staff|adults?|teachers?|tas?)|co-?workers?|each other)\b/,
  visitors: /\b(visitors?|contractors?|guests?|speakers?|builders?)\b/,
  volunteers: /\b(volunteers?|helpers?)\b/,
  governors: /\b(governors?|governing (?:body|board)|trustees?)\b/,
  deputies: /\bdeput(?:y|ies|ise)\b/,
} as const;

export type Party = keyof typeof patterns;

const all: readonly Party[] = ['pupils', 'parents', 'colleagues', 'visitors', 'volunteers', 'governors', 'deputies'];

/** The groups that a text names, in its own or in policy words. */
export function partiesIn(text: string): Party[] {
  const plain = text.toLowerCase();
  return all.filter((party) => patterns[party].test(plain));
}

const aboutPupils =
  /\b(can|may|are|is|do|does|must|should|could|will|what happens (?:if|when|to)) (?:a |the |our |my |your |any |all )?(pupils?|child|children|kids?|students?|learners?|boys?|girls?)\b|\b(pupils?|kids?|childrens?|students?) (bring|have|use|take|get|allowed|wear)\b/i;
const aboutParents =
  /\b(can|may|are|is|do|does|must|should|could|will|what happens (?:if|when|to)) (?:a |the |our |my |your |any |all )?(parents?|carers?|mums?|dads?|families|grandparents?)\b/i;

/** Whose own rules a question asks for: "Can pupils bring …?", not "Can I … when pupils are there?". */
export function asksFor(question: string): ('pupils' | 'parents')[] {
  return [
    ...(aboutPupils.test(question) ? (['pupils'] as const) : []),
    ...(aboutParents.test(question) ? (['parents'] as const) : []),
  ];
}
