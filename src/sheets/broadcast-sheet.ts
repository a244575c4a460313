import {
  addresseeHeadings,
  addresseeOrder,
  audienceText,
  broadcastStanding,
  broadcastTitle,
  broadcastTotals,
  installText,
  type About,
} from '../cards/broadcasts/broadcast-words.ts';
import { missedSections } from '../cards/broadcasts/missed-sections.ts';
import { instantText } from '../cards/instant-text.ts';
import type { AddresseeState } from '../domain/broadcasts/addressee-state.ts';
import { broadcastProgress } from '../domain/broadcasts/broadcast-progress.ts';
import type { AddresseeRow } from '../domain/broadcasts/broadcast-store.ts';
import type { Broadcast } from '../domain/broadcasts/broadcast.ts';
import { withoutGroup } from '../domain/signoffs/by-group.ts';
import type { Block, Sheet } from './sheet.ts';

export interface BroadcastSheetInput {
  readonly broadcast: Broadcast;
  readonly rows: readonly AddresseeRow[];
  readonly about: About;
  readonly openedBy: string;
  readonly school: {
    readonly name: string;
    readonly timeZone: string;
    readonly groups: readonly { readonly id: string; readonly name: string }[];
  };
  /** ISO 8601. */
  readonly printedAt: string;
}

/** A report of a broadcast: its words, how far it got by group with numbers that add up, and why it did not reach some. Names nobody who got it. */
export function toBroadcastSheet(input: BroadcastSheetInput): Sheet {
  const { broadcast, rows, about, openedBy, school, printedAt } = input;
  const { id, audience, channel, openedAt, message, correctedAt } = broadcast;
  const too = channel ? '; and the staff team’s channel' : '';
  return {
    title: broadcastTitle(broadcast, about),
    school: school.name,
    footer: `Message ${id} · ${instantText(printedAt, school)}`,
    blocks: [
      { kind: 'fact', label: 'Message', text: `${id}. ${broadcastStanding(broadcast, printedAt, school)}` },
      { kind: 'fact', label: 'From', text: `${openedBy}, ${instantText(openedAt, school)}` },
      { kind: 'fact', label: 'To', text: `${audienceText(audience, school.groups, about)}${too}` },
      ...(correctedAt === undefined
        ? []
        : [{ kind: 'fact', label: 'Corrected', text: instantText(correctedAt, school) } as const]),
      { kind: 'heading', text: 'Its words' },
      ...message
        .split(/\r\n|[\r\n]/)
        .flatMap((text): Block[] => (text.trim() === '' ? [] : [{ kind: 'paragraph', text }])),
      { kind: 'heading', text: 'What became of it' },
      barsOf(input),
      { kind: 'fact', label: 'All together', text: broadcastTotals(broadcastProgress(broadcast, rows)) },
      ...missedBlocks(input),
      {
        kind: 'paragraph',
        text: 'Everybody is counted once in “Everybody”. Whoever is in two groups stands in the bars of both.',
      },
    ],
  };
}

/** Green and blue: it arrived; red and amber: it did not, or perhaps. Told apart in black and white by their lightness too. */
const colours: Record<AddresseeState, string> = {
  acted: '#2f6b3a',
  read: '#7fae86',
  sent: '#a9c4e4',
  pending: '#f0f0f0',
  'never-installed': '#8e1b1b',
  refused: '#cf5b47',
  unknown: '#eebc60',
  'no-account': '#5d4a80',
  left: '#c4c4c4',
  cancelled: '#8c8c8c',
};

function barsOf({ broadcast, rows, school }: BroadcastSheetInput): Block {
  const bar = (label: string, own: readonly AddresseeRow[]) => {
    const { audience: total, ...counts } = broadcastProgress(broadcast, own);
    return { label, counts, total };
  };
  const groups = [
    ...school.groups.map(({ id, name }) =>
      bar(
        name,
        rows.filter(({ addressee }) => addressee.groups.includes(id)),
      ),
    ),
    bar(
      withoutGroup,
      rows.filter(({ addressee }) => addressee.groups.length === 0),
    ),
  ].filter(({ total }) => total > 0);
  return {
    kind: 'bars',
    legend: addresseeOrder.map((state) => ({ key: state, label: addresseeHeadings[state], colour: colours[state] })),
    rows: [bar('Everybody', rows), ...groups],
  };
}

/** Why it did not reach some, in numbers: the list has the names. */
function missedBlocks({ broadcast, rows }: BroadcastSheetInput): Block[] {
  const missed = missedSections(broadcast, rows);
  if (missed.length === 0) return [];
  return [
    { kind: 'heading', text: 'Whom it did not surely reach' },
    ...missed.map(({ heading, names }): Block => ({ kind: 'fact', label: heading, text: String(names.length) })),
    ...(broadcastProgress(broadcast, rows)['never-installed'] > 0
      ? [{ kind: 'paragraph', text: installText } as const]
      : []),
  ];
}
