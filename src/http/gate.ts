import { decodeProtectedHeader } from 'jose/decode/protected_header';
import { decodeJwt } from 'jose/jwt/decode';
import type { IncomingMessage } from 'node:http';

/** The largest body that is read, in bytes, and the deepest JSON that is looked at. */
export const maxBodyBytes = 256 * 1024;
const maxDepth = 32;
/** The largest form that is read, in bytes: it holds six digits. */
export const maxFormBytes = 1024;

/** Who must have issued the token of a request and how it must be signed, as the token itself claims. */
export interface TokenClaim {
  readonly issuer: string;
  readonly algorithm: string;
}

/**
 * Looks at a request's head before anything reads its body. Returns the status to refuse it with, or undefined.
 * A compressed body can end the process in restify's parser or grow a thousandfold, multipart writes to the disk, and
 * each token of another issuer would be remembered for ever by the SDK: none of them gets that far.
 * The token's signature is checked later; this only reads what it says of itself.
 */
export function refuseHead(request: IncomingMessage, token: TokenClaim | undefined): number | undefined {
  const { headers } = request;
  const encoding = headers['content-encoding']?.trim().toLowerCase();
  if (encoding !== undefined && encoding !== 'identity') return 415;
  const type = headers['content-type']?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json') return 415;
  if (token && !claims(request, token)) return 401;
  return Number(headers['content-length'] ?? 0) > maxBodyBytes ? 413 : undefined;
}

/** The same for a form: the status to refuse it with before its body is read, or undefined. */
export function refuseFormHead({ headers }: IncomingMessage): number | undefined {
  const encoding = headers['content-encoding']?.trim().toLowerCase();
  if (encoding !== undefined && encoding !== 'identity') return 415;
  const type = headers['content-type']?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/x-www-form-urlencoded') return 415;
  return Number(headers['content-length'] ?? 0) > maxFormBytes ? 413 : undefined;
}

function claims({ headers, rawHeaders }: IncomingMessage, token: TokenClaim): boolean {
  const given = rawHeaders.filter((name, at) => at % 2 === 0 && name.toLowerCase() === 'authorization');
  const [, jwt] = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/.exec(headers.authorization ?? '') ?? [];
  if (given.length !== 1 || !jwt) return false;
  if (jwt !== lastRead.jwt) lastRead = { jwt, ...readClaim(jwt) };
  return lastRead.issuer === token.issuer && lastRead.algorithm === token.algorithm;
}

/** What the last token said of itself: the service sends one for an hour. */
let lastRead: ClaimRead & { readonly jwt?: string } = {};

type ClaimRead = { readonly [Part in keyof TokenClaim]?: string | undefined };

function readClaim(jwt: string): ClaimRead {
  try {
    return { issuer: decodeJwt(jwt).iss, algorithm: decodeProtectedHeader(jwt).alg };
  } catch {
    return {};
  }
}

/** Whether parsed JSON is an object at most 32 levels deep in which no key is `__proto__`. Never recurses. */
export function isSaneJson(body: unknown): body is Record<string, unknown> {
  if (!isBranch(body) || Array.isArray(body)) return false;
  let level: object[] = [body];
  for (let depth = 1; level.length > 0; depth++) {
    if (depth > maxDepth || level.some((branch) => Object.hasOwn(branch, '__proto__'))) return false;
    level = level.flatMap((branch) => Object.values(branch).filter(isBranch));
  }
  return true;
}

function isBranch(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
