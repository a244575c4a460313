import { createHash } from 'node:crypto';
import { clauseAsAnswer } from '../../cards/questions/clause-as-answer.ts';
import { clausesCard, toClausesView, type WordsKept } from '../../cards/questions/clauses.ts';
import { entryLine } from '../../cards/questions/entry-line.ts';
import { howToAttach } from '../../cards/questions/exchange.ts';
import { openClause } from '../../domain/answering/open-clause.ts';
import { answersFor, type Attaching } from '../../domain/answering/phrasings/attach-phrasing.ts';
import { attachQuestion } from '../../domain/answering/phrasings/attach-question.ts';
import { clauseOfPhrasing } from '../../domain/answering/phrasings/clause-of-phrasing.ts';
import { readMessage } from '../../domain/answering/read-message.ts';
import { clauseKey } from '../../domain/policies/library.ts';
import { clausesToChoose } from '../../domain/questions/clauses-to-choose.ts';
import { giveAnswer } from '../../domain/questions/give-answer.ts';
import type { HandedQuestion } from '../../domain/questions/handed-question.ts';
import { namePeople } from '../../domain/questions/name-people.ts';
import { openQuestion, type SeenQuestion } from '../../domain/questions/see-question.ts';
import { isRefusal } from '../../domain/signoffs/is-refusal.ts';
import type { BotDeps } from '../bot-deps.ts';
import type { Caller } from '../caller.ts';
import type { OnVerb, Pressed } from '../on-verb.ts';
import type { VerbData } from '../verbs.ts';
import { notWritten, writeDown } from './attached.ts';
import { notFound, onlyInPrivate, unreadable } from './question-cards.ts';
import type { QuestionDeps } from './question-deps.ts';
import { showQuestion } from './show-question.ts';
import { urgent } from './urgent.ts';

type Deps = QuestionDeps & Pick<BotDeps, 'addPhrasing' | 'finderFor'>;
type Tick = VerbData<'questions.choose'>['keep'];

/** “A clause answers it”, by whoever was asked: which one, and from then on that the question's words lead to it. */
export function registerClauseAnswerHandlers(onVerb: OnVerb, deps: Deps): void {
  onVerb('questions.clauses', ({ question, text, keep }, caller) => {
    const intent = readMessage(text);
    const urgency = 'incident' in intent ? intent.incident : undefined;
    const show = (asked: HandedQuestion, seen: SeenQuestion) =>
      asked.answer
        ? showQuestion(deps, caller, asked, { occasion: 'seen' })
        : showClauses(deps, caller, seen, { search: text, keep });
    const elsewhere = onlyInPrivate(caller, deps.ownAppId);
    if (elsewhere) return elsewhere;
    return urgency ? urgent(caller, urgency, deps.newSubmission()) : withAsked(deps, caller, question, show);
  });
  onVerb('questions.choose', (data, caller) => {
    const choose = (_: HandedQuestion, seen: SeenQuestion) => chooseClause(deps, caller, seen, data);
    return onlyInPrivate(caller, deps.ownAppId) ?? withAsked(deps, caller, data.question, choose);
  });
}

/** Goes on with the question `id` for whoever was asked. For anybody else there is none; a refusal to sign has no clause. */
async function withAsked(
  deps: Deps,
  caller: Caller,
  id: string,
  next: (question: HandedQuestion, seen: SeenQuestion) => Promise<Pressed>,
): Promise<Pressed> {
  const question = await deps.questions.find(caller.library.school.id, id);
  const sight = question ? await openQuestion(deps.sealer, question, caller.actor) : undefined;
  if (!question || !sight || sight.kind === 'not-found') return notFound();
  if (sight.kind === 'unreadable') return unreadable(deps, question);
  if (sight.seen.as !== 'owner') return notFound();
  if (await isRefusal(deps, question)) return showQuestion(deps, caller, question, { occasion: 'seen' });
  return next(question, sight.seen);
}

async function showClauses(
  deps: Deps,
  caller: Caller,
  seen: SeenQuestion,
  { search = '', keep, problem }: { search?: string; keep: Tick; problem?: string },
): Promise<Pressed> {
  const { library, today, actor, person: by } = caller;
  const finder = deps.finderFor(library, today);
  const nearest = clausesToChoose(
    { text: seen.text, clause: seen.question.clause, search },
    { library, finder, today, by },
  );
  const [first] = nearest;
  const meant = first && { clause: clauseKey(first.policy, first.clause), words: seen.text };
  const attaching = meant && attachQuestion(meant, { library, today, by });
  const name = await namePeople(deps.persons, library, actor.tenantId);
  const submission = deps.newSubmission();
  const kept = keptOf(attaching, keep);
  const view = toClausesView({ library, seen, name, nearest, kept, today, submission, problem });
  return { card: clausesCard.render(view), replaces: true, summary: 'Staffroom: which clause answers it' };
}

/** Where no clause was found, a tick that was there before stays as it was. */
function keptOf(attaching: Attaching | undefined, keep: Tick): WordsKept {
  if (attaching?.kind === 'before') return 'there';
  if (attaching ? attaching.kind !== 'attached' : keep === undefined) return 'not-kept';
  return keep === 'false' ? 'unticked' : 'ticked';
}

/** Gives the clause as the answer first, which counts once; then the words are attached where they are to be kept, which a second time changes nothing. */
async function chooseClause(
  deps: Deps,
  caller: Caller,
  seen: SeenQuestion,
  { question: id, clause: key, submission, keep }: VerbData<'questions.choose'>,
): Promise<Pressed> {
  const { library, today, actor, person: by } = caller;
  const schoolId = library.school.id;
  const found = openClause(library, { clause: key, others: [] }, today);
  if (found.kind === 'gone')
    return showClauses(deps, caller, seen, {
      keep,
      problem: 'This clause is no longer in force. Nothing was sent or kept.',
    });
  const { policy, clause } = found.opened;
  if (!answersFor(policy, { library, today, by }))
    return showClauses(deps, caller, seen, {
      keep,
      problem: 'You do not answer for the policy of this clause. Nothing was sent or kept.',
    });

  const attaching = attachQuestion({ clause: key, words: seen.text }, { library, today, by });
  const text = clauseAsAnswer(policy, clause, today);
  const act = caller.actWith(submissionOf(submission, id, key));
  const outcome = await giveAnswer(deps, { act, by: actor, schoolId, id, text, clause: key });
  if (outcome.kind === 'answered-before')
    return showQuestion(deps, caller, outcome.question, { occasion: 'answered-before' });
  if (outcome.kind !== 'answered') return notFound();
  deps.onOwed();
  deps.log.info({ school: schoolId, reference: id }, 'a question was answered with a clause');
  const { kept, line } = await attach(deps, caller, attaching, keep);
  const receipt = await showQuestion(deps, caller, outcome.question, { occasion: 'answer-saved', kept });
  if (line === undefined) return receipt;
  const { card, summary = 'Staffroom: how staff ask' } = notWritten(line);
  return { ...receipt, followedBy: { card, summary } };
}

/** One submission serves all buttons of a card. Another clause is another act: pressed second, it must not pass for the first. */
function submissionOf(submission: string, question: string, clause: string): string {
  return createHash('sha256').update(`${submission}|${question}|${clause}`).digest('hex').slice(0, 32);
}

/** Writes the words down where they may be, and says what became of them; `line`: what somebody else has to write down. */
async function attach(
  deps: Deps,
  caller: Caller,
  attaching: Attaching,
  keep: Tick,
): Promise<{ kept: string; line?: string }> {
  switch (attaching.kind) {
    case 'attached': {
      if (keep !== 'true') return { kept: lines.notWanted };
      const added = await writeDown(deps, caller, attaching);
      if (added === 'not-written') return { kept: lines.notWritten, line: entryLine(attaching.phrasing) };
      return { kept: added === 'waits' ? lines.waits : lines.leads };
    }
    case 'before': {
      const { phrasing, isSame } = attaching;
      const isInUse = clauseOfPhrasing(caller.library.policies, phrasing).kind === 'in-use';
      return { kept: !isInUse ? lines.rests : isSame ? lines.leads : lines.elsewhere };
    }
    default:
      return { kept: `${lines.notKept} ${howToAttach}` };
  }
}

const lines = {
  leads:
    'Whoever asks in the words of the question finds this clause first now. They stand in the file phrasings.yaml in the school’s folder.',
  waits:
    'The words of the question were written into the file phrasings.yaml. They are not in use yet: another file of the school’s folder has a mistake.',
  elsewhere:
    'The words of the question lead to another clause already. To change that, change the file phrasings.yaml in the school’s folder.',
  rests:
    'The words of the question stand in the file phrasings.yaml already, and rest. The clause that they led to says something else by now.',
  notWanted: 'The words of the question were not kept, as you chose.',
  notWritten: 'The words of the question could not be written down.',
  notKept: 'The words of the question were not kept. They are too long, or they are about one person or thing.',
} as const;
