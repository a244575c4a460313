/**
 * What a clause is in its document.
 * - `rule`: a numbered or lettered paragraph, a bullet or a short paragraph
 * - `lead-in`: the line that gives the items below it their meaning ("Adults should not:")
 * - `cell`: one cell (or one bullet in a cell) of a table
 * - `declaration`: one statement that people sign
 * - `cover`: a fact about the document itself (approved, reviewed, version, owner)
 */
export type ClauseKind = 'rule' | 'lead-in' | 'cell' | 'declaration' | 'cover';

/** The smallest self-contained rule of a policy: what an answer quotes. */
export interface Clause {
  /** Unique in the policy and never given to another clause; written in the policy's file as `{#id}`. */
  readonly id: string;
  readonly kind: ClauseKind;
  /** The number as printed ("2.4.6", "b", "Appendix 1"); absent where the source prints none. */
  readonly ref?: string;
  /** Headings from the outermost inwards, as printed, the document's title left out. */
  readonly headingPath: readonly string[];
  /** The words that give a list item its meaning, verbatim ("Adults working in schools should not:"). */
  readonly leadIn?: string;
  /** A table cell's column heading, verbatim ("Don't"). */
  readonly column?: string;
  /** The clause's own words, verbatim: Markdown marks removed, runs of white space made one space, no word changed. */
  readonly text: string;
  /** Whom the words bind where that is not the staff: a pupils' or parents' code is never quoted unlabelled. */
  readonly binds?: 'pupils' | 'parents';
  /** 1-based line in the policy's file where the clause starts. */
  readonly line: number;
}
