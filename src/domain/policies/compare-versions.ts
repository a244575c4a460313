import type { Clause } from './clause.ts';
import { createLikeness } from './likeness.ts';

/**
 * What became of a clause from one version to the next.
 * - `reworded`: other words, or another lead-in or column, which changes what the same words mean
 * - `renumbered`: the same words under another number or heading
 */
export type ClauseChange =
  | { readonly kind: 'added'; readonly after: Clause }
  | { readonly kind: 'removed'; readonly before: Clause }
  | { readonly kind: 'reworded' | 'renumbered'; readonly before: Clause; readonly after: Clause };

/**
 * What changed between two versions of a policy, clause by clause, in the order of the new one; a removed clause stands
 * where it stood. A clause is the same one by its id, else by its words, else by words that are more alike than not, else
 * by its place: under the same number, or as the line that leads in, between the same two neighbours. An order that changed
 * and nothing else is no change.
 */
export function compareVersions(before: readonly Clause[], after: readonly Clause[]): ClauseChange[] {
  const partner = pairUp(before, after);
  const changes: ClauseChange[] = [];
  const kept = new Map([...partner].map(([old, now]) => [now, old]));
  let next = 0;
  const removeUpTo = (end: number) => {
    for (; next < end; next++) {
      const old = before[next];
      if (old && !partner.has(old)) changes.push({ kind: 'removed', before: old });
    }
  };
  const isGone = (old: Clause | undefined) => old !== undefined && !partner.has(old);
  for (const clause of after) {
    const old = kept.get(clause);
    if (old) removeUpTo(before.indexOf(old) + 1);
    else while (isGone(before[next])) removeUpTo(next + 1);
    const change = old ? changeOf(old, clause) : ({ kind: 'added', after: clause } as const);
    if (change) changes.push(change);
  }
  removeUpTo(before.length);
  return changes;
}

function changeOf(before: Clause, after: Clause): ClauseChange | undefined {
  if (wordsOf(before) !== wordsOf(after) || before.kind !== after.kind || before.binds !== after.binds)
    return { kind: 'reworded', before, after };
  return placeOf(before) === placeOf(after) ? undefined : { kind: 'renumbered', before, after };
}

/** Which old clause is which new one. Nobody has two partners. */
function pairUp(before: readonly Clause[], after: readonly Clause[]): Map<Clause, Clause> {
  const partner = new Map<Clause, Clause>();
  const taken = new Set<Clause>();
  const pair = (old: Clause, now: Clause) => {
    partner.set(old, now);
    taken.add(now);
  };
  const pairBy = (keyOf: (clause: Clause) => string) => {
    const waiting = new Map<string, Clause[]>();
    for (const now of after) {
      if (taken.has(now)) continue;
      const key = keyOf(now);
      waiting.set(key, [...(waiting.get(key) ?? []), now]);
    }
    for (const old of before) {
      const now = partner.has(old) ? undefined : waiting.get(keyOf(old))?.shift();
      if (now) pair(old, now);
    }
  };
  pairBy(({ id }) => id);
  pairBy((clause) => `${placeOf(clause)}\u0000${wordsOf(clause)}`);
  pairBy(wordsOf);
  for (const [old, now] of mostAlike(
    before.filter((old) => !partner.has(old)),
    after.filter((now) => !taken.has(now)),
  )) {
    if (!partner.has(old) && !taken.has(now)) pair(old, now);
  }
  before.forEach((old, at) => {
    const [above, below] = [before[at - 1], before[at + 1]];
    const neighbours = [above && partner.get(above), below && partner.get(below)];
    if (partner.has(old) || (above && !neighbours[0]) || (below && !neighbours[1])) return;
    const now = after.find((_, i) => after[i - 1] === neighbours[0] && after[i + 1] === neighbours[1]);
    if (now && !taken.has(now) && isSameSlot(old, now)) pair(old, now);
  });
  return partner;
}

function isSameSlot(old: Clause, now: Clause): boolean {
  if (old.ref !== undefined || now.ref !== undefined) return placeOf(old) === placeOf(now);
  return old.kind === 'lead-in' && now.kind === 'lead-in';
}

/** Every pair that is more alike than not, the most alike first. */
function mostAlike(before: readonly Clause[], after: readonly Clause[]): [Clause, Clause][] {
  const likeness = createLikeness();
  const pairs = before.flatMap((old) =>
    after.flatMap((now) => {
      const alike = likeness(wordsOf(old), wordsOf(now));
      return alike > 0.5 ? [{ old, now, alike }] : [];
    }),
  );
  return pairs.sort((one, other) => other.alike - one.alike).map(({ old, now }) => [old, now]);
}

const wordsOf = ({ leadIn = '', column = '', text }: Clause) => [leadIn, column, text].join('\u0000');
const placeOf = ({ ref = '', headingPath }: Clause) => [ref, ...headingPath].join('\u0000');
