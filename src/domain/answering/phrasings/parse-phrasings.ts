import { isMap, isSeq, LineCounter, parseDocument, type ParsedNode } from 'yaml';
import { z } from 'zod/v4';
import type { LineProblem } from '../../policies/problem.ts';
import { readMessage, soundsUrgent } from '../read-message.ts';
import { accusedIn } from '../offices.ts';
import { beginningOf, phrasingKey, type Phrasing } from './phrasing.ts';

/** The most letters that the words of an entry may have. */
export const longestPhrasing = 300;
const mostPhrasings = 1_000;

const Entry = z.strictObject(
  {
    words: z
      .string('write it as text, in quotation marks')
      .min(5, 'write at least two words')
      .max(longestPhrasing, { error: `keep it to ${longestPhrasing} letters`, abort: true })
      .refine((words) => !soundsUrgent(words), 'it sounds like something that has happened, which is never kept here')
      .refine(
        isQuestion,
        'it never comes to the search: it is read as a greeting, a call for help, digits or another language',
      )
      .refine(
        (words) => accusedIn(words).length === 0,
        'it complains of somebody in a post: whom that is told to is left to the policies',
      ),
    clause: z
      .string('write it as text')
      .regex(/^[a-z0-9-]+#[a-z0-9-]+$/, 'write the policy’s id, # and the clause’s id, as in mobile-devices#4pkfi7'),
    says: z
      .string('write it as text, in quotation marks')
      .min(1, 'write what the clause says')
      .refine(
        (says) => (beginningOf(says)?.trim().length ?? 10) >= 10,
        'write how the clause begins, in ten letters or more',
      ),
  },
  'write an entry with words, clause and says',
);

/** Whether words are read as a question to the policies, or to the list of contacts first. */
function isQuestion(words: string): boolean {
  return ['question', 'contact'].includes(readMessage(words).kind);
}

/**
 * Reads `phrasings.yaml`: a list of entries with `words`, `clause` and `says`. An entry that cannot be used is told with
 * its line and left out; the others count. Of two with the same words the first counts. A file that is no YAML list gives
 * nothing but its problems.
 */
export function parsePhrasings(yaml: string): { readonly phrasings: Phrasing[]; readonly problems: LineProblem[] } {
  const lines = new LineCounter();
  const document = parseDocument(yaml.replace(/^\uFEFF/, ''), { lineCounter: lines, prettyErrors: false });
  const lineOf = (node: ParsedNode | null | undefined) => (node ? lines.linePos(node.range[0]).line : 1);
  const [error] = document.errors;
  if (error) {
    const message = `this is not valid YAML (${error.message.trim()}); no phrasing is used until it is put right`;
    return { phrasings: [], problems: [{ line: lines.linePos(error.pos[0]).line, message }] };
  }
  const { contents } = document;
  if (contents === null || (contents.range[0] === contents.range[1] && !isSeq(contents)))
    return { phrasings: [], problems: [] };
  if (!isSeq(contents)) {
    const message = 'write a list: each entry begins with “- words:”; no phrasing is used until then';
    return { phrasings: [], problems: [{ line: lineOf(contents), message }] };
  }
  const phrasings = new Map<string, Phrasing>();
  const problems: LineProblem[] = [];
  contents.items.slice(0, mostPhrasings).forEach((item) => {
    const line = lineOf(item);
    const tell = (message: string) => void problems.push({ line, message: `${message}; this entry is left out` });
    const read = Entry.safeParse(isMap(item) ? item.toJS(document, { maxAliasCount: 0 }) : undefined);
    if (!read.success) {
      for (const { path, message, code } of read.error.issues)
        tell(
          code === 'unrecognized_keys'
            ? 'an entry has only words, clause and says'
            : `${path.map(String).join('.')}: ${message}`.replace(/^: /, ''),
        );
      return;
    }
    const key = phrasingKey(read.data.words);
    const earlier = phrasings.get(key);
    if (earlier) tell(`line ${earlier.line} has the same words`);
    else phrasings.set(key, { ...read.data, line });
  });
  if (contents.items.length > mostPhrasings)
    problems.push({ line: 1, message: `only the first ${mostPhrasings} entries are used` });
  return { phrasings: [...phrasings.values()], problems };
}
