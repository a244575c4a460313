import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cardLimit, weightOf } from '../../src/cards/cut-text.ts';
import { plainText } from '../../src/cards/plain-text.ts';
import { declareCard, toDeclareView } from '../../src/cards/signoffs/declare.ts';
import { groupSections } from '../../src/cards/signoffs/name-sections.ts';
import { policySections, textSections, toReadingPages } from '../../src/cards/signoffs/reading-pages.ts';
import { readCard, toReadView } from '../../src/cards/signoffs/read.ts';
import { receiptCard, toReceiptView } from '../../src/cards/signoffs/receipt.ts';
import type { Clause } from '../../src/domain/policies/clause.ts';
import { toBoxes } from '../../src/domain/signoffs/boxes.ts';
import { campaign, receipt, signatory } from '../storage/sample-signoffs.ts';
import { openSampleSchool } from '../support/sample-school.ts';

const school = { timeZone: 'Europe/London' };
const words = fc
  .tuple(fc.string({ unit: 'binary', maxLength: 40 }), fc.constantFrom(1, 1, 5, 200))
  .map(([text, times]) => text.repeat(times));
const clause = fc
  .record({
    text: words,
    path: fc.constantFrom('1 Phones', '2 Images', ''),
    lead: fc.constantFrom('Adults should:', ''),
  })
  .map(({ text, path, lead }, n = 0): Clause => ({
    id: `c${n}`,
    kind: 'rule',
    headingPath: path === '' ? [] : [path],
    text,
    line: 1,
    ...(lead !== '' && { leadIn: lead }),
  }));

describe('the names of those who are asked', () => {
  it('say of whoever stands in several groups that they do', () => {
    const [amara, ben] = [
      { name: 'Amara Okafor', groups: ['a', 'b'] },
      { name: 'Ben Hughes', groups: ['b'] },
    ] as const;
    expect(
      groupSections([
        { id: 'a', name: 'Teaching', people: [amara] },
        { id: 'b', name: 'Leadership', people: [amara, ben] },
      ]),
    ).toEqual([
      { heading: 'Teaching', names: ['Amara Okafor (in 2 groups)'] },
      { heading: 'Leadership', names: ['Amara Okafor (in 2 groups)', 'Ben Hughes'] },
    ]);
  });
});

describe('the pages of a document', () => {
  it('hold every word of a policy, in its order', async () => {
    for (const { policies } of (await openSampleSchool()).schools()) {
      for (const policy of policies) {
        const pages = toReadingPages(policySections(policy.clauses), []);
        const read = pages.flatMap(({ sections }) =>
          sections.flatMap(({ passages }) => passages.map(({ text }) => text)),
        );
        let at = 0;
        for (const { text } of policy.clauses) {
          const found = read.findIndex((passage, index) => index >= at && passage.endsWith(plainText(text)));
          expect(found, text).toBeGreaterThanOrEqual(at);
          at = found;
        }
      }
    }
  });

  it('fit a card each, whatever is written, and lose nothing', () => {
    fc.assert(
      fc.property(fc.array(clause, { maxLength: 30 }), fc.array(clause, { maxLength: 6 }), (clauses, changed) => {
        const sections = policySections(clauses);
        const since = {
          receipt: receipt(1),
          changes: changed.map((after) => ({ kind: 'reworded' as const, before: after, after })),
        };
        let page = 0;
        let text = '';
        for (;;) {
          const given = {
            campaign: campaign(1),
            signatory: signatory(1),
            sections,
            since,
            school,
            page,
            canSign: true,
          };
          const view = toReadView(given);
          expect(weightOf(readCard.render(view))).toBeLessThanOrEqual(cardLimit);
          text += view.sections.flatMap(({ passages }) => passages.map((one) => one.text)).join(' ');
          if (!view.hasNext) break;
          page = Number(view.next);
        }
        for (const one of clauses) expect(squeezed(text)).toContain(squeezed(plainText(one.text)));
      }),
      { numRuns: 40 },
    );
  });

  it('of a text from outside are its paragraphs', () => {
    expect(textSections('One.\n\nTwo.', [{ text: 'I have read it.' }])).toEqual([
      { hasHeading: false, heading: '', passages: [{ text: 'One.' }, { text: 'Two.' }] },
      { hasHeading: true, heading: 'What you are asked to agree to', passages: [{ text: '• I have read it.' }] },
    ]);
    expect(toReadingPages(textSections('', []), [])).toEqual([{ changes: [], sections: [] }]);
  });
});

const squeezed = (text: string) => text.replace(/\s+/g, '');

describe('a declaration and its receipt', () => {
  it('fit a card each, however many statements there are and whatever they say', () => {
    const statement = fc.record({ text: words, ref: words }, { requiredKeys: ['text'] });
    fc.assert(
      fc.property(fc.array(statement, { minLength: 1, maxLength: 60 }), (statements) => {
        const { document, ...rest } = campaign(1);
        const signed = { ...rest, document: { ...document, statements } };
        const boxes = toBoxes(statements, () => undefined);
        const declare = toDeclareView({
          campaign: signed,
          signatory: signatory(1),
          boxes,
          mark: '3F9A',
          submission: 'ab'.repeat(16),
          problem: 'Your name was missing, so nothing was signed. Please type it.',
        });
        expect(weightOf(declareCard.render(declare))).toBeLessThanOrEqual(cardLimit);
        const shown = toReceiptView({ receipt: receipt(1), statements, school, before: true });
        expect(weightOf(receiptCard.render(shown))).toBeLessThanOrEqual(cardLimit);
      }),
      { numRuns: 40 },
    );
  });
});
