import type { Problem } from '../policies/problem.ts';
import { readYaml } from '../policies/read-yaml.ts';
import { Trust } from './trust.ts';

/** Reads `trust.yaml`. Every problem is told with its line and what to do; a file with a problem gives no trust. */
export function parseTrust(
  yaml: string,
  file: string,
): { kind: 'parsed'; trust: Trust } | { kind: 'invalid'; problems: Problem[] } {
  const read = readYaml(yaml.replace(/^\uFEFF/, ''), Trust, 1);
  if (read.kind === 'read') return { kind: 'parsed', trust: read.value };
  return { kind: 'invalid', problems: read.problems.map((problem) => ({ file, ...problem })) };
}
