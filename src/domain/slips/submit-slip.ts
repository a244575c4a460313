import type { Act } from '../delivery/act.ts';
import { readMessage } from '../answering/read-message.ts';
import type { Subject } from '../incidents/answers.ts';
import { isNamed } from '../incidents/names/is-named.ts';
import { textWords } from '../incidents/names/text-words.ts';
import type { Receiver } from '../incidents/who-receives.ts';
import type { Actor } from '../people/actor.ts';
import { isDay, moveDay } from '../people/school-days.ts';
import type { Person, School } from '../people/school.ts';
import type { SchoolLibrary } from '../policies/library.ts';
import { recordFresh } from '../signoffs/record-fresh.ts';
import { kindOf, type TakenKind } from './kinds-of.ts';
import { slipSchool } from './open-slip.ts';
import { slipPlace } from './sealed-places.ts';
import { toAnswer } from './slip-deliveries.ts';
import type { SlipDesk } from './slip-desk.ts';
import { longestDays } from './slip-entry.ts';
import { sentEntry } from './slip-entry-of.ts';
import type { SlipKind } from './slip-kind.ts';
import type { Slip } from './slip.ts';
import { whoAnswers, whoCouldAnswer } from './who-answers.ts';

/** The longest that all texts of a slip may be together, in characters. */
export const longestWords = 2_400;

/** What somebody wants to tell or ask, as it was typed or chosen. */
export interface SlipDraft {
  readonly kind: SlipKind;
  /** The clause on whose card it began; that of the kind where it began on none. */
  readonly clause?: string | undefined;
  /** In the order of the kind's questions; or one text for all of them, typed in one go. */
  readonly texts: readonly string[];
  readonly inOneGo: boolean;
  /** YYYY-MM-DD, or empty. */
  readonly until: string;
  readonly aboutHead: boolean;
  /** Whether it is about those whose names were found in it and who could get it; undefined: nobody was asked. */
  readonly aboutNamed?: boolean | undefined;
}

/**
 * - `sent`: as of this act, or of an earlier one; `asked` are those who were told
 * - `not-taken`: the school takes no such slips
 * - `empty`, `too-long`, `until`: what was typed does not do; `danger`: it sounds as if somebody were in danger
 * - `asks-named`: it names somebody who could get it, now or later, and nobody said whether it is about them
 * - `nobody`: nobody is left who could answer; `unreachable`: Teams knows none of these yet
 * Nothing was sent or kept but where it was `sent`.
 */
export type SlipSubmitted =
  | { readonly kind: 'sent'; readonly slip: Slip; readonly asked: readonly Receiver[] }
  | { readonly kind: 'not-taken' | 'empty' | 'too-long' | 'danger' | 'until' | 'nobody' }
  | { readonly kind: 'asks-named'; readonly people: readonly Person[] }
  | { readonly kind: 'unreachable'; readonly asked: readonly Receiver[] };

/**
 * Sends what is told or asked: sealed, and stored in one step with what is owed to those who answer and a ledger entry. An
 * act that came before gives the slip that it made then. Rejects when the store or the keys fail: then nothing was sent.
 */
export async function submitSlip(
  desk: SlipDesk,
  { act, actor, library, draft }: { act: Act; actor: Actor; library: SchoolLibrary; draft: SlipDraft },
): Promise<SlipSubmitted> {
  const { tenantId, objectId } = actor;
  const author = { tenantId, objectId };
  const place = await slipSchool(desk, library.school, tenantId);
  const taken = kindOf(place.school, draft.kind);
  if (!taken) return { kind: 'not-taken' };
  const fault = faultOf(draft, taken, place.today);
  if (fault) return { kind: fault };

  const about: Subject[] = draft.aboutHead ? ['role:head'] : [];
  const input = { ...place, kind: draft.kind, about, author };
  const named = namedIn(draft, whoCouldAnswer(input), place.school);
  if (named.length > 0 && draft.aboutNamed === undefined) return { kind: 'asks-named', people: named };
  if (draft.aboutNamed) about.push(...named.map(({ id }): Subject => `person:${id}`));
  const asked = whoAnswers(input);
  if (asked.length === 0) return { kind: 'nobody' };
  const told = asked.flatMap(({ person }) => place.keyOf(person) ?? []);
  if (told.length === 0) return { kind: 'unreachable', asked };

  return recordFresh(async () => {
    const id = desk.newReference('SP');
    const schoolId = library.school.id;
    const until = draft.until === '' ? {} : { until: draft.until };
    const words = JSON.stringify({ texts: textsOf(draft, taken), about, ...until });
    const at = desk.now().toISOString();
    const slip: Slip = {
      ...{ id, schoolId, way: taken.way, kind: draft.kind, title: taken.title },
      ...(taken.atEnd !== undefined && { atEnd: taken.atEnd }),
      ...{ clause: draft.clause ?? taken.clause, author },
      sealedText: await desk.sealer.seal(words, slipPlace({ schoolId, id })),
      ...{ at, told, events: [], revision: 1 },
    };
    const then = { owed: toAnswer(slip, told, at), entries: [sentEntry(slip)] };
    return { kind: 'sent' as const, slip: await desk.slips.submit(act, slip, then), asked };
  });
}

function faultOf(
  { texts, inOneGo, until }: SlipDraft,
  { way, asks }: TakenKind,
  today: string,
): 'empty' | 'too-long' | 'danger' | 'until' | undefined {
  const given = texts.map((text) => text.trim());
  const all = given.join('\n').trim();
  const intent = readMessage(all);
  if ('incident' in intent && intent.incident === 'danger') return 'danger';
  const isWhole = inOneGo ? all !== '' : asks.every((_, at) => (given[at] ?? '') !== '');
  if (!isWhole) return 'empty';
  if (all.length > longestWords) return 'too-long';
  if (way === 'tell' || until === '') return undefined;
  return isDay(until) && until >= today && until <= moveDay(today, longestDays) ? undefined : 'until';
}

function textsOf({ texts, inOneGo }: SlipDraft, { asks }: TakenKind) {
  return inOneGo
    ? [{ ask: '', text: texts.join('\n').trim() }]
    : asks.map((ask, at) => ({ ask, text: (texts[at] ?? '').trim() }));
}

/** Those of `candidates` whose names stand in the texts. */
function namedIn({ texts }: SlipDraft, candidates: readonly Person[], { people }: School): Person[] {
  const read = texts.map(textWords).filter(({ length }) => length > 0);
  return candidates.filter((person) => read.some((words) => isNamed(person, words, people)));
}
