import { sealedOfSlip } from '../../domain/slips/sealed-places.ts';
import { sealedUnder } from '../../keys/create-sealer.ts';
import type { KeyRing } from '../../keys/key-ring.ts';
import type { StoreContent } from '../../storage/store-content.ts';

/** How many texts are sealed under keys that are not on the ring. What was destroyed is none. */
export function countUnreadable(
  content: Pick<StoreContent, 'questions' | 'suggestions' | 'gaps' | 'drafts' | 'reports' | 'reportEvents' | 'slips'>,
  { wrapping }: Pick<KeyRing, 'wrapping'>,
): number {
  const known = new Set<string | undefined>(wrapping.map(({ kid }) => kid));
  return sealedTextsOf(content).filter((text) => !known.has(sealedUnder(text))).length;
}

function sealedTextsOf({
  questions,
  suggestions,
  gaps,
  drafts,
  reports,
  reportEvents,
  slips,
}: Parameters<typeof countUnreadable>[0]): string[] {
  const answers = questions.flatMap(({ answer }) => (answer ? [answer] : []));
  return [
    ...slips.flatMap(sealedOfSlip).map(({ sealedText }) => sealedText),
    ...[...questions, ...answers, ...suggestions, ...gaps, ...reportEvents].map(({ sealedText = '' }) => sealedText),
    ...drafts.map(({ sealedAnswers }) => sealedAnswers),
    ...reports.map(({ sealedReport }) => sealedReport),
  ].filter((text) => text !== '');
}
