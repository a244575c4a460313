/** Something in a file that keeps it from being used. `message` says what is wrong and what to do. */
export interface Problem {
  readonly file: string;
  /** 1-based; 1 where the problem is the file as a whole. */
  readonly line: number;
  readonly message: string;
  /** Only this entry is left out; the rest of the file, and the school, are used. */
  readonly leftOut?: true;
}

/** A problem whose file is known to the caller only. */
export type LineProblem = Omit<Problem, 'file'>;
