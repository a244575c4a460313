import { describe, expect, it } from 'vitest';
import type { Answer } from '../../src/domain/answering/answer.ts';
import { toAnswerLine } from '../../src/tools/ask/answer-line.ts';
import { printAnswer } from '../../src/tools/ask/print-answer.ts';
import { clause, phonePolicy, ranked, today } from '../cards/marlow-bridge.ts';

const leadIn = 'You may fly a kite only if:';
const inner = { kind: 'rule', headingPath: ['2 Your own phone'], leadIn: 'it holds:', line: 9 } as const;
const policy = phonePolicy([
  clause('2', leadIn, { kind: 'lead-in' }),
  clause('a.', 'it has a tail;', { leadIn }),
  clause('b.', 'it holds:', { kind: 'lead-in', leadIn }),
  { ...inner, id: 'x', text: 'string' },
  { ...inner, id: 'y', text: 'a reel' },
  clause('c.', 'the wind is light.', { leadIn }),
  clause('3', 'Ask first.'),
]);
const [lead, tail, , , , wind, ask] = policy.clauses.map((_, at) => ranked(policy, at));
if (!lead || !tail || !wind || !ask) throw new Error('the policy holds too few clauses');
const list = ['a. “it has a tail;”', 'b. “it holds:”', '  - “string”', '  - “a reel”', 'c. “the wind is light.”'];
const below = list.map((line) => `  ${line}\n`).join('');
const near = (score: number) => ({ ...ask, score });

const quoted: Answer = {
  kind: 'quoted',
  best: lead,
  others: [{ ...wind, score: 0.4 }, { ...tail, score: 0.4 }, near(0.3)],
};
const linesOf = (answer: Answer) => printAnswer(answer, undefined, today);

describe('staffroom ask about a line that leads in a list', () => {
  it('prints the whole list below it, and nothing of it again', () => {
    const text = linesOf(quoted);
    expect(text).toContain(`“${leadIn}”\n${below}— Phone Policy, 2, 2 Your own phone`);
    expect(text).toMatch(/See also\n- “Ask first\.” \(Phone Policy, 3\)$/);
  });

  it('prints it whole where it fits about as well, among the others and among the nearest', () => {
    const close = linesOf({ kind: 'quoted', best: ask, others: [lead, wind] });
    expect(close).toContain(`This fits about as well:\n“${leadIn}”\n${below}— `);
    expect(close.split('the wind is light.')).toHaveLength(2);
    const also = linesOf({ kind: 'quoted', best: ask, others: [{ ...lead, score: 0.2 }] });
    expect(also).toContain(`See also\n- “${leadIn}” (Phone Policy, 2)\n${below.trimEnd()}`);
    const unsure = linesOf({ kind: 'unsure', nearest: [lead, wind, ask] });
    expect(unsure).toContain(`Nearest\n- “${leadIn}” (Phone Policy, 2)\n${below}- “Ask first.”`);
  });

  it('does not call an item of the list a second rule that fits', () => {
    const text = linesOf({ kind: 'quoted', best: lead, others: [wind, near(0.3)] });
    expect(text).not.toContain('This fits about as well');
  });

  it('gives the list as data beside the fields of before, and every clause that was found', () => {
    const { clauses } = toAnswerLine(quoted);
    expect(clauses.map(({ quote }) => quote)).toEqual([leadIn, 'the wind is light.', 'it has a tail;', 'Ask first.']);
    expect(clauses[0]?.items).toEqual([
      { ref: 'a.', leadIn, quote: 'it has a tail;' },
      { ref: 'b.', leadIn, quote: 'it holds:' },
      { ref: null, leadIn: 'it holds:', quote: 'string' },
      { ref: null, leadIn: 'it holds:', quote: 'a reel' },
      { ref: 'c.', leadIn, quote: 'the wind is light.' },
    ]);
    for (const each of clauses.slice(1)) expect(each).not.toHaveProperty('items');
  });
});
