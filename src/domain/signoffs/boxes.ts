import type { Statement } from './campaign.ts';

/** Statements that are agreed to with one tick. */
export type Box = readonly Statement[];

/** More boxes than this nobody ticks with their mind on it, and no card holds. */
export const mostBoxes = 12;

/**
 * The boxes of a declaration, in its order: one for each statement; of more than `mostBoxes` statements one for each section
 * (`sectionOf` a statement, where it is known), and where those are too many, or too few to tell apart, equal parts.
 */
export function toBoxes(
  statements: readonly Statement[],
  sectionOf: (statement: Statement) => string | undefined,
): Box[] {
  if (statements.length <= mostBoxes) return statements.map((one) => [one]);
  const sections: Statement[][] = [];
  let last: string | undefined;
  for (const statement of statements) {
    const section = sectionOf(statement) ?? '';
    if (section === last) sections.at(-1)?.push(statement);
    else sections.push([statement]);
    last = section;
  }
  return sections.length > 1 && sections.length <= mostBoxes ? sections : parts(statements);
}

function parts(statements: readonly Statement[]): Box[] {
  const size = Math.ceil(statements.length / mostBoxes);
  const count = Math.ceil(statements.length / size);
  return Array.from({ length: count }, (_, at) => statements.slice(at * size, (at + 1) * size));
}
