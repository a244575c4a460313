import { hasHappened } from '../has-happened.ts';
import { accusedIn } from '../offices.ts';
import { asksFor, partiesIn } from '../parties.ts';
import { type QuestionKind, readQuestionKind } from '../question-kind.ts';
import type { ReadQuestion } from '../read-question.ts';

/** What a question wants to know and whom it is about, whatever its words. */
export type Asking = Pick<ReadQuestion, 'rule' | 'parties' | 'asksFor' | 'accused' | 'happened'>;

export function askingOf(text: string): Asking {
  return {
    rule: readQuestionKind(text),
    parties: partiesIn(text),
    asksFor: asksFor(text),
    accused: accusedIn(text),
    happened: hasHappened(text),
  };
}

/** Kinds between which the wording is chance: leave and duty, and what asks for nothing in particular. */
const loose: ReadonlySet<QuestionKind> = new Set(['may-i', 'must-i', 'applies', 'what-to-do', 'what-if', 'open']);

/** Whether two questions want to know the same about the same people. */
export function asksAlike(one: Asking, other: Asking): boolean {
  const [kind, otherKind] = [one.rule.kind, other.rule.kind];
  return (
    (kind === otherKind || (loose.has(kind) && loose.has(otherKind))) &&
    sameOf(one.parties, other.parties) &&
    sameOf(one.asksFor, other.asksFor) &&
    sameOf(one.accused, other.accused) &&
    one.happened === other.happened
  );
}

function sameOf(one: readonly string[], other: readonly string[]): boolean {
  return [...one].sort().join() === [...other].sort().join();
}
