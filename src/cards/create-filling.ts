import { plainText } from './plain-text.ts';

/** Expands a template with a view: the templating library. */
export type Expand = (view: unknown) => unknown;

type Make = (texts: readonly string[]) => unknown;

const keepAtMost = 100;
/** Stands for one text of a view; the characters are for private use, and no template holds them. */
const mark = (number: number): string => `\ue000${number}\ue001`;
const marks = /\ue000(\d+)\ue001/;

/**
 * Fills a card with the texts of a view. What a template makes of a view hangs on the view's shape (its conditions, how
 * long its lists are) and never on its words, so `expand` is asked once for each shape, with marks for the words; from
 * then on the words are put where the marks stand. Each text is cleaned by `plainText`, so that no card can forget it.
 * The hundred latest shapes are kept. The result is a new object each time. Throws when `template` computes with words:
 * a view holds them as they are shown.
 */
export function createFilling(template: unknown, expand: Expand): (view: unknown) => unknown {
  refuseSums(template);
  const makers = new Map<string, Make>();
  return (view) => {
    const texts: string[] = [];
    const shape = shapeOf(view, texts);
    const make = makers.get(shape) ?? compile(expand(marked(view, { next: 0 })));
    if (!makers.has(shape)) {
      const [oldest] = makers.keys();
      if (oldest !== undefined && makers.size >= keepAtMost) makers.delete(oldest);
      makers.set(shape, make);
    }
    return make(texts);
  };
}

/** What a template may ask of a view: a value by its path, and conditions that hang on booleans alone. */
const value = /^(\$data|[\w.]+)$/;
const condition = /^(!?[\w.]+|and\(!?[\w.]+(, !?[\w.]+)*\))$/;

function refuseSums(node: unknown, key = ''): void {
  if (typeof node === 'string') {
    for (const [whole, asked = ''] of node.matchAll(/\$\{(.*?)\}/g)) {
      if (!(key === '$when' ? condition : value).test(asked))
        throw new Error(`the template computes: ${whole}. Put the result into the view.`);
    }
  } else if (typeof node === 'object' && node !== null) {
    for (const [inner, child] of Object.entries(node)) refuseSums(child, inner);
  }
}

/** All of a view but its words, which go to `texts`, cleaned, in the order of `marked`. */
function shapeOf(value: unknown, texts: string[]): string {
  if (typeof value === 'string') {
    texts.push(plainText(value));
    return '"';
  }
  if (typeof value !== 'object' || value === null) return String(value);
  let shape = '';
  if (Array.isArray(value)) {
    for (const inner of value) shape += `${shapeOf(inner, texts)},`;
    return `[${shape}]`;
  }
  for (const [key, inner] of Object.entries(value)) shape += `${key}:${shapeOf(inner, texts)},`;
  return `{${shape}}`;
}

function marked(value: unknown, count: { next: number }): unknown {
  if (typeof value === 'string') return mark(count.next++);
  if (Array.isArray(value)) return value.map((inner) => marked(inner, count));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, marked(inner, count)]));
}

/** Turns an expanded card into the function that makes it again with other words. */
function compile(node: unknown): Make {
  if (typeof node === 'string') return compileText(node);
  if (Array.isArray(node)) {
    const items = node.map(compile);
    return (texts) => items.map((make) => make(texts));
  }
  if (typeof node !== 'object' || node === null) return () => node;
  const fields = Object.entries(node).map(([key, inner]) => [key, compile(inner)] as const);
  return (texts) => {
    const made: Record<string, unknown> = {};
    for (const [key, make] of fields) made[key] = make(texts);
    return made;
  };
}

function compileText(text: string): Make {
  const parts = text.split(marks); // words of the template and numbers of texts in turn
  const [before = '', number, after] = parts;
  if (number === undefined) return () => text;
  if (parts.length === 3) return (texts) => before + (texts[Number(number)] ?? '') + after;
  return (texts) => parts.map((part, at) => (at % 2 === 0 ? part : (texts[Number(part)] ?? ''))).join('');
}
