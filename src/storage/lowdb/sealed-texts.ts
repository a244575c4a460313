import { keys, type StoreData } from './store-data.ts';

type Questions = StoreData['questions'];

/** Every sealed text of a school with its place: `question:<id>`, `answer:<question id>`, `suggestion:<id>` and `gap:<id>`. */
export function sealedOf(
  { handed, suggestions, gaps }: Questions,
  schoolId: string,
): { readonly place: string; readonly sealedText: string }[] {
  const own = <Row extends { readonly schoolId: string }>(rows: Iterable<Row>) =>
    [...rows].filter((row) => row.schoolId === schoolId);
  return [
    ...own(handed).flatMap(({ id, sealedText, answer }) => [
      { place: `question:${id}`, sealedText },
      ...(answer ? [{ place: `answer:${id}`, sealedText: answer.sealedText }] : []),
    ]),
    ...own(suggestions)
      .filter(({ sealedText }) => sealedText !== '')
      .map(({ id, sealedText }) => ({ place: `suggestion:${id}`, sealedText })),
    ...own(gaps).map(({ id, sealedText }) => ({ place: `gap:${id}`, sealedText })),
  ];
}

/** The section with `sealedText` at `place`; undefined when something else than `old` is there. */
export function replaceSealed(
  questions: Questions,
  { schoolId, place, old, sealedText }: { schoolId: string; place: string; old: string; sealedText: string },
): Questions | undefined {
  const { handed, suggestions, gaps } = questions;
  const colon = place.indexOf(':');
  const key = keys.ofSchool({ schoolId, id: place.slice(colon + 1) });
  const question = handed.get(key);
  const suggestion = suggestions.get(key);
  const gap = gaps.get(key);
  switch (place.slice(0, colon)) {
    case 'question':
      if (question?.sealedText !== old) return undefined;
      return { ...questions, handed: handed.with({ ...question, sealedText }) };
    case 'answer':
      if (question?.answer?.sealedText !== old) return undefined;
      return { ...questions, handed: handed.with({ ...question, answer: { ...question.answer, sealedText } }) };
    case 'suggestion':
      if (suggestion?.sealedText !== old) return undefined;
      return { ...questions, suggestions: suggestions.with({ ...suggestion, sealedText }) };
    case 'gap':
      if (gap?.sealedText !== old) return undefined;
      return { ...questions, gaps: gaps.with({ ...gap, sealedText }) };
    default:
      return undefined;
  }
}
