import type { IncomingMessage } from 'node:http';
import { maxFormBytes } from './gate.ts';

export type Form =
  | { readonly kind: 'read'; readonly fields: URLSearchParams }
  /** The status to refuse it with. */
  | { readonly kind: 'refused'; readonly status: number };

/** Reads a form's body, up to `maxFormBytes` of it whatever length it was said to have. Never rejects. */
export async function readForm(request: IncomingMessage): Promise<Form> {
  const parts: Buffer[] = [];
  let size = 0;
  try {
    for await (const part of request) {
      if (!(part instanceof Buffer)) return { kind: 'refused', status: 400 };
      size += part.length;
      if (size > maxFormBytes) return { kind: 'refused', status: 413 };
      parts.push(part);
    }
  } catch {
    return { kind: 'refused', status: 400 }; // whoever sent it went away
  }
  return { kind: 'read', fields: new URLSearchParams(Buffer.concat(parts).toString('utf8')) };
}
