import { cardLimit, weightOf } from '../cut-text.ts';
import type { AdaptiveCardJson } from '../define-card.ts';

/** How many groups, and how many names of each, a card shows. */
export interface NameRoom {
  readonly groups: number;
  readonly names: number;
}

const rooms: readonly NameRoom[] = [
  { groups: 12, names: 20 },
  { groups: 12, names: 12 },
  { groups: 12, names: 8 },
  { groups: 12, names: 4 },
  { groups: 8, names: 4 },
  { groups: 6, names: 2 },
];

/** The card with the most names that weighs no more than a card may; with hardly any where none does. */
export function firstThatFits(render: (room: NameRoom) => AdaptiveCardJson): AdaptiveCardJson {
  for (const room of rooms) {
    const card = render(room);
    if (weightOf(card) <= cardLimit) return card;
  }
  return render({ groups: 3, names: 0 });
}
