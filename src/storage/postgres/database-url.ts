import { existsSync } from 'node:fs';
import { isIP } from 'node:net';

const modes = ['disable', 'no-verify', 'require', 'verify-ca', 'verify-full'];

/** The address of a PostgreSQL database. */
export interface DatabaseUrl {
  /** For the driver; holds the password. */
  readonly url: string;
  /** What may be shown: the database and the host, without user and password. */
  readonly shown: string;
}

/**
 * Reads DATABASE_URL: `postgresql://user:password@host:port/database?sslmode=verify-full`; `?host=/folder` is a Unix
 * socket. A server on another machine is spoken to only as `sslmode` says, so it has to say. The problem, the end of a
 * sentence, never quotes the address.
 */
export function readDatabaseUrl(
  text: string,
): { kind: 'read'; database: DatabaseUrl } | { kind: 'problem'; problem: string } {
  const problem = (what: string) => ({ kind: 'problem', problem: what }) as const;
  if (!/^postgres(ql)?:\/\//.test(text)) return problem('write postgresql://user:password@host:5432/database');
  const url = parseUrl(text);
  if (!url) return problem('it is no address; write special characters of the password as %40 and so on');
  const name = decode(url.pathname.slice(1));
  if (!name) return problem('the name of the database is missing at its end: …@host:5432/database');
  const host = url.searchParams.get('host') ?? decode(url.hostname === noHost ? '' : url.hostname);
  if (!host) return problem('the host is missing: …@host:5432/database');
  const mode = url.searchParams.get('sslmode');
  if (mode !== null && !modes.includes(mode)) return problem(`sslmode is one of ${modes.join(', ')}`);
  if (mode === null && !isHere(host)) {
    return problem(
      'say how the way to the server is protected: end it with ?sslmode=verify-full (or disable, on a network of your own)',
    );
  }
  for (const file of ['sslrootcert', 'sslcert', 'sslkey']) {
    const path = url.searchParams.get(file);
    if (path !== null && !existsSync(path)) return problem(`the file that ${file} names is not there`);
  }
  // These two mean verify-full to the driver, which warns that this is to change.
  if (mode === 'require' || mode === 'verify-ca') url.searchParams.set('sslmode', 'verify-full');
  const shown = `${name} on ${host}${url.port && `:${url.port}`}`;
  return { kind: 'read', database: { url: url.href.replace(`@${noHost}/`, '@/'), shown } };
}

const noHost = 'no-host.invalid';

function parseUrl(text: string): URL | undefined {
  for (const form of [text, text.replace('@/', `@${noHost}/`), text.replace(':///', `://@${noHost}/`)]) {
    if (URL.canParse(form) && new URL(form).hostname) return new URL(form);
  }
  return undefined;
}

function isHere(host: string): boolean {
  return (
    host.startsWith('/') || host === 'localhost' || host === '[::1]' || (isIP(host) === 4 && host.startsWith('127.'))
  );
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
