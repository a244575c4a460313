import { getDocument, VerbosityLevel, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { SourceLine } from '../source-line.ts';
import { pageLines } from './page-lines.ts';
import { type PrintedText, toPrinted } from './printed-text.ts';
import type { Source } from './source.ts';

/**
 * A PDF's printed lines, page by page, columns one after the other, table rows with their cells.
 * Refused: password-protected, damaged or cut short, and scanned pages that hold no text.
 */
export async function readPdf(bytes: Uint8Array): Promise<Source> {
  const ends = new TextDecoder('latin1').decode(bytes.subarray(-2048)).includes('%%EOF');
  if (!ends) return { kind: 'refused', reason: 'it is damaged or cut short; ask for the file again' };
  const task = getDocument({
    data: Uint8Array.from(bytes),
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    verbosity: VerbosityLevel.ERRORS,
  });
  try {
    const document = await task.promise;
    return toSource(await readPages(document));
  } catch (error) {
    const name = error instanceof Error ? error.name : '';
    if (name === 'PasswordException')
      return { kind: 'refused', reason: 'it is protected by a password; save a copy without one' };
    return { kind: 'refused', reason: 'it is damaged or not a PDF file; ask for the file again' };
  } finally {
    await task.destroy();
  }
}

async function readPages(document: PDFDocumentProxy): Promise<PrintedText[][]> {
  const pages: PrintedText[][] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    await page.getOperatorList(); // makes the fonts known, whose names tell which text is bold
    const { items } = await page.getTextContent();
    const isBold = (font: string) => /bold|black|heavy|semibold|demi/i.test(fontName(page.commonObjs, font));
    pages.push(items.flatMap((item) => ('str' in item ? toPrinted(item, isBold) : [])));
    page.cleanup();
  }
  return pages;
}

function fontName(fonts: { has(id: string): boolean; get(id: string): unknown }, id: string): string {
  const font = fonts.has(id) ? fonts.get(id) : undefined;
  return font !== null && typeof font === 'object' && 'name' in font && typeof font.name === 'string' ? font.name : '';
}

function toSource(pages: readonly PrintedText[][]): Source {
  const lines = pageLines(pages).map((line, index): SourceLine => ({ number: index + 1, ...line }));
  if (!lines.some(({ text }) => /[\p{L}\p{N}]/u.test(text))) {
    return {
      kind: 'refused',
      reason:
        'it is a scan: its pages are pictures and hold no text; ask for the Word file, or have the text recognised first',
    };
  }
  return { kind: 'read', lines };
}
