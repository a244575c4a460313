import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { importDocument } from '../documents/import-document.ts';
import type { LintDocument } from '../domain/policies/lint/lint-document.ts';
import { toLintDocument } from '../domain/policies/lint/to-lint-document.ts';
import { toSourceDocument } from '../domain/policies/lint/to-source-document.ts';
import { parsePolicy } from '../domain/policies/parse-policy.ts';
import type { Problem } from '../domain/policies/problem.ts';
import { splitFile } from '../domain/policies/split-file.ts';

export type ReadDocument =
  | { readonly kind: 'read'; readonly document: LintDocument }
  | { readonly kind: 'invalid'; readonly problems: readonly Problem[] }
  | { readonly kind: 'refused'; readonly reason: string };

/** Reads one file: policy Markdown (front matter with a status) as it is, anything else imported in memory. */
export async function readDocument(folder: string, name: string): Promise<ReadDocument> {
  const file = join(folder, name);
  const bytes = await readFile(file).catch(() => undefined);
  if (!bytes) return { kind: 'refused', reason: `${file} cannot be read.` };
  const place = { schoolId: 'folder', file: name, contentHash: '' };
  const text = extname(name).toLowerCase() === '.md' ? bytes.toString('utf8') : '';
  if (/^status:/m.test(splitFile(text).frontMatter ?? '')) {
    const parsed = parsePolicy(text, place);
    if (parsed.kind === 'invalid')
      return { kind: 'invalid', problems: parsed.problems.map((problem) => ({ ...problem, file })) };
    return { kind: 'read', document: toLintDocument(text, parsed.policy, file) };
  }
  const imported = await importDocument(bytes, name);
  if (imported.kind === 'refused') return { kind: 'refused', reason: `${file}: ${imported.reason}` };
  const parsed = parsePolicy(imported.markdown, place);
  if (parsed.kind === 'invalid')
    return {
      kind: 'refused',
      reason: `${file} could not be read as a policy: ${parsed.problems.map(({ message }) => message).join('; ')}.`,
    };
  return { kind: 'read', document: toSourceDocument(imported.markdown, parsed.policy, file, imported.account.lines) };
}
