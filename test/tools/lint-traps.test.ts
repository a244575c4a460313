import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lintPolicies } from '../../src/domain/policies/lint/lint-policies.ts';
import { projectRoot } from '../../src/project-root.ts';
import { readLintInput } from '../../src/tools/lint/read-lint-input.ts';

// Three real policies that are kept beside the project, not in it. Where they are absent this file is skipped.
const folder = join(projectRoot, '../shared/eval/policies');

describe.skipIf(!existsSync(folder))('three real policies (skipped where ../shared/eval is absent)', async () => {
  const present = existsSync(folder);
  const { contexts } = present ? await readLintInput(folder, new Date('2026-11-20T12:00:00Z')) : { contexts: [] };
  const findings = contexts.flatMap(lintPolicies);
  const source = (file: string) => readFileSync(join(folder, file), 'utf8').split('\n');

  /** Rule, file, and what the line that the finding names must say. */
  it.each([
    ['unfilled-placeholder', 'kippax.txt', /ICT and the internet are essential/],
    ['unfilled-placeholder', 'kippax.txt', /\[name of school\]/],
    ['unfilled-placeholder', 'kippax.txt', /Publishing defamatory/],
    ['unfilled-placeholder', 'kippax.txt', /Use of personal email/],
    ['cut-paragraph', 'kippax.txt', /however members of staff$/],
    ['cut-paragraph', 'kippax.txt', /Safer Recruitment$/],
    ['cut-paragraph', 'kippax.txt', /under this legislation so that,$/],
    ['no-clause-numbers', 'kippax.txt', /./],
    ['review-overdue', 'kippax.txt', /reviewed by Governors June 2023/],
    ['repeated-number', 'kildwick.txt', /^2\.4\.6 Use/],
    ['meaning-elsewhere', 'kildwick.txt', /^Adults working in schools should not:/],
    ['unnumbered-clause', 'kildwick.txt', /^Schools should refer to the dealing/],
    ['review-overdue', 'kildwick.txt', /March 2018/],
    ['title-out-of-date', 'droxford.txt', /2020- 2022/],
    ['review-missing', 'droxford.txt', /Next review date/],
    ['contents-differ', 'droxford.txt', /a\. Introduction and Application/],
    ['contents-differ', 'droxford.txt', /12\. Signatures/],
    ['appendix-missing', 'droxford.txt', /Appendix 2/],
    ['appendix-missing', 'droxford.txt', /Appendix 3/],
    ['leftover-html', 'droxford.txt', /<ul/],
    ['meaning-elsewhere', 'droxford.txt', /Access or use any systems/],
    ['reads-backwards', 'droxford.txt', /in accordance to GDPR/],
    ['item-without-verb', 'droxford.txt', /the downloading of media/],
    ['pupils-code', 'droxford.txt', /^Appendix 4: Code of Conduct/],
    ['contact-data', 'droxford.txt', /helpline@/],
  ])('%s in %s where it says %s', (rule, file, words) => {
    const lines = findings
      .filter((finding) => finding.rule === rule && finding.file.endsWith(file))
      .map(({ line }) => line);
    expect(lines.map((line) => source(file)[line - 1] ?? '').filter((line) => words.test(line))).not.toEqual([]);
  });

  it('tells the misspelt address and the old number of one clause apart', () => {
    const told = findings.filter(({ rule }) => rule === 'contact-data').map(({ message }) => message);
    expect(told).toEqual([
      expect.stringMatching(/looks misspelt/),
      expect.stringMatching(/costs more than a normal call/),
    ]);
  });

  it('gives these errors and no other: each was read and is true', () => {
    const errors = findings.filter(({ severity }) => severity === 'error');
    expect(errors.map(({ rule, file, line }) => `${file.slice(folder.length + 1)}:${line} ${rule}`)).toEqual([
      'droxford.txt:193 reads-backwards',
      'droxford.txt:432 contact-data',
      'droxford.txt:580 replaced-law',
      'kildwick.txt:117 repeated-number',
      'kippax.txt:28 unfilled-placeholder',
      'kippax.txt:49 unfilled-placeholder',
      'kippax.txt:152 unfilled-placeholder',
      'kippax.txt:154 unfilled-placeholder',
    ]);
  });
});
