import type { LintRule } from './lint-document.ts';

/** Headings with nothing under them, not even under a heading below. */
export const emptyHeadings: LintRule = ({ documents }) =>
  documents.flatMap(({ policy, headings, file }) =>
    headings
      .filter((heading, i) => {
        const next = headings.slice(i + 1).find(({ level }) => level <= heading.level)?.line ?? Infinity;
        const path = heading.path.join('\u0000');
        return !policy.clauses.some(
          ({ headingPath, line }) =>
            (line >= heading.line && line < next) || headingPath.slice(0, heading.path.length).join('\u0000') === path,
        );
      })
      .map(({ text, line }) => ({
        rule: 'empty-heading',
        severity: 'advice',
        file,
        line,
        message: `nothing stands under "${text}"`,
        why: 'Something was lost, or was never written.',
        todo: 'Write what belongs there, or take the heading out.',
      })),
  );
