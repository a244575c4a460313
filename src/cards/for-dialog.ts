import type { AdaptiveCardJson } from './define-card.ts';

/** The card with every `Action.Execute` as its `Action.Submit`, the one action that a dialog answers. */
export function forDialog(card: AdaptiveCardJson): AdaptiveCardJson {
  return { ...card, ...onlySubmits({ ...card }) };
}

function onlySubmits(node: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(node).map(([name, value]) => [name, submitsIn(value)]));
}

function submitsIn(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(submitsIn);
  if (typeof value !== 'object' || value === null) return value;
  const node: Record<string, unknown> = { ...value };
  return onlySubmits(node['type'] === 'Action.Execute' ? submitOf(node) : node);
}

/** Style, title and what it takes of the inputs stay the button's own. */
function submitOf({ style, fallback }: Record<string, unknown>): Record<string, unknown> {
  return { ...(typeof fallback === 'object' ? fallback : {}), ...(style !== undefined && { style }) };
}
