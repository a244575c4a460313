import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { importDocument } from '../../documents/import-document.ts';
import { standingOf } from '../../domain/policies/library.ts';
import { parsePolicy } from '../../domain/policies/parse-policy.ts';
import type { Policy } from '../../domain/policies/policy.ts';

/** The policies of a folder that may be asked, and sentences for whoever asks about those that may not. */
export interface FolderPolicies {
  readonly policies: readonly Policy[];
  /** Things worth knowing. */
  readonly notes: readonly string[];
  /** Files that should have been readable and were not. */
  readonly problems: readonly string[];
}

const readable = new Set(['.txt', '.md', '.docx', '.pdf']);

/**
 * Reads every document of a folder that is no school's folder: policy Markdown as it is, anything else imported in
 * memory. Raw documents and proposed policies count as in force, since there is no school to say otherwise; withdrawn
 * policies and addenda outside their dates (`today`, YYYY-MM-DD) are left out.
 */
export async function readFolder(folder: string, today: string): Promise<FolderPolicies> {
  const policies: Policy[] = [];
  const notes: string[] = [];
  const problems: string[] = [];
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isFile() && !entry.name.startsWith('.')).map(({ name }) => name);
  for (const name of names.sort()) {
    if (!readable.has(extname(name).toLowerCase())) {
      notes.push(`${name}: left out, because only .txt, .md, .docx and .pdf files are read.`);
      continue;
    }
    const read = await readPolicy(await readFile(join(folder, name)), name);
    if (typeof read === 'string') problems.push(`${name}: ${read}`);
    else {
      const policy = withOwnId(asInForce(read), policies);
      const standing = standingOf(policy, today);
      if (standing === 'in-force' || standing === 'overdue') policies.push(policy);
      else notes.push(`${name}: left out, because it is ${standing === 'not-yet' ? 'not in force yet' : standing}.`);
    }
  }
  return { policies, notes, problems };
}

/** The policy, or a sentence that says why the file gives none. */
async function readPolicy(bytes: Uint8Array, file: string): Promise<Policy | string> {
  const contentHash = createHash('sha256').update(bytes).digest('hex');
  const place = { schoolId: 'folder', file, contentHash };
  const text = extname(file).toLowerCase() === '.md' ? new TextDecoder().decode(bytes) : '';
  if (isPolicyMarkdown(text)) return policyFrom(text, place);
  const imported = await importDocument(bytes, file);
  return imported.kind === 'refused' ? imported.reason : policyFrom(imported.markdown, place);
}

function policyFrom(markdown: string, place: { schoolId: string; file: string; contentHash: string }): Policy | string {
  const parsed = parsePolicy(markdown, place);
  if (parsed.kind === 'parsed') return parsed.policy;
  return parsed.problems.map(({ line, message }) => `line ${line}: ${message}`).join('; ');
}

/** Front matter with a status is ours; any other Markdown is a document like the rest. */
function isPolicyMarkdown(text: string): boolean {
  return /^\uFEFF?---\r?\n(?:(?!---).*\r?\n)*?status:/.test(text);
}

function asInForce(policy: Policy): Policy {
  return policy.cover.status === 'proposed' ? { ...policy, cover: { ...policy.cover, status: 'in-force' } } : policy;
}

/** Two documents may carry the same title; the second is told apart, so that every answer names one policy. */
function withOwnId(policy: Policy, others: readonly Policy[]): Policy {
  const taken = new Set(others.map(({ cover }) => cover.id));
  let id = policy.cover.id;
  for (let copy = 2; taken.has(id); copy += 1) id = `${policy.cover.id}-${copy}`;
  return id === policy.cover.id ? policy : { ...policy, cover: { ...policy.cover, id } };
}
