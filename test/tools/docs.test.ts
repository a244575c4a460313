import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Environment } from '../../src/config.ts';
import { retentionTable } from '../../src/domain/records/retention-table.ts';
import { lintPolicies } from '../../src/domain/policies/lint/lint-policies.ts';
import { projectRoot } from '../../src/project-root.ts';
import { readLintInput } from '../../src/tools/lint/read-lint-input.ts';
import { policy, shelfFolder } from '../documents/shelf-folder.ts';

const read = (path: string) => readFileSync(join(projectRoot, path), 'utf8');
const settings = Object.keys(Environment.shape);

describe('What is written for the DPO', () => {
  test('has the retention table that the bot goes by, to the word', () => {
    const rows = read('docs/for-your-dpo.md')
      .split('\n')
      .filter((line) => /^\| .+ \| (?:by itself|by a person|kept) \|/.test(line));
    expect(rows).toEqual(
      Object.values(retentionTable).map(
        ({ record, ends, keep, source }) => `| ${record} | ${ends.replaceAll('-', ' ')} | ${keep} | ${source} |`,
      ),
    );
  });
});

describe('The set-up guide', () => {
  const guide = read('docs/set-up.md');

  test('names every setting that whoever sets it up has to think of, and no other', () => {
    const named = new Set(guide.match(/\b(?:[A-Z]+_){1,3}[A-Z]+\b/g));
    const own = ['STAFFROOM_DOMAIN'];
    expect([...named].filter((name) => !settings.includes(name) && !own.includes(name))).toEqual([]);
    for (const name of settings) expect(guide, name).toMatch(new RegExp(`\\b${name}\\b`));
  });

  test('says after each step how to know that it worked', () => {
    const sections = guide.split(/^#{2,3} /m).slice(1);
    const steps = sections.filter((section) => /^\d+ /.test(section));
    expect(steps.map((step) => Number.parseInt(step, 10))).toEqual(steps.map((_, at) => at + 1));
    for (const step of steps) expect(step).toContain('**How to know that it worked:**');
  });

  test('names only lines of the doctor that there are', () => {
    const sources = readdirSync(join(projectRoot, 'src/domain/health')).map((file) =>
      read(`src/domain/health/${file}`),
    );
    const checks = sources.flatMap((source) =>
      [...source.matchAll(/(?:green|amber|red)\(\s*'([a-z-]+)'/g)].map(([, name]) => name),
    );
    const lines = guide.match(/`doctor`: [^.)]+? (?:is|are) green/g) ?? [];
    expect(lines.length).toBeGreaterThan(8);
    for (const line of lines) {
      for (const [, name = ''] of line.matchAll(/`([a-z-]+)`/g)) if (name !== 'doctor') expect(checks).toContain(name);
    }
  });

  test('gives a school to begin with that loads and has no error', async () => {
    const { path } = shelfFolder({
      'your-school/school.yaml': read('docs/school.yaml'),
      'your-school/a.md': policy('a', 'Ride. {#aaaaaa}'),
    });
    const { contexts, findings, unusable } = await readLintInput(path, new Date('2026-11-20T12:00:00Z'));
    const errors = contexts.flatMap(lintPolicies).filter(({ severity }) => severity === 'error');
    expect([...findings, ...unusable, ...errors]).toEqual([]);
    expect(contexts.map(({ school }) => school?.school.id)).toEqual(['your-school']);
  });
});
