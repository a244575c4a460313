import { cutText } from '../cut-text.ts';
import { peopleText } from '../signoffs/campaign-words.ts';

/** So many schools a card names; the rest it counts. */
const mostNamed = 5;
const longestName = 80;

export interface Elsewhere {
  readonly name: string;
  readonly reached: number;
  /** What keeps it from being sent there, as sentences. */
  readonly why?: readonly string[];
}

/**
 * How many get a message `here` and at each of the other schools that it is for; of these, those where something is in the
 * way come first. Nothing where it is for no other.
 */
export function elsewhereLines(elsewhere: readonly Elsewhere[], here: number): string[] {
  if (elsewhere.length === 0) return [];
  const hindered = ({ why = [] }: Elsewhere) => Number(why.length > 0);
  const sorted = elsewhere.toSorted((one, other) => hindered(other) - hindered(one));
  const rest = sorted.slice(mostNamed);
  const people = rest.reduce((sum, { reached }) => sum + reached, 0);
  return [
    `At this school: ${peopleText(here)}.`,
    ...sorted.slice(0, mostNamed).map(({ name, reached, why = [] }) => {
      const told = [`At ${cutText(name, longestName)}: ${peopleText(reached)}.`, ...why];
      return told.join(' ');
    }),
    ...(rest.length > 0 ? [`At ${rest.length} more of the schools: ${peopleText(people)}.`] : []),
  ];
}
