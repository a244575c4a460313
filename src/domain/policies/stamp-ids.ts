import { clauseIds } from './clause-ids.ts';
import { readBlocks } from './read-blocks.ts';
import { readClauses } from './read-clauses.ts';
import { splitFile } from './split-file.ts';

/**
 * Writes `{#id}` behind every clause that has none and changes nothing else, line ends included. Stamping twice is
 * stamping once, and the ids are those that `parsePolicy` gives the unstamped file. What the file has wrong is left
 * as it is: `parsePolicy` tells it.
 */
export function stampIds(markdown: string): string {
  const { lines, frontMatter, bodyStart } = splitFile(markdown);
  const policyId = /^id:\s*["']?([a-z0-9-]+)/m.exec(frontMatter ?? '')?.[1] ?? '';
  const drafts = readClauses(readBlocks(lines, bodyStart, []), undefined, []);
  const ids = clauseIds(drafts, policyId);
  const stamped = [...lines];
  for (let i = drafts.length - 1; i >= 0; i--) {
    const span = drafts[i]?.span;
    if (!span || span.id) continue;
    const line = stamped[span.line - 1] ?? '';
    const mark = span.hasBraces ? `#${ids[i]} ` : ` {#${ids[i]}}`;
    stamped[span.line - 1] = line.slice(0, span.insertAt) + mark + line.slice(span.insertAt);
  }
  const ends = markdown.match(/\r\n|\n|\r/g) ?? [];
  const mark = markdown.startsWith('\uFEFF') ? '\uFEFF' : '';
  return mark + stamped.map((line, i) => line + (ends[i] ?? '')).join('');
}
