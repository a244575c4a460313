import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerCard, toAnswerView } from '../../src/cards/answering/answer.ts';
import { contactCard, toContactView } from '../../src/cards/answering/contact.ts';
import { safetyCard, toSafetyView } from '../../src/cards/answering/safety.ts';
import { sectionCard, toSectionView } from '../../src/cards/answering/section.ts';
import { toUnsureView, unsureCard } from '../../src/cards/answering/unsure.ts';
import { cardLimit, weightOf } from '../../src/cards/cut-text.ts';
import type { AdaptiveCardJson } from '../../src/cards/define-card.ts';
import { helpCard, toHelpView } from '../../src/cards/messages/help.ts';
import { messageCard } from '../../src/cards/messages/message.ts';
import { connectedCard, toConnectedView } from '../../src/cards/people/connected.ts';
import { holdersOf } from '../../src/domain/people/holders-of.ts';
import { roles } from '../../src/domain/people/role.ts';
import type { Person } from '../../src/domain/people/school.ts';
import { BroadcastSettings } from '../../src/domain/people/broadcast-settings.ts';
import { SignoffSettings } from '../../src/domain/people/signoff-settings.ts';
import type { ClauseKind } from '../../src/domain/policies/clause.ts';
import type { SchoolLibrary } from '../../src/domain/policies/library.ts';
import { FrontMatter, type Policy } from '../../src/domain/policies/policy.ts';
import { actionsOf, emptiesOf, stringsOf } from './inspect-card.ts';

const today = '2026-11-20';
const marker = 'QZX';

/** What somebody might write to do harm or by accident; `QZX` finds it again wherever it comes out. */
const written = fc
  .tuple(
    fc.constantFrom(
      '[Sign in](https://evil.example)',
      '<at>Head</at>',
      'javascript:alert(1)',
      '{{DATE(2026-01-01T00:00:00Z,SHORT)}}',
      '{{{{{{',
      '${string(range(0,20000000))}',
      '${$root.chat}',
      '`',
      '"\\"\\',
      '**bold** # heading\n- item\r\n\t| a | b |',
      '\u202eevil\u202c\u0000\u0007\u2028',
      '\ud800 half a pair',
      '👩‍👩‍👧‍👦漢字ﷺ',
      '',
    ),
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc.constantFrom(1, 1, 1, 1, 1, 40, 400),
  )
  .map(([harm, noise, times]) => marker + `${harm}${noise}`.repeat(times));

const day = fc.constantFrom('2024-02-29', '2026-03-12', '2026-11-19', '2026-11-20', '2026-11-21', '2027-12-31');
const maybe = <T>(values: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(values, { nil: undefined });

const clause = fc.record(
  {
    kind: fc.constantFrom<ClauseKind>('rule', 'lead-in', 'cell', 'declaration', 'cover'),
    ref: written,
    headingPath: fc.constantFrom([], [`${marker} 2 Phones`], [`${marker} 2 Phones`, `${marker} 2.1 `.repeat(200)]),
    leadIn: written,
    column: written,
    text: written,
    binds: fc.constantFrom<'pupils' | 'parents'>('pupils', 'parents'),
  },
  { requiredKeys: ['kind', 'headingPath', 'text'] },
);

const policy = fc
  .record({
    cover: fc.record({
      id: fc.constantFrom('phones', 'mobile-devices-and-images-of-pupils-and-of-everybody-else'),
      title: written.map((text) => `${text} policy`),
      status: fc.constantFrom('in-force', 'proposed', 'withdrawn'),
      owner: fc.constantFrom(...roles),
      version: written,
      approved: maybe(day),
      reviewDue: maybe(day),
      amends: maybe(fc.constant('phones')),
      effectiveTo: maybe(day),
      audience: fc.constant(['staff']),
    }),
    clauses: fc.array(clause, { minLength: 1, maxLength: 25 }),
  })
  .map(({ cover, clauses }): Policy => ({
    cover: FrontMatter.parse(withoutUndefined(cover)),
    schoolId: 'marlow-bridge',
    clauses: clauses.map((each, index) => ({ ...each, id: `c${index}`, line: index + 1 })),
    contentHash: '',
    file: 'phones.md',
    markdown: '',
  }));

const person = fc.record(
  {
    name: written.map((text) => `${text} Baker`),
    upn: fc.constantFrom('j.baker@marlowbridge.example', "o'neil+x&y=z@marlowbridge.example"),
    roles: fc.uniqueArray(fc.constantFrom(...roles), { maxLength: 4 }),
    phone: written,
    email: fc.constant('office@marlowbridge.example'),
    room: written,
    away: fc.constantFrom<Person['away']>(
      [],
      [{ from: today, to: today, cover: 'p0' }],
      [{ from: today, to: today, cover: 'p1' }],
    ),
  },
  { requiredKeys: ['name', 'roles', 'away'] },
);

const contact = fc.record(
  {
    name: written,
    for: written,
    phone: written,
    email: fc.constant('help@example.org'),
    url: fc.constantFrom('https://example.org/help', `https://example.org/${'a'.repeat(3000)}`),
    hours: written,
    checkedOn: day,
  },
  { requiredKeys: ['name', 'for', 'checkedOn'] },
);

const library = fc
  .record({
    name: written.map((text) => `${text} School`),
    people: fc.array(person, { minLength: 1, maxLength: 12 }),
    contacts: fc.array(contact, { maxLength: 12 }),
    policies: fc.array(policy, { minLength: 1, maxLength: 3 }),
  })
  .map(({ name, people, contacts, policies }): SchoolLibrary => ({
    school: {
      id: 'marlow-bridge',
      name,
      timeZone: 'Europe/London',
      people: people.map((each, index) => ({ ...each, id: `p${index}` })),
      routes: [],
      slips: [],
      groups: [],
      signoffs: SignoffSettings.parse({}),
      broadcasts: BroadcastSettings.parse({}),
      contacts: contacts.map((each, index) => ({ ...each, id: `c${index}` })),
      terms: [],
      duties: [],
    },
    policies,
  }));

describe('whatever people and policies write', () => {
  const check = (render: (library: SchoolLibrary, question: string | undefined) => AdaptiveCardJson) =>
    fc.assert(
      fc.property(library, maybe(written), (given, question) => expectSound(render(given, question))),
      { numRuns: 60, endOnFailure: true },
    );

  it('an answer is sound', () => {
    check((given, question) => {
      const [best, ...others] = ranked(given);
      return answerCard.render(
        toAnswerView({
          ...{ library: given, best, others, today },
          certainty: question ? 'close' : 'doubtful-close',
          ...(question && { question }),
        }),
      );
    });
  });

  it('a section is sound', () => {
    check((given) => {
      const [{ policy, clause }] = ranked(given);
      const asked = policy.clauses.at(Math.floor(policy.clauses.length / 2)) ?? clause;
      return sectionCard.render(
        toSectionView({ library: given, policy, clause: asked, others: ['a#b', 'c#d'], today }),
      );
    });
  });

  it('an unsure answer is sound', () => {
    check((given, question) =>
      unsureCard.render(toUnsureView({ library: given, nearest: ranked(given), today, ...(question && { question }) })),
    );
  });

  it('a contact is sound', () => {
    check((given) => {
      const people = roles.flatMap((role) => holdersOf(given.school, role, today));
      return contactCard.render(
        toContactView({ library: given, found: { people, contacts: given.school.contacts }, today }),
      );
    });
  });

  it('what to do in an emergency is sound', () => {
    check((given, question) =>
      safetyCard.render(
        toSafetyView({ library: given, urgency: question ? 'danger' : 'incident', today, submission: '' }),
      ),
    );
  });

  it('help is sound', () => {
    check((given) => helpCard.render(toHelpView({ library: given, today, submission: '' })));
  });

  it('a message and a connected team are sound', () => {
    fc.assert(
      fc.property(written, fc.array(written, { maxLength: 8 }), fc.nat(), (title, paragraphs, count) => {
        expectSound(messageCard.render({ title, paragraphs }));
        const view = toConnectedView({ schoolName: title, teamName: title, members: count, guestsLeftOut: count });
        expectSound(connectedCard.render(view));
      }),
    );
  });
});

function expectSound(card: AdaptiveCardJson): void {
  expect(weightOf(card)).toBeLessThanOrEqual(cardLimit);
  expect(emptiesOf(card)).toEqual([]);
  for (const { place, text } of stringsOf(card)) {
    if (place.endsWith('.url')) continue;
    if (text.includes(marker)) expect(place).toMatch(/^(TextRun\.text|Action\.\w+\.title)$/);
    // eslint-disable-next-line no-control-regex -- none of these may come out
    expect(text).not.toMatch(/\{\{|[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]|\p{Surrogate}/u);
  }
  for (const { type, url } of actionsOf(card)) {
    if (type !== 'Action.OpenUrl') continue;
    expect(url).toMatch(
      /^https:\/\/(teams\.microsoft\.com\/l\/chat\/0\/0\?users=[\w.%']+(&message=\S*)?$|example\.org\/)/,
    );
  }
}

function ranked({ policies }: SchoolLibrary) {
  const all = policies.flatMap((policy) => policy.clauses.map((clause) => ({ policy, clause, score: 0.5 })));
  const [first, ...rest] = all;
  if (!first) throw new Error('a policy without clauses was made');
  return [first, ...rest] as const;
}

function withoutUndefined(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
