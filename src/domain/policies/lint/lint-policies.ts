import { conflictingClauses } from './conflicting-clauses.ts';
import { contactData } from './contact-data.ts';
import { contentsList } from './contents-list.ts';
import { cutParagraphs } from './cut-paragraphs.ts';
import { emptyHeadings } from './empty-headings.ts';
import { endedPassages } from './ended-passages.ts';
import type { Finding } from './finding.ts';
import { leftoverMarks } from './leftover-marks.ts';
import type { LintContext, LintRule } from './lint-document.ts';
import { meaningElsewhere } from './meaning-elsewhere.ts';
import { missingDeclaration } from './missing-declaration.ts';
import { missingIds } from './missing-ids.ts';
import { printedNumbers } from './printed-numbers.ts';
import { pupilsCode } from './pupils-code.ts';
import { readsBackwards } from './reads-backwards.ts';
import { replacedLawCited } from './replaced-law-cited.ts';
import { reviewCycle } from './review-cycle.ts';
import { reviewDue } from './review-due.ts';
import { routesLeadSomewhere } from './routes-lead-somewhere.ts';
import { schoolContacts } from './school-contacts.ts';
import { unfilledPlaceholders } from './unfilled-placeholders.ts';
import { unnumberedClauses } from './unnumbered-clauses.ts';
import { vanishedClauses } from './vanished-clauses.ts';
import { verblessItems } from './verbless-items.ts';

const rules: readonly LintRule[] = [
  unfilledPlaceholders,
  printedNumbers,
  unnumberedClauses,
  reviewDue,
  reviewCycle,
  replacedLawCited,
  missingDeclaration,
  endedPassages,
  conflictingClauses,
  contactData,
  schoolContacts,
  routesLeadSomewhere,
  emptyHeadings,
  contentsList,
  readsBackwards,
  verblessItems,
  meaningElsewhere,
  pupilsCode,
  missingIds,
  vanishedClauses,
  leftoverMarks,
  cutParagraphs,
];

/** Every finding about one school, by file and line. Pure: the same files on the same day give the same findings. */
export function lintPolicies(context: LintContext): Finding[] {
  const findings = rules.flatMap((rule) => rule(context));
  return findings.sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1));
}
