import { z } from 'zod/v4';
import { addresseeState } from '../../domain/broadcasts/addressee-state.ts';
import { broadcastProgress } from '../../domain/broadcasts/broadcast-progress.ts';
import type { AddresseeRow } from '../../domain/broadcasts/broadcast-store.ts';
import type { Broadcast } from '../../domain/broadcasts/broadcast.ts';
import { failedStates } from '../../domain/broadcasts/send-again.ts';
import type { DeliveryState } from '../../domain/delivery/delivery.ts';
import { withoutGroup } from '../../domain/signoffs/by-group.ts';
import { asSubject } from '../as-subject.ts';
import { cutText } from '../cut-text.ts';
import { defineCard, type AdaptiveCardJson } from '../define-card.ts';
import { instantText } from '../instant-text.ts';
import { listedNames } from '../listed-names.ts';
import { Lines } from '../person-details.ts';
import { firstThatFits, type NameRoom } from '../signoffs/first-that-fits.ts';
import { SectionView, shortSections } from '../signoffs/name-sections.ts';
import type { GroupName } from '../signoffs/progress.ts';
import { BarView, toBarView } from './bar.ts';
import {
  audienceText,
  broadcastStanding,
  broadcastTitle,
  broadcastTotals,
  installText,
  messageLines,
  restText,
  type About,
} from './broadcast-words.ts';
import { missedSections } from './missed-sections.ts';

const ProgressView = z.strictObject({
  title: z.string(),
  standing: z.string(),
  lines: Lines,
  message: Lines,
  bars: z.array(BarView).min(1),
  totals: z.string(),
  sections: z.array(SectionView),
  hasInstall: z.boolean(),
  install: z.string(),
  canRepeat: z.boolean(),
  canEdit: z.boolean(),
  canCancel: z.boolean(),
  canRecall: z.boolean(),
  broadcast: z.string(),
  submission: z.string(),
});
export type ProgressView = z.infer<typeof ProgressView>;

/** What became of a broadcast: numbers that add up, by group, and who was not reached and why. */
export const progressCard = defineCard('broadcasts/progress', ProgressView);

export interface ProgressInput {
  readonly broadcast: Broadcast;
  readonly rows: readonly AddresseeRow[];
  readonly about: About;
  readonly school: { readonly timeZone: string; readonly groups: readonly GroupName[] };
  readonly openedBy: string;
  /** The second person, where one said yes. */
  readonly confirmedBy?: string | undefined;
  /** What became of the post in the channel of each staff team; none where it was not posted there, or is not owed yet. */
  readonly posts: readonly DeliveryState[];
  /** ISO 8601. */
  readonly now: string;
  /** Until when the school is at rest, ISO 8601, where it is now. */
  readonly restsUntil?: string | undefined;
  readonly submission: string;
  /** The other schools that it is for, as far as whoever looks may send there. */
  readonly elsewhere?: readonly string[] | undefined;
  /** What was just done, as a sentence. */
  readonly done?: string | undefined;
}

/** The card, with as many groups and names as fit it. */
export function renderProgress(input: ProgressInput): AdaptiveCardJson {
  return firstThatFits((room) => progressCard.render(toProgressView(input, room)));
}

export function toProgressView(input: ProgressInput, room: NameRoom): ProgressView {
  const { broadcast, rows, about, school, now, submission } = input;
  const progress = broadcastProgress(broadcast, rows);
  const { state, ended } = broadcast;
  const hasFailed = rows.some(({ addressee, delivery }) =>
    failedStates.includes(addresseeState(broadcast, addressee, delivery).state),
  );
  const isOut = progress.sent + progress.read + progress.acted + progress.unknown > 0;
  return {
    title: broadcastTitle(broadcast, about),
    standing: `${broadcast.id} · ${broadcastStanding(broadcast, now, school)}`,
    lines: linesOf(input).map((text) => ({ text })),
    message: messageLines(broadcast.message),
    bars: [toBarView('Everybody', progress), ...groupBars(input, room)],
    totals: broadcastTotals(progress),
    sections: shortSections(missedSections(broadcast, rows), room.names),
    hasInstall: progress['never-installed'] > 0,
    install: progress['never-installed'] > 0 ? installText : '',
    canRepeat: state === 'open' && hasFailed,
    canEdit: state !== 'ended',
    canCancel: state === 'waiting' || (state === 'open' && progress.pending > 0),
    canRecall: isOut && ended?.why !== 'recalled',
    broadcast: broadcast.id,
    submission,
  };
}

function linesOf(input: ProgressInput): string[] {
  const { broadcast, rows, about, school, openedBy, confirmedBy, posts, now, restsUntil, done, elsewhere = [] } = input;
  const { openedAt, audience, channel, correctedAt, state, sendAt } = broadcast;
  const rests = state === 'open' && sendAt <= now && broadcastProgress(broadcast, rows).pending > 0;
  const yes = confirmedBy === undefined ? '' : `, and ${asSubject(cutText(confirmedBy, 240))} said yes`;
  const too = channel ? `, and the staff team’s channel${postsText(posts)}` : '';
  return [
    ...(done === undefined ? [] : [done]),
    `From ${cutText(openedBy, 240)}, ${instantText(openedAt, school)}${yes}. To ${audienceText(audience, school.groups, about)}${too}.`,
    ...(restsUntil !== undefined && rests ? [restText(restsUntil, school)] : []),
    ...(elsewhere.length > 0 ? [elsewhereText(broadcast, elsewhere)] : []),
    ...(correctedAt === undefined ? [] : [`Its words were corrected on ${instantText(correctedAt, school)}.`]),
  ];
}

function elsewhereText({ id }: Broadcast, elsewhere: readonly string[]): string {
  return `It is for ${cutText(listedNames(elsewhere), 300)} too, as a message of its own: go to that school (“school”) and write “progress of ${id}”.`;
}

function postsText(posts: readonly DeliveryState[]): string {
  if (posts.length === 0) return '';
  const count = (...states: readonly DeliveryState[]) => posts.filter((state) => states.includes(state)).length;
  if (count('sent') === posts.length) return ' (posted)';
  if (count('unknown') > 0) return ' (perhaps posted: Teams gave no clear answer)';
  return count('pending', 'sending') > 0 ? ' (not posted yet)' : ' (could not be posted)';
}

/** The groups with somebody in them, the fullest first; whoever is in two counts in both, so only the first bar adds up. */
function groupBars({ broadcast, rows, school }: ProgressInput, room: NameRoom): BarView[] {
  const of = (name: string, isIn: (groups: readonly string[]) => boolean) => ({
    name,
    progress: broadcastProgress(
      broadcast,
      rows.filter(({ addressee }) => isIn(addressee.groups)),
    ),
  });
  return [
    ...school.groups.map(({ id, name }) => of(name, (groups) => groups.includes(id))),
    of(withoutGroup, (groups) => groups.length === 0),
  ]
    .filter(({ progress }) => progress.audience > 0)
    .sort((one, other) => other.progress.audience - one.progress.audience)
    .slice(0, room.groups)
    .map(({ name, progress }) => toBarView(name, progress));
}
