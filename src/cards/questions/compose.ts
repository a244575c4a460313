import { z } from 'zod/v4';
import type { Responder } from '../../domain/people/responder-for.ts';
import { roleTitles } from '../../domain/people/role.ts';
import type { SchoolLibrary } from '../../domain/policies/library.ts';
import { ClauseLink } from '../clause-link.ts';
import { cutText } from '../cut-text.ts';
import { defineCard } from '../define-card.ts';
import { AboutView, toAbout } from './about.ts';

const ComposeView = z.strictObject({
  /** "Daniel Reid, Designated Safeguarding Lead" */
  who: z.string(),
  ...AboutView,
  hasProblem: z.boolean(),
  problem: z.string(),
  link: ClauseLink,
  /** The card that the button was on. */
  from: z.enum(['answer', 'unsure']),
  back: z.enum(['answering.answer', 'answering.unsure']),
  submission: z.string(),
});
export type ComposeView = z.infer<typeof ComposeView>;

/** The form that hands a question over: who will see it, and that the asker's name goes with it. */
export const composeCard = defineCard('questions/compose', ComposeView);

/**
 * `link.clause` is empty where the question is about no clause. `problem` says why the words that came were not taken.
 */
export function toComposeView(input: {
  library: SchoolLibrary;
  responder: Responder;
  link: ClauseLink;
  from: 'answer' | 'unsure';
  today: string;
  submission: string;
  problem?: string;
}): ComposeView {
  const { library, responder, link, from, today, submission, problem } = input;
  return {
    who: nameResponder(responder),
    ...toAbout(library, link.clause || undefined, today),
    hasProblem: problem !== undefined,
    problem: problem ?? '',
    link,
    from,
    back: `answering.${from}`,
    submission,
  };
}

/** "Priya Nair, covering today for Daniel Reid (Designated Safeguarding Lead)" */
export function nameResponder({ person, role, standsInFor }: Responder): string {
  const name = cutText(person.name, 160);
  const title = roleTitles[role];
  return standsInFor ? `${name}, covering today for ${cutText(standsInFor.name, 160)} (${title})` : `${name}, ${title}`;
}
