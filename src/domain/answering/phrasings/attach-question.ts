import { isReference } from '../../delivery/reference.ts';
import type { Clause } from '../../policies/clause.ts';
import type { SchoolLibrary } from '../../policies/library.ts';
import type { Policy } from '../../policies/policy.ts';
import { namesKnownTo } from '../names-known.ts';
import { tellsOfSomebody } from '../tells-of-somebody.ts';
import { attachPhrasing, takeWords, type Attaching, type Taking } from './attach-phrasing.ts';
import { longestPhrasing } from './parse-phrasings.ts';
import { tellsOfAsker } from './tells-of-asker.ts';

/**
 * The same as `attachPhrasing` for words that a colleague asked in. They did not write them for the file, so what seems to
 * tell of somebody (what has happened, a name, a number, an address) or of the asker (a condition, a family) is not kept
 * either, on the side of caution, nor what names one matter by its reference.
 */
export function attachQuestion(
  { clause, words }: { clause: string; words: string },
  at: Parameters<typeof attachPhrasing>[1],
): Attaching {
  const attaching = attachPhrasing({ meant: clause, words }, at);
  return attaching.kind === 'attached' ? (refusalOf(words, at.library) ?? attaching) : attaching;
}

/** The same as `takeWords` for words that a colleague asked in. */
export function takeQuestion(
  words: string,
  at: { readonly policy: Policy; readonly clause: Clause },
  library: SchoolLibrary,
): Taking {
  const taking = takeWords(words, at, library);
  return taking.kind === 'attached' ? (refusalOf(words, library) ?? taking) : taking;
}

/** Whether nothing that is quickly seen speaks against keeping the words of a question: asked of each that is answered. */
export function mayBeKept(words: string, library: SchoolLibrary): boolean {
  return words.length <= longestPhrasing && refusalOf(words, library) === undefined;
}

function refusalOf(words: string, library: SchoolLibrary): Extract<Taking, { kind: 'refused' }> | undefined {
  if (tellsOfAsker(words) || tellsOfSomebody(words, namesKnownTo(library))) {
    return { kind: 'refused', reason: 'They seem to tell of somebody.' };
  }
  const isOfOneMatter = words.split(/[^\w-]+/).some((word) => isReference(word.toUpperCase()));
  return isOfOneMatter ? { kind: 'refused', reason: 'They name one matter by its reference.' } : undefined;
}
