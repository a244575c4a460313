import { at, type LintRule } from './lint-document.ts';
import { replacedLaw } from './replaced-law-table.ts';

const spokenOfAsPast = /\b(?:replac(?:ed|es|ing)|repeal(?:ed|s)|supersed(?:ed|es)|former(?:ly)?|previously|until)\b/i;

/** Laws and bodies that are no longer, or no longer under that name. A sentence that says so itself is left alone. */
export const replacedLawCited: LintRule = ({ documents }) =>
  documents.flatMap((document) =>
    document.policy.clauses.flatMap((clause) =>
      replacedLaw
        .filter(({ cited }) =>
          clause.text.split(/(?<=[.;])\s+/).some((sentence) => cited.test(sentence) && !spokenOfAsPast.test(sentence)),
        )
        .map(({ name, severity, since, instead, source }) => ({
          rule: 'replaced-law',
          severity,
          ...at(document, clause),
          message: `cites ${name}`,
          why: `That changed (since ${since}): see ${source}.`,
          todo: `Cite ${instead}.`,
        })),
    ),
  );
