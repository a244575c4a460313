import { readYaml } from '../policies/read-yaml.ts';
import type { Problem } from '../policies/problem.ts';
import { School } from './school.ts';

/** Reads `school.yaml`. Every problem is told with its line and what to do; a file with a problem gives no school. */
export function parseSchool(
  yaml: string,
  file: string,
): { kind: 'parsed'; school: School } | { kind: 'invalid'; problems: Problem[] } {
  const read = readYaml(yaml.replace(/^\uFEFF/, ''), School, 1);
  if (read.kind === 'read') return { kind: 'parsed', school: read.value };
  return { kind: 'invalid', problems: read.problems.map((problem) => ({ file, ...problem })) };
}
