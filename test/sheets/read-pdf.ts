import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** What somebody finds in a PDF: the text of each page and all that the file says of itself. */
export async function readPdf(bytes: Uint8Array): Promise<{ pages: string[]; info: Record<string, unknown> }> {
  const document = await getDocument({ data: Uint8Array.from(bytes), verbosity: 0 }).promise;
  const pages: string[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent();
    pages.push(items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(''));
  }
  const { info, metadata } = await document.getMetadata();
  await document.destroy();
  return { pages, info: { ...info, ...(metadata && { metadata }) } };
}
