import { z } from 'zod/v4';
import type { NamePerson } from '../../domain/questions/name-people.ts';
import type { SeenQuestion } from '../../domain/questions/see-question.ts';
import type { SchoolLibrary } from '../../domain/policies/library.ts';
import { cutText } from '../cut-text.ts';
import { defineCard } from '../define-card.ts';
import { instantText } from '../instant-text.ts';
import { AboutView, toAbout } from './about.ts';

const AskedView = z.strictObject({
  title: z.string(),
  /** "From Amara Okafor, 20 November 2026 at 10:05" */
  asker: z.string(),
  words: z.string(),
  ...AboutView,
  reference: z.string(),
  hasProblem: z.boolean(),
  problem: z.string(),
  /** Whether a clause may be chosen as the answer. */
  canChoose: z.boolean(),
  question: z.string(),
  submission: z.string(),
});
export type AskedView = z.infer<typeof AskedView>;

/** A question for the owner of a policy, with the form that answers it. */
export const askedCard = defineCard('questions/asked', AskedView);

/** The most that a question's own words may weigh, in bytes; 1,000 ordinary characters weigh 2,000. */
export const questionLimit = 4_200;

/**
 * `secondCopy`: nobody knows whether the first message arrived, and the heading says so. `isRefusal`: with it somebody said
 * that they cannot agree to sign something, which is no question.
 */
export function toAskedView(input: {
  library: SchoolLibrary;
  seen: SeenQuestion;
  name: NamePerson;
  today: string;
  submission: string;
  secondCopy?: boolean;
  isRefusal?: boolean;
  problem?: string;
}): AskedView {
  const { library, seen, name, today, submission, secondCopy = false, isRefusal = false, problem } = input;
  const { id, asker, askedAt, clause } = seen.question;
  return {
    title: titleOf(isRefusal ? 'Somebody cannot agree to sign' : 'A question for you', secondCopy ? id : undefined),
    asker: `From ${cutText(name(asker), 240)}, ${instantText(askedAt, library.school)}`,
    words: cutText(seen.text, questionLimit),
    ...toAbout(library, clause, today),
    reference: id,
    hasProblem: problem !== undefined,
    problem: problem ?? '',
    canChoose: !isRefusal,
    question: id,
    submission,
  };
}

function titleOf(title: string, copyOf: string | undefined): string {
  return copyOf === undefined ? title : `Second copy of ${copyOf}: ${title.charAt(0).toLowerCase()}${title.slice(1)}`;
}
