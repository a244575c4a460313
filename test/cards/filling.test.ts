import { Template } from 'adaptivecards-templating';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFilling } from '../../src/cards/create-filling.ts';
import { plainText } from '../../src/cards/plain-text.ts';
import { allRenderings } from './all-cards.ts';

describe('filling a card', () => {
  it.each(allRenderings)('gives of $title what the templating library gives', ({ card, view }) => {
    const filled = card.render(view);
    const { $schema: _forEditors, ...template } = card.template as Record<string, unknown>;
    expect(filled).toEqual(new Template(template).expand({ $root: mapped(card.read(view), plainText) }));
    expect(card.render(view)).not.toBe(filled);
  });

  it('gives it for any words, whatever was shown before, and asks the library once for each shape', () => {
    const template = {
      title: '${title}',
      both: '“${title}” and ${inner.words}!',
      maybe: { $when: '${and(shown, !hidden)}', items: [{ $data: '${list}', text: '${$data}', also: '${title}' }] },
      link: { clause: '${inner.words}', others: '${list}' },
    };
    let asked = 0;
    const fill = createFilling(template, (view) => {
      asked++;
      return new Template(template).expand({ $root: view });
    });
    const words = fc.oneof(fc.string(), fc.constantFrom('', '${title}', '\ue0000\ue001', '__proto__', '{{DATE(x)}}'));
    const view = fc.record({
      title: words,
      inner: fc.record({ words }),
      shown: fc.boolean(),
      hidden: fc.boolean(),
      list: fc.array(words, { maxLength: 3 }),
    });
    fc.assert(
      fc.property(view, (given) => {
        expect(fill(given)).toEqual(new Template(template).expand({ $root: mapped(given, plainText) }));
      }),
    );
    expect(asked).toBeLessThanOrEqual(2 * 2 * 4);
  });

  it.each([['${toUpper(title)}'], ['${title + title}'], ["${if(title == 'x', 'a', 'b')}"]])(
    'refuses a template that computes with words: %s',
    (text) => {
      expect(() => createFilling({ text }, () => undefined)).toThrow(/computes/);
      expect(() => createFilling({ $when: text }, () => undefined)).toThrow(/computes/);
    },
  );
});

function mapped(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((inner) => mapped(inner, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, mapped(inner, change)]));
}
