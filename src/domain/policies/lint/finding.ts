/** Something that the people who keep the policies should look at. */
export interface Finding {
  /** The rule's name, kebab-case; never changes. */
  readonly rule: string;
  /** `error`: the text misleads whoever reads or quotes it, or points at nothing. `advice`: worth a look. */
  readonly severity: 'error' | 'advice';
  readonly file: string;
  /** 1-based line of the file; for a Word or PDF document the line that its import counts. */
  readonly line: number;
  /** `<policy id>#<clause id>` where it is about one clause. */
  readonly clause?: string;
  /** The clause's number as printed. */
  readonly ref?: string;
  /** What was found. */
  readonly message: string;
  /** Why it matters. */
  readonly why: string;
  /** What to do about it. */
  readonly todo: string;
}
