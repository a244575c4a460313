import { suggestedCard, toSuggestedView } from '../../cards/questions/suggested.ts';
import { askedCard, toAskedView } from '../../cards/questions/asked.ts';
import type { AdaptiveCardJson } from '../../cards/define-card.ts';
import { exchangeCard, toExchangeView } from '../../cards/questions/exchange.ts';
import { messageCard } from '../../cards/messages/message.ts';
import { isChannel, type Delivery } from '../../domain/delivery/delivery.ts';
import { schoolDay } from '../../domain/people/school-day.ts';
import type { PersonKey } from '../../domain/people/person-key.ts';
import { namePeople } from '../../domain/questions/name-people.ts';
import { seeSuggestion } from '../../domain/questions/see-suggestion.ts';
import { seeQuestion } from '../../domain/questions/see-question.ts';
import { isRefusal } from '../../domain/signoffs/is-refusal.ts';
import type { BotDeps } from '../bot-deps.ts';
import type { Summary } from '../messenger-summaries.ts';
import { alreadyDecided } from './show-suggestion.ts';
import type { Message } from '../message-activity.ts';

export type QuestionDeliveryDeps = Pick<
  BotDeps,
  'questions' | 'persons' | 'signoffs' | 'sealer' | 'shelf' | 'newSubmission' | 'newErrorId' | 'now' | 'log'
>;

/**
 * Makes the cards of the deliveries about questions, from the store and the policies as they are at that moment:
 * undefined for any other delivery. Where the words cannot be opened or the recipient may not read them, a plain card
 * with an error id says so. Rejects when the store fails.
 */
export function createQuestionDeliveryCards(
  deps: QuestionDeliveryDeps,
): (delivery: Delivery, options: { secondCopy: boolean }) => Promise<Message | undefined> {
  return async ({ subject, schoolId, to }, { secondCopy }) => {
    if (subject.kind === 'wording-suggested' && !isChannel(to))
      return suggested(deps, subject.suggestion, schoolId, to);
    if (subject.kind !== 'question-asked' && subject.kind !== 'question-answered') return undefined;
    if (isChannel(to)) return undefined;
    const summary = secondCopy ? 'Staffroom: second copy of a message' : summaries[subject.kind];
    const id = subject.questionId;
    const library = deps.shelf.find(schoolId);
    const sight = await seeQuestion(deps, { schoolId, id, reader: to });
    if (!library || sight.kind !== 'seen') return { card: unopened(deps, { id, schoolId, secondCopy }), summary };

    const { seen } = sight;
    const today = schoolDay(deps.now(), library.school);
    const name = await namePeople(deps.persons, library, to.tenantId);
    const input = { library, seen, name, today, secondCopy };
    if (seen.as === 'owner' && !seen.question.answer) {
      const refused = await isRefusal(deps, seen.question);
      const view = toAskedView({ ...input, isRefusal: refused, submission: deps.newSubmission() });
      const told = refused && !secondCopy ? 'Staffroom: a colleague cannot agree to sign' : summary;
      return { card: askedCard.render(view), summary: told };
    }
    const occasion = subject.kind === 'question-answered' ? 'answer-arrived' : 'seen';
    return { card: exchangeCard.render(toExchangeView({ ...input, occasion })), summary };
  };
}

/** Is never sent twice, so it is never a second copy. */
async function suggested(deps: QuestionDeliveryDeps, id: string, schoolId: string, to: PersonKey): Promise<Message> {
  const summary = 'Staffroom: a colleague suggests a wording';
  const library = deps.shelf.find(schoolId);
  const sight = await seeSuggestion(deps, { schoolId, id, reader: to });
  if (library && sight.kind === 'open') {
    const { suggestion, words } = sight;
    const today = schoolDay(deps.now(), library.school);
    const view = toSuggestedView({ library, suggestion, words, today, submission: deps.newSubmission() });
    return { card: suggestedCard.render(view), summary };
  }
  if (library && sight.kind === 'decided') return { card: alreadyDecided(sight.suggestion, library).card, summary };
  return { card: unopened(deps, { id, schoolId, secondCopy: false }), summary };
}

const summaries: Record<'question-asked' | 'question-answered', Summary> = {
  'question-asked': 'Staffroom: a colleague asks about a policy',
  'question-answered': 'Staffroom: your question was answered',
};

function unopened(
  { log, newErrorId }: QuestionDeliveryDeps,
  { id, schoolId, secondCopy }: { id: string; schoolId: string; secondCopy: boolean },
): AdaptiveCardJson {
  const errorId = newErrorId();
  log.error({ errorId, school: schoolId, reference: id, code: 'not-opened' }, 'a message has to do without its words');
  return messageCard.render({
    title: `${secondCopy ? 'Second copy of ' : ''}${id}: something for you that cannot be opened now`,
    paragraphs: [
      'It is saved and nothing is lost. Write “my questions” here later to read it.',
      `Please tell your ICT lead: error ${errorId}.`,
    ],
  });
}
