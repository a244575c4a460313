import { whole, together } from './urgency/compile-pattern.ts';
import { dangerSigns } from './urgency/dangers/index.ts';
import { ifs, nowWords, pastTimes, requests, resolved, suppositions, whatToDo } from './urgency/frames.ts';
import { incidentSigns } from './urgency/incident-signs.ts';
import { dangerFrom, weighEvidence } from './urgency/weigh-evidence.ts';
import { readClauses, type SaidClause } from './urgency/read-clauses.ts';
import { otherMatters, others, persons, tellingVerbs, toldOfOthers, weightyWords } from './urgency/weighty-words.ts';

/** `danger`: somebody may be hurt now. `incident`: something has happened that is to be reported. */
export type Urgency = 'danger' | 'incident';

/** Nobody reads on after so many characters, and neither do the rules. */
const longestRead = 30_000;
/** Signs are looked for in so many words at a time; half of them are looked at again with those that follow. */
const windowWords = 60;

const dangers = dangerSigns.map(({ patterns, harmless, passes, acute }) => ({
  patterns: patterns.map(together),
  harmless: harmless && whole(harmless),
  passes,
  acute,
}));
const acuteDangers = dangers.filter(({ acute }) => acute);
const incidents = incidentSigns.map(({ patterns, harmless }) => ({
  patterns: patterns.map(together),
  harmless: harmless && whole(harmless),
}));
const supposed = whole([...ifs, ...suppositions]);
const [isPast, isOver, isNow] = [whole(pastTimes), whole(resolved), whole(nowWords)];
const [asksWhatToDo, request] = [whole(whatToDo), whole(requests)];
const [weighty, person] = [whole(weightyWords), whole(persons)];
const [telling, otherMatter] = [whole(tellingVerbs), whole(otherMatters)];
const [otherPerson, toldOf] = [whole(others), whole(toldOfOthers)];

/**
 * How urgent a message sounds; undefined when it only asks. `plain` is as `plainWords` leaves it.
 *
 * It is read clause by clause: what is told as a fact, what is supposed ("if a boy has …") and what is asked. Signs of
 * danger are looked for in all that is told, whatever stands between; told of another day, or as over, most of them
 * are incidents. Supposed, the acute ones are incidents where it is asked what to do, for nobody may be left without
 * the emergency number; in a question about rules none counts. A message that tells of somebody and asks nothing is
 * taken for a report whatever its words: at worst a card too many.
 */
export function senseUrgency(plain: string): Urgency | undefined {
  const clauses = readClauses(plain.slice(0, longestRead));
  const told = clauses.filter(({ mode }) => mode === 'told');
  const danger = dangerIn(told);
  const asks = clauses.some(({ text, mode, isQuestion }) => mode !== 'told' || isQuestion || request.test(text));
  if (
    danger === 'danger' ||
    windowsOf(told).some((text) => weighEvidence(text) >= dangerFrom[asks ? 'asking' : 'telling'])
  )
    return 'danger';
  if (danger || told.some(({ text }) => isIncident(text, plain))) return 'incident';
  if (asksWhatToDo.test(plain) && isAcute(clauses.filter(({ mode }) => mode === 'supposed'))) return 'incident';
  return !asks && told.some(({ text }) => tellsOfOthers(text)) ? 'incident' : undefined;
}

function dangerIn(told: readonly SaidClause[]): Urgency | undefined {
  let found: Urgency | undefined;
  for (const text of windowsOf(told)) {
    const past = isOver.test(text) || (isPast.test(text) && !isNow.test(text));
    for (const { patterns, harmless, passes } of dangers) {
      if (!patterns.some((isSaid) => isSaid(text)) || harmless?.test(text)) continue;
      if (!passes || !past) return 'danger';
      found = 'incident';
    }
  }
  return found;
}

function isAcute(clauses: readonly SaidClause[]): boolean {
  return windowsOf(clauses).some((text) =>
    acuteDangers.some(({ patterns, harmless }) => patterns.some((isSaid) => isSaid(text)) && !harmless?.test(text)),
  );
}

function windowsOf(clauses: readonly SaidClause[]): string[] {
  const words = clauses.flatMap(({ said }) => [...said.split(' '), '.']);
  if (words.length === 0) return [];
  const starts = Array.from(
    { length: Math.ceil(words.length / windowWords) * 2 - 1 },
    (_, at) => (at * windowWords) / 2,
  );
  return starts.map((start) => words.slice(start, start + windowWords).join(' '));
}

function isIncident(clause: string, message: string): boolean {
  const isSigned = incidents.some(
    ({ patterns, harmless }) => patterns.some((isSaid) => isSaid(clause)) && !harmless?.test(message),
  );
  return isSigned || weighs(clause);
}

/** A fact about a person, with a word that weighs by itself. */
function weighs(clause: string): boolean {
  return weighty.test(clause) && person.test(clause) && telling.test(clause) && !otherMatter.test(clause);
}

function tellsOfOthers(clause: string): boolean {
  const told = toldOf.exec(clause);
  const isTold = told !== null && !supposed.test(clause.slice(0, told.index));
  return isTold && otherPerson.test(clause) && !otherMatter.test(clause);
}
