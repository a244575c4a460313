import canonicalizeModule from 'canonicalize';

// A CommonJS module whose types describe an ES module: its default export is the function itself.
const canonicalize = canonicalizeModule as unknown as (value: unknown) => string | undefined;

/** The RFC 8785 form of a JSON value: the same text for the same content, whoever writes it. Throws on anything else. */
export function canonicalJson(value: object): string {
  const text = canonicalize(value);
  if (text === undefined) throw new Error('this value has no JSON form');
  return text;
}
