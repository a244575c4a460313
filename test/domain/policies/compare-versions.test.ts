import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareVersions, type ClauseChange } from '../../../src/domain/policies/compare-versions.ts';
import { parsePolicy } from '../../../src/domain/policies/parse-policy.ts';
import type { Policy } from '../../../src/domain/policies/policy.ts';
import { versionHash } from '../../../src/domain/policies/version-hash.ts';
import { policyBody } from './policy-body.ts';
import { policyText, somewhere } from './policy-text.ts';

function policyOf(body: string, cover: Record<string, string> = {}): Policy {
  const parsed = parsePolicy(policyText(body, cover), somewhere);
  if (parsed.kind === 'invalid') throw new Error(JSON.stringify(parsed.problems));
  return parsed.policy;
}

const told = (change: ClauseChange) =>
  `${change.kind}: ${'before' in change ? change.before.text : ''} > ${'after' in change ? change.after.text : ''}`;

function compare(before: string, after: string): string[] {
  return compareVersions(policyOf(before).clauses, policyOf(after).clauses).map(told);
}

describe('compareVersions', () => {
  it('tells added, removed, reworded and renumbered apart, in the order of the new version', () => {
    const before =
      '**1** Ring the bell.\n\n**2** Push your bicycle across the yard.\n\n**3** Sing.\n\n**4** Wear a helmet.';
    const after =
      '**1** Ring the bell.\n\n**2** Lock it.\n\n**3** Push your bicycle across the whole yard.\n\n**5** Wear a helmet.';
    expect(compare(before, after)).toEqual([
      'added:  > Lock it.',
      'reworded: Push your bicycle across the yard. > Push your bicycle across the whole yard.',
      'removed: Sing. > ',
      'renumbered: Wear a helmet. > Wear a helmet.',
    ]);
  });

  it('takes every item for reworded when the line that gives the items their meaning changed', () => {
    const list = (lead: string) => `${lead}\n\n- ride on the yard;\n- lend their key.`;
    expect(compare(list('Adults should not:'), list('Adults may:'))).toEqual([
      'reworded: Adults should not: > Adults may:',
      'reworded: ride on the yard; > ride on the yard;',
      'reworded: lend their key. > lend their key.',
    ]);
  });

  it('knows a clause by its id, however many of its words changed', () => {
    expect(compare('Stop here. {#abcdef}', 'Everybody waits at the gate. {#abcdef}')).toEqual([
      'reworded: Stop here. > Everybody waits at the gate.',
    ]);
  });

  it('takes other words for another clause', () => {
    expect(compare('Stop here.', 'Everybody waits at the gate.')).toEqual([
      'removed: Stop here. > ',
      'added:  > Everybody waits at the gate.',
    ]);
  });

  it('finds nothing between a policy and itself, and every clause once between any two', () => {
    fc.assert(
      fc.property(policyBody, policyBody, (one, other) => {
        const [before, after] = [policyOf(one).clauses, policyOf(other).clauses];
        expect(compareVersions(before, before)).toEqual([]);
        const changes = compareVersions(before, after);
        const olds = changes.flatMap((change) => ('before' in change ? [change.before] : []));
        const news = changes.flatMap((change) => ('after' in change ? [change.after] : []));
        expect(new Set(olds).size).toBe(olds.length);
        expect(new Set(news).size).toBe(news.length);
        const same = before.length - olds.length;
        expect(after.length - news.length).toBe(same);
        const back = compareVersions(after, before);
        expect(back.filter(({ kind }) => kind === 'added').length).toBe(
          changes.filter(({ kind }) => kind === 'removed').length,
        );
      }),
    );
  });
});

describe('versionHash', () => {
  const body = '## 1 Yard\n\n**1.1** Push it. {#abcdef}';

  it('stays when only what the bot reads changed', () => {
    const dated = policyOf(body.replace(' {#abcdef}', ''), { status: 'proposed', reviewDue: '2030-01-31' });
    expect(versionHash(dated)).toBe(versionHash(policyOf(body)));
  });

  it.each([
    ['a word', body.replace('Push', 'Ride'), {}],
    ['a number', body.replace('1.1', '1.2'), {}],
    ['a heading', body.replace('Yard', 'Gate'), {}],
    ['the version', body, { version: '"1.1"' }],
    ['the title', body, { title: 'Cycles' }],
  ])('changes with %s', (_what, changed, cover) => {
    expect(versionHash(policyOf(changed, cover))).not.toBe(versionHash(policyOf(body)));
  });
});
