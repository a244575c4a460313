import { at, excerpt, type LintRule } from './lint-document.ts';

/** Paragraphs without a number among numbered ones, and whole policies whose rules cannot be cited by number. */
export const unnumberedClauses: LintRule = ({ documents }) =>
  documents.flatMap((document) => {
    const rules = document.policy.clauses.filter(
      ({ kind, binds }) => (kind === 'rule' || kind === 'lead-in') && !binds,
    );
    const numbered = rules.filter(({ ref }) => /^[A-Z]?\d+(?:\.\d+)*$/.test(ref ?? ''));
    if (rules.length >= 20 && numbered.length < rules.length / 5) {
      return [
        {
          rule: 'no-clause-numbers',
          severity: 'advice' as const,
          file: document.file,
          line: rules[0]?.line ?? 1,
          message: `${rules.length - numbered.length} of ${rules.length} rules have no number`,
          why: 'Staff, governors and a tribunal can cite a section but not the rule in it.',
          todo: 'Number the paragraphs within each section (4.1, 4.2 …) at the next review.',
        },
      ];
    }
    const leading = new Set(numbered.map(({ leadIn }) => leadIn));
    return rules
      .filter((clause, i) => {
        const before = rules[i - 1];
        const follows = before && numbered.includes(before) && before.kind === 'rule';
        return (
          follows &&
          !clause.ref &&
          !leading.has(clause.text) &&
          !clause.leadIn &&
          before.headingPath.join() === clause.headingPath.join()
        );
      })
      .map((clause) => ({
        rule: 'unnumbered-clause',
        severity: 'advice' as const,
        ...at(document, clause),
        message: `a paragraph without a number among numbered ones: "${excerpt(clause.text)}"`,
        why: 'It cannot be cited, and it is not clear whether it belongs to the number above it.',
        todo: 'Give it a number of its own, or join it to the paragraph above.',
      }));
  });
