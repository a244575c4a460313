import type { Clause } from './clause.ts';
import { clauseIds } from './clause-ids.ts';
import { FrontMatter, type Policy } from './policy.ts';
import type { LineProblem, Problem } from './problem.ts';
import { readBlocks } from './read-blocks.ts';
import { readClauses, type DraftClause } from './read-clauses.ts';
import { readYaml } from './read-yaml.ts';
import { splitFile } from './split-file.ts';

export type ParsedPolicy = { kind: 'parsed'; policy: Policy } | { kind: 'invalid'; problems: Problem[] };

/**
 * Reads one policy file (policies/README.md fixes the format). `place` says whose it is, its name within the school's
 * folder and the SHA-256 of its bytes. Every problem of the file is told at once, each with its line and what to do;
 * a file with a problem gives no policy.
 */
export function parsePolicy(
  markdown: string,
  place: { schoolId: string; file: string; contentHash: string },
): ParsedPolicy {
  const problems: LineProblem[] = [];
  const { lines, frontMatter, bodyStart } = splitFile(markdown);
  const cover = readCover(frontMatter, problems);
  const drafts = readClauses(readBlocks(lines, bodyStart, problems), cover?.title, problems);
  const clauses = withIds(drafts, cover?.id ?? '', problems);
  if (clauses.length === 0)
    problems.push({ line: 1, message: 'the file has no clauses; write at least one under the front matter' });
  if (!cover || problems.length > 0) {
    const ordered = problems.sort((a, b) => a.line - b.line);
    return { kind: 'invalid', problems: ordered.map((problem) => ({ file: place.file, ...problem })) };
  }
  return { kind: 'parsed', policy: { cover, clauses, markdown, ...place } };
}

function readCover(frontMatter: string | undefined, problems: LineProblem[]): FrontMatter | undefined {
  if (frontMatter === undefined) {
    problems.push({
      line: 1,
      message:
        'the file must start with front matter: the keys id, title, status, owner, version and audience between two lines of ---',
    });
    return undefined;
  }
  const read = readYaml(frontMatter, FrontMatter, 2);
  if (read.kind === 'invalid') {
    problems.push(...read.problems);
    return undefined;
  }
  if (read.value.amends === read.value.id)
    problems.push({ line: 1, message: 'an addendum cannot amend itself; "amends" names the policy that it changes' });
  return read.value;
}

function withIds(drafts: readonly DraftClause[], policyId: string, problems: LineProblem[]): Clause[] {
  const firstLine = new Map<string, number>();
  for (const { span } of drafts) {
    if (!span.id) continue;
    const first = firstLine.get(span.id);
    if (first === undefined) firstLine.set(span.id, span.line);
    else
      problems.push({
        line: span.line,
        message: `the id {#${span.id}} is already on line ${first}; delete it here and a new one will be given`,
      });
  }
  const ids = clauseIds(drafts, policyId);
  return drafts.map(({ clause }, i) => ({ id: ids[i] ?? '', ...clause }));
}
