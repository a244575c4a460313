import { findNodeAtLocation, getNodeValue, parseTree, printParseErrorCode, type ParseError } from 'jsonc-parser';
import type { FieldPath } from './problem.ts';

export type TemplateRead =
  | {
      readonly kind: 'read';
      readonly value: unknown;
      /** The line of a field, or of the nearest one around it. */
      lineOf(path: FieldPath): number;
    }
  | { readonly kind: 'malformed'; readonly line: number; readonly message: string };

/** Reads JSON, strictly, and remembers where each field stands. What is no JSON is told with its line. */
export function readTemplate(text: string): TemplateRead {
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  const lineAt = (offset: number) => text.slice(0, offset).split('\n').length;
  const [first] = errors;
  if (first || !tree) {
    const what = first ? printParseErrorCode(first.error) : 'ValueExpected';
    return {
      kind: 'malformed',
      line: lineAt(first?.offset ?? 0),
      message: `This is no JSON (${what}). Correct this line or the one before.`,
    };
  }
  return {
    kind: 'read',
    value: getNodeValue(tree) as unknown,
    lineOf(path) {
      const node = findNodeAtLocation(tree, [...path]);
      if (!node) return path.length === 0 ? 1 : this.lineOf(path.slice(0, -1));
      // The line of its name, also where its value begins further down.
      return lineAt((node.parent?.type === 'property' ? node.parent : node).offset);
    },
  };
}
