/** One line as the reader of a file format found it. */
export interface SourceLine {
  /** 1-based: the line in a text file, the paragraph or table row in a Word file, the line of print in a PDF. */
  readonly number: number;
  /** The line's words, white space as found; the cells of a table row are separated by tabs. */
  readonly text: string;
  /** 1-based page, where the format has pages. */
  readonly page?: number;
  /** What the format says about the line; absent in plain text. */
  readonly style?: LineStyle;
}

export interface LineStyle {
  /** A heading of this level, 1 the highest. */
  readonly heading?: number;
  /** The document's title. */
  readonly title?: boolean;
  /** A list item, 0 the outermost level; `ordered` where the word processor numbers it when it prints. */
  readonly item?: { readonly depth: number; readonly ordered: boolean };
  /** A table row: the paragraphs of each cell. */
  readonly cells?: readonly (readonly string[])[];
  /** The line is larger or bolder than the text around it, as headings are. */
  readonly prominent?: boolean;
  /** Type size in points. */
  readonly size?: number;
  /** A paragraph starts here: the format says so, or white space stands above. */
  readonly startsParagraph?: boolean;
  /** Printed across or around the page, or in its margin: a watermark, a running header. */
  readonly furniture?: boolean;
}
