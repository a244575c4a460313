import AjvDraft04 from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import type { ErrorObject } from 'ajv';
import type { FieldPath, FieldProblem } from './problem.ts';

/** What does not fit the schema, each with what to do. Nothing is asked of the network. */
export function checkSchema(value: unknown, schema: Record<string, unknown>): FieldProblem[] {
  const ajv = new AjvDraft04.default({ allErrors: true, strict: false, verbose: true, unicodeRegExp: false });
  addFormats.default(ajv);
  const isValid = ajv.compile(schema);
  if (isValid(value)) return [];
  const { errors } = isValid;
  return (errors ?? []).filter(({ keyword }) => !['anyOf', 'oneOf', 'if', 'allOf'].includes(keyword)).map(toProblem);
}

type Told = ErrorObject<string, Record<string, unknown>>;

function toProblem(error: Told): FieldProblem {
  const path = pathOf(error.instancePath);
  const { keyword, params } = error;
  if (keyword !== 'additionalProperties') return { path, message: sentence(error) };
  const name = String(params['additionalProperty']);
  return {
    path: [...path, name],
    message: `Teams does not know “${name}” here. Correct its spelling or remove it; a later manifestVersion may know it.`,
  };
}

function sentence({ keyword, params, data, message = '', schema }: Told): string {
  const limit = String(params['limit']);
  const size = typeof data === 'string' || Array.isArray(data) ? data.length : 0;
  switch (keyword) {
    case 'required':
      return `“${String(params['missingProperty'])}” is missing. Add it.`;
    case 'maxLength':
      return `It has ${size} characters, and Teams takes ${limit}. Shorten it.`;
    case 'minLength':
      return 'It is empty. Write something.';
    case 'maxItems':
      return `There are ${size}, and Teams takes ${limit}. Remove some.`;
    case 'minItems':
      return `There are ${size}, and Teams wants ${limit} at least. Add some.`;
    case 'enum':
      return `Teams does not know this. Write one of ${list(params['allowedValues'])}.`;
    case 'const':
      return `Teams wants ${JSON.stringify(params['allowedValue'])} here. Write that.`;
    case 'type':
      return `It is not of the right kind. Write ${String(params['type'])}.`;
    case 'pattern':
      return forms.find(([pattern]) => pattern.test(String(schema)))?.[1] ?? `It ${message}. Correct it.`;
    default:
      return `It ${message}. Correct it.`;
  }
}

/** What the schema's patterns mean, by what they begin with. */
const forms: readonly (readonly [RegExp, string])[] = [
  [/^\^\[0-9a-fA-F\]\{8\}-/, 'It is no GUID. Write one such as 00000000-0000-0000-0000-000000000000.'],
  [/^\^\[Hh\]\[Tt\]\[Tt\]\[Pp\]/, 'It is no address. Begin it with https://.'],
  [/\{1,8\}/, 'It is no language tag. Write one such as en-gb.'],
  [/^\^#\[0-9a-fA-F\]/, 'It is no colour. Write # and six digits, such as #0e5a5a.'],
];

function list(values: unknown): string {
  return Array.isArray(values) ? values.map((value) => JSON.stringify(value)).join(', ') : '';
}

function pathOf(pointer: string): FieldPath {
  const steps = pointer.split('/').slice(1);
  return steps.map((step) => (/^\d+$/.test(step) ? Number(step) : step.replaceAll('~1', '/').replaceAll('~0', '~')));
}
