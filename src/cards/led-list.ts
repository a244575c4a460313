import type { Clause } from '../domain/policies/clause.ts';
import { leadInOf } from '../domain/policies/lead-in-of.ts';
import { itemsLedBy } from '../domain/policies/led-items.ts';
import type { Policy } from '../domain/policies/policy.ts';
import { clauseMark } from './clause-mark.ts';
import { cutText, weightOf } from './cut-text.ts';
import { plainText } from './plain-text.ts';

/** As much of the list below a quoted lead-in as a card has room for. */
export interface LedList {
  /** The clauses that are shown, whole, and as many lines, in the policy's order. */
  readonly shown: readonly Clause[];
  readonly lines: { text: string }[];
  /** How many more the policy has. */
  readonly left: number;
}

/** What a template adds to each line, and to the line that says how many more there are, in bytes. */
const templateWeight = { line: 170, more: 250 };
/** The line that says how many more there are, in bytes. */
const longestMore = 200;

/**
 * The items that `clause` leads in, a line each: mark and words. They take the room that its lead-in and words leave of a
 * quotation of at most `limit` bytes, so no card grows by them; a longer list ends at a whole item, and no item is cut. Empty
 * below a clause that leads nothing in.
 */
export function ledListOf(policy: Policy, clause: Clause, limit: number): LedList {
  const items = itemsLedBy(policy, clause);
  const shown: Clause[] = [];
  const lines: { text: string }[] = [];
  if (items.length === 0) return { shown, lines, left: 0 };
  const { leadIn, words } = cutToLimit(policy, clause, limit);
  let room = limit + leadInRoom(limit) - weightOf(leadIn) - weightOf(words) - templateWeight.more - longestMore;
  for (const { clause: item, depth } of items) {
    const line = { text: `${'\u2003'.repeat(depth)}${clauseMark(item)}“${plainText(item.text)}”` };
    room -= weightOf(line) + templateWeight.line;
    if (room < 0) break;
    shown.push(item);
    lines.push(line);
  }
  return { shown, lines, left: items.length - shown.length };
}

/** What leads in a clause, and its own words, which get at most `limit` bytes; longer ones are cut at the end of a word. */
export function cutToLimit(policy: Policy, clause: Clause, limit: number): { leadIn: string; words: string } {
  return {
    leadIn: cutText(leadInOf(policy, clause) ?? '', leadInRoom(limit)),
    words: cutText(clause.text, limit),
  };
}

const leadInRoom = (limit: number) => limit / 2;

/** What a template adds to the list of a quotation, in bytes. */
export function listFrame({ items, hasMore }: { items: readonly unknown[]; hasMore: boolean }): number {
  return items.length * templateWeight.line + (hasMore ? templateWeight.more : 0);
}
