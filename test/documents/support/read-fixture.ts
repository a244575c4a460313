import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import type { Account } from '../../../src/documents/account.ts';
import { importDocument } from '../../../src/documents/import-document.ts';
import type { Clause } from '../../../src/domain/policies/clause.ts';
import { parsePolicy } from '../../../src/domain/policies/parse-policy.ts';
import type { Policy } from '../../../src/domain/policies/policy.ts';

export interface ReadPolicy {
  readonly policy: Policy;
  readonly clauses: readonly Clause[];
  readonly markdown: string;
  readonly account: Account;
}

/** Imports a document and reads the policy file back as the bot does; fails the test where either refuses. */
export async function read(bytes: Uint8Array, fileName: string): Promise<ReadPolicy> {
  const imported = await importDocument(bytes, fileName);
  if (imported.kind === 'refused') throw new Error(`${fileName} was refused: ${imported.reason}`);
  const parsed = parsePolicy(imported.markdown, { schoolId: 'school', file: fileName, contentHash: '' });
  expect(parsed.kind === 'invalid' ? parsed.problems : []).toEqual([]);
  if (parsed.kind === 'invalid') throw new Error('unreachable');
  return { ...imported, policy: parsed.policy, clauses: parsed.policy.clauses };
}

export function readText(text: string, fileName = 'policy.txt'): Promise<ReadPolicy> {
  return read(Buffer.from(text), fileName);
}

export function fixtureBytes(name: string): Buffer {
  return readFileSync(new URL(`../fixtures/${name}`, import.meta.url));
}

export function readFixture(name: string): Promise<ReadPolicy> {
  return read(fixtureBytes(name), name);
}

/** The one clause whose text starts with `start`. */
export function clauseOf({ clauses }: ReadPolicy, start: string): Clause {
  const found = clauses.filter(({ text }) => text.startsWith(start));
  expect(found.map(({ text }) => text)).toHaveLength(1);
  const [clause] = found;
  if (!clause) throw new Error(`no clause starts with "${start}"`);
  return clause;
}

/** The words of a text, marks of lists, tables and emphasis aside. */
export function wordsOf(text: string): string[] {
  return text.normalize('NFC').match(/[\p{L}\p{N}]+/gu) ?? [];
}
