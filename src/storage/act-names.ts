import { createHash } from 'node:crypto';
import type { BroadcastDeed } from '../domain/broadcasts/broadcast-store.ts';
import type { Act } from '../domain/delivery/act.ts';
import type { IncidentEventKind } from '../domain/incidents/incident.ts';
import type { ReviewDeed } from '../domain/reviews/review-store.ts';
import type { SignoffDeed } from '../domain/signoffs/signoff-store.ts';
import type { SlipDeed } from '../domain/slips/slip-store.ts';

/** What an act does. A name is taken once for each: a button of one card opens no door of another. */
export type ActKind =
  | 'question'
  | 'answer'
  | 'mark'
  | 'suggestion'
  | 'decision'
  | 'gap'
  | 'draft'
  | 'report'
  | 'absence'
  | 'version'
  | 'entry'
  | 'slip'
  | `slip-${SlipDeed}`
  | `report-${IncidentEventKind}`
  | `signoff-${SignoffDeed}`
  | `broadcast-${BroadcastDeed}`
  | `review-${ReviewDeed}`;

/** How long a store knows an act again. */
const keptMs = 30 * 24 * 60 * 60 * 1000;

/** The two names under which a store keeps an act. Short, of one length: a conversation's id tells nothing in the store. */
export function actNames(kind: ActKind, { activityKey, submissionId }: Act): readonly string[] {
  return [`activity|${kind}|${activityKey}`, `submission|${kind}|${submissionId}`].map((name) =>
    createHash('sha256').update(name).digest('base64url').slice(0, 22),
  );
}

/** The instant before which, at `at`, acts are forgotten. */
export function actsKeptFrom(at: string): string {
  return new Date(Date.parse(at) - keptMs).toISOString();
}
