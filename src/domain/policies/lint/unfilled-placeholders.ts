import { at, type LintRule } from './lint-document.ts';

const whose =
  '(?:the |your |our )?(?:school|academy|setting|nursery|trust|head ?teacher|head|dsl|governors?|chair|contact|officer|local authority|organisation)';
const placeholder = new RegExp(
  [
    `[([<{]\\s*(?:insert|enter|add|type|complete|delete as)\\b[^)\\]>}]{0,60}[)\\]>}]`,
    `[([<{]\\s*(?:names?|details|address|number|date) (?:of|for) ${whose}[^)\\]>}]{0,30}[)\\]>}](?!@)`,
    `[([<{]\\s*${whose}(?:'s|’s)? (?:name|logo|details|number|e-?mail)\\s*[)\\]>}](?!@)`,
    `\\[(?:date|name|xx+|tbc|\\.{3}|…|\\s*)\\]`,
    `\\bX{3,}\\b|\\bx{4,}\\b|\\bT\\.?B\\.?[CAD]\\b\\.?|_{4,}|\\blorem ipsum\\b`,
  ].join('|'),
  'gi',
);

/** Places that whoever took over a model policy was meant to fill in. */
export const unfilledPlaceholders: LintRule = ({ documents }) =>
  documents.flatMap((document) =>
    document.policy.clauses.flatMap((clause) =>
      [...new Set(clause.text.match(placeholder) ?? [])].map((found) => ({
        rule: 'unfilled-placeholder',
        severity: 'error',
        ...at(document, clause),
        message: `"${found.trim()}" was never filled in`,
        why: 'It shows that nobody read the text as the school’s own, and the bot quotes it as it stands.',
        todo: 'Put the school’s own words there.',
      })),
    ),
  );
