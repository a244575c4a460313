import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { namesNobody } from '../../../src/domain/incidents/names-nobody.ts';

describe('what was typed into a short field', () => {
  it.each([
    'Dinner hall',
    'in the Year 4 classroom',
    'WhatsApp group chat',
    'Screenshot on my school laptop',
    'on the bus, after school',
    'Room 12',
    '',
  ])('"%s" can stand in a channel', (text) => expect(namesNobody(text)).toBe(true));

  it.each([
    'Ella’s house',
    'Mr Bellamy’s classroom',
    'with Ella in the hall',
    'ella',
    'the hall @ellaw_2015',
    'Instagram: ella.whitfield',
    'Room 1204, 07700 900105',
    'Элла',
    'e l l a w',
    '[hall](https://evil.example)',
    'the hall '.repeat(20),
  ])('"%s" may hold a name', (text) => expect(namesNobody(text)).toBe(false));

  it('holds a name wherever one stands among harmless words', () => {
    const word = fc.constantFrom('in', 'the', 'hall', 'on', 'whatsapp', 'year', '4', 'school', 'laptop');
    const name = fc.constantFrom('Ella', 'WHITFIELD', 'oyelaran', 'Zoë', 'O’Neil', 'Nguyễn', 'ella2015');
    fc.assert(
      fc.property(fc.array(word, { maxLength: 6 }), name, fc.array(word, { maxLength: 6 }), (before, who, after) => {
        expect(namesNobody([...before, who, ...after].join(' '))).toBe(false);
      }),
    );
  });
});
