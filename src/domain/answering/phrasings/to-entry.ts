import type { AttachedPhrasing } from './phrasing.ts';

/**
 * One entry of phrasings.yaml, on one line, which ends with it: a card shows no line breaks and no spaces in front, so an
 * entry of several lines could not be copied out of one. JSON's quotation marks are YAML's too.
 */
export function toEntry({ words, clause, says }: AttachedPhrasing): string {
  return `- { words: ${JSON.stringify(words)}, clause: ${clause}, says: ${JSON.stringify(says)} }\n`;
}
