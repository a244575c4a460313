import { describe, expect, it } from 'vitest';
import { cardLimit, weightOf } from '../../src/cards/cut-text.ts';
import { clauseAsAnswer } from '../../src/cards/questions/clause-as-answer.ts';
import { clausesCard, toClausesView } from '../../src/cards/questions/clauses.ts';
import { exchangeCard, toExchangeView } from '../../src/cards/questions/exchange.ts';
import { clauseKey } from '../../src/domain/policies/library.ts';
import type { SeenQuestion } from '../../src/domain/questions/see-question.ts';
import { longest } from '../../src/domain/questions/text-fault.ts';
import { stringsOf } from './inspect-card.ts';
import { clause, library, phonePolicy, today } from './marlow-bridge.ts';

const key = (objectId: string) => ({ tenantId: 't', objectId });
const at = '2026-11-20T10:05:00.000Z';
const lead = 'You may read school email on your own phone only if:';
const policy = phonePolicy([
  clause('2.3', lead, { kind: 'lead-in', headingPath: ['2 Your own phone'] }),
  clause('a.', 'it is locked;', { leadIn: lead, headingPath: ['2 Your own phone'] }),
  clause('b.', 'it is yours.', { leadIn: lead, headingPath: ['2 Your own phone'] }),
]);
const long = (letter: string, most: number) => `${letter.repeat(9)} `.repeat(most / 10).trim();
const huge = phonePolicy(
  ['1', '2', '3', '4'].flatMap((number) => [
    clause(number, `${long('長', 4_000)}:`, { kind: 'lead-in', leadIn: long('l', 4_000), column: long('c', 4_000) }),
    ...['a', 'b', 'c'].map((item) => clause(`${number}.${item}`, long('i', 300), { leadIn: `${long('長', 4_000)}:` })),
  ]),
);
const ranked = (of: typeof policy) =>
  of.clauses.filter(({ kind }) => kind === 'lead-in').map((one) => ({ policy: of, clause: one, score: 0 }));
const seen = (answerText?: string, about?: string): SeenQuestion => ({
  question: {
    id: 'SQ-7KQ2-K',
    schoolId: 'marlow-bridge',
    asker: key('a'),
    owner: key('b'),
    clause: about,
    sealedText: 'x',
    askedAt: at,
    ...(answerText !== undefined && { answer: { sealedText: 'x', at, by: key('b') } }),
  },
  text: long('w', longest.question),
  as: 'owner',
  ...(answerText !== undefined && { answerText }),
});
const school = library([policy]);
const shown = (of: SeenQuestion, at = school) =>
  exchangeCard.render(toExchangeView({ library: at, seen: of, name: () => 'Ada', today, occasion: 'seen' }));
const textsOf = (card: unknown) => stringsOf(card).map(({ text }) => text);

describe('a clause as an answer', () => {
  it('is its words with what it leads in and where it stands, a line each, in this order', () => {
    const [first] = policy.clauses;
    if (!first) throw new Error('there is none');
    const text = clauseAsAnswer(policy, first, today);
    expect(text.split('\n')).toEqual([
      'This clause answers it:',
      `“${lead}”`,
      'a. “it is locked;”',
      'b. “it is yours.”',
      policy.cover.title,
      'Clause 2.3 · 2 Your own phone',
    ]);
    const texts = textsOf(shown(seen(text)));
    const places = text.split('\n').map((line) => texts.indexOf(line));
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((one, other) => one - other));
  });

  it('is never longer than an answer may be', () => {
    for (const one of huge.clauses) {
      expect(clauseAsAnswer(huge, one, today).length).toBeLessThanOrEqual(longest.answer);
    }
  });
});

describe('an answer of many lines', () => {
  it('is shown whole, the last lines as one', () => {
    const lines = Array.from({ length: 40 }, (_, at) => `line ${at}.`);
    const texts = textsOf(shown(seen(lines.join('\r\n\r\n')))).filter((text) => text.startsWith('line'));
    expect(texts).toHaveLength(13);
    expect(texts.join(' ')).toBe(lines.join(' '));
  });

  it('fits the card however long it is, and ends visibly where it is cut', () => {
    const [first] = huge.clauses;
    if (!first) throw new Error('there is none');
    const withHuge = library([huge]);
    const longAnswer = Array.from({ length: 40 }, () => long('長', 100)).join('\n');
    const card = shown(seen(longAnswer, clauseKey(huge, first)), withHuge);
    expect(weightOf(card)).toBeLessThanOrEqual(cardLimit);
    expect(textsOf(card).filter((text) => text.startsWith('長') && text.endsWith(' …'))).not.toEqual([]);
  });
});

describe('the clauses to choose from', () => {
  it.each(['ticked', 'unticked', 'there', 'not-kept'] as const)(
    'fit the card however long they are, with words %s',
    (kept) => {
      const input = {
        library: school,
        seen: seen(),
        name: () => long('n', 300),
        kept,
        today,
        submission: '0'.repeat(32),
      };
      const view = toClausesView({ ...input, nearest: ranked(huge), problem: long('p', 100) });
      expect(view.nearest).toHaveLength(4);
      expect(weightOf(clausesCard.render(view))).toBeLessThanOrEqual(cardLimit);
    },
  );

  it('show a list below its lead-in once', () => {
    const nearest = policy.clauses.map((one) => ({ policy, clause: one, score: 0 }));
    const input = {
      library: school,
      seen: seen(),
      name: () => 'Ada',
      kept: 'ticked',
      today,
      submission: '0'.repeat(32),
    } as const;
    expect(toClausesView({ ...input, nearest }).nearest.map(({ quote }) => quote)).toEqual([lead]);
  });
});
