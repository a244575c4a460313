import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { answerCard, toAnswerView } from '../../src/cards/answering/answer.ts';
import { sectionCard, toSectionView } from '../../src/cards/answering/section.ts';
import { toUnsureView, unsureCard } from '../../src/cards/answering/unsure.ts';
import { plainText } from '../../src/cards/plain-text.ts';
import { previewOfClause } from '../../src/cards/quoting/preview.ts';
import { clauseCard, toClauseView } from '../../src/cards/quoting/clause.ts';
import { openShelf } from '../../src/documents/open-shelf.ts';
import type { RankedClause } from '../../src/domain/answering/answer.ts';
import type { SchoolLibrary } from '../../src/domain/policies/library.ts';
import { projectRoot } from '../../src/project-root.ts';

const today = '2026-11-20';
let library: SchoolLibrary;
let items: RankedClause[] = [];
beforeAll(async () => {
  const shelf = await openShelf(join(projectRoot, 'policies'), { watch: false });
  const [first] = shelf.schools();
  if (!first) throw new Error('the sample school was not loaded');
  library = first;
  items = library.policies.flatMap((policy) =>
    policy.clauses.filter(({ leadIn }) => leadIn !== undefined).map((clause) => ({ policy, clause, score: 1 })),
  );
});

/** How often the lead-in stands in a card. */
const timesIn = (card: unknown, { clause }: RankedClause) =>
  JSON.stringify(card).split(JSON.stringify(plainText(clause.leadIn ?? '')).slice(1, -1)).length - 1;

describe('an item of a list or a table of the sample school', () => {
  it('is there to be tried', () => {
    expect(items.length).toBeGreaterThan(50);
  });

  it('is never quoted without its lead-in: as the answer, the second, another or the nearest clause', () => {
    for (const [at, item] of items.entries()) {
      const others = [1, 2, 3].flatMap((step) => items[(at + step) % items.length] ?? []);
      const all = [item, ...others];
      const cards = [
        answerCard.render(toAnswerView({ library, best: item, others, today, certainty: 'close' })),
        answerCard.render(toAnswerView({ library, best: item, others, today, certainty: 'doubtful' })),
      ];
      for (const card of cards) for (const one of all) expect(timesIn(card, one)).toBeGreaterThan(0);
      const unsure = unsureCard.render(toUnsureView({ library, nearest: all, today }));
      for (const one of all.slice(0, 3)) expect(timesIn(unsure, one)).toBeGreaterThan(0);
    }
  });

  it('is never shown without it in its section, nor where a colleague quotes it', () => {
    for (const item of items) {
      const { policy, clause } = item;
      const section = sectionCard.render(toSectionView({ library, policy, clause, others: [], today }));
      expect(timesIn(section, item)).toBeGreaterThan(0);
      expect(timesIn(clauseCard.render(toClauseView({ library, policy, clause, today })), item)).toBe(1);
      const words = previewOfClause(policy, clause, today).text;
      expect(words).toContain(plainText(clause.leadIn ?? '').slice(0, 100));
    }
  });
});
