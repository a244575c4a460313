/**
 * - `by-itself`: the bot destroys it when the time is over
 * - `by-a-person`: never by itself, because somebody has to decide
 * - `kept`: no source gives a time, or what is kept is what proves the rest; the school's DPO may set one
 */
export type RetentionEnd = 'by-itself' | 'by-a-person' | 'kept';

export interface RetentionRule {
  readonly record: string;
  readonly ends: RetentionEnd;
  /** How long, as a table prints it. */
  readonly keep: string;
  readonly source: string;
}

/** So long the address of somebody who left is kept. */
export const leaverDays = 30;
/** So long receipts and replaced versions are kept. */
export const signoffYears = 7;
/** So long broadcasts are kept. */
export const broadcastYears = 1;
/** So long words that staff suggested wait for the policy's owner. */
export const suggestionDays = 90;
/** So long what staff told or asked is kept. */
export const slipYears = 6;
/** The usual and the longest time for a report that is in the school's own system. */
export const longestKeepDays = 90;

/** What is kept how long, class by class: defaults that the school's DPO confirms. */
export const retentionTable = {
  report: {
    record: 'Report that is in the school’s own system',
    ends: 'by-itself',
    keep: '`reporting.keepDays` (0–90, usually 90) days after “recorded in CPOMS” and closing',
    source: 'The school’s own file is the record, to the age of 25 (DfE, IRMS); the bot only carries it there',
  },
  graveReport: {
    record: 'Report of abuse, or about an adult of the school',
    ends: 'by-a-person',
    keep: 'never destroyed by the bot itself',
    source: 'IICSA: 75 years; KCSIE part four: to pension age, or 10 years if longer',
  },
  draft: {
    record: 'Report that was begun and not sent',
    ends: 'by-itself',
    keep: '24 hours after the last answer, once the reporter was asked',
    source: 'UK GDPR, article 5(1)(e): no longer than is necessary',
  },
  address: {
    record: 'Where somebody who left can be written to, and their sign-in name',
    ends: 'by-itself',
    keep: '30 days after they were last seen in a roster or school.yaml',
    source: 'UK GDPR, article 5(1)(e)',
  },
  act: {
    record: 'Hashed names of what Teams sent, so that nothing counts twice',
    ends: 'by-itself',
    keep: '30 days, forgotten with the next act',
    source: 'UK GDPR, article 5(1)(e)',
  },
  roster: {
    record: 'Members of the staff team',
    ends: 'by-itself',
    keep: 'until the next reading of the roster (daily)',
    source: 'UK GDPR, article 5(1)(d): accurate and up to date',
  },
  question: {
    record: 'Question handed over, and its answer',
    ends: 'kept',
    keep: 'kept: no source gives a time',
    source: 'The school’s DPO sets one',
  },
  gap: {
    record: 'What staff said the policies do not answer, without who said so',
    ends: 'kept',
    keep: 'kept for the next review of the policy',
    source: 'The school’s DPO sets one',
  },
  mark: {
    record: '“Helpful” or not, without who said so',
    ends: 'kept',
    keep: 'kept: it is not personal',
    source: 'UK GDPR, recital 26',
  },
  suggestion: {
    record: 'Wording that was suggested to a policy’s owner, without who suggested it',
    ends: 'by-itself',
    keep: 'its words until the owner’s decision is carried out, all of it 90 days',
    source: 'UK GDPR, article 5(1)(e): no longer than is necessary',
  },
  absence: {
    record: '“I am away until …”',
    ends: 'kept',
    keep: 'kept: it shows who stood in for whom when a report came',
    source: 'The school’s DPO sets one',
  },
  signoff: {
    record: 'Receipt of a signature, and who was asked for one',
    ends: 'by-itself',
    keep: '7 years after the version that it binds was replaced, the campaign closed and the person left, whichever is last',
    source: 'As long as the version that it binds; it proves who agreed to which words',
  },
  version: {
    record: 'Version of a policy with its text',
    ends: 'by-itself',
    keep: '7 years after it was replaced, and as long as a receipt binds it',
    source: 'What schools’ own policies say of old versions: 7 years from replacement',
  },
  broadcast: {
    record: 'Broadcast, and what became of each person whom it was for',
    ends: 'by-itself',
    keep: '1 year after it was last sent, changed or ended',
    source: 'UK GDPR, article 5(1)(e): a round of reviews, which it reminds of, is a year',
  },
  review: {
    record: 'Review of a policy or another duty: who recorded it, and what was decided where',
    ends: 'kept',
    keep: 'kept: it says why a date was moved, and no source gives a time',
    source: 'The school’s DPO sets one',
  },
  slip: {
    record: 'What staff told the head or asked of them, and the answer',
    ends: 'by-itself',
    keep: '6 years after it was last changed or ended, and as long as the person is at the school',
    source: 'Limitation Act 1980: it protects whoever told or asked',
  },
  graveSlip: {
    record: 'What staff told or asked, where HR or the LADO was asked about it',
    ends: 'by-a-person',
    keep: 'never destroyed by the bot itself',
    source: 'KCSIE part four: at least as long as the person is at the school',
  },
  delivery: {
    record: 'What was sent to whom and what became of it, without words',
    ends: 'kept',
    keep: 'kept: it shows who was told when',
    source: 'Audit of reads and denials: 6 years (Limitation Act 1980)',
  },
  event: {
    record: 'What happened to a report and who read it, without words',
    ends: 'kept',
    keep: 'kept, after the report’s own text is destroyed too',
    source: 'Audit of reads and denials: 6 years (Limitation Act 1980)',
  },
  ledger: {
    record: 'Ledger: hashes and references, without names or words',
    ends: 'kept',
    keep: 'kept: what is taken out of a chain breaks it',
    source: 'Audit of reads and denials: 6 years (Limitation Act 1980)',
  },
  backup: {
    record: 'Nightly backup',
    ends: 'by-itself',
    keep: '35 days',
    source: 'UK GDPR, article 5(1)(e)',
  },
} as const satisfies Record<string, RetentionRule>;

export type RecordClass = keyof typeof retentionTable;
