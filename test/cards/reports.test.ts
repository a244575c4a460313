import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cardLimit, weightOf } from '../../src/cards/cut-text.ts';
import type { AdaptiveCardJson } from '../../src/cards/define-card.ts';
import { forDialog } from '../../src/cards/for-dialog.ts';
import { plainText } from '../../src/cards/plain-text.ts';
import { detailsCard, toDetailsView } from '../../src/cards/reports/details.ts';
import { toWriteView, writeCard } from '../../src/cards/reports/forms.ts';
import { reportCard, toReportView } from '../../src/cards/reports/report.ts';
import { reportParts } from '../../src/cards/reports/report-parts.ts';
import { Answers } from '../../src/domain/incidents/answers.ts';
import type { OpenedIncident } from '../../src/domain/incidents/open-incident.ts';
import { keyOf, sampleReport, teacher } from '../domain/incidents/sample-report.ts';
import { actionsOf, emptiesOf, stringsOf } from './inspect-card.ts';

const submission = '9f86d081884c7d659a2feaa0c55ad015';
const marker = 'QZX';
const written = fc
  .tuple(
    fc.constantFrom(
      '[Sign in](https://evil.example)',
      '<at>Head</at>',
      '{{DATE(x,SHORT)}}',
      '${$root.report}',
      '"\\"\\',
      '\u202eevil\u0000',
      '👩‍👩‍👧‍👦ﷺ',
      '\r\n- item',
      '',
    ),
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc.constantFrom(1, 1, 1, 1, 40, 400),
  )
  .map(([harm, noise, times]) => `${marker}${harm}${noise}`.repeat(times).slice(0, 20_000));
const texts = [
  'place',
  'platform',
  'people',
  'seen',
  'childsWords',
  'opinion',
  'evidence',
  'done',
  'whoKnows',
  'wishes',
  'onBehalfOf',
] as const;
const answers = fc.record(Object.fromEntries(texts.map((name) => [name, written])));

function opened(given: Record<string, string>): OpenedIncident {
  const { incident, report, school } = sampleReport({}, { urgent: true });
  const asked = { seq: 2, kind: 'asked', at: incident.submittedAt, by: teacher } as const;
  return {
    incident: { ...incident, events: [...incident.events, asked] },
    report: { ...report, answers: Answers.parse({ ...report.answers, ...given }) },
    school,
    today: '2026-11-24',
    keyOf,
  };
}
const name = () => 'Amara Okafor';
const libraryOf = ({ school }: OpenedIncident) => ({ school, policies: [] });

describe('whatever is typed', () => {
  it('nothing of it comes into the card of the channel', () => {
    fc.assert(
      fc.property(answers, (given) => {
        const report = opened(given);
        const card = reportCard.render(toReportView({ library: libraryOf(report), opened: report, name, submission }));
        expectSound(card);
        expect(JSON.stringify(card)).not.toContain(marker);
      }),
      { numRuns: 60 },
    );
  });

  it('all of it comes into the details, in parts that fit', () => {
    fc.assert(
      fc.property(answers, (given) => {
        const report = opened(given);
        let shown = '';
        for (let part = 1, more = true; more; part += 1) {
          const view = toDetailsView({
            library: libraryOf(report),
            opened: report,
            name,
            texts: new Map(),
            part,
            read: 3,
          });
          const card = detailsCard.render(view);
          expectSound(card);
          shown += view.sections.flatMap(({ paragraphs }) => paragraphs.map(({ text }) => text)).join(' ');
          more = view.hasNext;
        }
        const bare = (text: string) => plainText(text).replace(/\s/g, '');
        for (const text of Object.values(given))
          for (const line of text.split(/\r\n|[\r\n\u2028\u2029]/)) expect(bare(shown)).toContain(bare(line.trim()));
      }),
      { numRuns: 8 },
    );
  });

  it('a question that comes to the reporter fits', () => {
    fc.assert(
      fc.property(written, (text) => {
        const question = { text: text.slice(0, 10_000), seq: 2, from: 'Amara Okafor' };
        expectSound(
          writeCard.render(toWriteView('reply', { report: 'SR-7KQ2-Z', submission, question, secondCopy: true })),
        );
      }),
      { numRuns: 60 },
    );
  });
});

describe('the parts of the details', () => {
  it('are one, with a heading each, where everything fits', () => {
    expect(
      reportParts([
        { heading: 'A', text: 'one' },
        { heading: '', text: 'two' },
        { heading: 'B', text: 'three' },
      ]),
    ).toEqual([
      [
        { heading: 'A', paragraphs: [{ text: 'one' }, { text: 'two' }] },
        { heading: 'B', paragraphs: [{ text: 'three' }] },
      ],
    ]);
  });

  it('say the heading again where it goes on', () => {
    const parts = reportParts([{ heading: 'A', text: 'word '.repeat(6_000) }]);
    expect(parts.length).toBeGreaterThan(2);
    expect(parts[1]?.[0]?.heading).toBe('A, continued');
  });
});

it('a card in a dialog has submits alone, and keeps what they hold', () => {
  const report = opened({});
  const card = forDialog(
    reportCard.render(toReportView({ library: libraryOf(report), opened: report, name, submission })),
  );
  expect(actionsOf(card).map(({ type }) => type)).not.toContain('Action.Execute');
  expect(actionsOf(card).map(({ data }) => (data as { verb: string }).verb)).toContain('reports.take');
});

function expectSound(card: AdaptiveCardJson): void {
  expect(weightOf(card)).toBeLessThanOrEqual(cardLimit);
  expect(emptiesOf(card)).toEqual([]);
  for (const { place, text } of stringsOf(card)) {
    if (!text.includes(marker)) continue;
    expect(place).toBe('TextRun.text');
    expect(text).toBe(plainText(text));
  }
}
