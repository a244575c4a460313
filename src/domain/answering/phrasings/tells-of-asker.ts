import { plainWords } from '../messages/plain-words.ts';

const either = (words: string): string => words.split(/\s+/).join('|');

/** Who is at home with somebody who says “our”: “our children” and “our parents” are the school's. */
const relatives =
  'son daughter baby toddler stepson stepdaughter mum mam mom mother dad father gran grandma grandmother grandad grandfather grandson granddaughter';

/** What belongs to the asker and is no thing: who is theirs, and what only they and their doctor need to know. */
const theirs = `${relatives} husband wife partner spouse boyfriend girlfriend fiance fiancee ex child children kids? babies
  stepchild stepchildren parents? brother sister siblings? twins? grandchild grandchildren aunt uncle niece nephew cousin
  family carer doctors? gp consultant midwife therapist counsellor psychiatrist surgeon solicitor lawyer probation conditions?
  illness disability disabilities health pregnancy maternity miscarriage ivf diagnosis symptoms? medication medicines? meds
  tablets insulin inhaler epipen treatment therapy surgery operation epilepsy diabetes asthma depression anxiety allergy
  allergies adhd autism cancer menopause hearing eyesight religion faith divorce bereavement debts? conviction caution`;

/** “Do I have to”, “may I have a kettle”: what is asked, not told. */
const asking = 'do|does|did|may|can|could|must|should|shall|will|would|might';

const tells = [
  /\bi am\b/,
  /\bi (?:suffer|struggle with|live with|(?:was|got) (?:\w+ )?(?:diagnosed|treated|signed off|arrested|charged|cautioned|convicted))\b/,
  new RegExp(String.raw`(?<!\b(?:${asking}) )\bi have\b`),
  new RegExp(String.raw`\bmy (?:[\w'-]+ )?(?:${either(theirs)})\b`),
  new RegExp(String.raw`\bour (?:[\w'-]+ )?(?:${either(relatives)})\b`),
];

/**
 * True where a question tells of whoever asks it: what they are or have (“I am pregnant”, “I have epilepsy”), or whom and what
 * of theirs it is about (“my wife”, “our son”, “my condition”). By rules, on the side of caution: “I am late” counts too.
 */
export function tellsOfAsker(question: string): boolean {
  const plain = plainWords(question);
  return tells.some((pattern) => pattern.test(plain));
}
