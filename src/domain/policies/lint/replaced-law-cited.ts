import { at, type LintRule } from './lint-document.ts';
import { replacedLaw } from './replaced-law-table.ts';

const spokenOfAsPast = /\b(?:replac(?:ed|es|ing)|repeal(?:ed|s)|supersed(?:ed|es)|former(?:ly)?|previously|until)\b/i;

/** Laws and bodies that are no longer, or no longer under that name: one finding a document and law, at its first clause. */
export const replacedLawCited: LintRule = ({ documents }) =>
  documents.flatMap((document) =>
    replacedLaw.flatMap(({ cited, name, severity, since, instead, source }) => {
      const citing = document.policy.clauses.filter(({ text }) =>
        sentencesOf(text).some((sentence) => cited.test(sentence)),
      );
      const [first, ...others] = citing;
      if (!first) return [];
      const also = others.length > 0 ? ` (and on line ${others.map(({ line }) => line).join(', ')})` : '';
      return [
        {
          rule: 'replaced-law',
          severity,
          ...at(document, first),
          message: `cites ${name}${also}`,
          why: `That changed (since ${since}): see ${source}.`,
          todo: `Cite ${instead}.`,
        },
      ];
    }),
  );

/** The sentences of a clause; one that says itself that the law is past is left out. */
function sentencesOf(text: string): string[] {
  return text.split(/(?<=[.;])\s+/).filter((sentence) => !spokenOfAsPast.test(sentence));
}
