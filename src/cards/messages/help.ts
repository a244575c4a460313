import { z } from 'zod/v4';
import { coveredRole } from '../../domain/people/covers-for.ts';
import type { Role } from '../../domain/people/role.ts';
import type { Person } from '../../domain/people/school.ts';
import { quotablePolicies, standingOf, type SchoolLibrary } from '../../domain/policies/library.ts';
import { cutText } from '../cut-text.ts';
import { defineCard } from '../define-card.ts';
import { toResponderView } from '../responder.ts';

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
  /** What only those can write who hold the reader's role. */
  hasForRole: z.boolean(),
  forRole: z.string(),
});
export type HelpView = z.infer<typeof HelpView>;

/** What can be asked, of which policies, and whom to speak to when a child may be at risk. */
export const helpCard = defineCard('messages/help', HelpView);

const mostPolicies = 12;
const away = 'Will you be away? Write “I am away until Friday”, and somebody covers for you. “I am back” ends it.';
const forDsls =
  '“open reports” lists what is open. In the channel that is to get reports, write “@Staffroom connect safeguarding”.';
const forHeads =
  '“broadcast” writes to many at once, and “broadcasts” shows what became of it. “sign-offs” does the same for signatures.';

/**
 * Lists up to twelve of the policies that may be quoted on `today`, and up to three of `examples`, questions to try; and
 * what `person`, where school.yaml lists the reader, can write because of their role.
 */
export function toHelpView(input: {
  library: SchoolLibrary;
  today: string;
  examples?: readonly string[];
  person?: Person | undefined;
}): HelpView {
  const { library, today, examples = [], person } = input;
  const role = person && coveredRole(person);
  const policies = quotablePolicies(library, today);
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
    hasForRole: role !== undefined,
    forRole: forRole(role),
  };
}

function forRole(role: Role | undefined): string {
  if (role === 'dsl' || role === 'deputyDsl') return `${away} ${forDsls}`;
  return role === 'head' ? `${away} ${forHeads}` : away;
}
