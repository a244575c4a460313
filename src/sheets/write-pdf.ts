import { join } from 'node:path';
import { setImmediate as pause } from 'node:timers/promises';
import { projectRoot } from '../project-root.ts';
import { drawBars } from './draw-bars.ts';
import { printableLines } from './printable.ts';
import type { Block, Sheet } from './sheet.ts';

const fonts = join(projectRoot, 'node_modules/dejavu-fonts-ttf/ttf');
const margin = { top: 56, bottom: 64, left: 60, right: 60 };
const ink = '#1b1b1b';
const faint = '#5f5f5f';
const accent = '#3b3f8f';
/** A heading does not stand by itself at the foot of a page. */
const roomForHeading = 72;

/** The sheet as a PDF: A4, its fonts embedded, as many pages as it takes. It says nothing of itself but its title. */
export async function writePdf({ title, school, footer, blocks }: Sheet): Promise<Buffer> {
  const { default: PDFDocument } = await import('pdfkit'); // loading it takes a tenth of the bot's start
  const doc = new PDFDocument({
    size: 'A4',
    margins: margin,
    bufferPages: true,
    lang: 'en-GB',
    displayTitle: true,
    pdfVersion: '1.3', // later ones get a second record of when it was made and by what program
  });
  const parts: Buffer[] = [];
  const whole = new Promise<Buffer>((resolve, reject) => {
    doc.on('data', (part: Buffer) => parts.push(part));
    doc.on('end', () => resolve(Buffer.concat(parts)));
    doc.on('error', reject);
  });
  doc.registerFont('body', join(fonts, 'DejaVuSans.ttf')).registerFont('bold', join(fonts, 'DejaVuSans-Bold.ttf'));
  doc.font('body');
  const print = (text: string) => printableLines(text, glyphsOf(doc));
  const line = (text: string) => print(text).join(' ');

  doc.font('body').fontSize(9).fillColor(faint).text(line(school));
  doc.moveDown(0.3).font('bold').fontSize(18).fillColor(accent).text(line(title));
  const ruleAt = doc.y + 6;
  doc
    .moveTo(margin.left, ruleAt)
    .lineTo(doc.page.width - margin.right, ruleAt)
    .lineWidth(1.2)
    .stroke(accent);
  doc.y = ruleAt + 12;
  for (const block of blocks) {
    writeBlock(doc, block, { print, line });
    await pause(); // a long report has a hundred pages, and the bot serves others meanwhile
  }
  writeFooters(doc, line(footer));

  doc.info.Title = line(title);
  // pdfkit needs them itself, and writes down whatever can be listed.
  for (const name of ['Producer', 'Creator', 'CreationDate'])
    Object.defineProperty(doc.info, name, { enumerable: false });
  doc.end();
  return whole;
}

type Printed = { readonly print: (text: string) => string[]; readonly line: (text: string) => string };

function writeBlock(doc: PDFKit.PDFDocument, block: Block, { print, line }: Printed): void {
  const { left } = margin;
  const indent = left + 14;
  const body = () => doc.font('body').fontSize(10).fillColor(ink);
  switch (block.kind) {
    case 'heading':
      if (doc.y > doc.page.height - margin.bottom - roomForHeading) doc.addPage();
      doc.moveDown(0.7).font('bold').fontSize(11.5).fillColor(accent).text(line(block.text), left);
      doc.moveDown(0.25);
      return;
    case 'paragraph':
      for (const one of print(block.text)) body().text(one, left, undefined, { lineGap: 2, paragraphGap: 4 });
      return;
    case 'notice':
      for (const one of print(block.text)) {
        doc.font('bold').fontSize(10).fillColor(ink).text(one, left, undefined, { lineGap: 2, paragraphGap: 4 });
      }
      return;
    case 'fact':
      doc
        .font('bold')
        .fontSize(10)
        .fillColor(ink)
        .text(`${line(block.label)}: `, left, undefined, { continued: true });
      doc.font('body').text(line(block.text), { lineGap: 2, paragraphGap: 3 });
      return;
    case 'blank': {
      if (doc.y > doc.page.height - margin.bottom - roomForHeading / 2) doc.addPage();
      const ruleAt = doc.y + 22;
      body()
        .fillColor(faint)
        .text(line(block.label), left, ruleAt - 11);
      doc
        .moveTo(left + 100, ruleAt)
        .lineTo(doc.page.width - margin.right, ruleAt)
        .lineWidth(0.6)
        .stroke(faint);
      doc.y = ruleAt + 4;
      return;
    }
    case 'fitting':
      writeFitting(doc, block, { print, line });
      return;
    case 'bars':
      drawBars(doc, block, { line, margin, ink, faint });
      return;
    case 'entry':
      if (doc.y > doc.page.height - margin.bottom - roomForHeading / 2) doc.addPage();
      doc.font('body').fontSize(9).fillColor(faint).text(line(block.when), left);
      body().text(line(block.what), left, undefined, { lineGap: 2, paragraphGap: 2 });
      for (const one of print(block.words ?? '')) body().text(one, indent, undefined, { lineGap: 2, paragraphGap: 2 });
      doc.moveDown(0.35);
      return;
  }
}

/** Ends on the page on which it begins, with room for what says that there is more. */
function writeFitting(
  doc: PDFKit.PDFDocument,
  { texts, rest }: Extract<Block, { kind: 'fitting' }>,
  { print, line }: Printed,
): void {
  const options = { lineGap: 2, paragraphGap: 4, width: doc.page.width - margin.left - margin.right };
  const end = doc.page.height - margin.bottom;
  const height = (text: string) => doc.font('body').fontSize(10).heightOfString(text, options) + options.paragraphGap;
  const lines = texts.flatMap((text) => print(text));
  for (const [at, one] of lines.entries()) {
    const isLast = at === lines.length - 1;
    if (doc.y + height(one) + (isLast ? 0 : height(line(rest))) > end) {
      doc.fillColor(faint).text(line(rest), margin.left, undefined, options);
      return;
    }
    doc.fillColor(ink).text(one, margin.left, undefined, options);
  }
}

/** On every page, once it is known how many there are. */
function writeFooters(doc: PDFKit.PDFDocument, footer: string): void {
  const { start, count } = doc.bufferedPageRange();
  for (let page = start; page < start + count; page += 1) {
    doc.switchToPage(page);
    doc.page.margins.bottom = 0; // else the footer would begin a page of its own
    const width = doc.page.width - margin.left - margin.right;
    const at = doc.page.height - 40;
    doc.font('body').fontSize(8).fillColor(faint);
    doc.text(footer, margin.left, at, { width: width - 90, height: 10, ellipsis: true, lineBreak: false });
    doc.text(`page ${page - start + 1} of ${count}`, margin.left, at, { width, align: 'right', lineBreak: false });
  }
}

/** Whether the font has a character: pdfkit knows, and does not say so in its types. */
function glyphsOf(doc: PDFKit.PDFDocument): (character: number) => boolean {
  const { font } = (doc as unknown as { _font: { font: { hasGlyphForCodePoint(code: number): boolean } } })._font;
  return (character) => font.hasGlyphForCodePoint(character);
}
