import type { Policy } from '../../src/domain/policies/policy.ts';

/** The simplest search there is: looks for each word of the question in each clause, and gives the five that have most. */
export function createPlainScan(policies: readonly Policy[]): (question: string) => string[] {
  const texts = policies.flatMap(({ clauses }) => clauses.map(({ text }) => text.toLowerCase()));
  return (question) => {
    const words = question.toLowerCase().match(/[a-z0-9]+/g) ?? [];
    const counts = texts.map((text) => words.filter((word) => text.includes(word)).length);
    return texts
      .map((_, at) => at)
      .sort((one, other) => (counts[other] ?? 0) - (counts[one] ?? 0))
      .slice(0, 5)
      .flatMap((at) => texts[at] ?? []);
  };
}
