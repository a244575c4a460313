import { createHash } from 'node:crypto';

/** What opens a file: `token` stands in the link, 128 random bits; `code`, six digits, stands on the card. */
export interface FileSecret {
  readonly token: string;
  readonly code: string;
}

/** 128 bits, base64url. */
export const tokenPattern = /^[A-Za-z0-9_-]{22}$/;
export const codePattern = /^\d{6}$/;

/** The id under which a store keeps what the token opens. */
export function offerId(token: string): string {
  return hashOf(`file|${token}`);
}

/** The code as a store keeps it. A million tries would find it, but for the token, which no store has. */
export function codeHash({ token, code }: FileSecret): string {
  return hashOf(`code|${token}|${code}`);
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}
