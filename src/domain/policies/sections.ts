import { plainText } from './plain-text.ts';
import type { LineProblem } from './problem.ts';
import type { Span } from './span.ts';

/** A heading that is open where a clause stands. */
export interface Section {
  readonly level: number;
  readonly title: string;
  readonly kind?: 'cover' | 'declaration';
  readonly binds?: 'pupils' | 'parents';
}

const headingClasses = ['cover', 'declaration', 'pupils', 'parents', 'form'];

/** The open headings after `span`, a heading of `level`. The one `#` heading repeats `title` and opens nothing. */
export function enter(
  sections: readonly Section[],
  level: number,
  span: Span,
  title: string | undefined,
  problems: LineProblem[],
): Section[] {
  knownClasses(span, headingClasses, problems);
  const text = plainText(span.markdown);
  if (level === 1) {
    if (title !== undefined && text !== plainText(title)) {
      problems.push({
        line: span.line,
        message: `the # heading must repeat the title "${title}"; write other headings with ## to #####`,
      });
    }
    return [];
  }
  if (level === 6) problems.push({ line: span.line, message: 'headings go from ## to #####; use a higher one' });
  const kind = span.classes.includes('cover')
    ? 'cover'
    : span.classes.includes('declaration')
      ? 'declaration'
      : undefined;
  const binds = span.classes.includes('pupils') ? 'pupils' : span.classes.includes('parents') ? 'parents' : undefined;
  return [
    ...sections.filter((outer) => outer.level < level),
    { level, title: text, ...(kind && { kind }), ...(binds && { binds }) },
  ];
}

/** What the innermost heading that says anything about it says. */
export function nearest<Key extends 'kind' | 'binds'>(
  sections: readonly Section[],
  key: Key,
): Section[Key] | undefined {
  return sections.findLast((section) => section[key] !== undefined)?.[key];
}

/** Tells marks that are not `known` here. */
export function knownClasses(span: Span, known: readonly string[], problems: LineProblem[]): void {
  for (const name of span.classes.filter((name) => !known.includes(name))) {
    const choice = known.length > 0 ? `; here it may be ${known.map((one) => `.${one}`).join(', ')}` : '';
    problems.push({ line: span.line, message: `".${name}" is not a mark that can stand here${choice}` });
  }
}
