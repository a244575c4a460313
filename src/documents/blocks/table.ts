/** A table on its way into the policy file: rows of cells, each cell a list of clauses. */
export interface Table {
  readonly head: readonly string[];
  readonly rows: readonly (readonly (readonly string[])[])[];
  /** The first cell of each row names the row. */
  readonly rowHeadings: boolean;
}
