import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { answerCard, toAnswerView } from '../../src/cards/answering/answer.ts';
import { toUnsureView, unsureCard } from '../../src/cards/answering/unsure.ts';
import { cardLimit, weightOf } from '../../src/cards/cut-text.ts';
import { clauseCard, toClauseView } from '../../src/cards/quoting/clause.ts';
import { previewOfClause } from '../../src/cards/quoting/preview.ts';
import { toAbout } from '../../src/cards/questions/about.ts';
import { openShelf } from '../../src/documents/open-shelf.ts';
import type { RankedClause } from '../../src/domain/answering/answer.ts';
import { clauseKey, type SchoolLibrary } from '../../src/domain/policies/library.ts';
import { projectRoot } from '../../src/project-root.ts';
import { stringsOf } from './inspect-card.ts';
import { clause, library, phonePolicy, ranked, today } from './marlow-bridge.ts';

const textsOf = (card: unknown) => stringsOf(card).map(({ text }) => text);

/** Where the texts of a card have these words, one after the other, whatever mark stands before them. */
function places(card: unknown, words: readonly string[]): number[] {
  const texts = textsOf(card);
  return words.map((each) => texts.findIndex((text) => text.endsWith(`“${each}”`)));
}

describe('a lead-in of the sample school', () => {
  let school: SchoolLibrary;
  let leads: RankedClause[] = [];
  beforeAll(async () => {
    const shelf = await openShelf(join(projectRoot, 'policies'), { watch: false });
    const [first] = shelf.schools();
    shelf.close();
    if (!first) throw new Error('the sample school was not loaded');
    school = first;
    leads = school.policies.flatMap((policy) =>
      policy.clauses
        .filter(({ kind }) => kind === 'lead-in')
        .map((lead) => ({ policy, clause: lead, score: 1 }) satisfies RankedClause),
    );
  });

  const itemsOf = ({ policy, clause: { text } }: RankedClause) =>
    policy.clauses.filter(({ leadIn, kind }) => leadIn === text && kind !== 'cell').map((item) => item.text);
  const expectWhole = (card: unknown, lead: RankedClause) => {
    const at = places(card, [lead.clause.text, ...itemsOf(lead)]);
    expect(at).not.toContain(-1);
    expect(at).toEqual([...at].sort((a, b) => a - b));
  };

  it('is there to be tried', () => {
    expect(leads.map((lead) => itemsOf(lead).length)).toEqual([5, 6, 4, 7, 5]);
  });

  it('is quoted with all its items, in order: as the answer, beside it, as another, as the nearest and in a chat', () => {
    for (const lead of leads) {
      const [rule] = lead.policy.clauses.filter(({ kind, leadIn }) => kind === 'rule' && leadIn === undefined);
      if (!rule) throw new Error('the policy holds no plain rule');
      const plain: RankedClause = { policy: lead.policy, clause: rule, score: 1 };
      const [first, second] = [
        { best: lead, others: [plain] },
        { best: plain, others: [lead] },
      ];
      for (const certainty of ['sure', 'close', 'doubtful', 'doubtful-close'] as const)
        for (const each of [first, second])
          expectWhole(answerCard.render(toAnswerView({ library: school, ...each, today, certainty })), lead);
      expectWhole(unsureCard.render(toUnsureView({ library: school, nearest: [plain, lead], today })), lead);
      expectWhole(clauseCard.render(toClauseView({ library: school, ...lead, today })), lead);
      expect(toAbout(school, clauseKey(lead.policy, lead.clause), today).about.items).not.toEqual([]);
      expect(previewOfClause(lead.policy, lead.clause, today).text).toContain(itemsOf(lead)[0]?.slice(0, 40));
    }
  });
});

const lead = 'You may read school email on your own phone only if:';
const item = (id: string, text: string, facts = {}) => clause(id, text, { leadIn: lead, ...facts });
const policy = phonePolicy([
  clause('2.3', lead, { kind: 'lead-in' }),
  item('a.', 'it is locked;'),
  item('b.', 'it is:', { kind: 'lead-in' }),
  item('i.', 'updated, and', { leadIn: 'it is:' }),
  item('ii.', 'yours;', { leadIn: 'it is:' }),
  item('c.', 'nothing is downloaded.'),
  clause('2.4', 'No calls.'),
  clause('2.5', 'No photos.'),
]);
const all = policy.clauses.map((_, at) => ranked(policy, at));
const [best = ranked(policy), a, , , ii, c, calls, photos] = all;
const answer = (others: readonly (RankedClause | undefined)[], certainty: 'sure' | 'close' | 'doubtful-close') =>
  toAnswerView({
    library: library([policy]),
    best,
    others: others.flatMap((other) => other ?? []),
    today,
    certainty,
  });

describe('the list below a quoted lead-in', () => {
  it('stands as the list that it is, a list inside it set in', () => {
    expect(answer([], 'sure').items.map(({ text }) => text)).toEqual([
      'a. “it is locked;”',
      'b. “it is:”',
      '\u2003i. “updated, and”',
      '\u2003ii. “yours;”',
      'c. “nothing is downloaded.”',
    ]);
  });

  it('holds bullets where the policy prints no number', () => {
    const bullets = phonePolicy([
      clause('2.3', lead, { kind: 'lead-in' }),
      { id: 'x', kind: 'rule', headingPath: ['2 Your own phone'], leadIn: lead, text: 'it is locked.', line: 2 },
    ]);
    const view = toClauseView({ library: library([bullets]), ...ranked(bullets), today });
    expect(view.items).toEqual([{ text: '• “it is locked.”' }]);
  });

  it('is not repeated among the other clauses', () => {
    const view = answer([a, calls, ii, c, photos], 'sure');
    expect(view.others.map(({ quote }) => quote)).toEqual(['No calls.', 'No photos.']);
    expect(view.link.others).toEqual(['phones#2.4', 'phones#2.5']);
    expect(answer([a, c], 'sure').hasOthers).toBe(false);
    const nearest = toUnsureView({ library: library([policy]), nearest: all, today }).nearest;
    expect(nearest.map(({ quote }) => quote)).toEqual([lead, 'No calls.', 'No photos.']);
  });

  it('is not said to be a second rule that fits', () => {
    expect(answer([a, calls], 'close')).toMatchObject({ isSure: true, isClose: false, second: [] });
    expect(answer([c], 'doubtful-close')).toMatchObject({ mayNotAnswer: true, neitherMayAnswer: false, second: [] });
    expect(answer([calls, a], 'close').second.map(({ quote }) => quote)).toEqual(['No calls.']);
  });

  const longList = (count: number, words: string) =>
    phonePolicy([
      clause('2.3', lead, { kind: 'lead-in' }),
      ...Array.from({ length: count }, (_, at) => item(`(${at + 1})`, `${at + 1} ${words}`)),
    ]);

  it('ends at a whole item where it is very long, says how many more there are and how to see them', () => {
    const long = longList(40, 'word '.repeat(40).trim());
    const [first = ranked(long), ...others] = long.clauses.map((_, at) => ranked(long, at));
    const view = toAnswerView({ library: library([long]), best: first, others: others.slice(-4), today });
    const shown = view.items.length;
    expect(shown).toBeGreaterThan(5);
    expect(view.items.map(({ text }) => text)).toEqual(
      others.slice(0, shown).map((each) => `${each.clause.ref} “${each.clause.text}”`),
    );
    expect(view.more).toBe(`${40 - shown} more points follow. “Whole section” shows them.`);
    expect(textsOf(answerCard.render(view))).toContain(view.more);
    // What the list does not show is still offered.
    expect(view.others.map(({ quote }) => quote)).toEqual(others.slice(-4, -1).map((each) => each.clause.text));
    const chat = toClauseView({ library: library([long]), ...first, today });
    expect(chat.more).toBe(`${40 - chat.items.length} more points follow in the policy.`);
    expect(textsOf(clauseCard.render(chat))).toContain(chat.more);
  });

  it('names the button of the second rule where it is that one’s, and counts one as one', () => {
    const long = longList(2, 'word '.repeat(700).trim());
    const [first = ranked(long)] = [ranked(long)];
    const view = toAnswerView({
      library: library([long]),
      best: calls ?? best,
      others: [first],
      today,
      certainty: 'close',
    });
    expect(view.second[0]?.more).toBe('2 points follow. “Section of the second” shows them.');
    const one = longList(1, 'word '.repeat(700).trim());
    expect(toClauseView({ library: library([one]), ...ranked(one), today }).more).toBe(
      '1 point follows in the policy.',
    );
  });

  it('never makes a card too heavy, whatever its length and however many stand on one card', () => {
    for (const words of ['no', 'word '.repeat(9).trim(), 'word '.repeat(70).trim()]) {
      const long = longList(80, words);
      const given = library([long]);
      const best = ranked(long);
      const twins = [1, 2, 3].map((at): RankedClause => {
        const twin = { ...long, cover: { ...long.cover, id: `twin-${at}` } };
        return { ...best, policy: twin };
      });
      for (const certainty of ['sure', 'close'] as const) {
        const view = toAnswerView({
          library: given,
          best,
          others: twins,
          today,
          certainty,
          submission: 'x'.repeat(32),
        });
        expect(weightOf(answerCard.render(view))).toBeLessThanOrEqual(cardLimit);
      }
      const unsure = toUnsureView({ library: given, nearest: [best, ...twins], today });
      expect(weightOf(unsureCard.render(unsure))).toBeLessThanOrEqual(cardLimit);
      // Eight of these travel together.
      expect(weightOf(clauseCard.render(toClauseView({ library: given, ...best, today })))).toBeLessThan(10_000);
    }
  });
});
