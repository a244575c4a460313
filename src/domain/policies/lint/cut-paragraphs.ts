import { at, excerpt, type LintRule } from './lint-document.ts';

/** Paragraphs that an empty line, a page's end as a rule, cuts in the middle of a sentence. */
export const cutParagraphs: LintRule = ({ documents }) =>
  documents.flatMap((document) =>
    document.policy.clauses.flatMap((clause) => {
      const line = document.source?.cut.get(clause.id);
      if (line === undefined) return [];
      return [
        {
          rule: 'cut-paragraph',
          severity: 'advice' as const,
          ...at(document, clause),
          line,
          message: `a sentence is cut in two here: "${excerpt(clause.text)}"`,
          why: 'Each half can be read, copied or quoted as if it were a whole rule.',
          todo: 'Join the two halves in the document; the import has joined them.',
        },
      ];
    }),
  );
