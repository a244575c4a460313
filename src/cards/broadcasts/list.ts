import { z } from 'zod/v4';
import type { BroadcastProgress } from '../../domain/broadcasts/broadcast-progress.ts';
import type { Broadcast } from '../../domain/broadcasts/broadcast.ts';
import { defineCard } from '../define-card.ts';
import { PageFields, pageFields } from '../signoffs/name-sections.ts';
import { broadcastStanding, broadcastTitle, type About } from './broadcast-words.ts';
import { toBarView } from './bar.ts';

const ListView = z.strictObject({
  isEmpty: z.boolean(),
  empty: z.string(),
  rows: z.array(
    z.strictObject({
      name: z.string(),
      standing: z.string(),
      numbers: z.string(),
      button: z.string(),
      broadcast: z.string(),
    }),
  ),
  ...PageFields,
});
export type BroadcastsView = z.infer<typeof ListView>;

/** The broadcasts of a school. */
export const broadcastsCard = defineCard('broadcasts/list', ListView);

export const broadcastsPerPage = 6;

/** A page of them, in the order that they are given in; `count` of all. */
export function toBroadcastsView(input: {
  shown: readonly { readonly broadcast: Broadcast; readonly progress: BroadcastProgress; readonly about: About }[];
  count: number;
  page: number;
  now: string;
  school: { readonly timeZone: string };
}): BroadcastsView {
  const { shown, count, page, now, school } = input;
  const { fields } = pageFields(page, Math.max(1, Math.ceil(count / broadcastsPerPage)));
  return {
    isEmpty: count === 0,
    empty: 'Nothing was sent to many yet.',
    rows: shown.map(({ broadcast, progress, about }) => ({
      name: broadcastTitle(broadcast, about),
      standing: `${broadcast.id} · ${broadcastStanding(broadcast, now, school)}`,
      numbers: toBarView('', progress).numbers,
      button: `Open ${broadcast.id}`,
      broadcast: broadcast.id,
    })),
    ...fields,
  };
}
