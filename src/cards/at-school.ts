import type { AdaptiveCardJson } from './define-card.ts';

/**
 * The card with the school that it belongs to in the data of each of its buttons, so that a press is understood at that
 * school, and with a line that says so at its end where there is one. A button that names a school already keeps it.
 */
export function atSchool(card: AdaptiveCardJson, schoolId: string, line?: string): AdaptiveCardJson {
  const marked = { ...card, ...markedIn({ ...card }, schoolId) };
  if (line === undefined) return marked;
  const body: unknown[] = Array.isArray(marked['body']) ? marked['body'] : [];
  return { ...marked, body: [...body, subtle(line)] };
}

function markedIn(node: Readonly<Record<string, unknown>>, schoolId: string): Record<string, unknown> {
  return Object.fromEntries(Object.entries(node).map(([name, value]) => [name, marksIn(value, schoolId)]));
}

function marksIn(value: unknown, schoolId: string): unknown {
  if (Array.isArray(value)) return value.map((one) => marksIn(one, schoolId));
  if (typeof value !== 'object' || value === null) return value;
  const node = markedIn({ ...value }, schoolId);
  if (node['type'] !== 'Action.Execute' && node['type'] !== 'Action.Submit') return node;
  const { data } = node;
  return { ...node, data: { school: schoolId, ...(typeof data === 'object' && data) } };
}

function subtle(text: string): unknown {
  return {
    type: 'RichTextBlock',
    spacing: 'Medium',
    inlines: [{ type: 'TextRun', text, size: 'Small', isSubtle: true }],
  };
}
