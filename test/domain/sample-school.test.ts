import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { holdersOf } from '../../src/domain/people/holders-of.ts';
import { School } from '../../src/domain/people/school.ts';
import { findClause, quotablePolicies, standingOf, type SchoolLibrary } from '../../src/domain/policies/library.ts';
import { parsePolicy } from '../../src/domain/policies/parse-policy.ts';
import { readYaml } from '../../src/domain/policies/read-yaml.ts';
import { stampIds } from '../../src/domain/policies/stamp-ids.ts';
import { projectRoot } from '../../src/project-root.ts';

const folder = join(projectRoot, 'policies/marlow-bridge');
const files = readdirSync(folder).filter((name) => name.endsWith('.md'));
const library = readSampleSchool();
const today = '2026-11-20';

describe('the sample school', () => {
  it('has at least six policies in force and 250 clauses that may be quoted', () => {
    const inForce = quotablePolicies(library, today).filter(({ cover }) => cover.amends === undefined);
    expect(inForce.length).toBeGreaterThanOrEqual(6);
    expect(inForce.flatMap(({ clauses }) => clauses).length).toBeGreaterThanOrEqual(250);
  });

  it('has every kind of clause, pupils and parents’ codes included, and none longer than 300 characters', () => {
    const clauses = library.policies.flatMap((policy) => policy.clauses);
    expect(new Set(clauses.map(({ kind }) => kind))).toEqual(
      new Set(['rule', 'lead-in', 'cell', 'declaration', 'cover']),
    );
    expect(new Set(clauses.map(({ binds }) => binds))).toEqual(new Set([undefined, 'pupils', 'parents']));
    expect(clauses.filter(({ text }) => text.length > 300)).toEqual([]);
  });

  it('asks for a signature exactly where a policy holds a declaration of several statements, twice', () => {
    const signed = library.policies.filter(({ cover }) => cover.signoff === 'required');
    expect(signed.map(({ cover }) => cover.id)).toEqual(['staff-acceptable-use', 'staff-code-of-conduct']);
    for (const policy of library.policies) {
      const statements = policy.clauses.filter(({ kind }) => kind === 'declaration');
      expect(statements.length >= 5).toBe(signed.includes(policy));
    }
  });

  it('shows every standing that a head meets: overdue, running and ended addenda, a draft', () => {
    const standing = Object.fromEntries(library.policies.map((one) => [one.cover.id, standingOf(one, today)]));
    expect(standing).toMatchObject({
      'social-media': 'overdue',
      'online-safety-addendum-autumn-2026': 'in-force',
      'visitors-addendum-summer-2026': 'expired',
      'artificial-intelligence': 'proposed',
    });
    expect(Object.values(standing).filter((one) => one === 'overdue')).toHaveLength(1);
  });

  it('amends only policies that it has', () => {
    const ids = library.policies.map(({ cover }) => cover.id);
    const amended = library.policies.flatMap(({ cover }) => cover.amends ?? []);
    expect(amended.length).toBeGreaterThanOrEqual(2);
    expect(ids).toEqual(expect.arrayContaining(amended));
  });

  it('cites for every route a clause that stands in a policy in force', () => {
    const quotable = quotablePolicies(library, today);
    expect(library.school.routes.length).toBeGreaterThan(10);
    for (const { rule, clause = '' } of library.school.routes) {
      expect(quotable, `route ${rule}`).toContain(findClause(library, clause)?.policy);
    }
  });

  it('has a holder for the owner of every policy and for every role that a route names', () => {
    const { school, policies } = library;
    for (const role of new Set([
      ...policies.map(({ cover }) => cover.owner),
      ...school.routes.flatMap(({ to }) => to),
    ])) {
      expect(holdersOf(school, role, today), role).not.toHaveLength(0);
    }
  });

  it('has one absence with cover, which changes nothing today', () => {
    const [lead] = holdersOf(library.school, 'dsl', today);
    expect(lead).toMatchObject({ person: { name: 'Daniel Reid' }, away: false });
    expect(holdersOf(library.school, 'dsl', '2027-02-10')[0]?.coveredBy?.name).toBe('Priya Nair');
  });

  it('carries an id on every clause, written in the file', () => {
    for (const file of files) expect(stampIds(read(file)), file).toBe(read(file));
  });

  const others = ['policies', 'policies2'].map((name) => join(projectRoot, '../shared/eval', name)).filter(existsSync);
  it.skipIf(others.length === 0)(
    'shares no run of eight words with other schools’ policies, where those are at hand',
    () => {
      const theirs = new Set(others.flatMap(filesIn).flatMap((path) => runsOfEight(readFileSync(path, 'utf8'))));
      expect(theirs.size).toBeGreaterThan(1000);
      const shared = files.flatMap((file) => runsOfEight(read(file)).filter((run) => theirs.has(run)));
      expect(shared).toEqual([]);
    },
  );
});

function readSampleSchool(): SchoolLibrary {
  const school = readYaml(read('school.yaml'), School, 1);
  if (school.kind === 'invalid') throw new Error(JSON.stringify(school.problems));
  const policies = files.map((file) => {
    const contentHash = createHash('sha256').update(read(file)).digest('hex');
    const parsed = parsePolicy(read(file), { schoolId: school.value.id, file, contentHash });
    if (parsed.kind === 'invalid') throw new Error(JSON.stringify(parsed.problems));
    return parsed.policy;
  });
  return { school: school.value, policies };
}

function read(file: string): string {
  return readFileSync(join(folder, file), 'utf8');
}

function filesIn(path: string): string[] {
  return readdirSync(path, { recursive: true })
    .map((name) => join(path, String(name)))
    .filter((file) => statSync(file).isFile());
}

function runsOfEight(text: string): string[] {
  const words =
    text
      .replace(/\{#[a-z0-9-]+\}/g, ' ')
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? [];
  return words.slice(7).map((_, i) => words.slice(i, i + 8).join(' '));
}
