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
} as const;

export type Party = keyof typeof patterns;

const all: readonly Party[] = ['pupils', 'parents', 'colleagues', 'visitors', 'volunteers', 'governors'];

/** The groups that a text names, in its own or in policy words. */
export function partiesIn(text: string): Party[] {
  const plain = text.toLowerCase();
  return all.filter((party) => patterns[party].test(plain));
}
