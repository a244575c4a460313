import type { School } from '../people/school.ts';
import type { Clause } from '../policies/clause.ts';
import {
  adviceOnly,
  askPatterns,
  definition,
  leaveOfOthers,
  otherPeoplesDuty,
  otherPeoplesList,
  tellPatterns,
  toldPatterns,
} from './demand-words.ts';
import { kindOf } from './kinds-of.ts';
import type { SlipKind } from './slip-kind.ts';
import { askTopics, reportWords, tellTopics } from './topic-words.ts';

/**
 * What a clause demands of its reader: to ask for a permission or to tell somebody in charge, as a slip of this kind; or to
 * tell what belongs into a report.
 */
export type Demand = { readonly kind: 'slip'; readonly slip: SlipKind } | { readonly kind: 'report' };

const asks = new RegExp(askPatterns.join('|'));
const tells = new RegExp(tellPatterns.join('|'));
const isOneTold = new RegExp(toldPatterns.join('|'));

/**
 * What the clause demands, by its words alone: the same words always lead to the same. Undefined where it demands neither,
 * and for what binds pupils or parents, is signed, or tells of the document itself.
 */
export function demandOf(clause: Clause): Demand | undefined {
  if (clause.binds || clause.kind === 'cover' || clause.kind === 'declaration') return undefined;
  const about = plain([clause.leadIn, clause.headingPath.at(-1), clause.text].filter(Boolean).join(' '));
  const own = plain(clause.text);
  if (definition.test(own) || otherPeoplesList.test(plain(clause.leadIn ?? ''))) return undefined;
  const sentences = own.split(/(?<=[.;:?!])\s+/);
  // "shall inform the headteacher of:" tells of each item of its list.
  const isTold = [...sentences, plain(clause.leadIn ?? '')].some(isTelling);
  const told = topicOf(tellTopics, own);
  if (isTold && told === 'deviation') return { kind: 'slip', slip: told };
  if (sentences.some(isAsking)) return { kind: 'slip', slip: topicOf(askTopics, own, about) ?? 'other-ask' };
  if (!isTold) return undefined;
  const isReport = [own, plain(clause.headingPath.at(-1) ?? '')].some((text) => reportWords.test(text));
  if (told !== undefined && !(told === 'lost' && isReport)) return { kind: 'slip', slip: told };
  return isReport ? { kind: 'report' } : { kind: 'slip', slip: 'other-tell' };
}

/**
 * The same as the school takes it: what its school.yaml cites a clause for goes before the clause's words, and kinds that it
 * does not take lead nowhere. `key` names the clause across the library.
 */
export function demandAt(school: Pick<School, 'slips'>, key: string, clause: Clause): Demand | undefined {
  const cited = school.slips.find((one) => one.clause === key);
  if (cited) return { kind: 'slip', slip: cited.kind };
  const demand = demandOf(clause);
  if (demand?.kind !== 'slip') return school.slips.length > 0 ? demand : undefined;
  return kindOf(school, demand.slip) && demand;
}

function isAsking(sentence: string): boolean {
  const found = asks.exec(sentence);
  if (!found || otherPeoplesDuty.test(sentence) || adviceOnly.test(sentence)) return false;
  const after = sentence.slice(found.index + found[0].length);
  const isOfOthers = leaveOfOthers.before.test(sentence.slice(0, found.index)) || leaveOfOthers.after.test(after);
  // Of both, as for pictures: the school's own leave is what is asked for here.
  return !isOfOthers || /senior management|head ?teacher/.test(after);
}

function isTelling(sentence: string): boolean {
  if (adviceOnly.test(sentence)) return false;
  return isOneTold.test(sentence) || (tells.test(sentence) && !otherPeoplesDuty.test(sentence));
}

function topicOf<Kind extends SlipKind>(
  topics: readonly (readonly [Kind, RegExp])[],
  ...texts: readonly string[]
): Kind | undefined {
  for (const text of texts) {
    const found = topics.find(([, words]) => words.test(text));
    if (found) return found[0];
  }
  return undefined;
}

function plain(text: string): string {
  return text.toLowerCase().replaceAll('’', "'").replace(/\s+/g, ' ');
}
