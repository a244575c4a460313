import { describe, expect, it } from 'vitest';
import { readClauseSignals } from '../../../src/domain/answering/clause-signals.ts';
import { policyWith } from './policy-with.ts';

const signalsOf = (text: string, more: { leadIn?: string; column?: string } = {}) => {
  const clause = policyWith([{ text, ...more }]).clauses[0];
  if (!clause) throw new Error('the policy has no clause');
  return readClauseSignals(clause, (stem) => ['design', 'lead', 'headteach', 'safeguard'].includes(stem));
};

describe('readClauseSignals', () => {
  it('takes the meaning of an item from its lead-in and its column', () => {
    expect(signalsOf('ride in the corridor', { leadIn: 'Staff must not:' }).forbids).toBe(true);
    expect(signalsOf('Ride in the corridor.', { column: 'Don’t' }).forbids).toBe(true);
    expect(signalsOf('Ride in the corridor.').forbids).toBe(false);
  });

  it('tells a length of time from a point by which something is done', () => {
    expect(signalsOf('Kept for six years.')).toMatchObject({ durations: true, deadlines: false });
    expect(signalsOf('Report it at once.')).toMatchObject({ durations: false, deadlines: true });
  });

  it('takes no “once” for a frequency', () => {
    expect(signalsOf('Once the bike is locked, leave.').frequencies).toBe(false);
    expect(signalsOf('Brakes are tested once a year.').frequencies).toBe(true);
  });

  it('finds amounts, ages, contacts and dates', () => {
    expect(signalsOf('A new lock costs £12.').amounts).toBe(true);
    expect(signalsOf('Riders are at least ten years old.').ages).toBe(true);
    expect(signalsOf('Ring 01632 960123.').contacts).toBe(true);
    expect(signalsOf('Approved on 3 March 2026.').dates).toBe(true);
  });

  it('tells a person’s name from a title', () => {
    expect(signalsOf('The bicycle lead is Orla Venn.').names).toBe(true);
    expect(signalsOf('Tell the Designated Lead.').names).toBe(false);
  });
});
