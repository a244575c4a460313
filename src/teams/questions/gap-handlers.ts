import { messageCard } from '../../cards/messages/message.ts';
import { gapCard, toGapView } from '../../cards/questions/gap.ts';
import { reportGap } from '../../domain/questions/report-gap.ts';
import type { OnVerb, Pressed } from '../on-verb.ts';
import type { VerbData } from '../verbs.ts';
import { onlyInPrivate, toProblem } from './question-cards.ts';
import type { QuestionDeps } from './question-deps.ts';
import { urgent } from './urgent.ts';

/** "Tell the school this is missing": the form, whose words nobody but the person fills in, and what they send of it. */
export function registerGapHandlers(onVerb: OnVerb, deps: QuestionDeps): void {
  onVerb('questions.gap-compose', (link, caller) => {
    return onlyInPrivate(caller, deps.ownAppId) ?? form(link, deps.newSubmission());
  });

  onVerb('questions.gap', async ({ clause, others, certainty, byReader, submission, text }, caller) => {
    const elsewhere = onlyInPrivate(caller, deps.ownAppId);
    if (elsewhere) return elsewhere;
    const schoolId = caller.library.school.id;
    const outcome = await reportGap(deps, { act: caller.actWith(submission), schoolId, text });
    switch (outcome.kind) {
      case 'reported':
        deps.log.info({ school: schoolId }, 'a gap was noted');
        return reported();
      case 'urgent':
        return urgent(caller, outcome.urgency, deps.newSubmission());
      default:
        return form({ clause, others, certainty, byReader }, submission, toProblem(outcome));
    }
  });
}

function form(link: VerbData<'questions.gap-compose'>, submission: string, problem?: string): Pressed {
  const card = gapCard.render(toGapView({ link, submission, ...(problem && { problem }) }));
  return { card, replaces: true, summary: 'Staffroom: what is missing' };
}

function reported(): Pressed {
  const card = messageCard.render({
    title: 'Saved for the next review',
    paragraphs: [
      'Thank you. Whoever reviews the policies will see what you wrote, without your name.',
      'Nobody answers it. To get an answer, ask the policy’s owner or the head.',
    ],
  });
  return { card, replaces: true, summary: 'Staffroom: saved for the next review' };
}
