import { slots } from './slots.ts';
import { wordTree } from './word-tree.ts';

export const anyOf = (list: readonly string[]) => `(?:${list.join('|')})`;

/** A name in braces, or several with bars between them; what is no slot's name stands for itself. */
const named = /\{([a-z_]+(?:\|[^{}]+)*)\}/g;

/** The same names stand in hundreds of patterns. */
const trees = new Map<string, string>();

function filled(pattern: string): string {
  return pattern.replace(named, (_, names: string) => {
    const tree = trees.get(names) ?? wordTree(names.split('|').flatMap(waysOf));
    trees.set(names, tree);
    return tree;
  });
}

/** The ways to say what a name stands for, other names in it filled in. */
function waysOf(name: string): readonly string[] {
  return (slots[name] ?? [name]).flatMap((way) => {
    const inner = /^\{(\w+)\}$/.exec(way)?.[1];
    return inner === undefined ? [filled(way)] : waysOf(inner);
  });
}

function spelt(pattern: string): string {
  return filled(pattern)
    .replace(/__/g, '(?:\\w+ ){0,7}?')
    .replace(/(?<!\w)_/g, '(?:\\w+ ){0,3}?')
    .replace(/(?<!\\)\$/g, '(?= \\.|$)')
    .replace(/\^/g, '(?<=^|\\. )');
}

/** One pattern of a sign as an expression that finds it as whole words; " . " in a text ends a clause. */
export function whole(...parts: (readonly string[] | string)[]): RegExp {
  const source = parts.map((part) => spelt(typeof part === 'string' ? part : anyOf(part))).join('');
  return new RegExp(`(?<!\\w)${source}(?!\\w)`);
}

const compiled = new Map<string, RegExp>();

/** A pattern whose parts, joined by " & ", may stand in any order: true of a text that holds them all. */
export function together(pattern: string): (text: string) => boolean {
  const parts = pattern.split(' & ').map((part) => {
    const known = compiled.get(part) ?? whole(anyOf([part]));
    compiled.set(part, known);
    return known;
  });
  return (text) => parts.every((part) => part.test(text));
}
