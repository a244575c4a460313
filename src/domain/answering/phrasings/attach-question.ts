import { isReference } from '../../delivery/reference.ts';
import { namesKnownTo } from '../names-known.ts';
import { tellsOfSomebody } from '../tells-of-somebody.ts';
import { attachPhrasing, type Attaching } from './attach-phrasing.ts';
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
  if (attaching.kind !== 'attached') return attaching;
  if (tellsOfSomebody(words, namesKnownTo(at.library)) || tellsOfAsker(words)) {
    return { kind: 'refused', reason: 'They seem to tell of somebody.' };
  }
  const isOfOneMatter = words.split(/[^\w-]+/).some((word) => isReference(word.toUpperCase()));
  return isOfOneMatter ? { kind: 'refused', reason: 'They name one matter by its reference.' } : attaching;
}
