/** What is to be signed, as the head chose or typed it. */
export type DocumentChoice =
  | { readonly kind: 'policy'; readonly policyId: string }
  | {
      readonly kind: 'other';
      readonly title: string;
      /** As printed: "2026", "Part One, September 2026". */
      readonly edition: string;
      /** An https address, or empty; one of `link` and `text` is there. */
      readonly link: string;
      readonly text: string;
      /** The school's own words, each statement by itself. */
      readonly statements: readonly string[];
    };

/** A campaign before it is opened. Texts as they were typed. */
export interface CampaignDraft {
  readonly document: DocumentChoice;
  /** Ids of groups; empty: everybody for whom the document is (of another document: all staff). */
  readonly groups: readonly string[];
  readonly why: string;
  /** YYYY-MM-DD. */
  readonly dueOn: string;
  /** School days between two reminders; without: what school.yaml says. */
  readonly chaseEvery?: number | undefined;
  /** Also asks those whose signature of this document still holds: the yearly renewal of an unchanged one. */
  readonly again?: boolean | undefined;
}

/**
 * What keeps a campaign from being opened.
 * - `no-document`: no such policy, or nothing was chosen; `not-in-force`: it is not in force today; `no-declaration`: it has
 *   no declaration of its own to sign
 * - `no-title`, `no-edition`, `no-words` (neither link nor text), `bad-link`, `no-statements`: of another document
 * - `no-why`, `no-day`, `day-past` (today can be the day), `day-far` (more than a year ahead), `too-long`: a text
 * - `bad-rhythm`: not 0 to 60 school days
 * - `unknown-group`: school.yaml has no such group
 * - `nobody`: nobody would be asked
 * - `no-second`: a second person has to confirm, and nobody else may
 */
export const campaignProblems = [
  'no-document',
  'not-in-force',
  'no-declaration',
  'no-title',
  'no-edition',
  'no-words',
  'bad-link',
  'no-statements',
  'no-why',
  'no-day',
  'day-past',
  'day-far',
  'too-long',
  'bad-rhythm',
  'unknown-group',
  'nobody',
  'no-second',
] as const;
export type CampaignProblem = (typeof campaignProblems)[number];

/** The longest texts that are taken, in characters. */
export const longestTexts = {
  why: 400,
  title: 200,
  edition: 60,
  link: 500,
  text: 20_000,
  statement: 1_000,
  reason: 400,
} as const;
export const mostStatements = 30;
