/** One place in a card's JSON, as `walk` gives it: the object and the path that leads to it. */
type Node = Readonly<Record<string, unknown>>;

/** Every object in the card, outermost first, with the property it stands in. */
export function walk(value: unknown, visit: (node: Node, property: string) => void, property = ''): void {
  if (Array.isArray(value)) return value.forEach((each) => walk(each, visit, property));
  if (typeof value !== 'object' || value === null) return;
  const node: Node = Object.fromEntries(Object.entries(value));
  visit(node, property);
  for (const [name, inner] of Object.entries(node)) walk(inner, visit, name);
}

/** Every string in the card with the kind of element and the property that hold it ("TextRun.text"). */
export function stringsOf(card: unknown): { place: string; text: string }[] {
  const found: { place: string; text: string }[] = [];
  walk(card, (node, property) => {
    const kind = typeof node['type'] === 'string' ? node['type'] : property;
    for (const [name, value] of Object.entries(node)) {
      for (const each of Array.isArray(value) ? value : [value]) {
        if (typeof each === 'string') found.push({ place: `${kind}.${name}`, text: each });
      }
    }
  });
  return found;
}

/** All actions of the card but the fallbacks, those behind other actions too. */
export function actionsOf(card: unknown): Node[] {
  const actions: Node[] = [];
  walk(card, (node, property) => {
    if (typeof node['type'] === 'string' && node['type'].startsWith('Action.') && property !== 'fallback')
      actions.push(node);
  });
  return actions;
}

/** The buttons that stand side by side, row by row, those behind other actions too. */
export function rowsOf(card: unknown): Node[][] {
  const rows: Node[][] = [];
  walk(card, ({ actions }) => {
    if (Array.isArray(actions)) rows.push(actions.map((action: object) => Object.fromEntries(Object.entries(action))));
  });
  return rows;
}

/** Paths of values that are null or undefined. */
export function emptiesOf(card: unknown): string[] {
  const empties: string[] = [];
  walk(card, (node, property) => {
    for (const [name, value] of Object.entries(node)) {
      if (value === null || value === undefined) empties.push(`${property}.${name}`);
    }
  });
  return empties;
}
