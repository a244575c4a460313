import type { SealPlace } from '../secrecy/sealer.ts';
import type { Slip } from './slip.ts';

interface SealedAt {
  readonly place: string;
  readonly sealedText: string;
}

/** Where the words of a slip are sealed for. */
export function slipPlace({ schoolId, id }: Pick<Slip, 'schoolId' | 'id'>): SealPlace {
  return { schoolId, type: 'slip', id };
}

/** Where what was written with its `n`th event is sealed for; they are counted from 1. */
export function eventPlace({ schoolId, id }: Pick<Slip, 'schoolId' | 'id'>, n: number): SealPlace {
  return { schoolId, type: 'slip-event', id: `${id}-${n}` };
}

/** Every sealed text of a slip with its place. */
export function sealedOfSlip({ id, sealedText, events }: Slip): SealedAt[] {
  const ofEvents = events.flatMap((event, at) =>
    event.sealedText === undefined ? [] : [{ place: `slip-event:${id}-${at + 1}`, sealedText: event.sealedText }],
  );
  return [{ place: `slip:${id}`, sealedText }, ...ofEvents];
}

/** The id of the slip that a place is of; undefined for a place of something else. */
export function slipAt(place: string): string | undefined {
  return /^slip:([^:]+)$/.exec(place)?.[1] ?? /^slip-event:([^:]+)-\d+$/.exec(place)?.[1];
}

/** The slip's next revision with `sealedText` at `place`; undefined when something else than `old` is there. */
export function resealed(
  slip: Slip,
  { place, old, sealedText }: SealedAt & { readonly old: string },
): Slip | undefined {
  const revision = slip.revision + 1;
  if (place === `slip:${slip.id}`) return slip.sealedText === old ? { ...slip, sealedText, revision } : undefined;
  const at = slip.events.findIndex((_, n) => place === `slip-event:${slip.id}-${n + 1}`);
  const event = slip.events[at];
  if (event?.sealedText !== old) return undefined;
  return { ...slip, events: slip.events.with(at, { ...event, sealedText }), revision };
}
