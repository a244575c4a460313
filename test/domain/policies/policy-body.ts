import fc from 'fast-check';

const word = fc.constantFrom(
  'phone',
  'pupils',
  'must',
  'not',
  'the',
  '*bold*',
  '**very bold**',
  '[link](https://a.example/x_y)',
  '`code`',
  'a\\_b',
  'it’s',
  '(name of school)',
  '2.4',
  '£5',
  '–',
  'snake_case',
  '<https://b.example/c_d>',
);
const words = fc.array(word, { minLength: 1, maxLength: 7 }).map((list) => list.join(' '));
const number = fc.constantFrom('', '**1.1** ', '**2.4.6** ', '**a.** ', '**(iv)** ');

const paragraph = fc.tuple(number, words).map(([ref, text]) => `${ref}${text}.`);
const list = fc
  .tuple(words, fc.array(fc.tuple(fc.constantFrom('- ', '  - ', '1. '), words), { minLength: 1, maxLength: 4 }))
  .map(([lead, items]) => [`${lead}:`, '', ...items.map(([mark, text]) => mark + text)].join('\n'));
const standing = fc.tuple(words, words).map(([lead, text]) => `${lead}: {.lead-in}\n\n**3.1** ${text}`);
const table = fc
  .tuple(fc.boolean(), fc.array(fc.tuple(words, words), { minLength: 1, maxLength: 3 }))
  .map(([rows, cells]) =>
    [
      ...(rows ? ['{.row-headings}'] : []),
      "| Do | Don't |",
      '| --- | --- |',
      ...cells.map(([a, b]) => `| ${a} | ${b}<br>${a} |`),
    ].join('\n'),
  );
const heading = fc
  .tuple(
    fc.integer({ min: 2, max: 5 }),
    words,
    fc.constantFrom('', ' {.pupils}', ' {.declaration}', ' {.cover}', ' {.form}'),
  )
  .map(([level, text, mark]) => `${'#'.repeat(level)} ${text}${mark}`);

/** Bodies of policy files that use everything the format has. They always hold a clause. */
export const policyBody = fc
  .array(fc.oneof(paragraph, list, standing, table, heading), { maxLength: 12 })
  .map((blocks) => ['A first clause.', ...blocks].join('\n\n'));
