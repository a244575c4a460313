import type { Finding } from './finding.ts';
import type { LintDocument, LintRule } from './lint-document.ts';

const code = /\b(?:code|rules|agreement|contract|charter|commitment|pledge|declaration)\b/i;
const young = /\b(?:pupils?|children|child|students?|parents?|carers?)\b/i;

/** A pupils' or parents' code inside a policy for staff: unmarked in policy Markdown, any in a document as the school has it. */
export const pupilsCode: LintRule = ({ documents }) =>
  documents.flatMap((document) => {
    const { audience } = document.policy.cover;
    if (audience.includes('pupils') || audience.includes('parents')) return [];
    return document.source ? bound(document) : unmarked(document);
  });

function unmarked(document: LintDocument): Finding[] {
  const bindingPaths = new Set(
    document.policy.clauses.filter(({ binds }) => binds).map(({ headingPath }) => headingPath.join('\u0000')),
  );
  return document.headings
    .filter(
      ({ text, path }) =>
        code.test(text) &&
        young.test(text) &&
        !/\bstaff|adults?\b/i.test(text) &&
        !bindingPaths.has(path.join('\u0000')),
    )
    .map((heading) => told(document, heading.text, heading.line, 'mark the heading {.pupils} or {.parents}'));
}

function bound(document: LintDocument): Finding[] {
  const tops = new Set<string>();
  return document.policy.clauses.flatMap((clause) => {
    const [top = ''] = clause.headingPath;
    if (!clause.binds || tops.has(top)) return [];
    tops.add(top);
    const heading = document.headings.find(({ text }) => text === top);
    return [
      told(document, top, heading?.line ?? clause.line, 'check that the import marks it {.pupils} or {.parents}'),
    ];
  });
}

function told(document: LintDocument, heading: string, line: number, mark: string): Finding {
  return {
    rule: 'pupils-code',
    severity: 'advice',
    file: document.file,
    line,
    message: `"${heading}" binds pupils or parents, but the policy is for ${document.policy.cover.audience.join(', ')}`,
    why: 'Quoted without a label it would be taken for a rule for staff.',
    todo: `Keep it as a document of its own, or ${mark}.`,
  };
}
