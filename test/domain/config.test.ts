import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { Environment, readConfig } from '../../src/config.ts';
import { projectRoot } from '../../src/project-root.ts';

let folder = '';
let certificate = '';
let keyFile = '';
let whole: Record<string, string>;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'staffroom-config-'));
  certificate = join(folder, 'bot.pem');
  writeFileSync(certificate, 'any text: only /readyz and the sign-in look inside');
  keyFile = join(folder, 'keys.json');
  writeFileSync(keyFile, 'any text: only the start looks inside');
  whole = {
    STAFFROOM_MODE: 'production',
    BOT_ID: '5F0C0000-0000-4000-8000-00000000B070',
    BOT_TENANT_ID: '5f0c0000-0000-4000-8000-000000000001',
    BOT_SECRET: 'a secret',
    REPORT_KEY_FILE: keyFile,
    POLICIES_DIR: folder,
  };
});

function problemsOf(env: Record<string, string | undefined>): string[] {
  const read = readConfig(env);
  return read.kind === 'invalid' ? read.problems : [];
}

test('a whole production configuration is read, ids in lower case, defaults filled in', () => {
  expect(readConfig(whole)).toEqual({
    kind: 'valid',
    config: {
      mode: 'production',
      host: '127.0.0.1',
      port: 3978,
      appService: false,
      botId: '5f0c0000-0000-4000-8000-00000000b070',
      tenantId: '5f0c0000-0000-4000-8000-000000000001',
      credential: { kind: 'secret', secret: 'a secret' },
      services: [{ protocol: 'https:', hostname: 'smba.trafficmanager.net', port: '' }],
      dataDir: 'data',
      reportKeyFile: keyFile,
      policiesDir: folder,
      graphMembers: 'auto',
      logLevel: 'info',
    },
  });
});

test.each(['WEBSITE_SITE_NAME', 'WEBSITES_ENABLE_APP_SERVICE_STORAGE'])(
  '%s tells that this is Azure App Service',
  (name) => {
    expect(readConfig({ ...whole, [name]: 'false' })).toMatchObject({ config: { appService: true } });
  },
);

test('each of the four credentials is accepted alone', () => {
  const bare = { ...whole, BOT_SECRET: '' };
  const identity = { BOT_FEDERATED_IDENTITY: '00000000-0000-4000-8000-00000000001D' };
  for (const credential of [
    { BOT_CERT_FILE: certificate },
    identity,
    { BOT_SECRET: 'x' },
    { BOT_MANAGED_IDENTITY: 'true' },
  ])
    expect(readConfig({ ...bare, ...credential }).kind).toBe('valid');
  expect(readConfig({ ...bare, ...identity })).toMatchObject({
    config: { credential: { kind: 'federated', identityId: '00000000-0000-4000-8000-00000000001d' } },
  });
});

test('an empty environment is refused, and the mode is asked for', () => {
  expect(problemsOf({ POLICIES_DIR: folder })).toEqual([
    'STAFFROOM_MODE: write production, or demo to try it on this computer without Teams.',
  ]);
});

test('every problem is listed at once', () => {
  const problems = problemsOf({
    STAFFROOM_MODE: 'production',
    PORT: '70000',
    BOT_TENANT_ID: 'our-school',
    ALLOWED_SERVICE_HOSTS: 'https://smba.trafficmanager.net/',
    POLICIES_DIR: join(folder, 'nowhere'),
    LOG_LEVEL: 'loud',
  });
  const named = [
    'PORT',
    'BOT_TENANT_ID',
    'ALLOWED_SERVICE_HOSTS',
    'LOG_LEVEL',
    'BOT_ID',
    'BOT_CERT_FILE',
    'REPORT_KEY_FILE',
    'POLICIES_DIR',
  ];
  expect(problems.map((problem) => /^\w+/.exec(problem)?.[0])).toEqual(named);
});

test.each([
  ['no bot id', { BOT_ID: '' }, /^BOT_ID: it is missing/],
  ['a blank bot id', { BOT_ID: '   ' }, /^BOT_ID: it is missing/],
  ['a bot id that is no GUID', { BOT_ID: 'staffroom' }, /^BOT_ID: use the bot's application/],
  ['no tenant', { BOT_TENANT_ID: undefined }, /^BOT_TENANT_ID: it is missing/],
  ['no credential', { BOT_SECRET: '' }, /none is given/],
  [
    'an identity that is no GUID',
    { BOT_SECRET: '', BOT_FEDERATED_IDENTITY: 'bot' },
    /^BOT_FEDERATED_IDENTITY: use the/,
  ],
  ['two credentials', { BOT_MANAGED_IDENTITY: 'true' }, /^BOT_SECRET, BOT_MANAGED_IDENTITY: give one of them, not 2/],
  [
    'a certificate that is not there',
    { BOT_SECRET: '', BOT_CERT_FILE: 'nowhere.pem' },
    /^BOT_CERT_FILE: the file cannot be read/,
  ],
  [
    'another word for true',
    { BOT_SECRET: '', BOT_MANAGED_IDENTITY: 'yes' },
    /^BOT_MANAGED_IDENTITY: write true or false/,
  ],
  ['no key file', { REPORT_KEY_FILE: '' }, /^REPORT_KEY_FILE: it is missing.*staffroom keys init FILE/],
  ['a key file that is not there', { REPORT_KEY_FILE: 'nowhere' }, /^REPORT_KEY_FILE: the file cannot be read/],
  ['an unknown mode', { STAFFROOM_MODE: 'test' }, /^STAFFROOM_MODE: write production/],
  ['a wildcard host', { ALLOWED_SERVICE_HOSTS: '*.trafficmanager.net' }, /^ALLOWED_SERVICE_HOSTS: list host names/],
  ['a port that is no number', { PORT: '39 78' }, /^PORT: use a number/],
  ['no folder of policies', { POLICIES_DIR: 'nowhere' }, /^POLICIES_DIR: there is no folder "nowhere"/],
])('production refuses %s', (_name, change, expected) => {
  expect(problemsOf({ ...whole, ...change })).toEqual([expect.stringMatching(expected)]);
});

const openai = {
  READER: 'openai',
  READER_URL: 'https://ai.example/v1/',
  READER_MODEL: 'small',
  READER_KEY: 'sk-hunter2',
};

test('a language model that may choose is read, and there is none unless it is asked for', () => {
  expect(readConfig({ ...whole, ...openai })).toMatchObject({
    config: { reader: { kind: 'openai', url: 'https://ai.example/v1', model: 'small', key: 'sk-hunter2' } },
  });
  const azure = { ...openai, READER: 'azure', READER_URL: 'https://school.openai.example' };
  expect(readConfig({ ...whole, ...azure })).toMatchObject({ config: { reader: { kind: 'azure' } } });
  expect(readConfig({ ...whole, ...openai, READER: 'off' })).not.toHaveProperty('config.reader');
  for (const host of ['localhost', '127.0.0.1', '[::1]']) {
    const here = { ...openai, READER_URL: `http://${host}:11434/v1`, READER_KEY: '' };
    expect(readConfig({ ...whole, ...here })).toMatchObject({ config: { reader: { key: '' } } });
  }
});

test.each([
  ['no address', { READER_URL: '' }, /^READER_URL: it is missing/],
  ['no model', { READER_MODEL: ' ' }, /^READER_MODEL: it is missing/],
  ['no key', { READER_KEY: undefined }, /^READER_KEY: it is missing/],
  ['no key in Azure', { READER: 'azure', READER_KEY: '' }, /^READER_KEY: it is missing/],
  ['another kind', { READER: 'on' }, /^READER: write off, openai or azure/],
  ['no https', { READER_URL: 'http://ai.example/v1' }, /^READER_URL: it has to begin with https/],
  [
    'no https in Azure',
    { READER: 'azure', READER_URL: 'http://localhost/' },
    /^READER_URL: it has to begin with https/,
  ],
  ['no scheme', { READER_URL: 'ai.example' }, /^READER_URL: write https/],
  ['a password in its address', { READER_URL: 'https://a:hunter2@ai.example' }, /^READER_URL: write https/],
])('a language model with %s is refused with a sentence, which does not show its key', (_name, change, expected) => {
  const problems = problemsOf({ ...whole, ...openai, ...change });
  expect(problems).toEqual([expect.stringMatching(expected)]);
  expect(problems[0]).not.toContain('hunter2');
});

test('parts of a language model alone are refused: nobody would be asked', () => {
  expect(problemsOf({ ...whole, ...openai, READER: '' })).toEqual(
    ['READER_URL', 'READER_MODEL', 'READER_KEY'].map(
      (name) => expect.stringMatching(`^${name}: READER is not set`) as string,
    ),
  );
});

test.each([
  ['https://staffroom.school.example/', 'https://staffroom.school.example'],
  ['https://school.example:8443/bots/staffroom', 'https://school.example:8443/bots/staffroom'],
])('files are offered at the address %s', (PUBLIC_URL, publicUrl) => {
  expect(readConfig({ ...whole, PUBLIC_URL })).toMatchObject({ kind: 'valid', config: { publicUrl } });
});

test.each([
  ['plain HTTP', 'http://staffroom.school.example', /^PUBLIC_URL: it has to begin with https/],
  ['no scheme', 'staffroom.school.example', /^PUBLIC_URL: write https/],
  ['another scheme', 'javascript:alert(1)', /^PUBLIC_URL: write https/],
  ['a password', 'https://bot:hunter2@school.example', /^PUBLIC_URL: write https/],
  ['a query', 'https://school.example/?x', /^PUBLIC_URL: write https/],
  ['a fragment', 'https://school.example/#x', /^PUBLIC_URL: write https/],
])('production refuses an address for files with %s', (_name, PUBLIC_URL, expected) => {
  expect(problemsOf({ ...whole, PUBLIC_URL })).toEqual([expect.stringMatching(expected)]);
});

test('the demo offers files on this computer, where its port is known', () => {
  const demo = { STAFFROOM_MODE: 'demo', POLICIES_DIR: folder };
  expect(readConfig({ ...demo, PORT: '4000' })).toMatchObject({ config: { publicUrl: 'http://localhost:4000' } });
  expect(readConfig({ ...demo, PORT: '0' })).not.toHaveProperty('config.publicUrl');
});

test('production refuses a key that lies beside what it locks', () => {
  for (const DATA_DIR of [folder, join(folder, '..')]) {
    expect(problemsOf({ ...whole, DATA_DIR })).toEqual([
      expect.stringMatching(/^REPORT_KEY_FILE: it lies in DATA_DIR/),
    ]);
  }
  expect(problemsOf({ ...whole, DATA_DIR: join(folder, 'data') })).toEqual([]);
});

test('demo needs nothing but the policies, listens on loopback and keeps a store of its own', () => {
  const read = readConfig({ STAFFROOM_MODE: 'demo', POLICIES_DIR: folder });
  expect(read).toMatchObject({
    kind: 'valid',
    config: {
      mode: 'demo',
      host: '127.0.0.1',
      dataDir: join('data', 'demo'),
      reportKeyFile: join('data', 'demo', 'keys.json'),
    },
  });
});

test.each(['0.0.0.0', '::', '192.168.1.10', 'staffroom.example'])('demo refuses to listen on %s', (HOST) => {
  expect(problemsOf({ STAFFROOM_MODE: 'demo', POLICIES_DIR: folder, HOST })).toEqual([
    expect.stringContaining('listens on this computer only'),
  ]);
});

test('demo refuses what only production uses', () => {
  const problems = problemsOf({
    STAFFROOM_MODE: 'demo',
    POLICIES_DIR: folder,
    BOT_ID: whole.BOT_ID,
    BOT_MANAGED_IDENTITY: 'true',
    DATABASE_URL: 'postgresql://localhost/records',
  });
  const names = problems.map((problem) => problem.split(':')[0]);
  expect(names).toEqual(['DATABASE_URL', 'BOT_ID', 'BOT_MANAGED_IDENTITY']);
});

test.each([
  ['postgresql://bot:p%40ss@db.school.example:5433/records?sslmode=verify-full', 'records on db.school.example:5433'],
  ['postgres://bot@db/records?sslmode=disable', 'records on db'],
  ['postgresql://bot:secret@localhost/records', 'records on localhost'],
  ['postgresql://bot@127.0.0.1:5432/records', 'records on 127.0.0.1:5432'],
  ['postgresql://bot@/records?host=/run/postgresql', 'records on /run/postgresql'],
  ['postgresql:///records?host=/run/postgresql', 'records on /run/postgresql'],
])('a PostgreSQL database is read from %s and shown without user and password', (DATABASE_URL, shown) => {
  const read = readConfig({ ...whole, DATABASE_URL });
  expect(read).toMatchObject({ kind: 'valid', config: { database: { shown } } });
});

test('sslmode=require stands for the whole check, as it does to the driver', () => {
  const read = readConfig({ ...whole, DATABASE_URL: 'postgresql://bot@db/records?sslmode=require' });
  const url = 'postgresql://bot@db/records?sslmode=verify-full';
  expect(read).toMatchObject({ kind: 'valid', config: { database: { url } } });
});

test.each([
  ['another scheme', 'mysql://bot:hunter2@localhost/records', /write postgresql:\/\//],
  ['no scheme', 'bot:hunter2@localhost/records', /write postgresql:\/\//],
  ['a password with a bare slash', 'postgresql://bot:hunter2/x@localhost/records', /it is no address|database|host/],
  ['no database', 'postgresql://bot:hunter2@localhost', /the name of the database is missing/],
  ['no host', 'postgresql://bot:hunter2@/records', /the host is missing/],
  ['an unknown sslmode', 'postgresql://bot:hunter2@db/records?sslmode=allow', /sslmode is one of disable/],
  ['no word on the way to another machine', 'postgresql://bot:hunter2@db/records', /sslmode=verify-full/],
  [
    'no authority file',
    'postgresql://b:hunter2@db/r?sslmode=verify-full&sslrootcert=none.pem',
    /sslrootcert names is not/,
  ],
])('a database address with %s is refused, and its password not shown', (_name, DATABASE_URL, expected) => {
  const problems = problemsOf({ ...whole, DATABASE_URL });
  expect(problems).toEqual([expect.stringMatching(expected)]);
  expect(problems[0]).toMatch(/^DATABASE_URL: .*[^.]\.$/);
  expect(problems[0]).not.toContain('hunter2');
});

test('.env.example has every setting with its default, each under a comment, and no other', () => {
  const lines = readFileSync(join(projectRoot, '.env.example'), 'utf8').split('\n');
  const settings = lines.flatMap((line, at) => {
    const [, name, value] = /^([A-Z_]+)=(.*)$/.exec(line) ?? [];
    return name ? [{ name, value, explained: /^# ./.test(lines[at - 1] ?? '') }] : [];
  });
  const defaults = Environment.parse({ STAFFROOM_MODE: 'production' });
  const expected = Object.keys(Environment.shape).map((name) => {
    const value = Object.entries(defaults).find(([key]) => key === name)?.[1];
    const text = Array.isArray(value) ? value.join(',') : value;
    return { name, value: typeof text === 'object' ? '' : String(text ?? ''), explained: true };
  });
  expect(settings).toEqual(expected);
});
