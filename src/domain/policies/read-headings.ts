import { plainText } from './plain-text.ts';
import { readBlocks } from './read-blocks.ts';
import { splitFile } from './split-file.ts';

/** The headings of a policy file in order, the title and what stands in a form left out. Lines are 1-based. */
export function readHeadings(markdown: string): { text: string; level: number; line: number; path: string[] }[] {
  const { lines, bodyStart } = splitFile(markdown);
  const open: { level: number; text: string }[] = [];
  return readBlocks(lines, bodyStart, []).flatMap((block) => {
    if (block.kind !== 'heading' || block.level === 1 || block.span.classes.includes('form')) return [];
    const text = plainText(block.span.markdown);
    while ((open.at(-1)?.level ?? 0) >= block.level) open.pop();
    open.push({ level: block.level, text });
    return [{ text, level: block.level, line: block.span.line, path: open.map((heading) => heading.text) }];
  });
}
