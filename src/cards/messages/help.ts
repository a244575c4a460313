import { z } from 'zod/v4';
import { quotablePolicies, standingOf, type SchoolLibrary } from '../../domain/policies/library.ts';
import { cutText } from '../cut-text.ts';
import { defineCard } from '../define-card.ts';
import { Lines } from '../person-details.ts';
import { toResponderView } from '../responder.ts';
import { slipsHelp } from './help-for.ts';

const HelpView = z.strictObject({
  examples: z.array(z.strictObject({ text: z.string() })).max(3),
  hasExamples: z.boolean(),
  school: z.string(),
  policies: z.array(z.strictObject({ title: z.string(), isOverdue: z.boolean(), overdue: z.string() })),
  hasPolicies: z.boolean(),
  noPolicies: z.boolean(),
  hasMore: z.boolean(),
  more: z.string(),
  /** Whom to speak to when worried about a child. */
  dsl: z.string(),
  /** What can be told and asked here, where the school takes such. */
  hasSlips: z.boolean(),
  slips: z.string(),
  /** What the reader can write besides, because of their role. */
  hasForYou: z.boolean(),
  forYou: Lines,
  /** Buttons stand in a personal chat alone: nobody reports anything in a team. */
  isPrivate: z.boolean(),
  submission: z.string(),
});
export type HelpView = z.infer<typeof HelpView>;

/** What can be asked, of which policies, and whom to speak to when a child may be at risk. */
export const helpCard = defineCard('messages/help', HelpView);

const mostPolicies = 12;
const anybody: HelpReader = { forYou: [], isPrivate: true };
/** Who reads it and where, beyond what the school has for everybody. */
export interface HelpReader {
  /** Sentences on what they can write because of their role (`helpFor`). */
  readonly forYou: readonly string[];
  readonly isPrivate: boolean;
}

/**
 * Lists up to twelve of the policies that may be quoted on `today`, and up to three of `examples`, questions to try; and
 * what `reader` can do besides.
 */
export function toHelpView(input: {
  library: SchoolLibrary;
  today: string;
  submission: string;
  examples?: readonly string[];
  reader?: HelpReader;
}): HelpView {
  const { library, today, submission, examples = [], reader = anybody } = input;
  const policies = quotablePolicies(library, today);
  const slips = slipsHelp(library.school);
  return {
    examples: examples.slice(0, 3).map((text) => ({ text: cutText(text, 200) })),
    hasExamples: examples.length > 0,
    school: cutText(library.school.name, 400),
    policies: policies.slice(0, mostPolicies).map((policy) => ({
      title: cutText(policy.cover.title, 240),
      isOverdue: standingOf(policy, today) === 'overdue',
      overdue: ' (review overdue)',
    })),
    hasPolicies: policies.length > 0,
    noPolicies: policies.length === 0,
    hasMore: policies.length > mostPolicies,
    more: `and ${policies.length - mostPolicies} more`,
    dsl: toResponderView(library, 'dsl', today).line,
    ...{ hasSlips: slips !== '', slips },
    hasForYou: reader.forYou.length > 0,
    forYou: reader.forYou.map((text) => ({ text })),
    isPrivate: reader.isPrivate,
    submission,
  };
}
