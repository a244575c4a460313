import { stampIds } from '../domain/policies/stamp-ids.ts';
import { type Account, type LineUse, toAccount } from './account.ts';
import type { SourceLine } from './source-line.ts';

/**
 * A file that is Policy Markdown already (front matter with `id`, `status` and `owner`): its missing clause ids are
 * written and nothing else changes. Undefined where it is anything else. `lines` are those of `text`.
 */
export function readPolicyMarkdown(
  text: string,
  lines: readonly SourceLine[],
): { markdown: string; account: Account } | undefined {
  const end = lines.findIndex((line, index) => index > 0 && line.text.trim() === '---');
  if (lines[0]?.text.trim() !== '---' || end < 0) return undefined;
  const keys = lines.slice(1, end).map((line) => /^([A-Za-z]+):/.exec(line.text)?.[1]);
  if (!['id', 'status', 'owner'].every((key) => keys.includes(key))) return undefined;
  let inForm = false;
  const uses = lines.map((line, index): [number, LineUse] => {
    if (index <= end) return [line.number, 'front-matter'];
    if (/^#{1,6}\s/.test(line.text)) {
      inForm = /\{[^}]*\.form\b/.test(line.text);
      return [line.number, 'heading'];
    }
    if (inForm) return [line.number, 'form'];
    const isMark = /^\s*(?:\{\.row-headings\}|\|[\s|:-]+\||(?:[-*_]\s*){3,}|<!--.*-->)\s*$/.test(line.text);
    return [line.number, isMark ? 'furniture' : 'clause'];
  });
  return { markdown: stampIds(text), account: toAccount(lines, new Map(uses), []) };
}
