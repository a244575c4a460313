import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { importDocument } from '../../../src/documents/import-document.ts';
import type { Clause } from '../../../src/domain/policies/clause.ts';
import { clauseKey, quotablePolicies } from '../../../src/domain/policies/library.ts';
import { parsePolicy } from '../../../src/domain/policies/parse-policy.ts';
import { demandAt, demandOf, type Demand } from '../../../src/domain/slips/clause-demand.ts';
import { kindTable } from '../../../src/domain/slips/kind-table.ts';
import { slipKinds } from '../../../src/domain/slips/slip-kind.ts';
import { kindsOf } from '../../../src/domain/slips/kinds-of.ts';
import { projectRoot } from '../../../src/project-root.ts';
import { openSampleSchool } from '../../support/sample-school.ts';
import { sampleDemands } from './sample-demands.ts';
import { sharedDemands } from './shared-demands.ts';

type Listed = Readonly<Record<string, string>>;
const nameOf = (demand: Demand | undefined) => (demand?.kind === 'slip' ? demand.slip : demand?.kind);

const output = join(projectRoot, 'output/slips');

/** Keeps which clause leads to which kind and which button, as a table. */
function writeTable(policy: string, clauses: readonly Clause[], find: (clause: Clause) => Demand | undefined): void {
  const rows = clauses.flatMap((clause) => {
    const kind = nameOf(find(clause));
    if (kind === undefined) return [];
    const way = slipKinds.find((one) => one === kind);
    const button = way === undefined ? 'Make a report' : kindTable[way].way === 'ask' ? 'Ask permission' : 'Tell';
    return [`| ${policy}#${clause.id} | ${clause.ref ?? ''} | ${kind} | ${button} |`];
  });
  mkdirSync(output, { recursive: true });
  const head = ['| Clause | Number | Kind | Button |', '|---|---|---|---|'];
  writeFileSync(join(output, `${policy}.md`), [...head, ...rows, ''].join('\n'));
}

/** Holds what the rules find to a list: `found` of the listed, `falsely` found ones of all that were found, `kinds` that agree. */
function measure(clauses: readonly Clause[], listed: Listed, find: (clause: Clause) => Demand | undefined) {
  const rows = clauses.map((clause) => ({ id: clause.id, wanted: listed[clause.id], found: nameOf(find(clause)) }));
  const wanted = rows.filter((row) => row.wanted !== undefined);
  const found = rows.filter((row) => row.found !== undefined);
  const both = wanted.filter((row) => row.found !== undefined);
  return {
    listed: wanted.length,
    found: both.length,
    falsely: found.length - both.length,
    kinds: both.filter((row) => row.found === row.wanted).length,
    unknown: Object.keys(listed).filter((id) => !clauses.some((clause) => clause.id === id)),
  };
}

function expectGood(title: string, all: readonly ReturnType<typeof measure>[]) {
  const sum = (name: 'listed' | 'found' | 'falsely' | 'kinds') => all.reduce((total, one) => total + one[name], 0);
  const [listed, found, falsely, kinds] = [sum('listed'), sum('found'), sum('falsely'), sum('kinds')];
  console.log(`${title}: ${found} of ${listed} found, ${falsely} found falsely, ${kinds} of the right kind`);
  expect(all.flatMap(({ unknown }) => unknown)).toEqual([]);
  expect(found / listed).toBeGreaterThanOrEqual(0.95);
  expect(falsely / (found + falsely)).toBeLessThanOrEqual(0.05);
  expect(kinds / found).toBeGreaterThanOrEqual(0.9);
}

describe('what the clauses of the sample school demand', async () => {
  const library = (await openSampleSchool()).find('marlow-bridge');
  if (!library) throw new Error('the sample school is gone');
  const policies = quotablePolicies(library, '2026-11-24');

  it('is found by their words, as a list made by reading has it', () => {
    for (const { cover, clauses } of policies) writeTable(cover.id, clauses, demandOf);
    const measured = policies.map(({ cover, clauses }) => measure(clauses, sampleDemands[cover.id] ?? {}, demandOf));
    expectGood('the sample school', measured);
    expect(Object.keys(sampleDemands).every((id) => policies.some(({ cover }) => cover.id === id))).toBe(true);
  });

  it('leads to a kind that the school takes; a clause that school.yaml cites leads to the kind that cites it', () => {
    const { school } = library;
    expect(kindsOf(school)).toHaveLength(16);
    const table = policies.flatMap((policy) =>
      policy.clauses.map(
        (clause) => [clauseKey(policy, clause), demandAt(school, clauseKey(policy, clause), clause)] as const,
      ),
    );
    for (const { clause, kind } of school.slips)
      expect(table.find(([key]) => key === clause)?.[1]).toEqual({ kind: 'slip', slip: kind });
    const without = { slips: school.slips.filter(({ kind }) => kind !== 'software') };
    const [, asked] = table.find(([key]) => key === 'staff-acceptable-use#icawd6') ?? [];
    expect(nameOf(asked)).toBe('software');
    const clause = policies.flatMap(({ clauses }) => clauses).find(({ id }) => id === 'icawd6');
    expect(clause && demandAt(without, 'staff-acceptable-use#icawd6', clause)).toBeUndefined();
    expect(clause && demandAt({ slips: [] }, 'staff-acceptable-use#icawd6', clause)).toBeUndefined();
  });
});

const folder = join(projectRoot, '../shared/eval/policies');
describe.skipIf(!existsSync(folder))('what real policies demand (skipped where ../shared/eval is absent)', () => {
  it('is found by their words, as a list made by reading has it', async () => {
    const measured = await Promise.all(
      readdirSync(folder).map(async (file) => {
        const imported = await importDocument(readFileSync(join(folder, file)), file);
        const parsed = parsePolicy(imported.kind === 'imported' ? imported.markdown : '', {
          ...{ schoolId: 'shared', file, contentHash: '' },
        });
        const clauses = parsed.kind === 'parsed' ? parsed.policy.clauses : [];
        writeTable(file.replace(/\.txt$/, ''), clauses, demandOf);
        return measure(clauses, sharedDemands[file.replace(/\.txt$/, '')] ?? {}, demandOf);
      }),
    );
    expectGood('three real policies', measured);
  });
});

describe('a clause', () => {
  const clause = (text: string, changed: Partial<Clause> = {}): Clause => ({
    ...{ id: 'aaaaaa', kind: 'rule', headingPath: [], text, line: 1 },
    ...changed,
  });

  it.each([
    ['Do not film without the prior permission of the Head Teacher.', 'images'],
    ['Software may be installed with the approval of the ICT lead.', 'software'],
    ['Tell the Headteacher if you meet a pupil’s family by chance.', 'social-tie'],
    ['Tell the headteacher about any allegation.', 'report'],
    ['Parents give permission in writing.', undefined],
    ['The headteacher tells the parents on the day.', undefined],
    ['If you are unsure, ask the ICT lead first.', undefined],
    ['Tell the office whom you expect.', undefined],
  ])('“%s” leads to %s', (text, expected) => {
    expect(nameOf(demandOf(clause(text)))).toBe(expected);
  });

  it('that binds pupils, is signed or tells of the document demands nothing', () => {
    const text = 'Do not film without the prior permission of the headteacher.';
    for (const changed of [{ binds: 'pupils' }, { kind: 'declaration' }, { kind: 'cover' }] as const)
      expect(demandOf(clause(text, changed))).toBeUndefined();
  });
});
