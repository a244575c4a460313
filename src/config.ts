import { accessSync, constants, statSync } from 'node:fs';
import { isAbsolute, join, relative } from 'node:path';
import { z } from 'zod/v4';
import { loopback } from './loopback.ts';
import { readerProblems, toReader } from './reader-settings.ts';
import type { ServiceRule } from './service-guard.ts';
import { readDatabaseUrl, type DatabaseUrl } from './storage/postgres/database-url.ts';
import type { Credential } from './teams/bot-auth.ts';
import type { ReaderSettings } from './teams/reader/reader-settings.ts';

const guid = (what: string) =>
  z
    .guid(`use ${what} (a GUID such as 00000000-0000-0000-0000-000000000000)`)
    .transform((id) => id.toLowerCase())
    .optional();
const hostNames = z
  .string()
  .transform((list) => list.split(',').map((name) => name.trim().toLowerCase()))
  .pipe(z.array(z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, 'list host names separated by commas, nothing else')));

const databaseUrl = z
  .string()
  .transform((text, context): DatabaseUrl => {
    const read = readDatabaseUrl(text);
    if (read.kind === 'read') return read.database;
    context.addIssue(read.problem);
    return z.NEVER;
  })
  .optional();

const address = (what: string) =>
  z
    .string()
    .transform((text, context) => {
      const url = URL.canParse(text) ? new URL(text) : undefined;
      const isWeb = url?.protocol === 'https:' || url?.protocol === 'http:';
      if (url && isWeb && url.username === '' && !/[?#]/.test(text)) return url.href.replace(/\/+$/, '');
      context.addIssue(`write https:// and the address at which ${what}, nothing behind it`);
      return z.NEVER;
    })
    .optional();

/** Every setting that the bot knows, all of them text as the environment gives it. `.env.example` lists the same. */
export const Environment = z.object({
  STAFFROOM_MODE: z.enum(['production', 'demo'], 'write production, or demo to try it on this computer without Teams'),
  HOST: z.string().default('127.0.0.1'),
  PORT: z
    .string()
    .refine((port) => /^\d{1,5}$/.test(port) && Number(port) <= 65_535, 'use a number from 0 to 65535')
    .default('3978')
    .transform(Number),
  BOT_ID: guid("the bot's application (client) id"),
  BOT_TENANT_ID: guid("the school's tenant (directory) id"),
  BOT_CERT_FILE: z.string().optional(),
  BOT_FEDERATED_IDENTITY: guid("the managed identity's client id"),
  BOT_SECRET: z.string().optional(),
  BOT_MANAGED_IDENTITY: z.enum(['true', 'false'], 'write true or false').default('false'),
  ALLOWED_SERVICE_HOSTS: hostNames.default(['smba.trafficmanager.net']),
  DATA_DIR: z.string().default('data'),
  DATABASE_URL: databaseUrl,
  REPORT_KEY_FILE: z.string().optional(),
  BACKUP_DIR: z.string().optional(),
  PUBLIC_URL: address('browsers reach the bot'),
  POLICIES_DIR: z.string().default('policies'),
  GRAPH_MEMBERS: z.enum(['auto', 'on', 'off'], 'write auto, on or off').default('auto'),
  READER: z.enum(['off', 'openai', 'azure'], 'write off, openai or azure').default('off'),
  READER_URL: address('the language model is'),
  READER_MODEL: z.string().optional(),
  READER_KEY: z.string().optional(),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error'], 'write debug, info, warn or error').default('info'),
});
type Environment = z.infer<typeof Environment>;
const AppEnvironment = Environment.pick({ BOT_ID: true, PUBLIC_URL: true, POLICIES_DIR: true });

interface Common {
  readonly host: string;
  readonly port: number;
  /** The services that may send to the bot and that the bot may send to. */
  readonly services: readonly ServiceRule[];
  readonly dataDir: string;
  /** Where this is, the records are in PostgreSQL and not in `dataDir`. */
  readonly database?: DatabaseUrl | undefined;
  /** The keys that seal what staff write. In production it exists and lies outside of `dataDir`; demo makes its own. */
  readonly reportKeyFile: string;
  /** The folder for the nightly backups; without one there are none. It exists and lies outside of `dataDir`. */
  readonly backupDir?: string | undefined;
  /** Where browsers reach the bot, without a slash at its end; without one nobody is offered a file by a link. */
  readonly publicUrl?: string | undefined;
  /** Whether Microsoft Graph is asked who is in a channel: where it lets the bot, as it must, or not at all. */
  readonly graphMembers: Environment['GRAPH_MEMBERS'];
  /** The process runs on Azure App Service. */
  readonly appService: boolean;
  readonly policiesDir: string;
  /** The language model that may choose among clauses; without one answers are found on this machine alone. */
  readonly reader?: ReaderSettings | undefined;
  readonly logLevel: Environment['LOG_LEVEL'];
}

/** A whole and consistent configuration. `demo` asks nobody who they are and is reachable from this computer only. */
export type Config =
  | (Common & {
      readonly mode: 'production';
      readonly botId: string;
      readonly tenantId: string;
      readonly credential: Credential;
    })
  | (Common & { readonly mode: 'demo'; readonly tenantId: string | undefined });

const credentialNames = ['BOT_CERT_FILE', 'BOT_FEDERATED_IDENTITY', 'BOT_SECRET', 'BOT_MANAGED_IDENTITY'];

/**
 * Reads the configuration from the environment. Values that are empty count as not given.
 * Whatever is missing, malformed or contradictory is listed at once, each problem a sentence that says what to do.
 */
export function readConfig(
  env: Record<string, string | undefined>,
): { kind: 'valid'; config: Config } | { kind: 'invalid'; problems: string[] } {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()));
  const read = Environment.safeParse(given);
  const malformed = read.success ? [] : read.error.issues.map(({ path, message }) => `${String(path[0])}: ${message}.`);
  const demo = given.STAFFROOM_MODE === 'demo';
  const problems = [
    ...malformed,
    ...(demo ? demoProblems(given) : given.STAFFROOM_MODE === 'production' ? productionProblems(given) : []),
    ...folderProblems(given.POLICIES_DIR ?? 'policies'),
    ...backupProblems(given.BACKUP_DIR, given.DATA_DIR ?? 'data'),
    ...readerProblems(given),
  ];
  if (!read.success || problems.length > 0) return { kind: 'invalid', problems };
  return { kind: 'valid', config: toConfig(read.data, isAppService(given)) };
}

/** Where the bot keeps what, as far as the settings say it: for whoever looks why they are not whole. */
export interface Places {
  readonly host: string;
  readonly port: number;
  readonly dataDir: string;
  readonly databaseUrl?: string | undefined;
  readonly reportKeyFile?: string | undefined;
  readonly backupDir?: string | undefined;
  readonly policiesDir: string;
  readonly graphMembers: Environment['GRAPH_MEMBERS'];
}

export function readPlaces(env: Record<string, string | undefined>): Places {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()));
  const { data: url } = databaseUrl.safeParse(given.DATABASE_URL);
  const demo = given.STAFFROOM_MODE === 'demo' ? { dataDir: join(given.DATA_DIR ?? 'data', 'demo') } : undefined;
  return {
    host: given.HOST ?? '127.0.0.1',
    port: Number(given.PORT ?? 3978) || 3978,
    dataDir: demo?.dataDir ?? given.DATA_DIR ?? 'data',
    databaseUrl: url?.url,
    reportKeyFile: given.REPORT_KEY_FILE ?? (demo && join(demo.dataDir, 'keys.json')),
    backupDir: given.BACKUP_DIR,
    policiesDir: given.POLICIES_DIR ?? 'policies',
    graphMembers: Environment.shape.GRAPH_MEMBERS.catch('auto').parse(given.GRAPH_MEMBERS),
  };
}

/** What the Teams app is made for. */
export interface AppSettings {
  readonly botId: string;
  readonly publicUrl: string;
  readonly policiesDir: string;
}

/** The settings that the Teams app needs, which may be packaged where nothing else of the bot is; each problem a sentence. */
export function readAppSettings(
  env: Record<string, string | undefined>,
): { kind: 'valid'; settings: AppSettings } | { kind: 'invalid'; problems: string[] } {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()));
  const read = AppEnvironment.safeParse(given);
  if (!read.success)
    return {
      kind: 'invalid',
      problems: read.error.issues.map(({ path, message }) => `${String(path[0])}: ${message}.`),
    };
  const { BOT_ID: botId = '', PUBLIC_URL: publicUrl = '', POLICIES_DIR: policiesDir } = read.data;
  const problems = [
    ...(botId === '' ? ['BOT_ID: it is missing, and Teams would not know which bot the app belongs to.'] : []),
    ...(publicUrl === ''
      ? ['PUBLIC_URL: it is missing, and the app has to name the page that says what is kept.']
      : []),
    ...(publicUrl.startsWith('http:')
      ? ['PUBLIC_URL: it has to begin with https://, else Teams refuses the app.']
      : []),
  ];
  return problems.length > 0
    ? { kind: 'invalid', problems }
    : { kind: 'valid', settings: { botId, publicUrl, policiesDir } };
}

function demoProblems(given: Record<string, string | undefined>): string[] {
  const identity = ['BOT_ID', 'BOT_CERT_FILE', 'BOT_FEDERATED_IDENTITY', 'BOT_SECRET'].filter((name) => given[name]);
  if (given.BOT_MANAGED_IDENTITY === 'true') identity.push('BOT_MANAGED_IDENTITY');
  return [
    ...(given.DATABASE_URL
      ? ['DATABASE_URL: demo keeps a store of its own. Remove it, or write STAFFROOM_MODE=production.']
      : []),
    ...(loopback.includes(given.HOST ?? '127.0.0.1')
      ? []
      : ['HOST: demo checks nobody’s sign-in, so it listens on this computer only. Remove HOST or write 127.0.0.1.']),
    ...identity.map(
      (name) => `${name}: demo does not sign in to Teams. Remove it, or write STAFFROOM_MODE=production.`,
    ),
  ];
}

function productionProblems(given: Record<string, string | undefined>): string[] {
  const missing = ['BOT_ID', 'BOT_TENANT_ID'].filter((name) => !given[name]);
  const credentials = credentialNames.filter((name) => given[name] && given[name] !== 'false');
  return [
    ...missing.map((name) => `${name}: it is missing, and without it anybody could speak to the bot.`),
    ...(credentials.length === 1
      ? []
      : credentials.length === 0
        ? [`${credentialNames.join(', ')}: none is given. Give exactly one, so that the bot can sign in to Teams.`]
        : [`${credentials.join(', ')}: give one of them, not ${credentials.length}.`]),
    ...(given.PUBLIC_URL?.startsWith('http:')
      ? ['PUBLIC_URL: it has to begin with https://, because files go to people by it.']
      : []),
    ...(given.BOT_CERT_FILE && !isReadable(given.BOT_CERT_FILE)
      ? ['BOT_CERT_FILE: the file cannot be read. Check its path and who may read it.']
      : []),
    ...keyFileProblems(given.REPORT_KEY_FILE, given.DATA_DIR ?? 'data'),
  ];
}

function keyFileProblems(file: string | undefined, dataDir: string): string[] {
  if (!file) {
    return [
      'REPORT_KEY_FILE: it is missing, and without a key nothing that staff write may be kept. Make one with: staffroom keys init FILE.',
    ];
  }
  if (!isReadable(file)) return ['REPORT_KEY_FILE: the file cannot be read. Check its path and who may read it.'];
  return liesIn(dataDir, file)
    ? ['REPORT_KEY_FILE: it lies in DATA_DIR, beside what it locks. Move it to another folder, best on another volume.']
    : [];
}

function folderProblems(policiesDir: string): string[] {
  return isFolder(policiesDir)
    ? []
    : [`POLICIES_DIR: there is no folder "${policiesDir}". It holds one folder for each school.`];
}

function backupProblems(backupDir: string | undefined, dataDir: string): string[] {
  if (!backupDir) return [];
  if (!isFolder(backupDir)) return [`BACKUP_DIR: there is no folder "${backupDir}". Make it, best on another disk.`];
  return liesIn(dataDir, backupDir)
    ? ['BACKUP_DIR: it lies in DATA_DIR and would be lost with it. Name a folder elsewhere, best on another disk.']
    : [];
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function liesIn(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return !way.startsWith('..') && !isAbsolute(way);
}

/** Whether the bot may read the file now. Also asked by /readyz. */
export function isReadable(file: string): boolean {
  try {
    accessSync(file, constants.R_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

/** Azure sets these by itself, so they are no settings of ours. */
function isAppService(given: Record<string, string | undefined>): boolean {
  return ['WEBSITE_SITE_NAME', 'WEBSITES_ENABLE_APP_SERVICE_STORAGE'].some((name) => given[name] !== undefined);
}

function toConfig(env: Environment, appService: boolean): Config {
  const reader = toReader(env);
  const common = {
    appService,
    host: env.HOST,
    port: env.PORT,
    policiesDir: env.POLICIES_DIR,
    graphMembers: env.GRAPH_MEMBERS,
    logLevel: env.LOG_LEVEL,
    ...(env.BACKUP_DIR && { backupDir: env.BACKUP_DIR }),
    ...(env.PUBLIC_URL && { publicUrl: env.PUBLIC_URL }),
    ...(reader && { reader }),
  };
  if (env.STAFFROOM_MODE === 'demo') {
    const services = loopback.map((hostname) => ({ protocol: 'http:', hostname, port: 'any' }) as const);
    const atHome = env.PORT === 0 ? {} : { publicUrl: `http://localhost:${env.PORT}` };
    return { ...atHome, ...common, mode: 'demo', tenantId: env.BOT_TENANT_ID, services, ...demoFiles(env) };
  }
  return {
    ...common,
    mode: 'production',
    botId: env.BOT_ID ?? '',
    tenantId: env.BOT_TENANT_ID ?? '',
    credential: toCredential(env),
    services: env.ALLOWED_SERVICE_HOSTS.map((hostname) => ({ protocol: 'https:', hostname, port: '' })),
    dataDir: env.DATA_DIR,
    ...(env.DATABASE_URL && { database: env.DATABASE_URL }),
    reportKeyFile: env.REPORT_KEY_FILE ?? '',
  };
}

function demoFiles(env: Environment): Pick<Config, 'dataDir' | 'reportKeyFile'> {
  const dataDir = join(env.DATA_DIR, 'demo');
  return { dataDir, reportKeyFile: env.REPORT_KEY_FILE ?? join(dataDir, 'keys.json') };
}

function toCredential(env: Environment): Credential {
  if (env.BOT_CERT_FILE) return { kind: 'certificate', file: env.BOT_CERT_FILE };
  if (env.BOT_FEDERATED_IDENTITY) return { kind: 'federated', identityId: env.BOT_FEDERATED_IDENTITY };
  if (env.BOT_SECRET) return { kind: 'secret', secret: env.BOT_SECRET };
  return { kind: 'managed-identity' };
}
