import type { IndexedClause } from './build-index.ts';
import type { Party } from './parties.ts';
import type { ReadQuestion } from './read-question.ts';
import { weights } from './weights.ts';

const { fit } = weights;

/** One reason why a clause stands higher or lower than its words alone would put it. */
export interface Fit {
  readonly factor: number;
  readonly reason: string;
}

/** Lengths in characters: what is read at a glance, and what is still a clause and not a section. */
const easyRead = 500;
const quoteLimit = 800;

/** What the clause is, held against what the question asks: each fit multiplies the clause's word score. */
export function fitsOf(question: ReadQuestion, { clause, signals, parties }: IndexedClause): Fit[] {
  const { rule } = question;
  const fits: Fit[] = [];
  const add = (when: boolean, factor: number, reason: string): void => void (when && fits.push({ factor, reason }));
  const [first, ...further] = rule.welcome;
  add(first !== undefined && signals[first], fit.first, `it speaks to the kind of question (${rule.title})`);
  add(
    further.some((name) => signals[name]),
    fit.further,
    `it may speak to the kind of question (${rule.title})`,
  );
  add(lacksAspect(question, signals), fit.lacks, `it gives ${rule.lacks}`);
  const [those, asked] = [groupsIn(parties), groupsIn(question.parties)];
  const others = those.length > 0 && asked.length > 0 && !asked.some((party) => those.includes(party));
  add(others, fit.party, `it is about ${those.join(' and ')}, not ${asked.join(' or ')}`);
  add(parties.includes('deputies') && !question.parties.includes('deputies'), fit.deputy, 'it is about the deputy');
  add(clause.kind === 'lead-in', fit.leadIn, 'it only leads in the points below it');
  add(clause.kind === 'cover', coverFactor(rule.kind), 'it is a fact about the document, not a rule');
  if (clause.binds !== undefined) {
    const meant = question.asksFor.includes(clause.binds);
    add(meant, fit.bindsAsked, `it binds ${clause.binds}, of whom the question speaks`);
    add(!meant, fit.binds, `it binds ${clause.binds}, not staff`);
  }
  add(clause.kind === 'declaration', fit.declaration, 'it is a statement to sign; the rule itself comes first');
  add(clause.text.length > easyRead && clause.text.length <= quoteLimit, fit.long, 'it is long to read');
  add(clause.text.length > quoteLimit, fit.tooLong, 'it is too long to quote');
  add(clause.leadIn === undefined && clause.text.split(' ').length < 4, fit.few, 'it is only a few words');
  return fits;
}

function groupsIn(parties: readonly Party[]): readonly Party[] {
  return parties.includes('deputies') ? parties.filter((party) => party !== 'deputies') : parties;
}

/** True where the question asks for something (a time, a number, a person) that the clause does not hold. */
export function lacksAspect({ rule }: ReadQuestion, signals: IndexedClause['signals']): boolean {
  return rule.needs.length > 0 && !rule.needs.some((name) => signals[name]);
}

function coverFactor(kind: ReadQuestion['rule']['kind']): number {
  switch (kind) {
    case 'when-reviewed':
      return fit.coverReviewed;
    case 'when':
    case 'who':
    case 'who-is':
    case 'who-approves':
    case 'how-often':
      return 1;
    default:
      return fit.cover;
  }
}
