import type { Block } from './sheet.ts';

/** Told apart in black and white by their lightness too. */
const colours = ['#2f6b3a', '#8fa8c8', '#e0a030', '#b03030', '#6b4f8a', '#c9c9c9', '#e8e8e8'];
const barHeight = 11;
const rowHeight = 30;

interface Paper {
  readonly line: (text: string) => string;
  readonly margin: { readonly left: number; readonly right: number; readonly bottom: number };
  readonly ink: string;
  readonly faint: string;
}

/** A legend of what occurs, then of each row its name, its numbers and its bar, as wide as the widest row allows. */
export function drawBars(
  doc: PDFKit.PDFDocument,
  { legend, rows }: Extract<Block, { kind: 'bars' }>,
  { line, margin, ink, faint }: Paper,
): void {
  const width = doc.page.width - margin.left - margin.right;
  const most = Math.max(1, ...rows.map(({ total }) => total));
  const parts = legend
    .map((part, at) => ({ ...part, colour: part.colour ?? colours[at % colours.length] ?? ink }))
    .filter(({ key }) => rows.some(({ counts }) => (counts[key] ?? 0) > 0));
  const roomFor = (height: number) => {
    if (doc.y + height > doc.page.height - margin.bottom) doc.addPage();
  };
  const at = (x: number, y: number, text: string, options: PDFKit.Mixins.TextOptions = {}) =>
    doc.text(text, x, y, { lineBreak: false, height: barHeight, ellipsis: true, ...options });

  roomFor(rowHeight * 2);
  doc.moveDown(0.5);
  let x = margin.left;
  let y = doc.y;
  doc.font('body').fontSize(9);
  for (const { label, colour } of parts) {
    const needed = 14 + doc.widthOfString(label) + 14;
    if (x + needed > margin.left + width) [x, y] = [margin.left, y + 14];
    doc.rect(x, y + 1, 8, 8).fillAndStroke(colour, faint);
    doc.fillColor(ink);
    at(x + 13, y, label, { width: needed });
    x += needed;
  }
  doc.y = y + 18;
  for (const { label, counts, total } of rows) {
    roomFor(rowHeight);
    y = doc.y;
    doc.font('body').fontSize(9).fillColor(ink);
    const numbers = parts.flatMap(({ key }) => (counts[key] ? [String(counts[key])] : [])).join(' + ');
    const sum = numbers.includes('+') ? `${numbers} = ${total}` : String(total);
    at(margin.left, y, line(label), { width: width * 0.6 });
    at(margin.left + width * 0.6, y, sum, { width: width * 0.4, align: 'right' });
    let from = margin.left;
    for (const { key, colour } of parts) {
      const own = ((counts[key] ?? 0) / most) * width;
      if (own > 0)
        doc
          .rect(from, y + 13, own, barHeight)
          .lineWidth(0.4)
          .fillAndStroke(colour, faint);
      from += own;
    }
    doc.y = y + rowHeight;
  }
  doc.x = margin.left;
}
