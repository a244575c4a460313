import type { Consequences } from '../delivery/consequences.ts';
import { recipientName, type Delivery } from '../delivery/delivery.ts';
import { newDelivery } from '../delivery/new-delivery.ts';
import { endOfSchoolDay } from '../people/school-time.ts';
import type { School } from '../people/school.ts';
import type { IncidentDraft } from './incident-draft.ts';
import type { IncidentSubject } from './incident-subject.ts';

const minute = 60_000;
/** When "send, go on or delete?" is asked since the last answer, besides the end of the school day, and when the draft goes. */
export const askPlan = { firstMs: 15 * minute, lastMs: 20 * 60 * minute, purgeMs: 24 * 60 * minute } as const;

export function firstAskAt(touchedAt: Date): string {
  return new Date(touchedAt.getTime() + askPlan.firstMs).toISOString();
}

/** The draft as it is stored next, with what is owed; or that its time is over. */
export type DraftPlan =
  | { readonly kind: 'wait' }
  | { readonly kind: 'ask'; readonly draft: IncidentDraft; readonly owed: readonly Delivery[] }
  | { readonly kind: 'purge' };

/**
 * What is due of an open draft. Asked after 15 minutes, at the end of the school day where that lies between, and at 20
 * hours; purged four hours later, so a day after the last answer, and never before it was asked all of it. Of several
 * questions that were missed in an outage the last is asked, and the purge waits for another four hours.
 */
export function planDraft(draft: IncidentDraft, school: School, now: Date): DraftPlan {
  if (now < new Date(draft.nextAskAt)) return { kind: 'wait' };
  const asks = askTimes(draft, school);
  if (draft.asked >= asks.length) return { kind: 'purge' };
  const due = asks.filter((at) => at <= now).length;
  const asked = Math.max(due, draft.asked + 1);
  const next = asks[asked] ?? purgeAt(draft, now);
  return {
    kind: 'ask',
    draft: { ...draft, revision: draft.revision + 1, asked, nextAskAt: next.toISOString() },
    owed: [askDelivery(draft, asked, now)],
  };
}

/** The instants at which the draft is asked about, in order. */
export function askTimes({ touchedAt }: Pick<IncidentDraft, 'touchedAt'>, school: School): Date[] {
  const touched = new Date(touchedAt);
  const first = new Date(touched.getTime() + askPlan.firstMs);
  const last = new Date(touched.getTime() + askPlan.lastMs);
  const dayEnds = endOfSchoolDay(school, touched);
  return dayEnds > first && dayEnds < last ? [first, dayEnds, last] : [first, last];
}

function purgeAt({ touchedAt }: IncidentDraft, now: Date): Date {
  const { lastMs, purgeMs } = askPlan;
  return new Date(Math.max(new Date(touchedAt).getTime() + purgeMs, now.getTime() + purgeMs - lastMs));
}

/** The key of a question: one for each round since an answer. */
export function askKey({ schoolId, id, touchedAt, reporter }: IncidentDraft, round: number): string {
  return `${schoolId}:draft-asks:${id}:${touchedAt}:${round}:${recipientName(reporter)}`;
}

function askDelivery(draft: IncidentDraft, round: number, now: Date): Delivery {
  return toDraftDelivery(draft, askKey(draft, round), { kind: 'draft-asks', draft: draft.id, round }, now);
}

/** Every message of the draft becomes the receipt or a line: owed in the step that ends it. */
export function endedConsequences(draft: IncidentDraft, now: Date): Consequences {
  const owed = draft.cards.map((_, card) =>
    toDraftDelivery(
      draft,
      `${draft.schoolId}:draft-ended:${draft.id}:${card}`,
      { kind: 'draft-ended', draft: draft.id, card },
      now,
    ),
  );
  return { owed, entries: [] };
}

function toDraftDelivery(
  { schoolId, reporter }: IncidentDraft,
  key: string,
  subject: IncidentSubject,
  now: Date,
): Delivery {
  return newDelivery({ key, schoolId, subject, to: reporter }, now.toISOString());
}
