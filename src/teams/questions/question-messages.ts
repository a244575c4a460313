import type { Act } from '../../domain/delivery/act.ts';
import {
  listCard,
  mostListed,
  toListView,
  type ListedQuestion,
  type ListedSuggestion,
} from '../../cards/questions/list.ts';
import { isReference } from '../../domain/delivery/reference.ts';
import type { HandedQuestion, Suggestion } from '../../domain/questions/handed-question.ts';
import { namePeople } from '../../domain/questions/name-people.ts';
import { isPerson } from '../../domain/questions/see-question.ts';
import type { BotApp } from '../bot-deps.ts';
import type { Caller } from '../caller.ts';
import { onTyped } from '../on-typed.ts';
import type { Pressed } from '../on-verb.ts';
import { answerWith, openById } from './answer-handlers.ts';
import { notFound, onlyInPrivate } from './question-cards.ts';
import type { QuestionDeps } from './question-deps.ts';

const mine = /^(?:(?:show|list|see) (?:me )?)?my questions?[ .?!]*$/i;
const answer = /^answer (sq-[a-z0-9]+-[a-z0-9]+)(?:[ :,]+(.*))?$/is;

/** What can be typed: `my questions`, and `answer SQ-7KQ2-M …` by whom the question was given to. */
export function registerQuestionMessages(app: BotApp, deps: QuestionDeps): void {
  onTyped(app, deps, {
    read: (words) => (mine.test(words) || answer.test(words) ? words : undefined),
    isReading: (words) => mine.test(words),
    reply: async (words, caller, act) => onlyInPrivate(caller, deps.ownAppId) ?? reply(words, caller, act),
    summary: 'Staffroom: about a question',
  });

  function reply(words: string, caller: Caller, act: Act): Promise<Pressed> {
    const [, reference, text = ''] = answer.exec(words) ?? [];
    if (!reference) return list(caller);
    const id = reference.toUpperCase();
    if (!isReference(id)) return Promise.resolve(notFound());
    if (text.trim() === '') return openById(deps, caller, id);
    return answerWith(deps, caller, { act, id, text });
  }

  async function list(caller: Caller): Promise<Pressed> {
    const { library, actor } = caller;
    const all = await deps.questions.of(library.school.id, actor);
    const suggested = await deps.questions.suggestions(library.school.id);
    const toDecide = suggested.filter(({ owner, sealedText }) => sealedText !== '' && isPerson(owner, actor));
    const name = await namePeople(deps.persons, library, actor.tenantId);
    const group = async (questions: readonly HandedQuestion[]) => ({
      shown: await Promise.all(questions.slice(0, mostListed).map(open)),
      count: questions.length,
    });
    const view = toListView({
      library,
      name,
      asked: await group(all.filter(({ asker }) => isPerson(asker, actor))),
      toAnswer: await group(all.filter(({ owner }) => isPerson(owner, actor))),
      toDecide: {
        shown: await Promise.all(toDecide.slice(0, mostListed).map(openSuggestion)),
        count: toDecide.length,
      },
    });
    return { card: listCard.render(view), replaces: true, summary: 'Staffroom: your questions' };
  }

  async function open(question: HandedQuestion): Promise<ListedQuestion> {
    const { id, schoolId, sealedText } = question;
    return { question, text: await deps.sealer.open(sealedText, { schoolId, type: 'question', id }) };
  }

  async function openSuggestion(suggestion: Suggestion): Promise<ListedSuggestion> {
    const { id, schoolId, sealedText } = suggestion;
    return { suggestion, words: await deps.sealer.open(sealedText, { schoolId, type: 'suggestion', id }) };
  }
}
