import MarkdownIt from 'markdown-it';
import { expect, it } from 'vitest';
import { LabelText } from '../../src/cards/label-text.ts';
import { plainText } from '../../src/cards/plain-text.ts';

const markdown = new MarkdownIt();

it.each([
  'Teachers of year 4, both sites',
  '**Teachers** and *all* of ***them***',
  '__Teachers__ and _all_, staff_of_year_4, _staff_of_',
  '~~Teachers~~',
  '`Teachers`, ``all``',
  '[Sign in](https://evil.example) ![now](https://evil.example/i.png)',
  '<https://evil.example> <at>Head</at> <!-- x -->',
  'R&amp;D &#42;all&#42;',
  'Teachers \\*all\\* \\[x\\] \\',
  '\\`Teachers`',
  '# Teachers',
  '> Teachers',
  '1. Teachers',
  '2) Teachers',
  '- Teachers',
  '+ Teachers',
  '* Teachers',
  '***',
  '---',
  '___',
  '[Teachers]: https://evil.example',
])('%s looks as it was written, whether a client reads Markdown or not', (name) => {
  const shown = LabelText.parse(name);
  expect(seen(shown)).toBe(name);
  expect(seen(markdown.render(shown))).toBe(`<p>${markdown.utils.escapeHtml(name)}</p>\n`);
  expect(plainText(shown)).toBe(shown);
  expect(LabelText.parse(shown)).toBe(shown);
});

/** As it looks: without what takes no room, or next to none. */
function seen(text: string): string {
  return text.replaceAll(/[\u200a\u2060]/g, '').replaceAll('\u02cb', '`');
}
