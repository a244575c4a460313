import { answerCard, toAnswerView } from '../../cards/answering/answer.ts';
import { nameResponder } from '../../cards/questions/compose.ts';
import { openClause } from '../../domain/answering/open-clause.ts';
import { decideSuggestion, type Decided } from '../../domain/questions/decide-suggestion.ts';
import { suggestWording, type Suggested } from '../../domain/questions/suggest-wording.ts';
import { gone } from '../answering/gone.ts';
import type { AnsweringDeps } from '../answering/answering-deps.ts';
import type { Caller } from '../caller.ts';
import type { OnVerb, Pressed } from '../on-verb.ts';
import type { VerbData } from '../verbs.ts';
import { showAttached } from './attached.ts';
import { notFound, onlyInPrivate, say, unreadable } from './question-cards.ts';
import type { QuestionDeps } from './question-deps.ts';
import { openWords } from './sealed-words.ts';
import { alreadyDecided, showSuggestion } from './show-suggestion.ts';

type Deps = QuestionDeps & Pick<AnsweringDeps, 'signedNotes' | 'addPhrasing'>;

/** “Suggest my wording” below an answer that helped, and what the clause's owner decides about it. */
export function registerSuggestionHandlers(onVerb: OnVerb, deps: Deps): void {
  onVerb('questions.suggest', (data, caller) => onlyInPrivate(caller, deps.ownAppId) ?? suggest(deps, caller, data));
  onVerb('questions.decide', (data, caller) => onlyInPrivate(caller, deps.ownAppId) ?? decide(deps, caller, data));
}

/** Passes the words on, and shows the answer again with what came of it. */
async function suggest(
  deps: Deps,
  caller: Caller,
  { clause, others, certainty, byReader, wording, submission }: VerbData<'questions.suggest'>,
): Promise<Pressed> {
  const { library, today, actor: asker } = caller;
  const found = openClause(library, { clause, others }, today);
  if (found.kind === 'gone') return gone();
  const words = await openWords(deps.sealer, caller, found.opened, wording);
  const act = caller.actWith(submission);
  const outcome =
    words === undefined
      ? undefined
      : await suggestWording(deps, { act, wording: { words, clause }, asker, library, today });
  if (outcome?.kind === 'suggested') {
    deps.onOwed();
    deps.log.info({ school: library.school.id, reference: outcome.suggestion.id }, 'a wording was suggested');
  }
  const signed = await deps.signedNotes.noteFor(caller, found.opened.policy);
  const shown = { signed, certainty, byReader, note: noteOf(outcome) };
  const view = toAnswerView({ library, best: found.opened, others: found.others, today, ...shown });
  return { card: answerCard.render(view), replaces: true };
}

function noteOf(outcome: Suggested | undefined): string {
  switch (outcome?.kind) {
    case 'suggested':
      return `Thank you. Your words are on their way to ${nameResponder(outcome.responder)}, without your name. You get no answer.`;
    case 'suggested-before':
      return 'You suggested these words before. Nothing more was done.';
    case 'not-taken':
      return 'Nothing was passed on: these words cannot be taken for this clause any more.';
    case undefined:
      return 'Nothing was passed on: the clause was changed since you asked, or this card is too old. Please ask your question again.';
  }
}

async function decide(
  deps: Deps,
  caller: Caller,
  { suggestion: id, keep, seen, submission }: VerbData<'questions.decide'>,
): Promise<Pressed> {
  const { library, today, actor, person } = caller;
  const act = caller.actWith(submission);
  const outcome = await decideSuggestion(deps, { act, id, keep, seen }, { actor, person, library, today });
  switch (outcome.kind) {
    case 'kept':
      deps.log.info({ school: library.school.id, reference: id }, 'a suggested wording was kept');
      return writeKept(deps, caller, outcome);
    case 'dropped':
      deps.log.info({ school: library.school.id, reference: id }, 'a suggested wording was not kept');
      return say('Not kept', ['The words were dropped, and nothing else was changed. Nobody is told.']);
    case 'decided-before':
      return alreadyDecided(outcome.suggestion, library);
    case 'not-yours':
      return say('Nothing was kept and nothing was dropped', [
        `You do not answer for the ${outcome.policy.cover.title} any more, so this is not yours to decide.`,
        'The words go to nobody else. They are dropped 90 days after they were suggested.',
      ]);
    case 'gone':
      return showSuggestion(deps, caller, id, 'Nothing was kept.');
    case 'changed':
      return showSuggestion(
        deps,
        caller,
        id,
        'Nothing was kept yet: the clause was changed since you got this card. Please read what it says now.',
      );
    case 'refused':
      return showSuggestion(deps, caller, id, `Nothing was kept. ${outcome.reason}`);
    case 'unreadable':
      return unreadable(deps, outcome.suggestion);
    case 'not-found':
      return notFound();
  }
}

/** Writes the words down, and then drops them from the store; where they cannot be written, they wait to be kept again. */
async function writeKept(
  deps: Deps,
  caller: Caller,
  { suggestion: { schoolId, id }, taking }: Extract<Decided, { kind: 'kept' }>,
): Promise<Pressed> {
  const { shown, isThere } = await showAttached(deps, caller, taking);
  if (isThere) {
    await deps.questions.dropWords({ schoolId, id });
    return shown;
  }
  const { card, summary = 'Staffroom: about a question' } = await showSuggestion(deps, caller, id);
  return { ...shown, followedBy: { card, summary } };
}
