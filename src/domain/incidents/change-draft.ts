import type { Delivery } from '../delivery/delivery.ts';
import type { Answers } from './answers.ts';
import type { DialogDesk } from './dialog-desk.ts';
import { askKey, endedConsequences, firstAskAt } from './draft-asks.ts';
import type { IncidentDraft, MessagePlace } from './incident-draft.ts';
import { findOwnDraft, sealAnswers, type DraftFound, type DraftName, type OpenDraft } from './open-draft.ts';

/** `changed`, or `overtaken` with the draft as it stands: another answer came first, from here or from another device. */
export type DraftChanged =
  ({ readonly kind: 'changed' | 'overtaken' } & OpenDraft) | Exclude<DraftFound, { readonly kind: 'open' }>;

const mostTries = 8;
/** More than somebody writes while the bot starts anew. */
const mostTaken = 8;

interface Change {
  readonly answers: Answers;
  readonly typing?: boolean | undefined;
  readonly owed?: readonly Delivery[] | undefined;
}

/**
 * Puts one answer into a draft. `turn` is what the card says that was answered: when another answer came since, nothing
 * changes and the draft is given as it stands, so of two devices at once one wins and the other sees it. The message of
 * the card, where it is known, is remembered with it; so is the id of the `message` that was written, which answers once
 * however often it comes. A `change` that gives nothing does not fit the draft as it stands,
 * and counts as overtaken.
 */
export async function changeDraft(
  desk: Pick<DialogDesk, 'incidents' | 'sealer' | 'deliveries' | 'now'>,
  name: DraftName,
  { turn, card, message }: { turn: number | undefined; card: MessagePlace | undefined; message?: string | undefined },
  change: (open: OpenDraft) => Change | undefined,
): Promise<DraftChanged> {
  for (let tries = 1; tries <= mostTries; tries++) {
    const found = await findOwnDraft(desk, name);
    if (found.kind !== 'open') return found;
    const { draft, answers: before } = found;
    const isAgain = message !== undefined && before.taken.includes(message);
    if (isAgain || (turn !== undefined && before.turn !== turn)) return { kind: 'overtaken', draft, answers: before };
    const changed = change(found);
    if (!changed) return { kind: 'overtaken', draft, answers: before };
    const { answers: given, typing, owed } = changed;
    const taken = [...before.taken, ...(message === undefined ? [] : [message])].slice(-mostTaken);
    const answers = { ...given, turn: before.turn + 1, taken };
    const touched = desk.now();
    const cards = withPlaces(draft.cards, [...(await askPlaces(desk, draft)), ...(card ? [card] : [])]);
    const next: IncidentDraft = {
      ...draft,
      revision: draft.revision + 1,
      sealedAnswers: await sealAnswers(desk, draft, answers),
      typing: typing ?? draft.typing,
      touchedAt: touched.toISOString(),
      asked: 0,
      nextAskAt: firstAskAt(touched),
      cards,
    };
    if ((await desk.incidents.saveDraft(next, owed)) === 'saved') return { kind: 'changed', draft: next, answers };
  }
  throw new Error('a draft was changed by others at every try');
}

/**
 * Remembers where a card of the draft stands, or what is owed because of it. It is no answer: cards stay as current as they
 * were. Does nothing where the draft has ended.
 */
export async function noteOnDraft(
  desk: Pick<DialogDesk, 'incidents' | 'sealer'>,
  name: DraftName,
  { card, owed = [] }: { card?: MessagePlace | undefined; owed?: readonly Delivery[] },
): Promise<void> {
  for (let tries = 1; tries <= mostTries; tries++) {
    const found = await findOwnDraft(desk, name);
    if (found.kind !== 'open') return;
    const { draft } = found;
    const cards = withPlaces(draft.cards, card ? [card] : []);
    if (cards.length === draft.cards.length && owed.length === 0) return;
    const noted = { ...draft, revision: draft.revision + 1, cards };
    if ((await desk.incidents.saveDraft(noted, owed)) !== 'outdated') return;
  }
}

/** `overtaken`: with the draft as it stands, which has answers that whoever deletes it did not see. */
export type DraftCancelled =
  | { readonly kind: 'cancelled' | 'not-found' }
  | ({ readonly kind: 'overtaken' } & OpenDraft)
  | { readonly kind: 'ended'; readonly draft: IncidentDraft };

/**
 * Deletes the draft at its reporter's word: its answers are destroyed, and every card of it becomes a line. `turn` is what
 * the card says that was pressed: nothing is deleted when another answer came since. Undefined deletes what stands.
 */
export async function cancelDraft(
  desk: Pick<DialogDesk, 'incidents' | 'sealer' | 'deliveries' | 'now'>,
  name: DraftName,
  { turn, card }: { turn: number | undefined; card: MessagePlace | undefined },
): Promise<DraftCancelled> {
  for (let tries = 1; tries <= mostTries; tries++) {
    const found = await findOwnDraft(desk, name);
    if (found.kind === 'not-found') return found;
    if (found.kind === 'ended') return { kind: 'ended', draft: found.draft };
    if (found.kind === 'open' && turn !== undefined && found.answers.turn !== turn)
      return { ...found, kind: 'overtaken' };
    const whole = await withAllCards(desk, found.draft, card);
    const then = endedConsequences(whole, desk.now());
    if ((await desk.incidents.endDraft(whole, 'cancelled', then)) === 'ended') return { kind: 'cancelled' };
  }
  throw new Error('a draft was changed by others at every try');
}

/**
 * The draft with every message of it that is known, stored so: what ends it names the messages by their number.
 * A draft that was changed or ended meanwhile is given as it was: by its revision it can be neither sent nor deleted.
 */
export async function withAllCards(
  desk: Pick<DialogDesk, 'deliveries'> & { readonly incidents: Pick<DialogDesk['incidents'], 'saveDraft'> },
  draft: IncidentDraft,
  card?: MessagePlace,
): Promise<IncidentDraft> {
  const cards = withPlaces(draft.cards, [...(await askPlaces(desk, draft)), ...(card ? [card] : [])]);
  if (cards.length === draft.cards.length) return draft;
  const whole = { ...draft, revision: draft.revision + 1, cards };
  return (await desk.incidents.saveDraft(whole)) === 'saved' ? whole : draft;
}

/** Where the questions stand that were asked since the last answer. */
async function askPlaces(
  { deliveries }: Pick<DialogDesk, 'deliveries'>,
  draft: IncidentDraft,
): Promise<MessagePlace[]> {
  const rounds = Array.from({ length: draft.asked }, (_, at) => at + 1);
  const asked = await Promise.all(rounds.map((round) => deliveries.find(askKey(draft, round))));
  return asked.flatMap((delivery) => (delivery?.message ? [delivery.message] : []));
}

function withPlaces(known: readonly MessagePlace[], added: readonly MessagePlace[]): readonly MessagePlace[] {
  const all = [...known];
  for (const { conversationId, activityId } of added) {
    if (activityId && !all.some((place) => place.activityId === activityId)) all.push({ conversationId, activityId });
  }
  return all;
}
