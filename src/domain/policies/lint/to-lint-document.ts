import type { Policy } from '../policy.ts';
import { readBlocks } from '../read-blocks.ts';
import { readClauses } from '../read-clauses.ts';
import { readHeadings } from '../read-headings.ts';
import { lineOfKey, splitFile } from '../split-file.ts';
import type { LintDocument } from './lint-document.ts';

/** A policy in policy Markdown as the rules see it. `file` is how findings name it. */
export function toLintDocument(markdown: string, policy: Policy, file: string): LintDocument {
  const { lines, bodyStart } = splitFile(markdown);
  const drafts = readClauses(readBlocks(lines, bodyStart, []), undefined, []);
  const links = lines.flatMap((text, i) =>
    [...text.matchAll(/\]\(((?:[\w.-]+)?#[a-z0-9-]+)\)/g)].map(([, target = '']) => ({ target, line: i + 1 })),
  );
  return {
    policy,
    file,
    headings: readHeadings(markdown),
    links,
    lineOfKey: (key) => lineOfKey(markdown, key),
    unstamped: drafts.filter(({ span }) => !span.id).map(({ span }) => span.line),
  };
}
