import { distance } from 'fastest-levenshtein';
import { isMap, isScalar, LineCounter, parseDocument, type Document } from 'yaml';
import type { z } from 'zod/v4';
import type { LineProblem } from './problem.ts';

/** What zod tells of a YAML text, with the line of each key. `firstLine` is the 1-based line where the text starts. */
export function readYaml<T>(
  yaml: string,
  schema: z.ZodType<T>,
  firstLine: number,
): { kind: 'read'; value: T } | { kind: 'invalid'; problems: LineProblem[] } {
  const lineCounter = new LineCounter();
  const document = parseDocument(yaml, { lineCounter, prettyErrors: false });
  const lineAt = (offset: number) => lineCounter.linePos(offset).line + firstLine - 1;
  if (document.errors.length > 0) {
    const problems = document.errors.map(({ pos, message }) => ({
      line: lineAt(pos[0]),
      message: `this is not valid YAML (${message.trim()}); check spaces, colons and quotation marks`,
    }));
    return { kind: 'invalid', problems };
  }
  const parsed = schema.safeParse(toValue(document));
  if (parsed.success) return { kind: 'read', value: parsed.data };
  const problems = parsed.error.issues.flatMap((issue) =>
    tell(issue, schema, document, (path) => lineOf(document, path, lineAt, firstLine)),
  );
  return { kind: 'invalid', problems };
}

function toValue(document: Document): unknown {
  return document.toJS({ maxAliasCount: 20 }) ?? {};
}

function tell(
  issue: z.core.$ZodIssue,
  schema: z.ZodType,
  document: Document,
  lineOf: (path: readonly PropertyKey[]) => number,
): LineProblem[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      line: lineOf([...issue.path, key]),
      message: `unknown key "${key}"${nearestKey(key, keysOf(schema, issue.path))}`,
    }));
  }
  const name = issue.path.map(String).join('.');
  if (issue.path.length > 0 && !document.hasIn(issue.path)) {
    return [{ line: lineOf(issue.path.slice(0, -1)), message: `"${name}" is missing; add it` }];
  }
  return [{ line: lineOf(issue.path), message: name ? `"${name}": ${plain(issue)}` : plain(issue) }];
}

function plain(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type' && issue.expected === 'string')
    return 'write it as text, in quotation marks if it looks like a number';
  if (issue.code === 'invalid_value') return `use one of ${issue.values.map(String).join(', ')}`;
  return issue.message;
}

function nearestKey(key: string, known: readonly string[]): string {
  const near = known.find((one) => distance(one.toLowerCase(), key.toLowerCase()) <= 2);
  if (near) return `; did you mean "${near}"?`;
  return known.length > 0 ? `; take it out (known: ${known.join(', ')})` : '; take it out';
}

function keysOf(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  let inner: unknown = schema;
  for (const key of path) {
    inner = member(unwrap(inner), typeof key === 'number' ? 'element' : 'shape');
    if (typeof key !== 'number') inner = member(inner, key);
  }
  const shape = member(unwrap(inner), 'shape');
  return typeof shape === 'object' && shape !== null ? Object.keys(shape) : [];
}

/** Takes optional, default and the like off a schema. */
function unwrap(schema: unknown): unknown {
  let inner = schema;
  for (
    let depth = 0;
    depth < 5 && member(inner, 'shape') === undefined && member(inner, 'element') === undefined;
    depth++
  ) {
    inner = member(member(inner, 'def'), 'innerType') ?? member(member(inner, 'def'), 'in');
  }
  return inner;
}

function member(value: unknown, key: PropertyKey): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}

function lineOf(
  document: Document,
  path: readonly PropertyKey[],
  lineAt: (offset: number) => number,
  firstLine: number,
): number {
  for (let length = path.length; length > 0; length--) {
    const parent: unknown = length === 1 ? document.contents : document.getIn(path.slice(0, length - 1), true);
    const key = path[length - 1];
    if (isMap(parent)) {
      const pair = parent.items.find((item) => isScalar(item.key) && item.key.value === key);
      if (pair && isScalar(pair.key) && pair.key.range) return lineAt(pair.key.range[0]);
    }
    const node: unknown = document.getIn(path.slice(0, length), true);
    const range: unknown = member(node, 'range');
    if (Array.isArray(range) && typeof range[0] === 'number') return lineAt(range[0]);
  }
  return firstLine;
}
