import { describe, expect, it } from 'vitest';
import { answerCard, toAnswerView } from '../../src/cards/answering/answer.ts';
import { toContactView } from '../../src/cards/answering/contact.ts';
import { toSafetyView } from '../../src/cards/answering/safety.ts';
import { sectionCard, toSectionView } from '../../src/cards/answering/section.ts';
import { toUnsureView, unsureCard } from '../../src/cards/answering/unsure.ts';
import { cardLimit, weightOf } from '../../src/cards/cut-text.ts';
import { holdersOf } from '../../src/domain/people/holders-of.ts';
import { type Certainty, certainties } from '../../src/domain/answering/certainty.ts';
import type { Person } from '../../src/domain/people/school.ts';
import type { Clause } from '../../src/domain/policies/clause.ts';
import type { FrontMatter } from '../../src/domain/policies/policy.ts';
import { actionsOf, stringsOf } from './inspect-card.ts';
import { clause, joAway, library, people, person, phonePolicy, ranked, today } from './marlow-bridge.ts';

const rules = [
  clause('2.1', 'Keep it switched off.'),
  clause('2.2', 'Use it in the staffroom.'),
  clause('2.3', 'No calls.'),
];

describe('an answer', () => {
  const answer = (cover: Partial<FrontMatter> = {}, facts = {}) => {
    const policy = phonePolicy([{ ...clause('2.1', 'Keep it switched off.'), ...facts }], cover);
    return toAnswerView({ library: library([policy]), best: ranked(policy), others: [], today });
  };

  it('quotes the clause word for word, with its lead-in, column, number, headings and dates', () => {
    const view = answer({}, { leadIn: 'Adults should not:', column: "Don't" });
    expect(view).toMatchObject({ quote: 'Keep it switched off.', leadIn: 'Adults should not:', column: "Don't" });
    expect(view).toMatchObject({ source: 'Phone Policy', place: 'Clause 2.1 · 2 Your own phone' });
    expect(view.facts).toBe('Version 2.1 · Approved 12 March 2026 · Review due 31 March 2027');
  });

  it('keeps a clause of 800 characters whole beside three others as long', () => {
    const long = Array.from({ length: 4 }, (_, at) => clause(`2.${at}`, 'seven77 '.repeat(99) + 'the end.'));
    const policy = phonePolicy(long);
    const [best, ...others] = long.map((_, at) => ranked(policy, at));
    const view = toAnswerView({ library: library([policy]), best: best ?? ranked(policy), others, today });
    expect([view, ...view.others].map(({ quote }) => quote)).toEqual(long.map(({ text }) => text));
  });

  it('says in words since when the review is overdue, from the day after the review date', () => {
    expect(answer({ reviewDue: '2026-11-20' }).isOverdue).toBe(false);
    expect(answer({ reviewDue: '2026-11-19' }).overdue).toBe('Review overdue since 19 November 2026');
  });

  it.each([
    [{ amends: 'safety', effectiveTo: '2026-12-18' }, {}, 'From an addendum in force until 18 December 2026'],
    [{ amends: 'safety', effectiveTo: '2026-07-31' }, {}, 'No longer in force: ended on 31 July 2026'],
    [{ amends: 'safety', effectiveFrom: '2027-01-04' }, {}, 'Not yet in force: starts on 4 January 2027'],
    [{ status: 'withdrawn' }, {}, 'From a policy that was withdrawn: no longer in force'],
    [{}, { binds: 'pupils' }, 'This rule is for pupils'],
  ] as const)('labels %j %j', (cover, facts, label) => {
    expect(answer(cover, facts).labels).toEqual([{ text: label }]);
  });

  it('shows at most three other clauses and carries nothing but clause keys in its buttons', () => {
    const policy = phonePolicy([...rules, clause('2.4', 'Four.'), clause('2.5', 'Five.')]);
    const all = policy.clauses.map((_, at) => ranked(policy, at));
    const view = toAnswerView({ library: library([policy]), best: ranked(policy), others: all.slice(1), today });
    expect(view.others).toHaveLength(3);
    expect(view.link).toEqual({
      ...{ clause: 'phones#2.1', others: ['phones#2.2', 'phones#2.3', 'phones#2.4'] },
      ...{ certainty: 'sure', byReader: false },
    });
    const sections = actionsOf(answerCard.render(view)).filter(({ verb }) => verb === 'answering.section');
    const others = ['phones#2.2', 'phones#2.3', 'phones#2.4'].map((shown) => ({ ...view.link, shown }));
    expect(sections.map(({ data }) => data)).toEqual([view.link, ...others]);
  });

  const shown = (certainty: Certainty, count = rules.length) => {
    const policy = phonePolicy(rules.slice(0, count));
    const [best = ranked(policy), ...others] = policy.clauses.map((_, at) => ranked(policy, at));
    const view = toAnswerView({ library: library([policy]), best, others, today, certainty });
    return { view, texts: stringsOf(answerCard.render(view)).map(({ text }) => text) };
  };

  it('says so on its face when it may not answer', () => {
    const { texts } = shown('doubtful', 1);
    expect(texts).toContain('This may not answer your question');
    expect(texts).not.toContain('What the policy says');
  });

  it('shows the second beside the first where both fit, and the third one tap away', () => {
    const { view, texts } = shown('close');
    expect(view.second.map(({ quote }) => quote)).toEqual(['Use it in the staffroom.']);
    expect(view.others.map(({ quote }) => quote)).toEqual(['No calls.']);
    expect(view.othersButton).toBe('1 other clause');
    expect(texts).toEqual(expect.arrayContaining(['What the policies say', '“Use it in the staffroom.”']));
    expect(shown('doubtful-close').texts).toContain('These may not answer your question');
  });

  it('keeps three clauses one tap away where one stands alone', () => {
    expect(shown('sure').view).toMatchObject({ second: [], othersButton: '2 other clauses' });
    expect(shown('close', 1)).toMatchObject({ view: { isSure: true, second: [], hasOthers: false } });
    expect(shown('doubtful-close', 1).view).toMatchObject({ mayNotAnswer: true, neitherMayAnswer: false });
  });

  it('leads from the section of each clause back to what it is: the first clause as it was shown, with the others', () => {
    for (const certainty of certainties) {
      const { link, second, others } = shown(certainty).view;
      expect(link).toMatchObject({ clause: 'phones#2.1', certainty });
      const beside = [...second, ...others];
      expect(beside.map((other) => other.link)).toEqual(beside.map(() => link));
      expect(beside.map((other) => other.shown)).toEqual(link.others);
    }
  });
});

describe('whom to ask', () => {
  const ask = (staff = Object.values(people)) => {
    const policy = phonePolicy(rules);
    const given = library([policy], staff);
    return toAnswerView({ library: given, best: ranked(policy), others: [], today }).responder;
  };

  it("is the holder of the policy's owner role, in a chat that names only the clause", () => {
    const view = ask();
    expect(view).toMatchObject({ button: 'Ask Jo Baker', canChat: true });
    const link = new URL(view.chat);
    expect(link.searchParams.get('users')).toBe('jo@marlow.example');
    expect(link.searchParams.get('message')).toBe('About Phone Policy, clause 2.1:');
  });

  it('is asked through the bot, but only in a chat or in person after what sounds like an incident', () => {
    const policy = phonePolicy(rules);
    const given = { library: library([policy]), best: ranked(policy), others: [], today, submission: '0'.repeat(32) };
    const verbsOn = (incident: boolean) =>
      actionsOf(answerCard.render(toAnswerView({ ...given, incident }))).map(({ verb, type }) => verb ?? type);
    expect(verbsOn(false)).toEqual(
      expect.arrayContaining(['questions.compose', 'questions.mark', 'questions.mark', 'answering.section']),
    );
    expect(verbsOn(false)).not.toContain('Action.OpenUrl');
    expect(verbsOn(true)).toEqual(['answering.section', 'Action.OpenUrl']);
  });

  it('is whoever covers today', () => {
    const view = ask([joAway, people.sam, people.helen]);
    expect(view.line).toBe('Sam Lee, covering today for Jo Baker (Designated Safeguarding Lead). Phone 01632 960103.');
    expect(view.button).toBe('Ask Sam Lee');
  });

  it('is the head, by phone and without a button, when the role is empty and no sign-in name is known', () => {
    expect(ask([people.helen])).toMatchObject({
      line: 'Helen Marsh, Headteacher. Phone 01632 960101.',
      canChat: false,
      chat: '',
    });
  });

  it('is the school office when nobody is named', () => {
    expect(ask([people.ruth]).line).toBe('the school office.');
  });
});

describe('a section', () => {
  const section = (clauses: readonly Clause[], asked: number) => {
    const policy = phonePolicy(clauses);
    const { clause: found } = ranked(policy, asked);
    return toSectionView({ library: library([policy]), policy, clause: found, others: ['phones#2.9'], today });
  };

  it('shows every clause under the heading in order and marks the asked one', () => {
    const view = section([...rules, clause('3.1', 'Elsewhere.', { headingPath: ['3 Visits'] })], 1);
    expect(view.clauses.map(({ words }) => words)).toEqual(rules.map(({ text }) => text));
    expect(view.clauses.map(({ isAsked }) => isAsked)).toEqual([false, true, false]);
    expect([view.hasBefore, view.hasAfter]).toEqual([false, false]);
  });

  it('goes back with the same clauses', () => {
    const [back] = actionsOf(sectionCard.render(section(rules, 1)));
    const data = { clause: 'phones#2.2', others: ['phones#2.9'], certainty: 'sure', byReader: false };
    expect(back).toMatchObject({ verb: 'answering.answer', data });
  });

  it('begins with the lead-in where it is cut within a list', () => {
    const leadIn = 'Adults should not:';
    const items = Array.from({ length: 60 }, (_, at) => clause(`c${at}`, `${at} ${'long '.repeat(150)}`, { leadIn }));
    const view = section([clause('lead', leadIn, { kind: 'lead-in' }), ...items], 40);
    expect(view.hasBefore).toBe(true);
    expect(view.clauses.map(({ hasLeadIn }) => hasLeadIn)).toEqual(view.clauses.map((_, at) => at === 0));
    expect(view.clauses[0]?.leadIn).toBe(leadIn);
  });

  it('names the column of each cell, and the row once', () => {
    const cell = (id: string, column: string): Clause => {
      const { ref: _none, ...unnumbered } = clause(id, 'Six years.', { kind: 'cell', leadIn: 'Staff file', column });
      return unnumbered;
    };
    const view = section([cell('a', 'How long'), cell('b', 'Then')], 0);
    expect(view.clauses.map(({ mark }) => mark)).toEqual(['How long: ', 'Then: ']);
    expect(view.clauses.map(({ leadIn }) => leadIn)).toEqual(['Staff file', '']);
  });

  it('is cut between clauses, never around the asked one, and counts what is left out', () => {
    const many = Array.from({ length: 100 }, (_, at) => clause(`2.${at}`, `${at} ${'word '.repeat(100)}`.trim()));
    const view = section(many, 60);
    expect(view.clauses.length).toBeGreaterThan(5);
    const shown = view.clauses.map(({ words }) => words);
    const first = many.findIndex(({ text }) => text === shown[0]);
    expect(shown).toEqual(many.slice(first, first + shown.length).map(({ text }) => text));
    expect(shown).toContain(many[60]?.text);
    expect(view.before).toBe(`${first} more clauses of this section come before these.`);
    expect(view.after).toBe(`${100 - first - shown.length} more clauses of this section come after these.`);
  });
});

it.each(['a', '"', '漢', '{', '🏴'])(
  'a section of 300 clauses made of %s fits a message, however long they are',
  (letter) => {
    for (const length of [1, 60, 400, 5000]) {
      const facts = { headingPath: [letter.repeat(800)], column: letter.repeat(90), binds: 'pupils' } as const;
      const many = Array.from({ length: 300 }, (_, at) =>
        clause(`c${at}`, letter.repeat(length), { ...facts, leadIn: `${letter.repeat(length)}${at}` }),
      );
      const policy = phonePolicy(many, { id: 'p'.repeat(60), title: letter.repeat(900), reviewDue: '2025-01-01' });
      const others = Array.from({ length: 9 }, () => `${'p'.repeat(60)}#abcdef`);
      const view = toSectionView({
        library: library([policy]),
        policy,
        clause: ranked(policy, 150).clause,
        others,
        today,
      });
      expect(weightOf(sectionCard.render(view))).toBeLessThanOrEqual(cardLimit);
      expect(view.clauses.some(({ isAsked }) => isAsked)).toBe(true);
    }
  },
);

describe('an unsure answer', () => {
  it('quotes up to three of the nearest clauses and names the owner of the nearest policy', () => {
    const policy = phonePolicy([...rules, clause('2.4', 'Four.')]);
    const nearest = policy.clauses.map((_, at) => ranked(policy, at));
    const view = toUnsureView({ library: library([policy]), nearest, today });
    expect(view.nearest.map(({ quote }) => quote)).toEqual(rules.map(({ text }) => text));
    expect(new URL(view.responder.chat).searchParams.get('message')).toBeNull();
    expect(stringsOf(unsureCard.render(view)).map(({ text }) => text)).toContain('The policies do not clearly say');
  });

  it('names the head when nothing is near', () => {
    const view = toUnsureView({ library: library([]), nearest: [], today });
    expect(view.responder.line).toMatch(/^Helen Marsh, Headteacher/);
  });
});

describe('a contact', () => {
  const contactsOf = (staff: readonly Person[]) => {
    const given = library([], staff);
    const found = { role: 'dsl' as const, people: holdersOf(given.school, 'dsl', today), contacts: [] };
    return toContactView({ library: given, found, today });
  };

  it('shows a phone number as text and a chat for whoever has a sign-in name', () => {
    const [jo] = contactsOf([people.jo]).people;
    expect(jo).toMatchObject({ name: 'Jo Baker', title: 'Designated Safeguarding Lead', canChat: true });
    expect(jo?.details).toEqual([{ text: 'Phone 01632 960102' }]);
  });

  it('says who covers today, and leads to nobody who is away', () => {
    const view = contactsOf([joAway, people.sam]);
    expect(view.people.map(({ name, away, canChat }) => [name, away, canChat])).toEqual([
      ['Jo Baker', 'Away today.', false],
      ['Sam Lee', '', true],
    ]);
    expect(view.people[1]?.title).toBe('Covers today for Jo Baker');
  });

  it('warns of a number that nobody has checked for a year', () => {
    const contact = { id: 'x', name: 'Helpline', for: 'Advice', phone: '0800 1', checkedOn: '2025-11-20' };
    const found = { people: [], contacts: [contact, { ...contact, checkedOn: '2025-11-19' }] };
    const view = toContactView({ library: library([]), found, today });
    expect(view.contacts.map(({ isUnchecked }) => isUnchecked)).toEqual([false, true]);
    expect(view.contacts[0]?.checked).toBe('Checked on 20 November 2025');
  });
});

describe('an emergency', () => {
  const submission = '9f86d081884c7d659a2feaa0c55ad015';
  const safety = (staff = Object.values(people)) =>
    toSafetyView({ library: library([], staff), urgency: 'danger', today, submission });

  it('names the DSL first, then the deputies, with their numbers and without addresses to write to', () => {
    expect(safety().tell).toEqual([
      { name: 'Jo Baker, Designated Safeguarding Lead', details: [{ text: 'Phone 01632 960102' }] },
      { name: 'Sam Lee, Deputy Designated Safeguarding Lead', details: [{ text: 'Phone 01632 960103' }] },
    ]);
  });

  it('names whoever covers once', () => {
    const view = safety([joAway, people.sam, people.helen]);
    expect(view.tell.map(({ name }) => name)).toEqual(['Sam Lee, covering today for Jo Baker']);
  });

  it('leads past the DSL to the head, and past the head to the chair', () => {
    expect(safety().instead).toEqual([
      { about: 'If it is about the DSL, speak to ', speakTo: 'Helen Marsh, Headteacher. Phone 01632 960101.' },
      { about: 'If it is about the headteacher, speak to ', speakTo: 'Ruth Obi, Chair of Governors.' },
    ]);
  });

  it('leads to the chair at once where the head is the DSL', () => {
    const both = person('both', { name: 'Di Ray', roles: ['head', 'dsl'] });
    expect(safety([both, people.ruth]).instead).toEqual([
      { about: 'If it is about the DSL or the headteacher, speak to ', speakTo: 'Ruth Obi, Chair of Governors.' },
    ]);
  });
});
