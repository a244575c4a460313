import type { AnswerFinder } from './domain/answering/answer.ts';
import { createAnswerFinder } from './domain/answering/create-answer-finder.ts';
import { quotablePolicies, type SchoolLibrary } from './domain/policies/library.ts';
import { loadFindingModel } from './models/load-finding-model.ts';

/**
 * Gives the search over what a library may quote on a day (YYYY-MM-DD). It is built once for each library as it was
 * loaded and once more when the day changes; a library that a reload replaced is forgotten with its search.
 */
export function createFinderCache(): (library: SchoolLibrary, today: string) => AnswerFinder {
  const built = new WeakMap<SchoolLibrary, { readonly today: string; readonly finder: AnswerFinder }>();
  return (library, today) => {
    const known = built.get(library);
    if (known?.today === today) return known.finder;
    const finder = createAnswerFinder(quotablePolicies(library, today), loadFindingModel(), library.phrasings);
    built.set(library, { today, finder });
    return finder;
  };
}
