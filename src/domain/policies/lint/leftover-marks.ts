import type { LintRule } from './lint-document.ts';

const tag = /<\/?(?:ul|ol|li|br|p|div|span|table|td|tr|th|u|b|i|strong|em|font)\b[^>]*>/i;

/** HTML left over from a conversion. One finding a document, with the first line. */
export const leftoverMarks: LintRule = ({ documents }) =>
  documents.flatMap(({ file, policy, source }) => {
    const marked = (source?.lines ?? policy.clauses).filter(({ text }) => tag.test(text));
    const [first] = marked;
    if (!first) return [];
    return [
      {
        rule: 'leftover-html',
        severity: 'advice' as const,
        file,
        line: first.line,
        message: `HTML marks such as ${tag.exec(first.text)?.[0]} stand in ${marked.length} ${marked.length === 1 ? 'line' : 'lines'}`,
        why: 'Readers see the marks instead of a list or a table.',
        todo: source
          ? 'Make the list again in the document; the import takes the marks off.'
          : 'Take the marks out; write a list.',
      },
    ];
  });
