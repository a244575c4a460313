import type { TurnContext } from 'botbuilder';
import { answerQuestion, type Reply } from '../../domain/answering/answer-question.ts';
import { askReader } from '../../domain/answering/ask-reader.ts';
import { mayBeKept } from '../../domain/answering/phrasings/attach-question.ts';
import type { ChannelReply } from './in-staff-team.ts';
import type { AnsweringDeps } from './answering-deps.ts';
import type { Caller } from '../caller.ts';
import { sealWords } from '../questions/sealed-words.ts';
import { helpCardFor } from '../messages/help-card-for.ts';
import { sendCard } from '../reply.ts';
import { inStaffTeam } from './in-staff-team.ts';
import { toReplyCard, type ReplyCard } from './reply-cards.ts';

/** Answers `text` from the caller's policies, after the cards in `first`. Nothing but those is sent where there is no text. */
export async function answerMessage(
  turn: TurnContext,
  deps: AnsweringDeps,
  caller: Caller,
  text: string,
  first: readonly ReplyCard[] = [],
): Promise<void> {
  const { library, today, place } = caller;
  const { reader } = deps;
  const finder = deps.finderFor(library, today);
  const found = answerQuestion(text, { library, finder, today });
  const replies = reader ? await askReader(found, { library, finder, reader }) : found;
  const shown = place.kind === 'personal' ? replies : inStaffTeam(replies);
  const isEmpty = first.length > 0 && replies.every(({ kind }) => kind === 'empty');
  const answers = isEmpty ? [] : await Promise.all(shown.map(toCard));
  for (const { card, summary } of [...first, ...answers]) {
    if (!(await sendCard(turn, deps.log, card, summary))) return;
  }
  deps.log.info({ school: library.school.id, kind: shown.map(({ kind }) => kind).join(' ') }, 'answered');

  async function toCard(reply: ChannelReply): Promise<ReplyCard> {
    if (reply.kind === 'help') return { card: await helpCardFor(deps, caller, reply.examples), summary: 'How to ask' };
    return toReplyCard(reply, caller, deps.newSubmission(), reply.kind === 'quoted' ? await ownParts(reply) : {});
  }

  /** What is on an answer for its reader alone. */
  async function ownParts({ best, question }: Extract<Reply, { kind: 'quoted' }>) {
    const isTheirs = question !== undefined && place.kind === 'personal' && mayBeKept(question, library);
    const [signed, wording] = await Promise.all([
      deps.signedNotes.noteFor(caller, best.policy),
      isTheirs ? sealWords(deps.sealer, caller, best, question) : undefined,
    ]);
    return { signed, wording };
  }
}
