import { describe, expect, it } from 'vitest';
import { toQuotation } from '../../../src/cards/quotation.ts';
import { leadInOf } from '../../../src/domain/policies/lead-in-of.ts';
import { parsePolicy } from '../../../src/domain/policies/parse-policy.ts';
import type { Policy } from '../../../src/domain/policies/policy.ts';
import { policyText, somewhere } from './policy-text.ts';

function policyOf(body: string): Policy {
  const parsed = parsePolicy(policyText(body), somewhere);
  if (parsed.kind === 'invalid') throw new Error(JSON.stringify(parsed.problems));
  return parsed.policy;
}

function clauseOf(policy: Policy, text: string) {
  const clause = policy.clauses.find((each) => each.text === text);
  if (!clause) throw new Error(`no clause says “${text}”`);
  return clause;
}

describe('what leads in a clause', () => {
  const leadIn = (policy: Policy, text: string) => leadInOf(policy, clauseOf(policy, text));

  it('is the line above its list, and nothing where it stands in none', () => {
    const policy = policyOf('Staff must not:\n\n- lend it\n\nSo there.');
    expect(leadIn(policy, 'lend it')).toBe('Staff must not:');
    expect(leadIn(policy, 'So there.')).toBeUndefined();
    expect(leadIn(policy, 'Staff must not:')).toBeUndefined();
  });

  it('takes the lists around its own with it: the inner lead-in alone would turn a ban into leave', () => {
    const policy = policyOf(
      'You may:\n\n- share pictures:\n  - of the hall\n\nYou must not:\n\n- share pictures:\n  - of pupils\n    - in class',
    );
    expect(leadIn(policy, 'of the hall')).toBe('You may: share pictures:');
    expect(leadIn(policy, 'of pupils')).toBe('You must not: share pictures:');
    expect(leadIn(policy, 'in class')).toMatch(/^You must not: share pictures:/);
  });

  it('takes a heading that leads in itself, and a line above by whose number it goes', () => {
    const policy = policyOf('## 2.1 Staff must not:\n\n- shout\n\n## 8\n\n**8.4** Only:\n\n**8.4.1** by day');
    expect(leadIn(policy, 'shout')).toBe('2.1 Staff must not:');
    expect(leadIn(policy, 'by day')).toBe('Only:');
  });

  it('stands on the card, whole', () => {
    const policy = policyOf('Staff must not:\n\n- share pictures of pupils:\n  - on social media');
    const card = toQuotation(policy, clauseOf(policy, 'on social media'), '2026-11-30', 2_000);
    expect(card).toMatchObject({ hasLeadIn: true, leadIn: 'Staff must not: share pictures of pupils:' });
  });
});
