import { keysOfPeople, type KeyOf } from '../people/keys-of-people.ts';
import type { PersonKey } from '../people/person-key.ts';
import { schoolDay } from '../people/school-day.ts';
import type { School } from '../people/school.ts';
import { readWithAbsences } from '../people/with-absences.ts';
import { eventPlace, slipPlace } from './sealed-places.ts';
import type { SlipDesk } from './slip-desk.ts';
import { standingOf, type SlipStanding } from './slip-standing.ts';
import { SlipWords, type Slip } from './slip.ts';
import { mayAnswer, mayReadSlip, type WhoAnswersInput } from './who-answers.ts';

/** A school as it is at this moment. */
export interface SlipSchool {
  /** With stored absences. */
  readonly school: School;
  readonly today: string;
  readonly keyOf: KeyOf;
}

/** A slip with its seals open. */
export interface OpenedSlip {
  readonly slip: Slip;
  readonly words: SlipWords;
  /** What was written with each event; undefined where nothing was, or its seal does not open. */
  readonly eventTexts: readonly (string | undefined)[];
  readonly standing: SlipStanding;
}

/** An opened slip for one reader. `author`: what they sent themselves. */
export interface SeenSlip extends OpenedSlip {
  readonly as: 'author' | 'answerer' | 'reader';
}

/**
 * - `not-found`: there is none, or this person may not read it; which of the two is not told
 * - `unreadable`: it is there, and its seal does not open
 */
export type SlipSight =
  | { readonly kind: 'seen'; readonly seen: SeenSlip }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'unreadable'; readonly slip: Slip };

/** Reads once what seeing slips hangs on. */
export async function slipSchool(
  { persons, absences, now }: Pick<SlipDesk, 'persons' | 'absences' | 'now'>,
  school: School,
  tenantId: string,
): Promise<SlipSchool> {
  const today = schoolDay(now(), school);
  return {
    school: await readWithAbsences(absences, school, today),
    today,
    keyOf: await keysOfPeople(persons, tenantId),
  };
}

/** Opens the seals; undefined where that of the slip itself does not open. */
export async function openSlip(
  { open }: Pick<SlipDesk['sealer'], 'open'>,
  slip: Slip,
  today: string,
): Promise<OpenedSlip | undefined> {
  const text = await open(slip.sealedText, slipPlace(slip));
  if (text === undefined) return undefined;
  const eventTexts = await Promise.all(
    slip.events.map(async ({ sealedText }, at) =>
      sealedText === undefined ? undefined : open(sealedText, eventPlace(slip, at + 1)),
    ),
  );
  return { slip, words: SlipWords.parse(JSON.parse(text)), eventTexts, standing: standingOf(slip, today) };
}

/** Shows a slip to `reader`, if they may read it. */
export async function seeSlip(
  sealer: Pick<SlipDesk['sealer'], 'open'>,
  slip: Slip | undefined,
  { reader, ...place }: SlipSchool & { readonly reader: PersonKey },
): Promise<SlipSight> {
  if (!slip) return { kind: 'not-found' };
  const isAuthor = slip.author.tenantId === reader.tenantId && slip.author.objectId === reader.objectId;
  const opened = await openSlip(sealer, slip, place.today);
  // Whom it is about is under the seal too, so nobody but the author is told that there is one.
  if (!opened) return isAuthor ? { kind: 'unreadable', slip } : { kind: 'not-found' };
  const input = answersInput(opened, place);
  if (isAuthor) return { kind: 'seen', seen: { ...opened, as: 'author' } };
  if (!mayReadSlip(input, reader)) return { kind: 'not-found' };
  return { kind: 'seen', seen: { ...opened, as: mayAnswer(input, reader) ? 'answerer' : 'reader' } };
}

/** What the rules of who answers ask. Whoever it was handed on to may answer and read it from then on. */
export function answersInput({ slip, words }: Pick<OpenedSlip, 'slip' | 'words'>, place: SlipSchool): WhoAnswersInput {
  const handedOn = slip.events.some(({ kind }) => kind === 'handed-on');
  return { ...place, kind: slip.kind, author: slip.author, about: words.about, handedOn };
}
