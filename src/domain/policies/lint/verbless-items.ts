import type { Clause } from '../clause.ts';
import { at, excerpt, type LintDocument, type LintRule } from './lint-document.ts';

/** Full verbs of policies; as nouns they only keep an item from being told. */
const doing =
  /\b(?:inform|tell|report|suppl|record|ensure|follow|ask|contact|discuss|check|give|provide|refer|attend|sign|complete|decide|agree|approve|meet|write|send|speak|seek|act|support|protect|respect|remember|remind|know|think|believe|help|work|allow|expect|avoid|stop|call|show|explain|note|appoint|review|monitor|investigate|consider|receive|respond|notify|notifie)(?:s|es|d|ed|y|ies|ied)?\b/i;
const finite =
  /\b(?:is|are|was|were|be|been|has|have|had|do|does|did|must|should|shall|may|might|will|would|can|could|cannot|ought|need|needs|wish|wishes|applies|apply|becomes?|happens?|means?|includes?|remains?|requires?|covers?|gives?|takes?|makes?|gets?|keeps?|goes|go)\b|n['’]t\b/i;
/** Lead-ins whose sentence the items complete: those need no verb of their own. */
const unfinished = /\b(?:must|should|shall|may|will|can|to|by|not|never|that|is|are|includ\w+)\s*:\s*$/i;
const fewest = 5;

/** An item that is no sentence in a list whose items are: its verb was lost, and with it what it allows or forbids. */
export const verblessItems: LintRule = ({ documents }) =>
  documents.flatMap((document) =>
    listsOf(document).flatMap((list) => {
      const without = list.filter(({ text }) => !finite.test(text) && !doing.test(text));
      if (list.length < fewest || without.length > list.length / 5) return [];
      return without
        .filter(({ text }) => text.split(' ').length >= 5)
        .map((clause) => ({
          rule: 'item-without-verb',
          severity: 'advice' as const,
          ...at(document, clause),
          message: `the items around it are sentences, this one has no verb: "${excerpt(clause.text)}"`,
          why: 'Nobody can tell whether it allows or forbids what it names.',
          todo: 'Complete the sentence, for example with "is not permitted".',
        }));
    }),
  );

/** Runs of items under one lead-in; a nested list between two of them does not part them. */
function listsOf({ policy }: LintDocument): Clause[][] {
  const lists = new Map<string, Clause[]>();
  for (const clause of policy.clauses) {
    if (!clause.leadIn || clause.kind === 'cell' || unfinished.test(clause.leadIn)) continue;
    const key = [...clause.headingPath, clause.leadIn].join('\u0000');
    lists.set(key, [...(lists.get(key) ?? []), clause]);
  }
  return [...lists.values()];
}
