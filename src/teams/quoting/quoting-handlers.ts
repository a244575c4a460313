import { clauseCard, toClauseView } from '../../cards/quoting/clause.ts';
import { policyCard, toPolicyView } from '../../cards/quoting/policy.ts';
import { previewOfClause, previewOfPolicy } from '../../cards/quoting/preview.ts';
import { toResponderView } from '../../cards/responder.ts';
import { soundsUrgent } from '../../domain/answering/read-message.ts';
import { searchClauses, type Found } from '../../domain/answering/search-clauses.ts';
import type { BotApp, BotDeps } from '../bot-deps.ts';
import { callerOf, type Caller } from '../caller.ts';
import { refuseReading } from '../refuse-reading.ts';
import { isSearch, readSearch } from './read-search.ts';
import { answerSearchWith, answerSearchWithWords, type SearchResult } from './search-replies.ts';

/**
 * “Quote a clause”, beside any chat: a member of staff searches their school's policies and puts a card into the message that
 * they are writing. Nobody else sees what is searched or found; only what they send. Nothing of it is kept or logged.
 */
export function registerQuotingHandlers(app: BotApp, deps: Pick<BotDeps, 'finderFor' | 'log'>): void {
  app.addRoute(
    (turn) => Promise.resolve(isSearch(turn.activity) && callerOf(turn) !== undefined),
    async (turn) => {
      const caller = callerOf(turn);
      const search = readSearch(turn.activity);
      if (!caller) return;
      if (!search) return answerSearchWithWords(turn, 'This search is no longer in use. Nothing was searched or kept.');
      if (!soundsUrgent(search.words) && (await refuseReading(turn, deps.log, caller))) return;
      const { library, today } = caller;
      const found = searchClauses(search.words, { library, finder: deps.finderFor(library, today), today });
      deps.log.info({ school: library.school.id, kind: found.kind }, 'policies were searched');
      const results = resultsOf(found, caller).slice(search.skip);
      if (results.length > 0 || search.skip > 0) return answerSearchWith(turn, results.slice(0, pageSize));
      return answerSearchWithWords(turn, wordsFor(found, caller));
    },
    true,
  );
}

/** Teams asks for the next page with how many it has. */
const pageSize = 25;

function resultsOf(found: Found, { library, today }: Caller): SearchResult[] {
  if (found.kind === 'clauses')
    return found.clauses.map(({ policy, clause }) => ({
      card: clauseCard.render(toClauseView({ library, policy, clause, today })),
      preview: previewOfClause(policy, clause, today),
    }));
  if (found.kind === 'policies')
    return found.policies.map((policy) => ({
      card: policyCard.render(toPolicyView({ library, policy, today })),
      preview: previewOfPolicy(policy, today),
    }));
  return [];
}

function wordsFor({ kind }: Found, { library, today }: Caller): string {
  switch (kind) {
    case 'urgent':
      return `In danger now? Call 999. Then tell ${toResponderView(library, 'dsl', today).line} This only searches the policies; nobody was told anything. To report it, write “report” to Staffroom in your own chat.`;
    case 'too-long':
      return 'That is too long to search with, so nothing was searched. Use a few words, such as: own phone.';
    case 'policies':
      return 'No policy is in force at the moment, so there is nothing to quote.';
    case 'clauses':
    case 'nothing':
      return 'No clause was found. Try other words, whole ones, or a policy’s name.';
  }
}
