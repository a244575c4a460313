import type { Act } from '../delivery/act.ts';
import type { Consequences } from '../delivery/consequences.ts';
import type { Actor } from '../people/actor.ts';
import type { PersonKey } from '../people/person-key.ts';
import { isSamePerson } from '../people/same-person.ts';
import type { School } from '../people/school.ts';
import { recordFresh } from '../signoffs/record-fresh.ts';
import { judgeSlip, type NewSlipEvent } from './judge-slip.ts';
import { kindOf } from './kinds-of.ts';
import { seeSlip, slipSchool, type SeenSlip, type SlipSchool, type SlipSight } from './open-slip.ts';
import { inThisRound } from './plan-chase.ts';
import { eventPlace } from './sealed-places.ts';
import type { SlipAct, SlipFault } from './slip-act.ts';
import { toAnswer, toldOf } from './slip-deliveries.ts';
import type { SlipDesk } from './slip-desk.ts';
import { eventEntry } from './slip-entry-of.ts';
import { withEvent, type Slip, type SlipEvent } from './slip.ts';
import { whoAnswers } from './who-answers.ts';

/**
 * - `done`: as of this act, or an earlier one
 * - `fault`: something is missing or does not fit, and nothing changed; `settled`: it was answered or is over, and that stands
 * - `not-yours`: somebody else may do that; `overtaken`: others changed it again and again; nothing changed
 */
export type SlipActed =
  | { readonly kind: 'done' | 'settled'; readonly seen: SeenSlip }
  | { readonly kind: 'fault'; readonly what: SlipFault; readonly seen: SeenSlip }
  | { readonly kind: 'not-yours' | 'overtaken' }
  | Exclude<SlipSight, { kind: 'seen' }>;

interface Acting {
  readonly act: Act;
  readonly actor: Actor;
  readonly school: School;
  readonly id: string;
  readonly deed: SlipAct;
}

/**
 * Does something with a slip: sealed, and recorded in one step with what is owed to the other side and a ledger entry.
 * Rejects when the store or the keys fail: then nothing changed.
 */
export function actOnSlip(desk: SlipDesk, { act, actor, school, id, deed }: Acting): Promise<SlipActed> {
  return recordFresh(async (): Promise<SlipActed> => {
    const place = await slipSchool(desk, school, actor.tenantId);
    const sight = await look(desk, { place, id, actor });
    if (sight.kind !== 'seen') return sight;
    const { seen } = sight;
    const taken = kindOf(school, seen.slip.kind);
    const judged = judgeSlip(seen, deed, { today: place.today, usualDays: taken?.usualDays });
    if (judged.kind === 'fault') return { ...judged, seen };
    if (judged.kind === 'not-yours') return judged;
    // What comes again was recorded: then it is settled, and reads as done.
    if (judged.kind === 'settled') return { kind: wasTheirs(seen.slip, actor, deed) ? 'done' : 'settled', seen };
    const at = desk.now().toISOString();
    const event = await sealEvent(desk, seen.slip, judged.event, { at, by: actor });
    const next = withEvent(seen.slip, event);
    const { slip, then } = changeOf({ seen, next, event, place });
    const recorded = await desk.slips.record({ slip, once: { act, deed: deed.deed }, at, then });
    if (recorded === 'overtaken') return { kind: 'overtaken' };
    const after = await look(desk, { place, id, actor });
    return after.kind === 'seen' ? { kind: 'done', seen: after.seen } : after;
  });
}

async function look(
  { slips, sealer }: SlipDesk,
  { place, id, actor }: { place: SlipSchool; id: string; actor: PersonKey },
): Promise<SlipSight> {
  return seeSlip(sealer, await slips.find(place.school.id, id), { ...place, reader: actor });
}

async function sealEvent(
  { sealer }: SlipDesk,
  slip: Slip,
  { text, ...made }: NewSlipEvent,
  { at, by }: { at: string; by: PersonKey },
): Promise<SlipEvent> {
  const sealedText = text === '' ? undefined : await sealer.seal(text, eventPlace(slip, slip.events.length + 1));
  const { tenantId, objectId } = by;
  return { ...made, at, by: { tenantId, objectId }, ...(sealedText !== undefined && { sealedText }) };
}

/** Who learns of it: the author of what others did; of what the author did whoever answers today, in its round. */
function changeOf({
  seen,
  next,
  event,
  place,
}: {
  readonly seen: SeenSlip;
  readonly next: Slip;
  readonly event: SlipEvent;
  readonly place: SlipSchool;
}): { readonly slip: Slip; readonly then: Consequences } {
  const n = next.events.length;
  const { at } = event;
  const entries = [eventEntry(next, event, n)];
  if (seen.as !== 'author') return { slip: next, then: { owed: toldOf(next, n, [next.author], at), entries } };
  const isAnew = event.kind === 'renewal-asked';
  const answerers = whoAnswers(inThisRound({ ...seen, slip: next }, place)).flatMap(
    ({ person }) => place.keyOf(person) ?? [],
  );
  if (isAnew) {
    const slip = { ...next, told: answerers };
    return { slip, then: { owed: toAnswer(slip, answerers, at), entries } };
  }
  // That all is as it should be, and that nobody has to answer any more, rings for nobody.
  const isQuiet = event.kind === 'end-answered' && event.done === true;
  return { slip: next, then: { owed: isQuiet ? [] : toldOf(next, n, answerers, at), entries } };
}

const kindsOfDeed = { withdraw: 'withdrawn', renew: 'renewal-asked', end: 'end-answered' } as const;

/** Whether the last thing that a person did with it is just this, by this person. */
function wasTheirs({ events }: Slip, actor: PersonKey, deed: SlipAct): boolean {
  const last = events.findLast(({ by }) => by !== undefined);
  if (!last || !isSamePerson(last.by, actor)) return false;
  return last.kind === (deed.deed === 'answer' ? deed.answer.kind : kindsOfDeed[deed.deed]);
}
