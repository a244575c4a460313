import type { AnswerFinder, RankedClause } from '../answering/answer.ts';
import { findClause, quotablePolicies, type SchoolLibrary } from '../policies/library.ts';
import type { Answers } from './answers.ts';
import type { RouteDecision } from './route-decision.ts';
import type { AskedStep } from './steps-for.ts';

/** How well a clause must fit before it stands beside a question: better none than one that is about something else. */
const clearEnough = 0.7;

/**
 * The school's own clause beside a question: what its policies answer to what the step asks them, and for something that
 * came up by accident the clause that its route names, which is where policies say that a mistake is no breach.
 */
export function guidanceFor(
  step: AskedStep,
  answers: Pick<Answers, 'kind'>,
  {
    route,
    library,
    finder,
    today,
  }: { route: RouteDecision | undefined; library: SchoolLibrary; finder: AnswerFinder; today: string },
): RankedClause | undefined {
  if (step.id === 'when' && answers.kind === 'accidental-access' && route?.clause !== undefined) {
    const found = findClause({ ...library, policies: quotablePolicies(library, today) }, route.clause);
    return found && { ...found, score: 1 };
  }
  const answer = step.asks === undefined ? undefined : finder.answer(step.asks);
  return answer?.kind === 'quoted' && answer.best.score >= clearEnough ? answer.best : undefined;
}
