import { describe, expect, it } from 'vitest';
import type { Clause } from '../../../src/domain/policies/clause.ts';
import { parsePolicy } from '../../../src/domain/policies/parse-policy.ts';
import { policyText, somewhere } from './policy-text.ts';

function clausesOf(body: string): readonly Clause[] {
  const parsed = parsePolicy(policyText(body), somewhere);
  if (parsed.kind === 'invalid') throw new Error(JSON.stringify(parsed.problems));
  return parsed.policy.clauses;
}

function problemsOf(text: string): { line: number; message: string }[] {
  const parsed = parsePolicy(text, somewhere);
  return parsed.kind === 'invalid' ? parsed.problems : [];
}

describe('clauses', () => {
  it('take the number as printed off the words and keep it', () => {
    const [first, second, third] = clausesOf(
      '## 2 Own phone\n\n**2.4.6** Use it.\n\n- **(b)** Keep it.\n\n1. Charge it.',
    );
    expect(first).toMatchObject({ ref: '2.4.6', text: 'Use it.', headingPath: ['2 Own phone'], kind: 'rule' });
    expect(second).toMatchObject({ ref: '(b)', text: 'Keep it.' });
    expect(third).toMatchObject({ ref: '1.', text: 'Charge it.' });
  });

  it('keep bold words at the start that are not a number', () => {
    expect(clausesOf('**Never** lend it.\n\n**No.** Not even once.')).toMatchObject([
      { text: 'Never lend it.' },
      { text: 'No. Not even once.' },
    ]);
    expect(clausesOf('**Never** lend it.')[0]).not.toHaveProperty('ref');
  });

  it('keep two clauses apart that repeat a printed number', () => {
    const [, use, , misuse] = clausesOf(
      'Adults should: {.lead-in}\n\n**2.4.6** Use it.\n\nAdults should not: {.lead-in}\n\n**2.4.6** Use it.',
    );
    expect(use).toMatchObject({ ref: '2.4.6', leadIn: 'Adults should:' });
    expect(misuse).toMatchObject({ ref: '2.4.6', leadIn: 'Adults should not:' });
    expect(use?.id).not.toBe(misuse?.id);
  });

  it('give a nested item its nearest lead-in, and the next item of the outer list the outer one', () => {
    const clauses = clausesOf('You must:\n\n- park:\n  - in the shed\n  - upright\n- lock it\n\nSo there.');
    expect(clauses.map(({ kind, leadIn }) => [kind, leadIn])).toEqual([
      ['lead-in', undefined],
      ['lead-in', 'You must:'],
      ['rule', 'park:'],
      ['rule', 'park:'],
      ['rule', 'You must:'],
      ['rule', undefined],
    ]);
  });

  it('end an explicit lead-in at the next heading and at the next unnumbered lead-in', () => {
    const clauses = clausesOf(
      'Never: {.lead-in}\n\n**1** a\n\nTo park:\n\n- stop\n\n**2** b\n\nNever: {.lead-in}\n\n**3** c\n\n## Next\n\n**4** d',
    );
    const leads = Object.fromEntries(clauses.map(({ text, leadIn }) => [text, leadIn]));
    expect(leads).toMatchObject({ a: 'Never:', stop: 'To park:', b: undefined, c: 'Never:', d: undefined });
  });

  it('hold an explicit lead-in across a numbered paragraph that has a list of its own', () => {
    const clauses = clausesOf('Never: {.lead-in}\n\n**1** ride:\n\n- fast\n\n**2** stop');
    expect(clauses.map(({ leadIn }) => leadIn)).toEqual([undefined, 'Never:', 'ride:', 'Never:']);
  });

  it('hold an explicit lead-in for the list of a numbered paragraph, and neither for other lists nor for cells', () => {
    const clauses = clausesOf(
      'Never: {.lead-in}\n\n**1** ride\n\n- fast\n\nIn short\n\n- no\n\n| Do |\n| --- |\n| stop |',
    );
    const leads = Object.fromEntries(clauses.map(({ text, leadIn }) => [text, leadIn]));
    expect(leads).toMatchObject({
      ride: 'Never:',
      fast: 'Never:',
      'In short': undefined,
      no: undefined,
      stop: undefined,
    });
  });

  it('do not let a line that ends in a colon lead in what is no list', () => {
    expect(clausesOf('Note:\n\nRide slowly.').map(({ kind }) => kind)).toEqual(['rule', 'rule']);
  });

  it('come from table cells with their column, several to a cell, and not from empty cells', () => {
    const clauses = clausesOf("| Do | Don't |\n| --- | --- |\n| ring<br>look | a \\| b |\n| stop | |");
    expect(clauses.map(({ kind, column, text }) => [kind, column, text])).toEqual([
      ['cell', 'Do', 'ring'],
      ['cell', 'Do', 'look'],
      ['cell', "Don't", 'a | b'],
      ['cell', 'Do', 'stop'],
    ]);
  });

  it('take the first cell of a row as lead-in under {.row-headings}', () => {
    const clauses = clausesOf('{.row-headings}\n\n| Who | May |\n| --- | --- |\n| Cooks | ride |');
    expect(clauses).toMatchObject([{ leadIn: 'Cooks', column: 'May', text: 'ride' }]);
    expect(clauses).toHaveLength(1);
  });

  it('know whom they bind and what they are from the headings above, nested ones included', () => {
    const clauses = clausesOf(
      '## About {.cover}\n\nApproved.\n\n## For pupils {.pupils}\n\n### Bell\n\nRing.\n\n## Sign {.declaration}\n\nI confirm that:\n\n- I ride.\n\n## Rest\n\nEnd.',
    );
    expect(clauses.map(({ kind, binds }) => [kind, binds])).toEqual([
      ['cover', undefined],
      ['rule', 'pupils'],
      ['lead-in', undefined],
      ['declaration', undefined],
      ['rule', undefined],
    ]);
  });

  it('leave out form fields, comments and ruled lines, and go on after the form', () => {
    const clauses = clausesOf(
      'One.\n\n## Sign {.form}\n\nName ....\n> x\n\n### More\n\nDate\n\n## Two\n\n---\n\n<!-- no -->\n\nTwo.',
    );
    expect(clauses.map(({ text }) => text)).toEqual(['One.', 'Two.']);
  });

  it('know their line in the file, whatever its line ends', () => {
    const text = policyText('# Bicycles\n\nOne.\n\n- two');
    for (const ending of ['\n', '\r\n', '\r']) {
      const parsed = parsePolicy('\uFEFF' + text.replaceAll('\n', ending), somewhere);
      if (parsed.kind === 'invalid') throw new Error(JSON.stringify(parsed.problems));
      expect(parsed.policy.clauses.map(({ line }) => text.split('\n')[line - 1])).toEqual(['One.', '- two']);
    }
  });
});

describe('a file with a mistake is refused, with line and advice', () => {
  it.each([
    ['an unknown key', { titel: 'Bicycles' }, 8, /unknown key "titel"; did you mean "title"\?/],
    ['a missing key', { owner: undefined }, 2, /"owner" is missing; add it/],
    ['a date that does not exist', { approved: '2026-02-30' }, 8, /"approved": use a date that exists/],
    ['a date in another form', { reviewDue: '1 May 2027' }, 8, /"reviewDue": use a date that exists, as YYYY-MM-DD/],
    ['a version that YAML reads as a number', { version: '1.0' }, 6, /"version": write it as text, in quotation marks/],
    ['a role that does not exist', { owner: 'boss' }, 5, /"owner": use one of head, /],
    ['an audience that does not exist', { audience: '[staff, cats]' }, 7, /"audience.1": use one of staff, /],
    ['an id with capitals', { id: 'Bicycles' }, 2, /"id": use lower-case letters/],
    [
      'an addendum that ends before it begins',
      { effectiveFrom: '2026-05-02', effectiveTo: '2026-05-01' },
      9,
      /effectiveTo is before effectiveFrom/,
    ],
    ['an addendum to itself', { amends: 'bicycles' }, 1, /cannot amend itself/],
    ['YAML that does not parse', { title: '"Bicycles' }, 3, /not valid YAML/],
    ['a key given twice', { audience: '[staff]\nid: other' }, 8, /not valid YAML/],
  ])('%s', (_name, changes, line, message) => {
    const problems = problemsOf(policyText('One.', changes));
    expect(problems.map((problem) => problem.message).join('\n')).toMatch(message);
    expect(problems.find((problem) => message.test(problem.message))?.line).toBe(line);
  });

  it.each([
    ['an id twice', 'One. {#aaaaaa}\n\nTwo. {#aaaaaa}', 12, /already on line 10/],
    ['an id with capitals', 'One. {#AAA}', 10, /lower-case/],
    ['two ids', 'One. {#aaaaaa #bbbbbb}', 10, /two ids/],
    ['a mark nobody knows', '## One {.pupil}\n\nTwo.', 10, /".pupil" is not a mark/],
    ['a mark in the wrong place', 'One. {.pupils}', 10, /".pupils" is not a mark/],
    ['a clause broken over two lines', 'One\nand two.', 11, /a clause is one line/],
    ['another title', '# Tricycles\n\nOne.', 10, /must repeat the title "Bicycles"/],
    ['a table without headings', '| a | b |\n| c | d |', 10, /needs a row of headings/],
    ['too many cells', '| a |\n| --- |\n| b | c |', 12, /2 cells but the table has 1/],
    ['{.row-headings} without a table', '{.row-headings}\n\nOne.', 10, /directly above a table/],
    ['a quotation', '> One.', 10, /starts with >/],
    ['a heading without a space', '##One\n\nTwo.', 10, /put a space/],
    ['a heading without words', '##\n\nTwo.', 10, /no words/],
    ['a list item without words', '- \n- One.', 10, /no words/],
    ['a heading too deep', '###### One\n\nTwo.', 10, /## to #####/],
    ['no clause at all', '## One', 1, /no clauses/],
  ])('%s', (_name, body, line, message) => {
    const problem = problemsOf(policyText(body)).find((one) => message.test(one.message));
    expect(problem?.line).toBe(line);
  });

  it('no front matter at all', () => {
    const problems = problemsOf('# Bicycles\n\nOne.');
    expect(problems.map(({ line }) => line)).toEqual([1]);
    expect(problems[0]?.message).toMatch(/must start with front matter/);
  });

  it('tells everything at once, in the order of the file', () => {
    const lines = problemsOf(policyText('One\ntwo\nthree', { owner: 'boss', approved: '2026-13-01' })).map(
      ({ line }) => line,
    );
    expect(lines).toEqual([5, 8, 12, 13]);
  });
});
