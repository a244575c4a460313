import { cries, nowWords, rules, signs, slots, suppositions } from './urgency-signs.ts';

/** `danger`: somebody may be hurt now. `incident`: something has happened that is to be reported. */
export type Urgency = 'danger' | 'incident';

/** Nobody reads on after so many characters, and neither do the rules. */
const longestRead = 30_000;

const words = (list: readonly string[]) => `(?:${list.join('|')})`;
const spelt = (pattern: string) =>
  pattern
    .replace(/\{(\w+)\}/g, (_, slot: string) => words(slots[slot] ?? []))
    .replace(/__/g, '(?:\\w+ ){0,7}?')
    .replace(/(?<!\w)_|(?<=\) ?)_|(?<= )_/g, '(?:\\w+ ){0,3}?');
const compiled = signs.map(({ level, patterns, harmless }) => ({
  level,
  pattern: new RegExp(`(?<![\\w])(?:${patterns.map(spelt).join('|')})(?![\\w])`),
  harmless: harmless ? new RegExp(`\\b(?:${harmless})\\b`) : undefined,
}));
const cry = new RegExp(
  `^(?:${cries.join('|')})(?: |$)(?!if\\b|when\\b|whenever\\b|about\\b|with\\b|in case\\b|to\\b|once\\b|after\\b|where\\b)`,
);
const supposed = new RegExp(`\\b(?:${suppositions.join('|')})`);
const carries = new RegExp(`^(?:and |but |so |or |what |say )*(?:${suppositions.slice(0, 3).join('|')})\\b`);
const rule = new RegExp(rules.join('|'));
const now = new RegExp(`\\b(?:${nowWords.join('|')})\\b`);

/**
 * How urgent a message sounds; undefined when it only asks. `plain` is as `plainWords` leaves it.
 *
 * Read clause by clause. A sign told as a fact counts. Behind "if" or "when" a sign of danger still counts as an
 * incident, for nobody may be left without the emergency number, and other signs do not count. In a question about
 * rules ("Is a pupil …", "What is the policy on …") none counts.
 */
export function senseUrgency(plain: string): Urgency | undefined {
  let found: Urgency | undefined;
  for (const sentence of plain.slice(0, longestRead).split(/[.?!\n]+/)) {
    let supposing = false;
    for (const part of sentence.split(/[,;:()"]+| - | \/ /)) {
      const clause = withoutCries(part.replace(/[^\p{L}\p{N}]+/gu, ' ').trim());
      supposing ||= carries.test(clause);
      const urgency = urgencyOf(clause, plain, supposing);
      if (urgency === 'danger') return 'danger';
      found ??= urgency;
    }
  }
  return found;
}

function urgencyOf(clause: string, message: string, supposing: boolean): Urgency | undefined {
  let found: Urgency | undefined;
  for (const { level, pattern, harmless } of compiled) {
    const sign = pattern.exec(clause);
    if (!sign || harmless?.test(message)) continue;
    const before = clause.slice(0, sign.index);
    const inRule = rule.test(`${before}${sign[0]}`);
    const isSupposed = supposing || supposed.test(before);
    const isNow = now.test(clause);
    if (isNow || (!inRule && !isSupposed)) {
      if (level === 'danger') return 'danger';
      found = 'incident';
    } else if (level === 'danger' && isSupposed) found = 'incident';
  }
  return found;
}

function withoutCries(clause: string): string {
  const rest = clause.replace(cry, '').trim();
  return rest === clause ? clause : withoutCries(rest);
}
