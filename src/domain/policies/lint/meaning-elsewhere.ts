import type { Finding } from './finding.ts';
import { excerpt, type LintDocument, type LintRule } from './lint-document.ts';
import { leadPolarity } from './polarity.ts';

/** Rules whose "not" stands somewhere else: in an unnumbered line above numbered clauses, or in a column's heading. */
export const meaningElsewhere: LintRule = ({ documents }) =>
  documents.flatMap((document) => [...leadIns(document), ...columns(document)]);

function leadIns(document: LintDocument): Finding[] {
  const { clauses } = document.policy;
  return clauses
    .filter(({ kind, ref }) => kind === 'lead-in' && ref === undefined)
    .flatMap((leadIn) => {
      const led = clauses.filter(
        (clause) => clause.leadIn === leadIn.text && /^\d+\.\d/.test(clause.ref ?? '') && clause.line > leadIn.line,
      );
      const [first] = led;
      if (!first || leadPolarity(first) !== 'ban') return [];
      return [
        tell(
          document,
          leadIn.line,
          `${led.map(({ ref }) => ref).join(', ')} ${led.length === 1 ? 'gets its' : 'get their'} "not" from this unnumbered line: "${excerpt(leadIn.text)}"`,
        ),
      ];
    });
}

/** Only told of a document as the school has it: in policy Markdown a cell is always quoted with its column. */
function columns(document: LintDocument): Finding[] {
  const banned = document.policy.clauses.filter(
    (clause) => clause.kind === 'cell' && clause.column && leadPolarity(clause) === 'ban',
  );
  const [first] = banned;
  if (!document.source || !first) return [];
  return [
    tell(
      document,
      first.line,
      `${banned.length} table cells get their "not" from the column heading "${first.column}"`,
    ),
  ];
}

function tell({ file }: LintDocument, line: number, message: string): Finding {
  return {
    rule: 'meaning-elsewhere',
    severity: 'advice',
    file,
    line,
    message,
    why: 'Cited or copied alone, the rule says the opposite of what is meant.',
    todo: 'Put the "not" into each rule.',
  };
}
