import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Answers } from '../../src/domain/incidents/answers.ts';
import { toReportJson } from '../../src/sheets/report-json.ts';
import { toReportSheet } from '../../src/sheets/report-sheet.ts';
import { writePdf } from '../../src/sheets/write-pdf.ts';
import { readPdf } from './read-pdf.ts';
import { sampleAnswers, sampleTexts, sampleWhole } from './sample-whole.ts';

const printedAt = '2026-11-25T09:00:00.000Z';
const pdfOf = async (whole: ReturnType<typeof sampleWhole>) => readPdf(await writePdf(toReportSheet(whole, printedAt)));
const bare = (text: string) => text.replace(/[\s\u200b]/g, '');

describe('a report as a PDF', () => {
  it('holds all that was reported and all that happened, names in their own letters', async () => {
    const { pages } = await pdfOf(sampleWhole());
    const text = bare(pages.join(''));
    for (const words of [...Object.values(sampleAnswers).slice(0, 10), ...sampleTexts.values()])
      for (const line of words.replace('🔪', '[U+1F52A]').split('\n')) expect(text).toContain(bare(line));
    for (const words of [
      'Report SR-7KQ2-M',
      'Reported by: Amara Okafor',
      'Another worry about a child, urgent',
      'This goes to the Designated Safeguarding Lead',
      'Dan Hill, Designated Safeguarding Lead, opened the details',
      'Cal Hill, ICT lead, asked for it and was refused',
      '24 November 2026 at 10:31',
    ])
      expect(text).toContain(bare(words));
  });

  it('has its reference and its number on every page', async () => {
    const { pages } = await pdfOf(
      sampleWhole({ ...sampleAnswers, seen: 'It happened again, on the stairs. '.repeat(400) }),
    );
    expect(pages.length).toBeGreaterThan(3);
    pages.forEach((page, at) => {
      expect(page).toContain('SR-7KQ2-M · confidential');
      expect(page).toContain(`page ${at + 1} of ${pages.length}`);
    });
  });

  it('says nothing of itself but its title', async () => {
    const bytes = await writePdf(toReportSheet(sampleWhole(), printedAt));
    const { info } = await readPdf(bytes);
    expect(info).toMatchObject({ Title: 'Report SR-7KQ2-M' });
    for (const name of ['Producer', 'Creator', 'CreationDate', 'Author', 'metadata'])
      expect(info).not.toHaveProperty(name);
    expect(bytes.toString('latin1')).not.toMatch(/PDFKit|\/home|node_modules|Okafor|xpacket/);
  });

  it('is printed whatever was typed, without hidden marks, and nothing that can be seen is lost', async () => {
    const marks = fc.constantFrom(
      'שלום עולם',
      'مرحبا بالعالم',
      '\u202eevil\u202c',
      '\u0000\u0007\u001b[2J',
      '👩‍👩‍👧‍👦🔪',
      '漢字',
      'e\u0301'.repeat(30),
      '\ud800',
      '${x} [a](https://b) {{DATE()}}',
    );
    const typed = fc.array(fc.oneof(marks, fc.string({ unit: 'binary', maxLength: 12 }), fc.constant('\n')), {
      maxLength: 12,
    });
    await fc.assert(
      fc.asyncProperty(typed, async (parts) => {
        const words = parts.join(' ').slice(0, 50_000);
        const { pages } = await pdfOf(sampleWhole(Answers.parse({ at: 'end', seen: `QZX${words}`, about: ['pupil'] })));
        const text = pages.join('');
        expect(text).toContain('QZX');
        // eslint-disable-next-line no-control-regex -- these must not be there
        expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202a-\u202e\u2066-\u2069]/);
        if (words.includes('🔪')) expect(bare(text)).toContain('[U+1F52A]');
      }),
      { numRuns: 15 },
    );
  });

  it.each([
    ['one word', 'Wörd'.repeat(12_500)],
    ['one character', 'M'.repeat(50_000)],
    ['characters that no font has', '🔪'.repeat(25_000)],
    ['marks upon one letter', `e${'\u0301'.repeat(49_999)}`],
    ['Hebrew without a space', 'שלום'.repeat(12_500)],
    ['as many lines as letters', 'a\n'.repeat(25_000)],
  ])('is drawn in seconds where 50,000 characters are %s', async (_name, seen) => {
    const started = performance.now();
    const bytes = await writePdf(toReportSheet(sampleWhole({ ...sampleAnswers, seen }), printedAt));
    expect(performance.now() - started).toBeLessThan(15_000);
    expect(bytes.length).toBeGreaterThan(10_000);
  });
});

describe('a report as data', () => {
  it('holds every answer and every event, with names and words, and nothing sealed', () => {
    const data = JSON.parse(JSON.stringify(toReportJson(sampleWhole(), printedAt))) as {
      answers: object;
      events: { text?: string; by?: { name: string } }[];
    };
    expect(data).toMatchObject({
      format: 'staffroom-report-1',
      reference: 'SR-7KQ2-M',
      school: { id: 'hill' },
      reporter: { name: 'Amara Okafor' },
      answers: sampleAnswers,
      route: { reason: expect.stringContaining('Designated Safeguarding Lead') as string },
    });
    expect(data.events).toHaveLength(10);
    expect(data.events[5]).toMatchObject({
      kind: 'asked',
      text: sampleTexts.get(6),
      by: { name: 'Dan Hill, Designated Safeguarding Lead' },
    });
    expect(JSON.stringify(data)).not.toMatch(/sealed/i);
  });
});
