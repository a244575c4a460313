import { z } from 'zod/v4';
import type { RankedClause } from '../../domain/answering/answer.ts';
import { withoutListed } from '../../domain/policies/led-items.ts';
import { clauseKey, type SchoolLibrary } from '../../domain/policies/library.ts';
import type { NamePerson } from '../../domain/questions/name-people.ts';
import type { SeenQuestion } from '../../domain/questions/see-question.ts';
import { cutText, fitView } from '../cut-text.ts';
import { defineCard } from '../define-card.ts';
import { instantText } from '../instant-text.ts';
import { ledListOf, listFrame } from '../led-list.ts';
import { PolicyFacts, QuotationView, policyFacts, toQuotation } from '../quotation.ts';
import { questionLimit } from './asked.ts';

const ClausesView = z.strictObject({
  /** "From Amara Okafor, 20 November 2026 at 10:05" */
  asker: z.string(),
  words: z.string(),
  hasProblem: z.boolean(),
  problem: z.string(),
  /** The question's words are kept unless the tick is taken away; else `kept` says what becomes of them. */
  mayKeep: z.boolean(),
  keep: z.enum(['true', 'false']),
  kept: z.string(),
  hasNearest: z.boolean(),
  nearest: z.array(
    z.strictObject({
      ...QuotationView.shape,
      ...PolicyFacts.shape,
      question: z.string(),
      clause: z.string(),
      submission: z.string(),
    }),
  ),
  question: z.string(),
});
export type ClausesView = z.infer<typeof ClausesView>;

/** The clauses among which whoever was asked chooses the one that answers. */
export const clausesCard = defineCard('questions/clauses', ClausesView);

/** What the template adds to the view and for every clause, in bytes. */
const templateWeight = { card: 3_200, clause: 2_300 };

/**
 * Whether the words of a question are kept with the clause that is chosen: whoever chooses says so by a tick, which is there
 * (`ticked`) or was taken away (`unticked`); or they stand in the file already, or are not kept.
 */
export type WordsKept = 'ticked' | 'unticked' | 'there' | 'not-kept';

const tickLine =
  'They then stand, for people to read, in the school’s file phrasings.yaml. Take the tick away if they tell of somebody.';

const keptLines: Record<WordsKept, string> = {
  ticked: tickLine,
  unticked: tickLine,
  there: 'The words of the question stand in the school’s file phrasings.yaml already. What stands there stays.',
  'not-kept': 'The words of the question are not kept. They are too long, or they are about one person or thing.',
};

/** Quotes `nearest`, best first, without those that stand in the list of one before them. One submission serves them all: with the clause it names the act. */
export function toClausesView(input: {
  library: SchoolLibrary;
  seen: SeenQuestion;
  name: NamePerson;
  nearest: readonly RankedClause[];
  kept: WordsKept;
  today: string;
  submission: string;
  problem?: string | undefined;
}): ClausesView {
  const { library, seen, name, kept, today, submission, problem } = input;
  const { id, asker, askedAt } = seen.question;
  return fitView(frameOf, ({ others: room }): ClausesView => {
    const nearest = withoutListed(input.nearest, ({ policy, clause }) => ledListOf(policy, clause, room).shown);
    return {
      asker: `From ${cutText(name(asker), 240)}, ${instantText(askedAt, library.school)}`,
      words: cutText(seen.text, questionLimit),
      hasProblem: problem !== undefined,
      problem: problem ?? '',
      mayKeep: kept === 'ticked' || kept === 'unticked',
      keep: kept === 'ticked' ? 'true' : 'false',
      kept: keptLines[kept],
      hasNearest: nearest.length > 0,
      nearest: nearest.map(({ policy, clause }) => ({
        ...toQuotation(policy, clause, today, room),
        ...policyFacts(policy, today),
        question: id,
        clause: clauseKey(policy, clause),
        submission,
      })),
      question: id,
    };
  });
}

/** What the template adds to `view`, in bytes. */
function frameOf({ nearest }: ClausesView): number {
  const lists = nearest.reduce((sum, each) => sum + listFrame(each), 0);
  return templateWeight.card + nearest.length * templateWeight.clause + lists;
}
