import type { FieldPath, FieldProblem } from './problem.ts';

/** What a template may ask for, written `${{NAME}}` in its texts. */
export interface AppValues {
  readonly APP_VERSION: string;
  readonly BOT_ID: string;
  /** Without a slash at its end. */
  readonly PUBLIC_URL: string;
  readonly DOMAIN: string;
  readonly SCHOOL: string;
  /** At most 32 characters. */
  readonly SCHOOL_SHORT: string;
}

export const valueNames = ['APP_VERSION', 'BOT_ID', 'PUBLIC_URL', 'DOMAIN', 'SCHOOL', 'SCHOOL_SHORT'] as const;

const place = /\$\{\{\s*(\w+)\s*\}\}/g;

/** The template with its values. A place that asks for something else is a problem, and stays as it is. */
export function fillTemplate(template: unknown, values: AppValues): { value: unknown; problems: FieldProblem[] } {
  const problems: FieldProblem[] = [];
  const fill = (value: unknown, path: FieldPath): unknown => {
    if (typeof value === 'string') {
      return value.replace(place, (whole, name: string) => {
        if (isName(name)) return values[name];
        problems.push({
          path,
          message: `Nothing is known of “${whole}”. Use one of ${valueNames.join(', ')}, or write the text itself.`,
        });
        return whole;
      });
    }
    if (Array.isArray(value)) return value.map((item, at) => fill(item, [...path, at]));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, fill(item, [...path, name])]));
  };
  return { value: fill(template, []), problems };
}

/** The names of the values that a field of the template is filled with. */
export function namesIn(template: unknown, path: FieldPath): string[] {
  const field = path.reduce<unknown>((value, step) => (isBranch(value) ? value[step] : undefined), template);
  return typeof field === 'string' ? [...field.matchAll(place)].map(([, name = '']) => name).filter(isName) : [];
}

function isName(name: string): name is keyof AppValues {
  return (valueNames as readonly string[]).includes(name);
}

function isBranch(value: unknown): value is Record<string | number, unknown> {
  return typeof value === 'object' && value !== null;
}
