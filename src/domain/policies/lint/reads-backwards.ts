import type { Clause } from '../clause.ts';
import { at, excerpt, type LintRule } from './lint-document.ts';
import { leadPolarity } from './polarity.ts';

const compliance =
  /\b(?:in (?:accordance|line|compliance|keeping) (?:with|to)|compl(?:y|ies|ying) with|as (?:required|permitted|allowed) by|with the (?:\w+ )?(?:permission|consent|approval|agreement) of)\b/i;
const breach = /\bwithout (?:\w+ ){0,3}(?:permission|consent|approval|authorisation|agreement)\b/i;
const turned =
  /\b(?:not|never|no|nothing|without|unless|except|other than|outside|fail(?:s|ing|ure)?|refrain|avoid|breach\w*|contrary|prevent\w*|report\w*|only|inappropriate\w*)\b|n['’]t\b/i;

/**
 * Items that say the opposite of what their list means: right behaviour in a list of what is forbidden, wrong
 * behaviour in a list of what is asked for, and a second "not" under a "must not:".
 */
export const readsBackwards: LintRule = ({ documents }) =>
  documents.flatMap((document) =>
    document.policy.clauses.flatMap((clause) => {
      const problem = backwards(clause);
      if (!problem) return [];
      return [
        {
          rule: 'reads-backwards',
          severity: problem.severity,
          ...at(document, clause),
          message: `${problem.message}: "${excerpt(clause.text)}"`,
          why: 'Taken at its word the list forbids what the school wants, or asks for what it forbids.',
          todo: 'Say what is meant, with the "not" in one place only.',
        },
      ];
    }),
  );

function backwards(clause: Clause): { message: string; severity: 'error' | 'advice' } | undefined {
  const { text, kind } = clause;
  if (kind === 'lead-in' || text.length > 300) return undefined;
  const lead = leadPolarity(clause);
  if (lead === 'ban' && compliance.test(text) && !turned.test(text))
    return { message: 'a list of what is forbidden holds something that complies', severity: 'error' };
  if (lead === 'ban' && /^(?:do not|don['’]t|not|never|must not)\b/i.test(text))
    return { message: 'a "not" under a "not" turns the item round', severity: 'error' };
  if (lead === 'require' && breach.test(text) && !turned.test(text.replace(breach, '')))
    return { message: 'a list of what is asked for holds something done without leave', severity: 'advice' };
  return undefined;
}
