import type { SchoolLibrary } from '../policies/library.ts';
import type { NamesKnown } from './hide-names.ts';
import { createIsUsual } from './usual-words.ts';

/** Whom a school knows by name, those without an account included, and which words its policies use for things. */
export function namesKnownTo({ school, listed = [], policies }: SchoolLibrary): NamesKnown {
  return { people: [...school.people, ...listed].map(({ name }) => name), isUsual: createIsUsual(policies) };
}
