import type { School } from '../../people/school.ts';
import type { Clause } from '../clause.ts';
import { clauseKey } from '../library.ts';
import type { FrontMatter, Policy } from '../policy.ts';
import type { Finding } from './finding.ts';

/** A heading with its place in the file. */
export interface LintHeading {
  readonly text: string;
  readonly level: number;
  readonly line: number;
  /** Headings above it, the outermost first, itself last. */
  readonly path: readonly string[];
}

/** A line of the document as the school has it. */
export interface LintLine {
  readonly line: number;
  readonly text: string;
}

/** One policy as the rules see it. All lines are those of `file`, be it policy Markdown or a document as the school has it. */
export interface LintDocument {
  readonly policy: Policy;
  readonly file: string;
  readonly headings: readonly LintHeading[];
  /** Links to clauses: `#id`, `<policy id>#id` or `<file>.md#id`. */
  readonly links: readonly { readonly target: string; readonly line: number }[];
  /** The line of a front matter key; of a document as the school has it, the title's line, else 1. */
  readonly lineOfKey: (key: keyof FrontMatter) => number;
  /** Clauses whose id is not written in the file yet. */
  readonly unstamped: readonly number[];
  /** Only for a document as the school has it (text, Word, PDF). */
  readonly source?: LintSource;
}

export interface LintSource {
  readonly lines: readonly LintLine[];
  /** The list of contents, line by line. */
  readonly contents: readonly LintLine[];
  /** Clauses whose words stand on both sides of an empty line: the first of the two lines, by clause id. */
  readonly cut: ReadonlyMap<string, number>;
}

/** What one school's rules are run on: everything that is hers and nothing else. */
export interface LintContext {
  readonly documents: readonly LintDocument[];
  readonly school?: { readonly school: School; readonly file: string; readonly lineOf: (text: string) => number };
  /** YYYY-MM-DD. */
  readonly today: string;
}

export type LintRule = (context: LintContext) => Finding[];

/** Where a finding about `clause` stands. */
export function at(document: LintDocument, clause: Clause): Pick<Finding, 'file' | 'line' | 'clause' | 'ref'> {
  const key = clauseKey(document.policy, clause);
  return { file: document.file, line: clause.line, clause: key, ...(clause.ref && { ref: clause.ref }) };
}

/** The first words of a clause, for a message. */
export function excerpt(text: string, length = 70): string {
  return text.length <= length ? text : `${text.slice(0, length).replace(/\s+\S*$/, '')} …`;
}
