import { dangerSigns } from './urgency/danger-signs.ts';
import { askings, cries, ifs, nowWords, rules, suppositions } from './urgency/frames.ts';
import { incidentSigns } from './urgency/incident-signs.ts';
import type { Sign } from './urgency/sign.ts';
import { slots } from './urgency/slots.ts';
import { otherMatters, others, persons, tellingVerbs, toldOfOthers, weightyWords } from './urgency/weighty-words.ts';

/** `danger`: somebody may be hurt now. `incident`: something has happened that is to be reported. */
export type Urgency = 'danger' | 'incident';

/** Nobody reads on after so many characters, and neither do the rules. */
const longestRead = 30_000;

const anyOf = (list: readonly string[]) => `(?:${list.join('|')})`;
const inSlots = (pattern: string) => pattern.replace(/\{(\w+)\}/g, (_, slot: string) => anyOf(slots[slot] ?? []));
const spelt = (pattern: string) =>
  inSlots(inSlots(pattern))
    .replace(/__/g, '(?:\\w+ ){0,7}?')
    .replace(/(?<!\w)_/g, '(?:\\w+ ){0,3}?');
const whole = (...parts: (readonly string[] | string)[]) =>
  new RegExp(`(?<!\\w)${parts.map((part) => spelt(typeof part === 'string' ? part : anyOf(part))).join('')}(?!\\w)`);

const compile = (level: Urgency, signs: readonly Sign[]) =>
  signs.map(({ patterns, harmless }) => ({ level, pattern: whole(patterns), harmless: harmless && whole(harmless) }));
const compiled = [...compile('danger', dangerSigns), ...compile('incident', incidentSigns)];
const goesOn = ['if', 'when', 'whenever', 'about', 'with', 'in case', 'to', 'once', 'after', 'where'];
const cry = new RegExp(`^${anyOf(cries)}(?: |$)(?!${anyOf(goesOn)}\\b)`);
const supposed = whole([...ifs, ...suppositions]);
const carries = new RegExp(`^(?:and |but |so |or |what |say )*${anyOf(ifs)}\\b`);
const rule = new RegExp(anyOf(rules));
const now = whole(nowWords);
const weighty = { danger: whole(weightyWords.danger), incident: whole(weightyWords.incident) };
const [person, telling, otherMatter] = [whole(persons), whole(tellingVerbs), whole(otherMatters)];
const asking = whole(askings);
const [otherPerson, toldOf] = [whole(others), whole(toldOfOthers)];

/**
 * How urgent a message sounds; undefined when it only asks. `plain` is as `plainWords` leaves it.
 *
 * Read clause by clause. A sign told as a fact counts. Behind "if" or "when" a sign of danger still counts as an
 * incident, for nobody may be left without the emergency number, and other signs do not count. In a question about
 * rules ("Is a pupil …", "What is the policy on …") none counts. A message that tells of somebody and asks nothing is
 * taken for a report whatever its words: at worst a card too many.
 */
export function senseUrgency(plain: string): Urgency | undefined {
  let found: Urgency | undefined;
  let tells = false;
  let asks = asking.test(plain);
  for (const sentence of plain.slice(0, longestRead).split(/(?<=[.?!\n])/)) {
    let supposing = false;
    for (const part of sentence.split(/[,;:()"]+| - | \/ /)) {
      const said = part.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
      const clause = withoutCries(said);
      supposing ||= carries.test(clause);
      const urgency = urgencyOf(clause, plain, supposing);
      if (urgency === 'danger') return 'danger';
      found ??= urgency;
      tells ||= tellsOfOthers(clause);
      asks ||= rule.test(clause) || supposing || (clause !== '' && clause === said && part.trim().endsWith('?'));
    }
  }
  return found ?? (tells && !asks ? 'incident' : undefined);
}

function urgencyOf(clause: string, message: string, supposing: boolean): Urgency | undefined {
  let found: Urgency | undefined;
  for (const { level, pattern, harmless } of compiled) {
    const sign = pattern.exec(clause);
    if (!sign || harmless?.test(message)) continue;
    const before = clause.slice(0, sign.index);
    const inRule = rule.test(`${before}${sign[0]}`);
    // "Children who are being …" speaks of children in general, "a man who has a gun" of this man.
    const inGeneral = level === 'incident' && /\b(?:who|which) $/.test(before);
    const isSupposed = supposing || inGeneral || supposed.test(before);
    if (now.test(clause) || (!inRule && !isSupposed)) {
      if (level === 'danger') return 'danger';
      found = 'incident';
    } else if (level === 'danger' && isSupposed) found = 'incident';
  }
  const told = supposing ? undefined : toldIn(clause);
  return told === 'danger' ? told : (found ?? told);
}

/** What a clause weighs that no sign fits: a fact about a person, with a word that weighs by itself. */
function toldIn(clause: string): Urgency | undefined {
  if (rule.test(clause) || otherMatter.test(clause) || supposed.test(clause)) return undefined;
  if (!person.test(clause) || !telling.test(clause)) return undefined;
  if (weighty.danger.test(clause)) return 'danger';
  return weighty.incident.test(clause) ? 'incident' : undefined;
}

function tellsOfOthers(clause: string): boolean {
  const told = toldOf.exec(clause);
  const isTold = told !== null && !supposed.test(clause.slice(0, told.index));
  return isTold && otherPerson.test(clause) && !otherMatter.test(clause);
}

function withoutCries(clause: string): string {
  const rest = clause.replace(cry, '').trim();
  return rest === clause ? clause : withoutCries(rest);
}
