import { haveItText, unsureText } from '../../cards/broadcasts/broadcast-words.ts';
import { peopleText } from '../../cards/signoffs/campaign-words.ts';
import { instantText } from '../../cards/instant-text.ts';
import { longestMessage } from '../../domain/broadcasts/broadcast-draft.ts';
import { changeBroadcast } from '../../domain/broadcasts/change-broadcast.ts';
import { endBroadcast } from '../../domain/broadcasts/end-broadcast.ts';
import { sendAgain } from '../../domain/broadcasts/send-again.ts';
import type { Caller } from '../caller.ts';
import type { Pressed } from '../on-verb.ts';
import { deskOf, requestOf, type BroadcastDeps } from './broadcast-deps.ts';
import { doElsewhere, type BroadcastAct } from './do-elsewhere.ts';
import { refused } from './broadcast-replies.ts';
import { note } from './send-broadcast.ts';
import { broadcastForm, showBroadcast } from './show-broadcast.ts';

/** Gives it other words; the form again where there are none or too many. */
export async function correct(
  deps: BroadcastDeps,
  caller: Caller,
  { act, broadcast }: BroadcastAct,
  { message, submission }: { message: string; submission: string },
): Promise<Pressed> {
  const request = { ...requestOf(caller), act, broadcastId: broadcast.id, message };
  const outcome = await changeBroadcast(deskOf(deps), request);
  const elsewhere = () =>
    doElsewhere(
      ...([deps, caller, { act, broadcast }] as const),
      (there) => changeBroadcast(deskOf(deps), { ...there, message }),
      ['changed', 'corrected', 'before', 'same'],
    );
  switch (outcome.kind) {
    case 'changed': {
      note(deps, outcome.broadcast, 'a broadcast was changed', 0);
      const there = await elsewhere();
      const done = `Changed. ${nobody(there)} had got it yet; they get the new words.${there}`;
      return showBroadcast(deps, caller, outcome.broadcast, done);
    }
    case 'corrected': {
      const { copies, beyond } = outcome;
      note(deps, outcome.broadcast, 'a broadcast was corrected', copies);
      const are = copies === 1 ? 'copy is' : 'copies are';
      const done = `Corrected: ${copies} ${are} being changed and will say so.${beyondText(beyond)}${await elsewhere()}`;
      return showBroadcast(deps, caller, outcome.broadcast, done);
    }
    case 'before':
      return showBroadcast(deps, caller, outcome.broadcast, beforeText(await elsewhere()));
    case 'same': {
      const there = await elsewhere();
      const done = `Those are its words already. Nothing was changed${there === '' ? '' : ' here'}.${there}`;
      return showBroadcast(deps, caller, broadcast, done);
    }
    case 'incomplete': {
      const problem =
        outcome.what === 'no-message'
          ? 'Please write the new words. Nothing was changed.'
          : `A message may have ${longestMessage.toLocaleString('en-GB')} characters. Nothing was changed.`;
      return broadcastForm(deps, caller, broadcast, { form: 'edit', submission, problem });
    }
    default:
      return refused(outcome);
  }
}

/** Stops it, or takes every copy back. */
export async function end(
  deps: BroadcastDeps,
  caller: Caller,
  { act, broadcast }: BroadcastAct,
  why: 'cancelled' | 'recalled',
): Promise<Pressed> {
  const outcome = await endBroadcast(deskOf(deps), { ...requestOf(caller), act, broadcastId: broadcast.id, why });
  if (outcome.kind !== 'ended') return refused(outcome);
  const { copies, beyond } = outcome;
  note(deps, outcome.broadcast, 'a broadcast was ended', copies);
  const elsewhere = await doElsewhere(
    ...([deps, caller, { act, broadcast }] as const),
    (there) => endBroadcast(deskOf(deps), { ...there, why }),
    ['ended'],
  );
  const isRecalled = outcome.broadcast.ended?.why === 'recalled';
  const have = haveItText(copies);
  const done = isRecalled
    ? `Taken back: ${have}, and their copies will say that it is withdrawn.${beyondText(beyond)}`
    : copies + beyond === 0
      ? `Stopped. ${nobody(elsewhere)} got it.`
      : `Stopped: nobody else gets it.${copies === 0 ? '' : ` ${have}; their copies stay as they are.`}${beyondText(beyond)}`;
  return showBroadcast(deps, caller, outcome.broadcast, `${done}${elsewhere}`);
}

/** Sends it once more to those whom it surely did not reach. */
export async function again(deps: BroadcastDeps, caller: Caller, { act, broadcast }: BroadcastAct): Promise<Pressed> {
  const outcome = await sendAgain(deskOf(deps), { ...requestOf(caller), act, broadcastId: broadcast.id });
  if (outcome.kind !== 'before' && outcome.kind !== 'again') return refused(outcome);
  const elsewhere = await doElsewhere(
    ...([deps, caller, { act, broadcast }] as const),
    (there) => sendAgain(deskOf(deps), there),
    ['again', 'before'],
  );
  if (outcome.kind === 'before') return showBroadcast(deps, caller, broadcast, beforeText(elsewhere));
  const { count, sendAt } = outcome;
  note(deps, broadcast, 'a broadcast is sent again', count);
  const isLater = sendAt > deps.now().toISOString();
  const when = isLater ? `on ${instantText(sendAt, caller.library.school)}` : 'now';
  const done =
    count === 0
      ? `${nobody(elsewhere)} gets it again: there is nobody left whom it surely did not reach.`
      : `${peopleText(count)} ${count === 1 ? 'gets' : 'get'} it once more ${when}, and nobody else.`;
  return showBroadcast(deps, caller, broadcast, `${done}${elsewhere}`);
}

/** Of this school alone is told what stands before a sentence about others. */
const nobody = (elsewhere: string) => (elsewhere === '' ? 'Nobody' : 'Nobody here');

/** What was done before is no news by itself, but for what became of it in the other schools. */
const beforeText = (elsewhere: string) => (elsewhere === '' ? undefined : `That was done already.${elsewhere}`);

function beyondText(beyond: number): string {
  const unsure = unsureText(beyond);
  return unsure === undefined ? '' : ` ${unsure}`;
}
