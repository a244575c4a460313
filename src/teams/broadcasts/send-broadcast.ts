import { peopleText } from '../../cards/signoffs/campaign-words.ts';
import { instantText } from '../../cards/instant-text.ts';
import type { BroadcastDraft } from '../../domain/broadcasts/broadcast-draft.ts';
import type { Broadcast } from '../../domain/broadcasts/broadcast.ts';
import { confirmTogether } from '../../domain/broadcasts/confirm-together.ts';
import { findTogether } from '../../domain/broadcasts/find-together.ts';
import { openBroadcast } from '../../domain/broadcasts/open-broadcast.ts';
import { openTogether } from '../../domain/broadcasts/send-together.ts';
import { readBroadcast } from '../../domain/broadcasts/read-broadcast.ts';
import { broadcastStanding, broadcastTitle } from '../../cards/broadcasts/broadcast-words.ts';
import type { Act } from '../../domain/delivery/act.ts';
import type { Caller } from '../caller.ts';
import type { Pressed } from '../on-verb.ts';
import { notAnsweredText } from './answered-elsewhere.ts';
import { deskOf, requestOf, type BroadcastDeps } from './broadcast-deps.ts';
import { notThere, notYours, overtaken, refused, say } from './broadcast-replies.ts';
import { inSchool, requestsFor } from './other-schools.ts';
import { sealedBroadcast } from './sealed-broadcast.ts';
import { planned, tooOld } from './compose-broadcast.ts';
import { readAbout } from './message-card-for.ts';
import { showBroadcast } from './show-broadcast.ts';

/** Sends what the dry run showed; where it would go to other people by now, shows it anew. */
export async function openFromToken(deps: BroadcastDeps, caller: Caller, token: string, act: Act): Promise<Pressed> {
  const packed = await sealedBroadcast.fromToken(deps.sealer, caller, token);
  return packed ? openDraft(deps, caller, packed.draft, { act, seen: packed.seen }) : tooOld();
}

export async function openDraft(
  deps: BroadcastDeps,
  caller: Caller,
  draft: BroadcastDraft,
  { act, seen }: { act: Act; seen?: string },
): Promise<Pressed> {
  const found = await requestsFor(deps, caller, draft);
  if (found.kind === 'not-there') return notThere(found.possible);
  const [own, second, ...more] = found.requests.map((request) => ({ ...request, act }));
  if (!own) return notYours();
  const outcome = second
    ? await openTogether(deskOf(deps), [own, second, ...more], { draft, seen })
    : await openBroadcast(deskOf(deps), { ...own, draft, seen });
  switch (outcome.kind) {
    case 'opened': {
      const { broadcast, count } = outcome;
      note(deps, broadcast, 'a broadcast was opened', count);
      return showBroadcast(deps, caller, broadcast, doneText(deps, caller, broadcast));
    }
    case 'incomplete':
      return planned(deps, caller, { plan: outcome.plan, draft });
    case 'changed': {
      const notice = 'It would go to other people by now. Nothing was sent yet: please look again.';
      return planned(deps, caller, { plan: outcome.plan, draft, notice });
    }
    case 'not-yours':
      return notYours();
    case 'overtaken':
      return overtaken();
  }
}

function doneText({ now }: BroadcastDeps, { library }: Caller, { state, sendAt }: Broadcast): string {
  if (state === 'waiting') return 'A second person was asked to say yes. Nobody gets it before.';
  const isLater = sendAt > now().toISOString();
  return isLater
    ? `It goes out on ${instantText(sendAt, library.school)}. Until then you can change its words or stop it.`
    : 'It is going out. Press “Look again” to see how far it is.';
}

/** The second person's yes or no. Whoever may not see who got it is told in a sentence instead. */
export async function confirm(
  deps: BroadcastDeps,
  caller: Caller,
  { act, broadcastId, yes }: { act: Act; broadcastId: string; yes: boolean },
): Promise<Pressed> {
  const request = { ...requestOf(caller), act, broadcastId, yes };
  const waiting = await deps.broadcasts.broadcast(caller.library.school.id, broadcastId);
  const together = waiting ? await findTogether(deps.broadcasts, deps.shelf.schools(), waiting) : [];
  const others = await Promise.all(together.map(({ library }) => inSchool(deps, caller, library)));
  const answer = { own: request, others: others.map((one) => ({ ...one, act })) };
  const answered = await confirmTogether(deskOf(deps), answer, { broadcastId, yes });
  if (answered.kind === 'not-in-all') {
    return say(
      'Somebody else has to say yes',
      'This message waits for the yes of those who were asked. Nothing was changed.',
    );
  }
  const { own: outcome } = answered;
  switch (outcome.kind) {
    case 'confirmed':
    case 'not-confirmed':
    case 'settled': {
      const { broadcast, count, kind } = outcome;
      note(deps, broadcast, 'a second person decided', count);
      const elsewhere = answered.others.reduce((sum, one) => sum + (one.kind === 'confirmed' ? one.count : 0), 0);
      const answers = others.map(({ library }, n) => ({ name: library.school.name, kind: answered.others[n]?.kind }));
      const done = {
        confirmed: `You said yes: ${peopleText(count + elsewhere)} get it in their own chat.${notAnsweredText(answers, request)}`,
        'not-confirmed': `You said no: nobody got it. Whoever wrote it is told.${notAnsweredText(answers, request)}`,
        settled: 'It does not wait any more. Nothing was changed by you.',
      }[kind];
      if ((await readBroadcast(deps, request)).kind === 'found') return showBroadcast(deps, caller, broadcast, done);
      const title = broadcastTitle(broadcast, await readAbout(deps, caller.library, broadcast));
      const standing = broadcastStanding(broadcast, deps.now().toISOString(), caller.library.school);
      return { ...say(title, done, standing), replaces: true };
    }
    case 'day-full':
      return say(
        'Two messages go out on that day already',
        'More are not read, so nothing was changed: nobody got this one, and it still waits.',
        'Say yes again tomorrow, or have one of the other two cancelled first: “broadcasts” shows them.',
      );
    case 'own':
      return say(
        'Somebody else has to say yes',
        'You wrote this message yourself, so you cannot be the second person. Nobody got it yet.',
      );
    case 'overtaken':
      return overtaken();
    default:
      return refused(outcome);
  }
}

export function note(
  { onOwed, log }: Pick<BroadcastDeps, 'onOwed' | 'log'>,
  { schoolId: school, id: reference, state: kind }: Broadcast,
  what: string,
  count: number,
): void {
  onOwed();
  log.info({ school, reference, kind, count }, what);
}
