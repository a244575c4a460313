import type { SchoolLibrary } from '../policies/library.ts';
import type { AnswerFinder, RankedClause } from './answer.ts';
import type { Reply } from './answer-question.ts';
import type { Certainty } from './certainty.ts';
import type { Reader } from './reader.ts';
import { toReading } from './to-reading.ts';

/** So many clauses are shown to a reader: among them is the right one nearly always. */
export const mostShown = 20;
/** An answer holds so many clauses, the best one included. */
const mostClauses = 5;

type FromPolicies = Extract<Reply, { kind: 'quoted' | 'unsure' }>;

/**
 * Lets `reader` choose where `replies` answer a question from the policies: what it chose comes first, then what the search
 * put forward; where it says that none answers, the answer is unsure with what the search put forward. Without a choice,
 * and for all that is not such a question, sounds like an incident or was answered by an owner's word, the replies stay as they are.
 */
export async function askReader(
  replies: readonly Reply[],
  { library, finder, reader }: { library: SchoolLibrary; finder: AnswerFinder; reader: Reader },
): Promise<Reply[]> {
  return Promise.all(replies.map(async (reply) => (isFromPolicies(reply) ? choose(reply) : reply)));

  async function choose(reply: FromPolicies): Promise<Reply> {
    const { question } = reply;
    if (question === undefined || (reply.kind === 'quoted' && reply.taught)) return reply;
    let found: readonly RankedClause[] = [];
    const reading = toReading(question, () => (found = finder.search(question, mostShown)), library);
    const choice = reading && (await reader(reading));
    if (!reading || !choice) return reply;
    const local = reply.kind === 'quoted' ? [reply.best, ...reply.others] : reply.nearest;
    if (choice.kind === 'none') return { kind: 'unsure', nearest: local, question, byReader: true };
    const chosen = choice.ids.flatMap((id) => found[reading.clauses.findIndex((clause) => clause.id === id)] ?? []);
    if (chosen.length < choice.ids.length) return reply;
    const [best, ...others] = eachOnce([...chosen, ...local]).slice(0, mostClauses);
    if (!best || chosen.length === 0) return reply;
    const certainty = certaintyAfter(reply, best, chosen.length);
    return { kind: 'quoted', best, others, certainty, question, byReader: true };
  }
}

function isFromPolicies(reply: Reply): reply is FromPolicies {
  return reply.kind === 'quoted' || reply.kind === 'unsure';
}

/** Two that were chosen, or the reader's one and the search's, stand side by side; where the search was unsure the card says so. */
function certaintyAfter(local: FromPolicies, best: RankedClause, chosen: number): Certainty {
  if (local.kind === 'unsure') return chosen > 1 ? 'doubtful-close' : 'doubtful';
  return chosen > 1 || local.best.clause !== best.clause ? 'close' : 'sure';
}

/** Each clause where it stands first. */
function eachOnce(clauses: readonly RankedClause[]): RankedClause[] {
  return clauses.filter(({ clause }, at) => clauses.findIndex((other) => other.clause === clause) === at);
}
