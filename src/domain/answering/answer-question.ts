import { findContact, type ContactFound } from '../people/find-contact.ts';
import type { SchoolLibrary } from '../policies/library.ts';
import type { AnswerFinder, RankedClause } from './answer.ts';
import { certaintyOf, type Certainty } from './certainty.ts';
import { exampleQuestions } from './example-questions.ts';
import type { Language } from './messages/detect-language.ts';
import type { Urgency } from './messages/sense-urgency.ts';
import { readMessage } from './read-message.ts';

/**
 * One thing that a person sees, in the order in which they see it. `question` is what may be passed on to whoever
 * answers for the policy; it is absent when the words sound like an incident, for they may name a child. `taught`: an
 * owner attached these very words to the best clause (answer.ts); `byReader`: a reader chose (ask-reader.ts).
 */
export type Reply =
  | { readonly kind: 'safety'; readonly urgency: Urgency }
  | {
      readonly kind: 'quoted';
      readonly best: RankedClause;
      readonly others: readonly RankedClause[];
      /** Absent: `sure`. */
      readonly certainty?: Certainty;
      readonly question?: string;
      readonly taught?: boolean;
      readonly byReader?: boolean;
    }
  | {
      readonly kind: 'unsure';
      readonly nearest: readonly RankedClause[];
      readonly question?: string;
      readonly byReader?: boolean;
    }
  | { readonly kind: 'contact'; readonly found: ContactFound }
  | { readonly kind: 'help'; readonly examples: readonly string[] }
  | { readonly kind: 'greeting' | 'thanks' | 'empty' | 'emoji-only' | 'gibberish' | 'too-long' }
  | { readonly kind: 'other-language'; readonly language: Language };

/**
 * Answers what a member of staff wrote, from one school's library and its contacts as they are on `today` (YYYY-MM-DD
 * in the school's zone). Never empty. What sounds like an incident gets what to do now first and the policy after it;
 * where somebody may be in danger now, only a policy that clearly answers follows.
 */
export function answerQuestion(
  text: string,
  { library, finder, today }: { library: SchoolLibrary; finder: AnswerFinder; today: string },
): Reply[] {
  const intent = readMessage(text);
  switch (intent.kind) {
    case 'question':
      return fromPolicies(finder, intent.question, intent.incident);
    case 'contact': {
      for (const asked of intent.asked) {
        const found = findContact(library.school, asked, today);
        if (found) return [{ kind: 'contact', found }];
      }
      return fromPolicies(finder, intent.question);
    }
    case 'too-long':
      return [...safetyFirst(intent.incident), { kind: 'too-long' }];
    case 'other-language':
      return [intent];
    case 'help':
      return [{ kind: 'help', examples: exampleQuestions(finder) }];
    default:
      return [{ kind: intent.kind }];
  }
}

/** How well a clause must fit before it is put in front of somebody who has an emergency to see to. */
const clearInDanger = 0.85;

function fromPolicies(finder: AnswerFinder, question: string, incident?: Urgency): Reply[] {
  const found = finder.answer(question);
  const answer = found.kind === 'quoted' ? { ...found, certainty: certaintyOf(found.best, found.others) } : found;
  if (!incident) return [{ ...answer, question }];
  const isClear = answer.kind === 'quoted' && answer.best.score >= clearInDanger;
  if (incident === 'danger' && !isClear) return safetyFirst(incident);
  return [...safetyFirst(incident), answer];
}

function safetyFirst(urgency: Urgency | undefined): Reply[] {
  return urgency ? [{ kind: 'safety', urgency }] : [];
}
