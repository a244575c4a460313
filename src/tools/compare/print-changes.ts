import type { Clause } from '../../domain/policies/clause.ts';
import type { ClauseChange } from '../../domain/policies/compare-versions.ts';

const words: Record<ClauseChange['kind'], string> = {
  added: 'ADDED',
  removed: 'REMOVED',
  reworded: 'REWORDED',
  renumbered: 'RENUMBERED',
};

/** The changes for a person, in the order of the new version, with the totals last. `clauses` is how many it has. */
export function printChanges(changes: readonly ClauseChange[], clauses: number): string {
  const parts = changes.map((change) => `${words[change.kind]} ${placeOf(change)}\n${linesOf(change)}\n`);
  const count = (kind: ClauseChange['kind']) => changes.filter((change) => change.kind === kind).length;
  const totals = `${count('added')} added, ${count('removed')} removed, ${count('reworded')} reworded, ${count('renumbered')} only renumbered`;
  return `${parts.join('\n')}${parts.length > 0 ? '\n' : ''}${totals}; the new version has ${clauses} clauses.\n`;
}

function placeOf(change: ClauseChange): string {
  if (change.kind !== 'renumbered') return nameOf('after' in change ? change.after : change.before);
  const [before, after] = [nameOf(change.before), nameOf(change.after)];
  return before === after ? `${after}, under other headings` : `${before} is now ${after}`;
}

function linesOf(change: ClauseChange): string {
  if (change.kind === 'renumbered') return `    ${quoteOf(change.after)}`;
  return [
    ...('before' in change ? [`  − ${quoteOf(change.before)}`] : []),
    ...('after' in change ? [`  + ${quoteOf(change.after)}`] : []),
  ].join('\n');
}

const nameOf = ({ ref, headingPath }: Clause) => [...headingPath, ...(ref ? [ref] : [])].join(' › ') || 'the beginning';
const quoteOf = ({ leadIn, column, text }: Clause) => [leadIn, column && `[${column}]`, text].filter(Boolean).join(' ');
