import { describe, expect, test } from 'vitest';
import { clauseOf, readFixture, readText } from './support/read-fixture.ts';

describe('a printed policy with running headers, saved as text', async () => {
  const policy = await readFixture('staff-conduct-print.txt');

  test('keeps its number as printed on every paragraph, to three levels and into letters and roman numerals', () => {
    const refs = policy.clauses.flatMap(({ ref }) => (ref ? [ref] : []));
    expect(refs).toEqual([
      '1.1',
      '1.2',
      '2.1.1',
      '(a)',
      '(b)',
      '(c)',
      '(i)',
      '(ii)',
      '(iii)',
      '2.1.2',
      '2.2.1',
      '2.2.2',
    ]);
  });

  test('joins a sentence that a page edge cut, header and footer left out', () => {
    expect(clauseOf(policy, 'Lateness on three days').text).toMatch(
      /within five working days, and the colleague may add a comment of their own\.$/,
    );
    expect(policy.markdown).not.toContain('Page 2 of 4');
    expect(policy.markdown).not.toContain('Harrowfield Academy Trust  ');
  });

  test('joins the lines of a paragraph and of a bullet', () => {
    expect(clauseOf(policy, 'use a supplier').text).toBe("use a supplier's loyalty card for the trust's purchases.");
    expect(clauseOf(policy, 'use a supplier').leadIn).toBe('Colleagues must not:');
  });

  test('gives a list in a list its own lead-in', () => {
    expect(clauseOf(policy, 'the faculty drive').leadIn).toBe('where the work is kept, which is one of:');
    expect(clauseOf(policy, 'when they expect').leadIn).toMatch(/and says:$/);
  });

  test('leaves the contents out and says so line by line', () => {
    const contents = policy.account.lines.filter(({ text }) => text.includes('.....'));
    expect(contents).toHaveLength(6);
    expect(new Set(contents.map(({ as }) => as))).toEqual(new Set(['furniture']));
    expect(clauseOf(policy, 'A colleague who is uneasy').headingPath).toEqual(['3. CONCERNS']);
  });

  test('guesses title, dates, version and owner from the cover, which stays quotable', () => {
    expect(policy.policy.cover).toMatchObject({
      title: 'STAFF CONDUCT POLICY',
      status: 'proposed',
      approved: '2024-03-03',
      reviewDue: '2026-03-31',
      version: '2.3',
      owner: 'hr',
      signoff: 'required',
    });
    expect(clauseOf(policy, 'Next review date March 2026').kind).toBe('cover');
    expect(policy.account.doubts).toContainEqual({
      line: 10,
      message: 'review date read as 2026-03-31 from "March 2026", its last day',
    });
  });

  test('marks the statements to sign as a declaration and keeps the fields as a form', () => {
    expect(clauseOf(policy, 'I will follow it').kind).toBe('declaration');
    expect(policy.account.totals.form).toBe(2);
    expect(policy.clauses.some(({ text }) => text.startsWith('Signed'))).toBe(false);
  });
});

describe('a policy without numbers, one line a paragraph', async () => {
  const policy = await readFixture('outings-plain.txt');

  test('finds short lines that stand alone with something under them as headings', () => {
    const headings = new Set(policy.clauses.flatMap(({ headingPath }) => headingPath));
    expect([...headings]).toEqual([
      'About this policy',
      'Introduction',
      'Who plans an outing?',
      'Before we set off',
      'Adults and ratios',
      'PHOTOGRAPHS',
      'Emergency numbers',
      'Rules for pupils',
      'Related policies',
    ]);
  });

  test('takes the line that is no school and no date for the title', () => {
    expect(policy.policy.cover.title).toBe('Educational Visits and Outings');
  });

  test('joins a sentence cut by a blank line', () => {
    expect(clauseOf(policy, 'The teacher who leads').text).toMatch(
      /Late plans are not signed off, however good the reason\.$/,
    );
  });

  test('separates bullets that are run together on one line, of every glyph', () => {
    expect(clauseOf(policy, 'the first aid bag').text).toBe('the first aid bag is full');
    expect(clauseOf(policy, 'two adults carry').leadIn).toBe('The leader checks that');
    expect(clauseOf(policy, 'once by the leader').leadIn).toBe('the register has been called at the door:');
  });

  test('reads a table with its column headings, and the names of its rows as lead-ins', () => {
    expect(clauseOf(policy, 'The teacher is not counted')).toMatchObject({
      kind: 'cell',
      column: 'Notes',
      leadIn: 'Reception',
    });
  });

  test('keeps telephone numbers as clauses and marks what binds pupils', () => {
    expect(clauseOf(policy, 'Visits co-ordinator').text).toBe('Visits co-ordinator: 01632 960 512');
    expect(clauseOf(policy, 'I will hold hands').binds).toBe('pupils');
  });
});

describe('Markdown from another program', async () => {
  const policy = await readFixture('devices.md');

  test('takes the title from the front matter and keeps its other keys as facts on the cover', () => {
    expect(policy.policy.cover).toMatchObject({ title: 'Devices and Screens', reviewDue: '2025-02-28' });
    expect(clauseOf(policy, 'review_date').kind).toBe('cover');
  });

  test('joins list items that go on in the next line, indented or not', () => {
    expect(clauseOf(policy, 'Keep your own phone').text).toBe(
      'Keep your own phone in your locker while children are in the building.',
    );
    expect(clauseOf(policy, 'Use the school tablet').text).toMatch(
      /wiped every Friday by the \[technician\]\(\/people\/technician\.html\)\.$/,
    );
  });

  test('nests lists, reads emphasis as words and a bold line as a heading', () => {
    expect(clauseOf(policy, 'never on carpet').leadIn).toBe('Charge devices in the office:');
    expect(clauseOf(policy, 'pictures of the building')).toMatchObject({
      ref: '1.',
      leadIn: "Ask before you post; the head's yes is needed for:",
    });
    expect(clauseOf(policy, 'Never add a pupil').headingPath).toEqual(['Rules for staff', 'Social media']);
  });

  test('splits a Do and Don’t table into cells, and a cell at its line breaks', () => {
    expect(clauseOf(policy, 'Share a password').column).toBe("Don't");
    expect(clauseOf(policy, 'Write it on a note').column).toBe("Don't");
    expect(clauseOf(policy, 'Report a loss').text).toBe('Report a loss the same day | even at night');
  });
});

describe('reStructuredText', async () => {
  const policy = await readFixture('sickness.rst');

  test('ranks underlined headings by the order of their marks', () => {
    expect(policy.policy.cover.title).toBe('Sickness');
    expect(clauseOf(policy, 'Only the key person').headingPath).toEqual(['Medicines', 'Giving medicine']);
  });

  test('leaves directives out, reads their content, fields and footnotes, and drops reference marks', () => {
    expect(
      policy.account.lines
        .filter(({ text }) => text.trim().startsWith('.. ') && !text.includes('[#gp]'))
        .map(({ as }) => as),
    ).toEqual(['furniture', 'furniture', 'furniture']);
    expect(clauseOf(policy, 'We are not doctors').text).toBe('We are not doctors, and we do not guess.');
    expect(clauseOf(policy, 'Officer: Manager').kind).toBe('cover');
    expect(clauseOf(policy, 'the doctor says').text).toBe('the doctor says in writing that the child may come back.');
    expect(clauseOf(policy, 'The surgery charges').kind).toBe('rule');
  });

  test('nests a list that is indented by one space after an empty line, and comes back out of it', () => {
    expect(policy.markdown).toMatch(/\n {2}- The dose is written down at once\./);
    expect(policy.markdown).toMatch(/\n- Medicine from home is named/);
  });
});

test('a line that ends in a colon leads in the numbered paragraphs after it, up to the next such line', async () => {
  const policy = await readText(
    'Keys Policy\n\n2.4 Keys\n\nStaff should:\n\n2.4.1 Hand keys in.\n\n2.4.2 Count them.\n\nStaff should not:\n\n2.4.2 Lend a key.\n\n2.5 Locks\n\n2.5.1 Locks are oiled.\n',
  );
  expect(policy.clauses.filter(({ ref }) => ref === '2.4.2').map(({ leadIn, text }) => [leadIn, text])).toEqual([
    ['Staff should:', 'Count them.'],
    ['Staff should not:', 'Lend a key.'],
  ]);
  expect(new Set(policy.clauses.map(({ id }) => id)).size).toBe(policy.clauses.length);
  expect(clauseOf(policy, 'Locks are oiled.').leadIn).toBeUndefined();
});

test('a second list right after a first does not get the first one’s lead-in', async () => {
  const policy = await readText(
    'Yard Policy\n\n1. Play\n\nThe following are forbidden:\n\n1. Snowballs.\n2. Marbles.\n\n- I will play kindly.\n- I will share.\n',
  );
  expect(clauseOf(policy, 'Marbles.').leadIn).toBe('The following are forbidden:');
  expect(clauseOf(policy, 'I will play kindly.').leadIn).toBeUndefined();
  expect(clauseOf(policy, 'I will share.').leadIn).toBeUndefined();
});

test('HTML that is left in table cells gives the clauses that it separates, without tags', async () => {
  const row =
    '<ul style="list-style-type: none">- Lock the door.<li>Take the key.</li></ul>\t- Leave the light on for the whole of the night.';
  const policy = await readText(
    `Keys Policy\n\n1. Evenings\n\nDo\tDon't\n${row}\n<ul>- Look round once more before you go.\t\n`,
  );
  expect(policy.clauses.map(({ text, column }) => [column, text])).toEqual([
    ['Do', 'Lock the door.'],
    ['Do', 'Take the key.'],
    ["Don't", 'Leave the light on for the whole of the night.'],
    ['Do', 'Look round once more before you go.'],
  ]);
});

test('a contents list without page numbers is known by its titles coming back', async () => {
  const policy = await readText(
    'Bells Policy\n\nSection 1: Ringing\n- 1.1 Morning\n- 1.2 Evening\nSection 2: Silence\n\nSection 1: Ringing\n\n1.1 Morning\n\nThe bell rings at nine.\n\n1.2 Evening\n\nIt rings at four.\n\nSection 2: Silence\n\nIt is silent at night.\n',
  );
  expect(policy.clauses.map(({ text }) => text)).toEqual([
    'The bell rings at nine.',
    'It rings at four.',
    'It is silent at night.',
  ]);
  expect(clauseOf(policy, 'It rings').headingPath).toEqual(['Section 1: Ringing', '1.2 Evening']);
});

test('a long paragraph is split at sentence ends, and nothing of it is lost', async () => {
  const sentence = 'Each class keeps its own hamster, e.g. in a cage, and feeds it at half past eight. ';
  const policy = await readText(`Hamster Policy\n\n1. Care\n\n${sentence.repeat(20).trim()}\n`);
  expect(policy.clauses.length).toBeGreaterThan(2);
  for (const { text } of policy.clauses) {
    expect(text.length).toBeLessThanOrEqual(600);
    expect(text).toMatch(/half past eight\.$/);
  }
  expect(policy.clauses.map(({ text }) => text).join(' ')).toBe(sentence.repeat(20).trim());
});

test('words that look like marks of the policy format stay words', async () => {
  const words = '# 5 is {#not-an-id} and *this* | that [here](x) `code` 1*2*3 _private_name_ <b class="x"> \\ ends.';
  const policy = await readText(`Marks Policy\n\n1. Marks\n\nStaff read: ${words}\n`);
  expect(policy.clauses.map(({ text }) => text)).toEqual([
    'Staff read: # 5 is {#not-an-id} and this | that [here](x) code 1*2*3 private_name \\ ends.',
  ]);
});

test('a file that is Policy Markdown already gets its missing ids and no other change', async () => {
  const first = await readFixture('outings-plain.txt');
  const without = first.markdown.replace(/ \{#[a-z0-9]+\}/, '');
  const again = await readText(without, 'again.md');
  expect(without).not.toBe(first.markdown);
  expect(again.markdown).toBe(first.markdown);
  expect(again.account.lines).toHaveLength(first.markdown.trimEnd().split('\n').length);
});
