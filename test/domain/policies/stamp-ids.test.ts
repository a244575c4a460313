import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePolicy } from '../../../src/domain/policies/parse-policy.ts';
import { stampIds } from '../../../src/domain/policies/stamp-ids.ts';
import { policyBody } from './policy-body.ts';
import { policyText, somewhere } from './policy-text.ts';

function idsOf(text: string): string[] {
  const parsed = parsePolicy(text, somewhere);
  if (parsed.kind === 'invalid') throw new Error(JSON.stringify(parsed.problems));
  return parsed.policy.clauses.map(({ id }) => id);
}

describe('stampIds', () => {
  it('writes the ids that parsing gives the unstamped file, once, and changes nothing else', () => {
    fc.assert(
      fc.property(policyBody, fc.constantFrom('\n', '\r\n'), (body, ending) => {
        const text = policyText(body).replaceAll('\n', ending);
        const stamped = stampIds(text);
        expect(idsOf(stamped)).toEqual(idsOf(text));
        expect(stampIds(stamped)).toBe(stamped);
        const without = (file: string) => file.replace(/ ?\{#[a-z0-9-]+\}/g, '').replace(/#[a-z0-9-]+ (?=\.)/g, '');
        expect(without(stamped)).toBe(without(text));
        expect((stamped.match(/#[a-z0-9-]+[ }]/g) ?? []).length).toBe(idsOf(text).length);
      }),
    );
  });

  it('gives any text at all the same clauses before and after, and never fails on it', () => {
    const marks = [
      '- ',
      '  - ',
      '* ',
      '1. ',
      '## ',
      '| a | b |',
      '| --- |',
      '{.row-headings}',
      '{#abc}',
      '{.lead-in}',
      '{#abc .lead-in}',
      ' {.form}',
      ' {',
    ];
    const rest = [
      '}',
      '**1.1** ',
      'must:',
      '*',
      '_',
      '`',
      '[x](y)',
      '<br>',
      '\\|',
      '|',
      '> ',
      '---',
      '\n',
      '\n\n',
      '\t',
      '\r\n',
      'é',
      ' ',
    ];
    const piece = fc.constantFrom(...marks, ...rest);
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        const text = policyText(pieces.join(''));
        const stamped = stampIds(text);
        expect(stampIds(stamped)).toBe(stamped);
        const parsed = parsePolicy(text, somewhere);
        if (parsed.kind === 'invalid') return;
        const policy = { ...parsed.policy, markdown: stamped };
        expect(parsePolicy(stamped, somewhere)).toEqual({ kind: 'parsed', policy });
      }),
      { numRuns: 2000 },
    );
  });

  it('never gives two clauses one id', () => {
    fc.assert(
      fc.property(policyBody, (body) => {
        const ids = idsOf(policyText(body));
        expect(new Set(ids).size).toBe(ids.length);
      }),
    );
  });

  it('keeps an id through renumbering and through new neighbours', () => {
    const [, before] = idsOf(policyText('## 2 Parking\n\n**2.1** Stop.\n\n**2.2** Lock it.'));
    const after = idsOf(policyText('## 2 Parking\n\n**2.1** Look.\n\n**2.2** Stop.\n\n**2.3** Lock it.'));
    expect(after[2]).toBe(before);
  });

  it('lengthens an id that another clause already has written down', () => {
    const [id] = idsOf(policyText('One.'));
    const [, longer] = idsOf(policyText(`Two. {#${id}}\n\nOne.`));
    expect(longer).toMatch(new RegExp(`^${id}.$`));
  });

  it('keeps a byte order mark, spaces at line ends and a file that it cannot parse', () => {
    expect(stampIds('\uFEFF---\nid: x\n---\nOne.  \n')).toMatch(/^\uFEFF---\nid: x\n---\nOne. \{#[a-z2-7]{6}\} {2}\n$/);
    expect(stampIds('')).toBe('');
    expect(stampIds('---\nno end')).toMatch(/no end \{#/);
  });
});
