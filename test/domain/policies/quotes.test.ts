import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePolicy } from '../../../src/domain/policies/parse-policy.ts';
import { policyBody } from './policy-body.ts';
import { policyText, somewhere } from './policy-text.ts';

/** Takes the marks of the format off a whole file, without the parser: what is left is the source's words in order. */
function words(source: string): string {
  return source
    .replace(/ ?\{(?:[#.][a-z0-9-]+ ?)+\}/g, ' ')
    .replace(/\\([_*|[\]<>])/g, '\u2063$1')
    .replace(/\]\([^\s)]*\)/g, '')
    .replace(/<((?:https?|mailto):[^>]*|[^\s<>@]+@[^\s<>]+)>/g, '$1')
    .replace(/(?<!\u2063)\*|`|(?<!\u2063)\[/g, '')
    .replace(/\u2063/g, '')
    .replace(/\s+/gu, ' ');
}

function expectQuotesFrom(source: string): void {
  const parsed = parsePolicy(source, somewhere);
  if (parsed.kind === 'invalid') throw new Error(JSON.stringify(parsed.problems));
  const haystack = words(source);
  for (const clause of parsed.policy.clauses) {
    for (const quoted of [clause.text, clause.leadIn, clause.column, clause.ref]) {
      if (quoted !== undefined) expect(haystack).toContain(words(quoted).trim());
    }
  }
}

const shipped = new URL('../../../policies/', import.meta.url);
const files = readdirSync(shipped, { recursive: true })
  .map(String)
  .filter((name) => /^[^/\\]+[/\\].+\.md$/.test(name));

describe('every quote is a substring of its source', () => {
  it('in any policy', () => {
    fc.assert(
      fc.property(policyBody, (body) => expectQuotesFrom(policyText(body))),
      { numRuns: 300 },
    );
  });

  it.each(files)('in %s', (file) => {
    expectQuotesFrom(readFileSync(new URL(file.replaceAll('\\', '/'), shipped), 'utf8'));
  });
});
