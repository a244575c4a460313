import { describe, expect, it } from 'vitest';
import { itemsLedBy, withoutListed } from '../../../src/domain/policies/led-items.ts';
import { parsePolicy } from '../../../src/domain/policies/parse-policy.ts';
import type { Policy } from '../../../src/domain/policies/policy.ts';
import { policyText, somewhere } from './policy-text.ts';

function policyOf(body: string): Policy {
  const parsed = parsePolicy(policyText(body), somewhere);
  if (parsed.kind === 'invalid') throw new Error(JSON.stringify(parsed.problems));
  return parsed.policy;
}

/** The items that the clause with this text leads in, each with a `>` for every list that it stands inside. */
function ledIn(policy: Policy, text: string, at = 0): string[] {
  const clause = policy.clauses.filter((each) => each.text === text)[at];
  if (!clause) throw new Error(`no clause says “${text}”`);
  return itemsLedBy(policy, clause).map((item) => '>'.repeat(item.depth) + item.clause.text);
}

describe('the items that a clause leads in', () => {
  it('are those of the list below it, all, in order, and nothing after it', () => {
    const policy = policyOf('**4.1** Only if:\n\n- **a.** it is locked;\n- **b.** it is yours.\n\n**4.2** Ask first.');
    expect(ledIn(policy, 'Only if:')).toEqual(['it is locked;', 'it is yours.']);
    expect(ledIn(policy, 'it is locked;')).toEqual([]);
    expect(ledIn(policy, 'Ask first.')).toEqual([]);
  });

  it('take the lists inside the list with them, one step deeper', () => {
    const policy = policyOf('You must:\n\n- park:\n  - in the shed\n  - upright\n- lock it\n\nSo there.');
    expect(ledIn(policy, 'You must:')).toEqual(['park:', '>in the shed', '>upright', 'lock it']);
    expect(ledIn(policy, 'park:')).toEqual(['in the shed', 'upright']);
  });

  it('are the numbered paragraphs below a line that is marked as their lead-in, up to the next heading', () => {
    const policy = policyOf(
      '## Do\n\nAdults should not: {.lead-in}\n\n**2.1** Lend it.\n\n**2.2** Share:\n\n- a key\n- a PIN\n\n**2.3** Sell it.\n\n## Then\n\n**3.1** Go.',
    );
    expect(ledIn(policy, 'Adults should not:')).toEqual(['Lend it.', 'Share:', '>a key', '>a PIN', 'Sell it.']);
  });

  it('are what is numbered under a line that ends in a colon', () => {
    const policy = policyOf(
      '**8.4** Your own car may be used only:\n\n**8.4.1** with leave;\n\n**8.4.2** if insured.\n\n**8.5** Ask.\n\n**8.40** Go.',
    );
    expect(ledIn(policy, 'Your own car may be used only:')).toEqual(['with leave;', 'if insured.']);
  });

  it('are its own where two lines in a section say the same', () => {
    const policy = policyOf('You must:\n\n- ask\n\nNow and then.\n\nYou must:\n\n- wait\n- sign');
    expect(ledIn(policy, 'You must:', 0)).toEqual(['ask']);
    expect(ledIn(policy, 'You must:', 1)).toEqual(['wait', 'sign']);
  });

  it('are no cells of a table', () => {
    const policy = policyOf('**3** Who does what:\n\n| Do | Don’t |\n| --- | --- |\n| ask | run |');
    expect(ledIn(policy, 'Who does what:')).toEqual([]);
  });
});

describe('what was quoted', () => {
  const policy = policyOf('**4.1** Only if:\n\n- **a.** it is locked;\n- **b.** it is yours.\n\n**4.2** Ask first.');
  const quoted = (...texts: string[]) =>
    texts.flatMap((text) => policy.clauses.filter((each) => each.text === text).map((clause) => ({ policy, clause })));
  const textsOf = (clauses: ReturnType<typeof quoted>, shown = Infinity) =>
    withoutListed(clauses, (each) =>
      itemsLedBy(each.policy, each.clause)
        .map(({ clause }) => clause)
        .slice(0, shown),
    ).map(({ clause }) => clause.text);

  it('is left out where it stands in a list quoted before it, and only what of that list is shown', () => {
    const all = quoted('Only if:', 'it is yours.', 'Ask first.', 'it is locked;');
    expect(textsOf(all)).toEqual(['Only if:', 'Ask first.']);
    expect(textsOf(all, 1)).toEqual(['Only if:', 'it is yours.', 'Ask first.']);
  });

  it('stays where its list comes after it', () => {
    expect(textsOf(quoted('it is locked;', 'Only if:', 'it is yours.'))).toEqual(['it is locked;', 'Only if:']);
  });
});
