import type { Marker } from './marker.ts';
import type { Table } from './table.ts';

/**
 * A part of the document on its way to becoming a clause: one or more source lines read together.
 * - `text`: a paragraph, `item`: a list item, `heading`: a heading for certain (its own mark-up says so)
 * - `row`: a table row, `field`: a key and its value, `form`: something to fill in, `furniture`: no content,
 *   `table-head`: the headings of the table after it
 */
export type PieceKind =
  'text' | 'item' | 'heading' | 'row' | 'field' | 'form' | 'furniture' | 'title' | 'front-matter' | 'table-head';

export interface Piece {
  kind: PieceKind;
  /** Numbers of the source lines that it was read from. */
  lines: number[];
  /** The words, without the list mark. */
  text: string;
  marker?: Marker;
  /** Columns of white space before the first word or mark. */
  indent: number;
  /** White space, a rule or a page's edge stands before it. */
  gapBefore: boolean;
  /** The source breaks the line on purpose after it. */
  hardBreak?: boolean;
  /** Heading level where the mark-up gives one (1 is the highest). */
  level?: number;
  /** A table row's cells, each a list of clauses. */
  cells?: string[][];
  /** The table that a run of rows was read as. */
  table?: Table;
  /** How deep in a list, 0 the outermost. */
  depth?: number;
  /** Larger or bolder than the text around it. */
  prominent?: boolean;
  /** Whole as it is: never joined with what stands before or after. */
  closed?: boolean;
  /** Type size in points. */
  size?: number;
  /** The first item of a second list right after a first: the first list's lead-in is not its own. */
  opensList?: boolean;
  /** Leads in the numbered paragraphs after it. */
  leadsIn?: boolean;
}
