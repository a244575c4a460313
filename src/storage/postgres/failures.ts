import { StoreError } from '../../domain/store-error.ts';

/**
 * Whether the work that failed may run again soon, in a new transaction: the connection is gone, the server is starting,
 * or two transactions stood in each other's way.
 */
export function isWorthRepeating(error: unknown): boolean {
  const code = sqlStateOf(error);
  if (code === undefined) return isLostConnection(error);
  return repeatable.has(code) || code.startsWith('08') || isRaceForRecipient(error);
}

/** Whether the connection can be used for something else after this. */
export function isConnectionSound(error: unknown): boolean {
  const code = sqlStateOf(error);
  if (code === undefined) return !isLostConnection(error);
  return !code.startsWith('08') && !code.startsWith('57P') && code !== readOnly;
}

/**
 * Whether the failure is of the change that failed, or of what stood in its way, so that another change may be made now;
 * and not of the server or the way to it.
 */
export function isOfOneChange(error: unknown): boolean {
  const code = sqlStateOf(error);
  if (code === undefined) return !isLostConnection(error);
  return !isWorthRepeating(error) && isConnectionSound(error) && !code.startsWith('53');
}

/** Whether the server gave the change up, because of another transaction or of its own load. */
export function isTooSlow(error: unknown): boolean {
  const code = sqlStateOf(error);
  return code === '55P03' || code === '57014';
}

const readOnly = '25006';
const repeatable = new Set([
  '40001', // serialization failure
  '40P01', // deadlock
  '57P01', // the server or an administrator ended the connection
  '57P02', // another server process crashed
  '57P03', // the server is starting or stopping
  '53300', // too many connections
]);

/** Two instances claimed for one recipient at once; the index let one through. */
function isRaceForRecipient(error: unknown): boolean {
  return sqlStateOf(error) === '23505' && fieldOf(error, 'constraint') === 'deliveries_sending_to';
}

const lostCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ENOENT', // the socket of a server that is not running
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EAI_AGAIN',
  'ENOTFOUND',
]);

function isLostConnection(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = fieldOf(error, 'code');
  if (code !== undefined) return lostCodes.has(code);
  if (error instanceof AggregateError) return error.errors.every(isLostConnection); // every address of one host
  return /^(Connection terminated|Client has encountered a connection error|Query read timeout)/.test(error.message);
}

/**
 * The failure as a StoreError `full` or `not-written`, one plain line without anything from rows or the address. A
 * StoreError stays as it is, and so does what is no failure of PostgreSQL but a bug of ours.
 */
export function toStoreError(error: unknown): unknown {
  if (error instanceof StoreError) return error;
  const code = sqlStateOf(error);
  if (code === '53100') {
    return new StoreError(
      'Not saved: the disk of the PostgreSQL server is full. Free some space; saving goes on by itself then.',
      'full',
    );
  }
  if (code !== undefined) return new StoreError(reasons.get(code) ?? otherReason(error, code), 'not-written');
  if (isLostConnection(error)) return new StoreError(unreachable(error), 'not-written');
  if (error instanceof Error && /^timeout exceeded/.test(error.message)) return new StoreError(busy, 'not-written');
  return isCertificateProblem(error) ? new StoreError(untrusted(error), 'not-written') : error;
}

const busy =
  'Not saved: every connection to PostgreSQL was in use for too long. Saving goes on by itself; if this stays, look at the load of the server.';
const noRights = 'The PostgreSQL user has not the rights that Staffroom needs. Make it the owner of the database.';
const reasons = new Map([
  [readOnly, 'Not saved: the PostgreSQL server takes no changes at present (read only). Ask whoever runs it why.'],
  [
    '57014',
    'Not saved: the PostgreSQL server took too long. Saving goes on by itself; if this stays, look at its load.',
  ],
  ['55P03', 'Not saved: another change stood in the way for too long. Saving goes on by itself.'],
  ['40P01', 'Not saved: several changes stood in each other’s way. Saving goes on by itself.'],
  ['40001', 'Not saved: several changes stood in each other’s way. Saving goes on by itself.'],
  ['53300', 'Not saved: the PostgreSQL server has no connection left. Allow it more, or start fewer instances.'],
  ['28P01', 'PostgreSQL refused the user or the password in DATABASE_URL. Correct them.'],
  ['28000', 'PostgreSQL lets this user not in from here. Check DATABASE_URL and the server’s pg_hba.conf.'],
  ['3D000', 'The database that DATABASE_URL names does not exist. Create it, or correct the name.'],
  ['42501', noRights],
  ['3F000', noRights], // no schema that it may use
]);

const unreachable = (error: unknown) =>
  `The PostgreSQL server cannot be reached (${codeOf(error)}). Start it, or correct DATABASE_URL. Saving goes on by itself when it is back; what was not confirmed may be sent again and counts once.`;

function otherReason(error: unknown, code: string): string {
  const place = fieldOf(error, 'table');
  return `Not saved: PostgreSQL refused a change (${code}${place === undefined ? '' : ` in ${place}`}).`;
}

const untrusted = (error: unknown) =>
  `The certificate of the PostgreSQL server is not trusted (${codeOf(error)}). Name its authority in DATABASE_URL with sslrootcert, or check the host’s name.`;

function isCertificateProblem(error: unknown): boolean {
  return /CERT|SELF_SIGNED|UNABLE_TO_(GET|VERIFY)|^ERR_TLS/.test(codeOf(error));
}

function codeOf(error: unknown): string {
  return fieldOf(error, 'code') ?? (error instanceof AggregateError ? codeOf(error.errors[0]) : 'connection lost');
}

/** The five characters by which PostgreSQL itself names a failure. */
function sqlStateOf(error: unknown): string | undefined {
  const code = fieldOf(error, 'code');
  return code !== undefined && /^[0-9A-Z]{5}$/.test(code) && fieldOf(error, 'severity') !== undefined
    ? code
    : undefined;
}

function fieldOf(error: unknown, field: string): string | undefined {
  if (!(error instanceof Error) || !(field in error)) return undefined;
  const value: unknown = Reflect.get(error, field);
  return typeof value === 'string' ? value : undefined;
}
