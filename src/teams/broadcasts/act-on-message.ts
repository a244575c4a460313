import { readCard, toReadView } from '../../cards/broadcasts/read.ts';
import { actOn } from '../../domain/broadcasts/act-on.ts';
import type { Addressee } from '../../domain/broadcasts/addressee.ts';
import type { Broadcast, BroadcastButton } from '../../domain/broadcasts/broadcast.ts';
import { mayHaveIt } from '../../domain/broadcasts/copies-of.ts';
import { isSamePerson } from '../../domain/people/same-person.ts';
import { quotablePolicies } from '../../domain/policies/library.ts';
import { signingCalled } from '../../domain/signoffs/called-signing.ts';
import type { BotDeps } from '../bot-deps.ts';
import type { Caller } from '../caller.ts';
import type { Pressed } from '../on-verb.ts';
import { handOver, showQuestionForm } from '../questions/ask-handlers.ts';
import type { QuestionDeps } from '../questions/question-deps.ts';
import { refusalCard } from '../signoffs/refusal-cards.ts';
import { showAsked } from '../signoffs/show-mine.ts';
import type { SigningDeps } from '../signoffs/signing-deps.ts';
import { messageCardFor } from './message-card-for.ts';
import { inOwnChat, messageSummary, noButton, noMessage, notNow, say } from './message-replies.ts';

/** What acting on a message needs of the bot. */
export type MessageDeps = Pick<BotDeps, 'broadcasts'> & SigningDeps & QuestionDeps;

interface Named {
  readonly addresseeId: string;
  readonly what: BroadcastButton;
  /** A question that was typed with it. */
  readonly text?: string;
}

/** Notes what the reader does, shows their card as it is then, and below it what they asked for. */
export async function act(deps: MessageDeps, caller: Caller, named: Named): Promise<Pressed> {
  if (caller.place.kind !== 'personal') return inOwnChat();
  const { library, actor: person } = caller;
  const { addresseeId, what: button } = named;
  const done = caller.actWith(`broadcast|${addresseeId}|${button}`);
  const outcome = await actOn(deps, { act: done, schoolId: library.school.id, person, addresseeId, button });
  switch (outcome.kind) {
    case 'unknown': {
      const own = await ownMessage(deps, caller, addresseeId);
      return own ? noButton(own.broadcast.id) : noMessage();
    }
    case 'overtaken':
      return notNow();
    default: {
      const { broadcast, addressee } = outcome;
      deps.onOwed();
      const shown = await cardOf(deps, caller, broadcast, addressee);
      if (outcome.kind === 'withdrawn') return shown;
      const next = await asked(deps, caller, { ...named, broadcast });
      return next ? { ...shown, followedBy: { card: next.card, summary: next.summary ?? messageSummary } } : shown;
    }
  }
}

/** What a press leads to beside the note; nothing for “done”. */
async function asked(
  deps: MessageDeps,
  caller: Caller,
  { broadcast, what, addresseeId, text = '' }: Named & { readonly broadcast: Broadcast },
): Promise<Pressed | undefined> {
  switch (what) {
    case 'read':
      return policyPage(caller, broadcast, addresseeId, 0);
    case 'sign': {
      const campaign = broadcast.audience.kind === 'unsigned' ? broadcast.audience.campaignId : '';
      const found = await signingCalled(deps, { schoolId: broadcast.schoolId, person: caller.actor, what: campaign });
      return found ? showAsked(deps, caller, found) : refusalCard('unknown');
    }
    case 'ask':
      return ask(deps, caller, broadcast, text);
    case 'done':
      return undefined;
  }
}

/** A question about the clause goes to the policy’s owner; where none is quoted, to the head, with the message’s reference. */
function ask(
  deps: MessageDeps,
  caller: Caller,
  { id, policyId, clauseId }: Broadcast,
  text: string,
): Promise<Pressed> | Pressed {
  const clause = policyId !== undefined && clauseId !== undefined ? `${policyId}#${clauseId}` : '';
  if (text !== '') {
    const question = clause === '' ? `About ${id}: ${text}` : text;
    return handOver(deps, caller, {
      clause,
      others: [],
      certainty: 'sure',
      byReader: false,
      from: 'answer',
      text: question,
      submission: deps.newSubmission(),
    });
  }
  if (clause !== '') {
    const link = { clause, others: [], certainty: 'sure', byReader: false, from: 'answer' } as const;
    return showQuestionForm(deps, caller, { ...link, others: [] }, deps.newSubmission());
  }
  return say(
    'Ask in your own words',
    'Write your question here. Staffroom quotes what the policies say. If that is not enough, you can pass the question on below the answer.',
    `Or write “ask about ${id}: …” with your question: it goes to the head, and to nobody else.`,
  );
}

/** The reader’s copy as it is now. */
export async function showMessage(deps: MessageDeps, caller: Caller, addresseeId: string): Promise<Pressed> {
  const own = await ownMessage(deps, caller, addresseeId);
  return own ? cardOf(deps, caller, own.broadcast, own.addressee) : noMessage();
}

/** A page of the policy, from 0 on; nothing is noted by turning pages. */
export async function readPage(
  deps: MessageDeps,
  caller: Caller,
  { addresseeId, page }: { addresseeId: string; page: number },
): Promise<Pressed> {
  if (caller.place.kind !== 'personal') return inOwnChat();
  const own = await ownMessage(deps, caller, addresseeId);
  return own ? policyPage(caller, own.broadcast, addresseeId, page) : noMessage();
}

async function ownMessage(
  { broadcasts }: Pick<MessageDeps, 'broadcasts'>,
  { library, actor }: Caller,
  addresseeId: string,
): Promise<{ broadcast: Broadcast; addressee: Addressee } | undefined> {
  const schoolId = library.school.id;
  const row = await broadcasts.addressee(schoolId, addresseeId);
  const broadcast = row && (await broadcasts.broadcast(schoolId, row.addressee.broadcastId));
  if (!broadcast || !mayHaveIt(row) || !isSamePerson(row.addressee.person, actor)) return undefined;
  return { broadcast, addressee: row.addressee };
}

async function cardOf(
  deps: MessageDeps,
  { library, today }: Caller,
  broadcast: Broadcast,
  addressee: Addressee,
): Promise<Pressed> {
  const card = await messageCardFor(deps, library, { broadcast, addressee, today });
  return { card, replaces: true, summary: messageSummary };
}

function policyPage({ library, today }: Caller, broadcast: Broadcast, addressee: string, page: number): Pressed {
  const policy = quotablePolicies(library, today).find(({ cover }) => cover.id === broadcast.policyId);
  if (!policy) {
    return say(
      'This policy is not in force any more',
      'It was withdrawn or has ended since the message was sent, so it is not shown.',
      'Ask your question in your own words: the answer comes from the policies as they stand today.',
    );
  }
  const view = toReadView({ policy, page, today, broadcastId: broadcast.id, addressee });
  return { card: readCard.render(view), replaces: true, summary: messageSummary };
}
