import { parse } from 'csv-parse/sync';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { FoundReceipt } from '../../src/domain/signoffs/find-receipt.ts';
import { makeReceipt } from '../../src/domain/signoffs/make-receipt.ts';
import type { Signatory, SignatoryState } from '../../src/domain/signoffs/signatory.ts';
import { signatoryStates } from '../../src/domain/signoffs/signatory.ts';
import type { WholeCampaign } from '../../src/domain/signoffs/whole-campaign.ts';
import { toReceiptSheet } from '../../src/sheets/receipt-sheet.ts';
import { toSignoffsCsv } from '../../src/sheets/signoffs-csv.ts';
import { toSignoffsSheet } from '../../src/sheets/signoffs-sheet.ts';
import { writePdf } from '../../src/sheets/write-pdf.ts';
import { sampleEvidence } from '../domain/signoffs/sample-evidence.ts';
import { readPdf } from './read-pdf.ts';

const { campaigns, receipts, signatories } = sampleEvidence();
const school = {
  name: 'Marlow Bridge School',
  timeZone: 'Europe/London',
  groups: [
    { id: 'teachers', name: 'Teachers' },
    { id: 'kitchen', name: 'Kitchen and midday supervisors' },
  ],
};
const printedAt = '2026-11-28T09:00:00.000Z';
const hash = '7f3a91c20b6e44d8a1b2'.padEnd(64, '0');
const name = () => 'Helen Marsh';
const bare = (text: string) => text.replace(/[\s\u200b]/g, '');

function found(at: number): FoundReceipt {
  const receipt = receipts[at];
  const campaign = campaigns.find(({ id }) => id === receipt?.campaignId);
  if (!receipt || !campaign) throw new Error('the sample has no such receipt');
  return { receipt, campaign, entry: { seq: 412, hash } };
}

/** Kept as a file too where somebody wants to look at it. */
async function pdfOf(sheet: ReturnType<typeof toReceiptSheet>, file: string) {
  const bytes = await writePdf(sheet);
  if (process.env.KEEP_PDFS) {
    mkdirSync(process.env.KEEP_PDFS, { recursive: true });
    writeFileSync(join(process.env.KEEP_PDFS, file), bytes);
  }
  return readPdf(bytes);
}

describe('a receipt as a PDF', () => {
  it('has on one page who signed which words when, and what proves it', async () => {
    const { pages } = await pdfOf(toReceiptSheet(found(1), { school, name, printedAt }), 'receipt.pdf');
    expect(pages).toHaveLength(1);
    const text = bare(pages.join(''));
    const { receipt, campaign } = found(1);
    for (const words of [
      'Signed by: Amara Okafor',
      'Typed name: amara okafor',
      'On: 2 September 2026 at 09:01', // summer time
      'Acceptable Use, version 3.1',
      `Commitment: ${receipt.commitment}`,
      `Hash of the document: ${receipt.document.hash}`,
      receipt.salt,
      receipt.statementsHash,
      '412, mark 7f3a-91c2-0b6e-44d8-a1b2',
      'staffroom verify FILE --witness 7f3a-91c2-0b6e-44d8-a1b2',
      ...campaign.document.statements.map(({ text: words }) => words),
    ])
      expect(text).toContain(bare(words));
    expect(text).not.toContain(bare('More statements belong to it'));
  });

  it('says plainly that it was signed on paper, who recorded and saw it, and where the paper is', async () => {
    const { pages } = await pdfOf(toReceiptSheet(found(3), { school, name, printedAt }), 'paper.pdf');
    const text = bare(pages.join(''));
    for (const words of [
      'Signed on paper, not in Teams.',
      'Recorded by: Helen Marsh',
      'Witness: Dan Hill',
      'The paper is kept: Office, blue folder',
    ])
      expect(text).toContain(bare(words));
  });

  it.each([
    [
      'forty statements',
      Array.from({ length: 40 }, (_, n) => ({ text: `I agree to rule number ${n} of this policy.`, ref: `${n}` })),
    ],
    ['one statement of many pages', [{ text: 'WWWWW WWW '.repeat(2_000) }]],
    ['a thousand lines', Array.from({ length: 1_000 }, () => ({ text: 'Yes.' }))],
  ])('is one page with %s, and says where the rest stands', async (_, statements) => {
    const { campaign, receipt, entry } = found(0);
    const long = { ...campaign, document: { ...campaign.document, statements } };
    const signatory = { id: receipt.signatoryId, name: 'Ola '.repeat(60), person: receipt.person };
    const how = {
      kind: 'on-behalf',
      on: 'paper',
      recordedBy: { tenantId: 't', objectId: 'o' },
      witness: 'Dan '.repeat(60),
      place: 'Office '.repeat(40),
    } as const;
    const made = makeReceipt({ ...receipt, campaign: long, signatory, typedName: 'Ola '.repeat(60), how });
    const { pages } = await pdfOf(
      toReceiptSheet({ receipt: made, campaign: long, entry }, { school, name, printedAt }),
      'long.pdf',
    );
    expect(pages).toHaveLength(1);
    expect(bare(pages.join(''))).toContain(bare('More statements belong to it than fit on this page.'));
  });
});

/** A campaign with so many in each state, in the order of `signatoryStates`. */
function campaignWith(counts: readonly number[]): WholeCampaign {
  const [campaign] = campaigns;
  const [first] = signatories;
  if (!campaign || !first) throw new Error('the sample is empty');
  const rows = signatoryStates.flatMap((state: SignatoryState, at) =>
    Array.from({ length: counts[at] ?? 0 }, (_, n): Signatory => ({
      ...first,
      id: `${state}-${n}`,
      name: `${state} ${n}`,
      state,
      groups: [['teachers'], ['kitchen'], ['teachers', 'kitchen'], []][n % 4] ?? [],
    })),
  );
  return { campaign, signatories: rows, receipts: [], notAsked: [{ name: 'Vic Holt', groups: [], why: 'no-group' }] };
}

describe('the report for governors', () => {
  const input = { school, printedAt, today: '2026-11-28', withNames: false };

  it('has a bar for each group, numbers that add up, and names nobody unless asked', async () => {
    const whole = campaignWith([31, 140, 3, 5, 8, 2, 11]);
    const { pages } = await pdfOf(toSignoffsSheet([whole], input), 'report.pdf');
    const text = bare(pages.join(' '));
    for (const words of [
      '140 signed + 31 still to sign + 5 with a question + 3 cannot agree + 2 not reached + 8 need not sign + 11 no longer asked = 200 in all.',
      'Outstanding: 41, of whom 41 past their day',
      'Kitchen and midday supervisors',
      'In no group',
      '140 + 31 + 5 + 3 + 2 + 8 + 11 = 200',
    ])
      expect(text).toContain(bare(words));
    expect(text).not.toContain(bare('pending 3'));
    const named = await pdfOf(toSignoffsSheet([whole], { ...input, withNames: true }), 'named.pdf');
    expect(bare(named.pages.join(' '))).toContain(bare('pending 3 (by 1 October 2026)'));
    expect(bare(named.pages.join(' '))).not.toContain(bare('signed 3 (by'));
  });

  it('sums up all campaigns that are open, and says so where there is none', async () => {
    const both = [campaignWith([3, 4]), campaignWith([0, 20, 1])];
    const { pages } = await pdfOf(toSignoffsSheet(both, input), 'all.pdf');
    expect(bare(pages.join(' '))).toContain(bare('24 signed + 3 still to sign + 0 with a question + 1 cannot agree'));
    const none = await pdfOf(toSignoffsSheet([], input), 'none.pdf');
    expect(none.pages.join(' ')).toContain('Nobody is asked for a signature at present.');
  });

  it('stays whole with forty groups and hostile names', async () => {
    const groups = Array.from({ length: 40 }, (_, n) => ({
      id: `g${n}`,
      name: `${'Long '.repeat(30)}${n} {{x}} \u202e`,
    }));
    const rows = campaignWith([5, 5]).signatories.map((one) => ({ ...one, groups: groups.map(({ id }) => id) }));
    const { pages } = await pdfOf(
      toSignoffsSheet([{ ...campaignWith([]), signatories: rows }], { ...input, school: { ...school, groups } }),
      'many.pdf',
    );
    expect(pages.length).toBeGreaterThan(1);
    expect(bare(pages.join(' '))).toContain('5+5=10');
  });
});

describe('the table of a campaign', () => {
  const [campaign] = campaigns;
  const own = { signatories: signatories.filter(({ campaignId }) => campaignId === campaign?.id), receipts };
  const read = (text: string) => parse<Record<string, string>>(text, { bom: true, columns: true });

  it('has everybody once, with receipt and day, and who was never asked and why', () => {
    const csv = toSignoffsCsv(
      { ...own, notAsked: [{ name: 'Vic Holt', groups: ['kitchen'], why: 'other-group' }] },
      school,
    );
    expect(csv.startsWith('\ufeffName,Groups,State')).toBe(true);
    const rows = read(csv);
    expect(rows).toHaveLength(6);
    expect(rows[2]).toMatchObject({
      Name: 'Zoë Ünal',
      Groups: 'Teachers',
      State: 'Signed',
      'Signed on': '2026-09-02',
      Receipt: 'SG-7KQ2-M',
      'Signed how': 'Teams',
    });
    expect(rows[3]).toMatchObject({ State: 'Need not sign', Reason: 'on leave until January', Receipt: '' });
    expect(rows[4]).toMatchObject({ 'Signed how': 'paper; witness Dan Hill; kept: Office, blue folder' });
    expect(rows[5]).toMatchObject({
      Name: 'Vic Holt',
      State: 'Never asked',
      Reason: 'Never asked because only other groups were chosen',
    });
  });

  it.each(['=1+1', '+44', '-2', '@SUM(A1)', '\t=1', '\r=1', '＝1', '\u202e=1', ' =1'])(
    'lets no spreadsheet run %j',
    (evil) => {
      const csv = toSignoffsCsv(
        {
          signatories: own.signatories.map((one) => ({ ...one, name: evil, reason: evil })),
          receipts: [],
          notAsked: [],
        },
        school,
      );
      for (const row of read(csv))
        for (const cell of Object.values(row)) expect(cell).not.toMatch(/^[\s]*[=+\-@\t\r＝＋－＠]/u);
    },
  );

  it('keeps commas, quotes and line breaks inside their cell', () => {
    const evil = 'Reed, "Sunny"\nSam';
    const csv = toSignoffsCsv(
      { signatories: own.signatories.map((one) => ({ ...one, name: evil })), receipts: [], notAsked: [] },
      school,
    );
    expect(read(csv).map(({ Name }) => Name)).toEqual(own.signatories.map(() => 'Reed, "Sunny" Sam'));
  });
});
