import type { AdaptiveCardJson } from '../define-card.ts';

/**
 * The card as staff get it, marked as a preview: every button of it leads to the same answer, that this is one. Links stay
 * as they are: what staff would open can be opened.
 */
export function asPreview(card: AdaptiveCardJson, mark: string): AdaptiveCardJson {
  const { body, ...rest } = harmless(card) as AdaptiveCardJson & { body?: unknown };
  const note = {
    type: 'Container',
    style: 'emphasis',
    items: [{ type: 'TextBlock', text: mark, wrap: true, weight: 'Bolder' }],
  };
  return { ...rest, body: [note, ...(Array.isArray(body) ? (body as unknown[]) : [])] };
}

function harmless(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(harmless);
  if (typeof value !== 'object' || value === null) return value;
  const node = value as Record<string, unknown>;
  if (node['type'] === 'Action.Execute' || node['type'] === 'Action.Submit') return press(node);
  return Object.fromEntries(Object.entries(node).map(([key, inner]) => [key, harmless(inner)]));
}

const verb = 'campaigns.previewed';

function press({ title, style }: Record<string, unknown>): Record<string, unknown> {
  return {
    type: 'Action.Execute',
    title,
    ...(style !== undefined && { style }),
    verb,
    data: {},
    associatedInputs: 'none',
    fallback: { type: 'Action.Submit', title, associatedInputs: 'none', data: { verb } },
  };
}
