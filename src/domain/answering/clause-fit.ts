import type { IndexedClause } from './indexed-clause.ts';
import type { Party } from './parties.ts';
import type { ReadQuestion } from './read-question.ts';
import { weights } from './weights.ts';

const { fit } = weights;

export type FitName = keyof typeof fit;

/** One reason why a clause stands higher or lower than its words alone would put it. */
export interface Fit {
  readonly name: FitName;
  readonly factor: number;
  readonly reason: string;
}

/** Lengths in characters: what is read at a glance, and what is still a clause and not a section. */
const easyRead = 500;
const quoteLimit = 800;

/**
 * Holds what a clause is against what `question` asks: each fit multiplies the clause's word score. What hangs on the
 * question alone is worked out once.
 */
export function createFits(question: ReadQuestion): (indexed: IndexedClause) => Fit[] {
  const { rule } = question;
  const [first] = rule.welcome;
  const further = rule.welcome.slice(1);
  const asked = groupsIn(question.parties);
  const asksOfDeputies = question.parties.includes('deputies');
  const asksNow = question.happened && asksWhatNow.has(rule.kind);

  return (indexed) => {
    const { clause, signals, parties, isShort } = indexed;
    const fits: Fit[] = [];
    const add = (name: FitName, reason: string): void => void fits.push({ name, factor: fit[name], reason });
    if (first !== undefined && signals[first]) add('first', `it speaks to the kind of question (${rule.title})`);
    if (further.some((name) => signals[name])) add('further', `it may speak to the kind of question (${rule.title})`);
    if (lacksAspect(question, signals)) add('lacks', `it gives ${rule.lacks}`);
    const those = groupsIn(parties);
    if (those.length > 0 && asked.length > 0 && !asked.some((party) => those.includes(party)))
      add('party', `it is about ${those.join(' and ')}, not ${asked.join(' or ')}`);
    if (parties.includes('deputies') && !asksOfDeputies) add('deputy', 'it is about the deputy');
    const complaint = complaintFit(question, indexed);
    if (complaint) fits.push(complaint);
    if (asksNow) {
      if (signals.remedies) add('remedy', 'it says what to do once something has happened');
      else if (signals.forbids) add('prevents', 'it forbids what has happened already');
    }
    if (signals.punishes && rule.kind !== 'what-if') add('punishes', 'it says what a breach leads to, not what to do');
    if (clause.kind === 'lead-in') add('leadIn', 'it only leads in the points below it');
    if (clause.kind === 'cover') {
      const name = coverFit(rule.kind);
      if (name) add(name, 'it is a fact about the document, not a rule');
    }
    if (clause.binds !== undefined) {
      if (question.asksFor.includes(clause.binds))
        add('bindsAsked', `it binds ${clause.binds}, of whom the question speaks`);
      else add('binds', `it binds ${clause.binds}, not staff`);
    }
    if (clause.kind === 'declaration') add('declaration', 'it is a statement to sign; the rule itself comes first');
    if (clause.text.length > quoteLimit) add('tooLong', 'it is too long to quote');
    else if (clause.text.length > easyRead) add('long', 'it is long to read');
    if (isShort) add('few', 'it is only a few words');
    return fits;
  };
}

function groupsIn(parties: readonly Party[]): readonly Party[] {
  return parties.includes('deputies') ? parties.filter((party) => party !== 'deputies') : parties;
}

/** True where the question asks for something (a time, a number, a person) that the clause does not hold. */
export function lacksAspect({ rule, text }: ReadQuestion, signals: IndexedClause['signals']): boolean {
  // When something is next asks for a day of the calendar: “each September” is no answer.
  if (rule.kind === 'when-event' && /\bnext\b/i.test(text)) return !signals.dates;
  return rule.needs.length > 0 && !rule.needs.some((name) => signals[name]);
}

/** Kinds that, where something has happened, ask what to do now; the others ask for a rule or a fact all the same. */
const asksWhatNow: ReadonlySet<string> = new Set(['open', 'what-to-do', 'tell-whom', 'must-i', 'how-soon', 'contact']);

/**
 * Whom a complaint is about and whom to tell are two: where the question complains of an office-holder, a clause that
 * names him otherwise (to tell him, or as the one who decides) is no answer, and one made for just that case is.
 */
function complaintFit({ accused, rule }: ReadQuestion, { offices }: IndexedClause): Fit | undefined {
  if (tellsTheAccused(accused, offices))
    return {
      name: 'tellsAccused',
      factor: fit.tellsAccused,
      reason: 'it puts the very person complained of in charge',
    };
  if (isForTheAccused(accused, offices))
    return {
      name: 'accused',
      factor: fit.accused,
      reason: 'it is for the case that this very person is complained of',
    };
  if (offices.accused.length > 0 && (rule.kind === 'tell-whom' || accused.length > 0))
    return {
      name: 'accusedOther',
      factor: fit.accusedOther,
      reason: 'it is for the case that another person is complained of',
    };
  return undefined;
}

/** True where a clause names somebody the question complains of, and not as the one complained of. */
export function tellsTheAccused(accused: ReadQuestion['accused'], offices: IndexedClause['offices']): boolean {
  return accused.some((office) => offices.named.includes(office) && !offices.accused.includes(office));
}

/** True where a clause is made for the case that all those are complained of whom the question complains of. */
export function isForTheAccused(accused: ReadQuestion['accused'], offices: IndexedClause['offices']): boolean {
  return accused.length > 0 && accused.every((office) => offices.accused.includes(office));
}

function coverFit(kind: ReadQuestion['rule']['kind']): FitName | undefined {
  switch (kind) {
    case 'when-reviewed':
      return 'coverReviewed';
    case 'when':
    case 'who':
    case 'who-is':
    case 'who-approves':
    case 'how-often':
      return undefined;
    default:
      return 'cover';
  }
}
