import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isVerbatim, plain } from './support/is-verbatim.ts';
import { readText, wordsOf } from './support/read-fixture.ts';

const opening =
  'Test Policy\n\n1. One\n\nThis is the one rule that is always there, on every run of this test.\n\n2. Two\n\n';
const word = fc.constantFrom(
  'staff',
  'pupils',
  'phone',
  'must',
  'school',
  'e.g.',
  "don't",
  'DSL',
  '2014',
  'a/b',
  '(see',
  'below)',
  'x*y',
  'a_b',
  '<name>',
  '#1',
  '|',
  '50%',
  'Head',
  'The',
  '“never”',
  'o',
  '-',
  '12.',
);
const words = (max: number) => fc.array(word, { minLength: 1, maxLength: max }).map((list) => list.join(' '));
const mark = fc.constantFrom(
  '',
  '- ',
  '● ',
  '* ',
  '1. ',
  '2. ',
  'a) ',
  '(ii) ',
  '1.1 ',
  '2.4.6 ',
  '  - ',
  '    o ',
  '# ',
  '## ',
  'Section 2 - ',
  '\t',
);
const end = fc.constantFrom('', '.', ':', ';', ',', '?', '  ');
const line = fc.oneof(
  { weight: 8, arbitrary: fc.tuple(mark, words(14), end).map((parts) => parts.join('')) },
  { weight: 3, arbitrary: fc.constant('') },
  { weight: 1, arbitrary: fc.tuple(words(4), words(8)).map((cells) => cells.join('\t')) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '-----',
      '=====',
      'Page 2 of 9',
      'Signed: ........ Date: ........',
      'Contents',
      'Name:',
      '| a | b |',
      '| --- | --- |',
      'Version     2.1',
      '.. note::',
      '3',
    ),
  },
);
const document = fc
  .array(line, { minLength: 1, maxLength: 40 })
  .map((lines) => lines.join('\n'))
  .filter((text) => /\p{L}/u.test(text));

test('every line of any text is accounted for once, as it stands', async () => {
  await fc.assert(
    fc.asyncProperty(document, async (text) => {
      const { account } = await readAfterRule(text);
      expect(account.lines.map((entry) => entry.text)).toEqual(`${opening}${text}`.replace(/\n$/, '').split('\n'));
      expect(Object.values(account.totals).reduce((sum, count) => sum + count, 0)).toBe(account.lines.length);
    }),
    { numRuns: 300 },
  );
});

test('every clause of any text is found in it word for word', async () => {
  await fc.assert(
    fc.asyncProperty(document, async (text) => {
      const { clauses } = await readAfterRule(text);
      const source = plain(`${opening}${text}`);
      for (const clause of clauses) expect(isVerbatim(plain(clause.text), source), clause.text).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test('the words of the lines that became clauses are the words of the clauses, marks and numbers aside', async () => {
  await fc.assert(
    fc.asyncProperty(document, async (text) => {
      const { account, clauses } = await readAfterRule(text);
      const lines = account.lines
        .filter(({ as }) => as === 'clause')
        .map((entry) => entry.text)
        .join('\n');
      const given = count(wordsOf(lines.replace(/<[^>]+>/g, ' ')));
      const kept = count(
        wordsOf(
          clauses
            .map(
              ({ ref, leadIn, text: own, kind }) =>
                `${ref ?? ''} ${own.replace(/<[^>]+>/g, ' ')} ${kind === 'cell' ? (leadIn ?? '') : ''}`,
            )
            .join('\n'),
        ),
      );
      for (const [one, times] of given)
        if (one.length > 3) expect(kept.get(one) ?? 0, one).toBeGreaterThanOrEqual(times);
    }),
    { numRuns: 300 },
  );
});

/** The text after a first rule, so that a policy comes of it whatever it holds. */
function readAfterRule(text: string) {
  return readText(`${opening}${text}`);
}

function count(list: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const one of list) counts.set(one, (counts.get(one) ?? 0) + 1);
  return counts;
}
