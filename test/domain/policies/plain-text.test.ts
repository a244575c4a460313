import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { describe, expect, it } from 'vitest';
import { plainText } from '../../../src/domain/policies/plain-text.ts';

const markdown = new MarkdownIt('commonmark');

/** What a reader of the rendered Markdown sees, by another implementation. */
function rendered(line: string): string {
  const [inline] = markdown.parseInline(line, {});
  const words = (inline?.children ?? []).map(({ content }) => content).join('');
  return words.replace(/\s+/gu, ' ').trim();
}

describe('plainText', () => {
  it.each([
    ['***Never*** make a *friend* of a __pupil__.', 'Never make a friend of a pupil.'],
    ['See [the _guide_](https://a.example/b_(c)) now', 'See the guide now'],
    ['Write to <a.b_c@d.example> or <https://e.example/f_g_h>', 'Write to a.b_c@d.example or https://e.example/f_g_h'],
    ['2 \\* 3 \\[sic\\] \\_', '2 * 3 [sic] _'],
    ['`a_b_c` and snake_case_word', 'a_b_c and snake_case_word'],
    ['2 * 3 * 4 and **bold', '2 * 3 * 4 and **bold'],
    ['(name of school) [name of school]’s <name of teacher>', '(name of school) [name of school]’s <name of teacher>'],
    ['a \t b\u00a0\u00a0c', 'a b c'],
    ['', ''],
  ])('%s', (line, words) => {
    expect(plainText(line)).toBe(words);
  });

  it('gives the words that a Markdown renderer shows, for any mix of marks', () => {
    const marks = ['*', '**', '_', '__', '\\*', '\\_', '\\[', '`a_b*`', '` * `', '<https://a.example/b_c>'];
    const words = [' ', 'a', 'bc', '.', '(', ')', 'é', '“', '-'];
    const piece = fc.constantFrom(...marks, ...words);
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 16 }), (pieces) => {
        const line = `x${pieces.join('')}`;
        expect(plainText(line)).toBe(rendered(line));
      }),
      { numRuns: 3000 },
    );
  });
});
