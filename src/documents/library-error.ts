import type { Problem } from '../domain/policies/problem.ts';

/** No school could be loaded. The message lists every problem, one a line. */
export class LibraryError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(
      ['No school could be loaded:', ...problems.map(({ file, line, message }) => `${file}:${line}: ${message}`)].join(
        '\n',
      ),
    );
    this.name = 'LibraryError';
    this.problems = problems;
  }
}
