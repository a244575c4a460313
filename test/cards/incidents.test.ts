import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { receiptCard, toReceiptView } from '../../src/cards/incidents/receipt.ts';
import { reviewCard, toReviewView } from '../../src/cards/incidents/review.ts';
import { stepCard, toStepView } from '../../src/cards/incidents/step.ts';
import { cardLimit, weightOf } from '../../src/cards/cut-text.ts';
import type { AdaptiveCardJson } from '../../src/cards/define-card.ts';
import { Answers } from '../../src/domain/incidents/answers.ts';
import { helpersFor } from '../../src/domain/incidents/call-for-help.ts';
import { incidentKinds } from '../../src/domain/incidents/incident-kind.ts';
import { stepIds } from '../../src/domain/incidents/incident-steps.ts';
import { routeDraft } from '../../src/domain/incidents/route-draft.ts';
import { staffChoices } from '../../src/domain/incidents/staff-choices.ts';
import { stepNamed, stepsFor } from '../../src/domain/incidents/steps-for.ts';
import { Person, type School } from '../../src/domain/people/school.ts';
import { BroadcastSettings } from '../../src/domain/people/broadcast-settings.ts';
import { SignoffSettings } from '../../src/domain/people/signoff-settings.ts';
import { stringsOf } from './inspect-card.ts';

const marker = 'QZX';
/** What the reporter typed begins so. */
const typed = 'QZXTYPED';
const harms = [
  '[Sign in](https://evil.example)',
  '<at>Head</at>',
  '{{DATE(2026-01-01T00:00:00Z,SHORT)}}',
  '${string(range(0,20000000))}',
  '"\\"\\',
  '**bold** # heading\n- item\r\n\t| a |',
  '\u202eevil\u202c\u0000\u0007\u2028',
  '👩‍👩‍👧‍👦漢字ﷺ',
];
const written = fc
  .tuple(fc.constantFrom(...harms), fc.string({ unit: 'binary', maxLength: 20 }), fc.constantFrom(1, 1, 40, 400))
  .map(([harm, noise, times]) => `${marker}${harm}${noise}`.repeat(times).slice(0, 49_000));
const tenantId = 'c0000000-0000-4000-8000-000000000001';
const reporter = { tenantId, objectId: '00000000-0000-4000-8000-0000000000a1' };

const given = fc.record({
  at: fc.constantFrom(...stepIds.filter((id) => id !== 'review')),
  text: written.map((text) => `${typed}${text}`),
  name: written,
  members: fc.constantFrom(0, 3, 400),
  about: fc.constantFrom([], ['pupil'], ['person:p0'], ['staff', 'person:p1', 'not-known']),
  kind: fc.constantFrom(...incidentKinds.filter((kind) => kind !== 'image')),
  danger: fc.constantFrom('yes', 'no'),
});

describe('whatever is written into a report, and whatever the school calls its people', () => {
  it('every card of it is sound, and shows it as text alone', () => {
    fc.assert(
      fc.property(given, ({ at, text, name, members, about, kind, danger }) => {
        const { school, input, steps, report } = worldOf({ text, name, members, about, kind, danger, at });
        expectSound(stepCard.render(toStepView(input)));
        expectSound(
          reviewCard.render(toReviewView({ ...input, step: stepNamed(steps, 'review'), steps, typing: true })),
        );
        const incident = {
          id: 'SR-7KQ2-M',
          schoolId: school.id,
          draftId: 'SD-7KQ2-D',
          reporter,
          kind,
          urgent: true,
          sealedReport: 'x',
          submittedAt: '2026-11-27T18:30:00.000Z',
          events: [{ seq: 1, kind: 'submitted' as const, at: '2026-11-27T18:30:00.000Z' }],
        };
        const now = new Date('2026-11-27T18:30:00.000Z');
        const view = toReceiptView({ library: { school, policies: [] }, incident, report, occasion: 'saved', now });
        expectSound(receiptCard.render(view));
        expect(JSON.stringify(view)).not.toContain(typed);
      }),
      { numRuns: 30, endOnFailure: true },
    );
  });
});

interface Given {
  readonly at: (typeof stepIds)[number];
  readonly text: string;
  readonly name: string;
  readonly members: number;
  readonly about: readonly string[];
  readonly kind: (typeof incidentKinds)[number];
  readonly danger: string;
}

function worldOf({ at, text, name, members, about, kind, danger }: Given) {
  const roles = [['head'], ['dsl'], ['deputyDsl'], ['chair']];
  const people = roles.map((each, index) =>
    Person.parse({ id: `p${index}`, name: `${name} ${index}`, roles: each, phone: name, room: name }),
  );
  const school: School = {
    id: 'marlow-bridge',
    name,
    timeZone: 'Europe/London',
    people,
    routes: [],
    slips: [],
    groups: [],
    signoffs: SignoffSettings.parse({}),
    broadcasts: BroadcastSettings.parse({}),
    duties: [],
    contacts: [{ id: 'lado', name, for: name, phone: name, hours: name, checkedOn: '2026-09-01' }],
    terms: [],
  };
  const texts = { place: text, platform: text, people: text, seen: text, childsWords: text, opinion: text };
  const more = { evidence: text, done: text, whoKnows: text, wishes: text, onBehalfOf: text };
  const answers = Answers.parse({ at, danger, image: 'no', about, kind, ...texts, ...more });
  const roster = Array.from({ length: members }, (_, index) => ({
    objectId: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
    name: `${name.slice(0, 60)} ${index}`,
  }));
  const keyOf = () => undefined;
  const now = { school, today: '2026-11-24', now: new Date(), keyOf, members: roster, places: [] };
  const route = routeDraft(answers, now, { reporter, library: { school, policies: [] } });
  const steps = stepsFor(answers, school);
  const input = {
    school,
    today: '2026-11-24',
    draftId: 'SD-7KQ2-D',
    answers,
    step: stepNamed(steps, at),
    staff: staffChoices(school, roster, { keyOf, draftId: 'SD-7KQ2-D' }),
    danger: { shown: true, helpers: helpersFor(answers, now, reporter), called: false },
    route: about.length > 0 ? route : undefined,
    editing: false,
    notice: 'This was answered already.',
  };
  return { school, input, steps, report: { answers, route } };
}

function expectSound(card: AdaptiveCardJson): void {
  expect(weightOf(card)).toBeLessThanOrEqual(cardLimit);
  for (const { place, text } of stringsOf(card)) {
    if (text.includes(marker)) expect(place).toMatch(/^(TextRun\.text|choices\.title)$/);
    // eslint-disable-next-line no-control-regex -- none of these may come out
    expect(text).not.toMatch(/\{\{|[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]|\p{Surrogate}/u);
  }
}
