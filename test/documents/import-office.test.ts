import { deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { importDocument } from '../../src/documents/import-document.ts';
import { clauseOf, fixtureBytes, readFixture, wordsOf } from './support/read-fixture.ts';

const heads = [
  '1. Why we have this policy',
  '2. Arriving and signing in',
  '3. While on site',
  '4. When something goes wrong',
];

describe.each(['site-security.docx', 'site-security.pdf'])('%s, made by an office program', async (name) => {
  const policy = await readFixture(name);

  test('has its title, dates and version from the cover table', () => {
    expect(policy.policy.cover).toMatchObject({
      title: 'Visitors and Site Security Policy',
      approved: '2025-05-14',
      reviewDue: '2027-05-31',
      version: '3.2',
      signoff: 'required',
    });
    expect(clauseOf(policy, 'Approved by').kind).toBe('cover');
  });

  test('has its headings, without the contents list', () => {
    const tops = [...new Set(policy.clauses.map(({ headingPath }) => headingPath[0]))];
    expect(tops).toEqual(['About this policy', ...heads, 'Declaration']);
    expect(clauseOf(policy, 'The desk keeps')).toMatchObject({
      ref: '2.1.3',
      headingPath: [heads[1], '2.1 The front desk'],
    });
  });

  test('has its lists, nested', () => {
    expect(clauseOf(policy, 'cross the playground').leadIn).toBe('keep to the service yard, which means they do not:');
    expect(clauseOf(policy, 'leave by half past eight').leadIn).toBe('Drivers who bring deliveries must:');
  });

  test('has its table, cell by cell, with wrapped lines joined', () => {
    expect(clauseOf(policy, 'Ask the office')).toMatchObject({
      kind: 'cell',
      column: 'Do',
      text: 'Ask the office for the asbestos register before you drill, cut or lift a floor.',
    });
    expect(clauseOf(policy, 'Work in a corridor').column).toBe('Don’t');
    expect(clauseOf(policy, 'Lend your badge').text).toBe('Lend your badge or your gate code to anybody else.');
    expect(clauseOf(policy, 'Carry your badge').column).toBe('Do');
  });

  test('has its declaration, and its fields to fill in as a form', () => {
    expect(clauseOf(policy, 'I will wear my badge').kind).toBe('declaration');
    expect(policy.account.lines.filter(({ as }) => as === 'form').map(({ text }) => text.trim().slice(0, 9))).toEqual([
      'Headteach',
      'Signed: .',
    ]);
  });

  test('splits its one long paragraph between sentences', () => {
    const parts = policy.clauses
      .filter(({ headingPath }) => headingPath[1] === '2.2 Deliveries')
      .filter(({ text }) => text.length > 200);
    expect(parts).toHaveLength(2);
    expect(parts.every(({ text }) => text.endsWith('.') && text.length <= 600)).toBe(true);
  });
});

test('a PDF’s running header and page numbers are furniture on every page, and no rule is', async () => {
  const { account, clauses } = await readFixture('site-security.pdf');
  const furniture = account.lines
    .filter(({ as }) => as === 'furniture')
    .map(({ text, page }) => `${page} ${text.replace(/\.{3,}\d/, '')}`);
  expect(furniture).toEqual([
    '1 Thornbeck Primary School: site security',
    '1 Contents',
    ...heads.map((head) => `1 ${head}`),
    '1 Page 1 of 3',
    '2 Thornbeck Primary School: site security',
    '2 Page 2 of 3',
    '3 Thornbeck Primary School: site security',
    '3 Page 3 of 3',
  ]);
  expect(clauses.filter(({ ref }) => ref?.startsWith('3.'))).toHaveLength(14);
});

test('Word and PDF of one document give the same words in the same clauses', async () => {
  const [docx, pdf] = [await readFixture('site-security.docx'), await readFixture('site-security.pdf')];
  const ofRules = (policy: typeof docx) => policy.clauses.map(({ ref, text }) => `${ref ?? ''} ${text}`).sort();
  expect(ofRules(pdf)).toEqual(ofRules(docx));
});

test('every word that the writer typed is in the account of the Word file and of the PDF', async () => {
  const source = fixtureBytes('site-security.fodt').toString('utf8');
  const body =
    /<office:body>(.*)<\/office:body>/s
      .exec(source)?.[1]
      ?.replace(/<text:tab\/>/g, ' ')
      .replace(/<[^>]+>/g, ' ') ?? '';
  for (const name of ['site-security.docx', 'site-security.pdf']) {
    const { account } = await readFixture(name);
    const lines = account.lines.filter(
      ({ text }) => !/^(?:Thornbeck Primary School: site security|Page \d of \d)$/.test(text.trim()),
    );
    expect(wordsOf(lines.map(({ text }) => text).join(' ')).sort()).toEqual(wordsOf(body).sort());
  }
});

describe('a file that cannot be read is refused in a plain sentence', () => {
  const docx = fixtureBytes('site-security.docx');
  const pdf = fixtureBytes('site-security.pdf');
  test.each<[string, Uint8Array, string, RegExp]>([
    ['a PDF with a password', fixtureBytes('password.pdf'), 'a.pdf', /protected by a password/],
    ['a scan', fixtureBytes('scanned.pdf'), 'a.pdf', /scan.*no text/],
    ['a PDF cut short', pdf.subarray(0, pdf.length / 2), 'a.pdf', /damaged or cut short/],
    ['a PDF that is another thing', Buffer.from('hello %%EOF'), 'a.pdf', /damaged or not a PDF/],
    ['a Word file cut short', docx.subarray(0, docx.length / 2), 'a.docx', /damaged, cut short/],
    ['a zip that is no Word file', zipOf('hello.txt', 'hello'), 'a.docx', /not a Word file/],
    [
      'a Word file with a password, or a .doc renamed',
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      'a.docx',
      /protected by a password, or an old \.doc/,
    ],
    ['an empty file', Buffer.alloc(0), 'a.txt', /empty/],
    ['a file of white space', Buffer.from(' \n\n\t\n'), 'a.md', /empty: there are no words/],
    ['a program renamed to .txt', Buffer.from([0x4d, 0x5a, 0x90, 0x00, 0x03, 0x00]), 'a.txt', /not a text file/],
    ['an unknown type', Buffer.from('hello'), 'a.odt', /use \.docx, \.pdf, \.txt or \.md/],
    ['no type at all', Buffer.from('hello'), 'README', /use \.docx, \.pdf, \.txt or \.md/],
  ])('%s', async (_, bytes, fileName, reason) => {
    const imported = await importDocument(bytes, fileName);
    expect(imported).toEqual({ kind: 'refused', reason: expect.stringMatching(reason) as unknown });
  });
});

/** A zip file that holds one deflated file. */
function zipOf(name: string, content: string): Buffer {
  const data = deflateRawSync(content);
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(20, 4);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(data.length, 18);
  local.writeUInt32LE(content.length, 22);
  local.writeUInt16LE(name.length, 26);
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50, 0);
  central.writeUInt16LE(20, 6);
  central.writeUInt16LE(8, 10);
  central.writeUInt32LE(data.length, 20);
  central.writeUInt32LE(content.length, 24);
  central.writeUInt16LE(name.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length + name.length, 12);
  end.writeUInt32LE(local.length + name.length + data.length, 16);
  return Buffer.concat([local, Buffer.from(name), data, central, Buffer.from(name), end]);
}
