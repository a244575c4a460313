import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { projectRoot } from '../../src/project-root.ts';
import { gatherApp } from '../../src/tools/doctor/gather-app.ts';
import { appValues } from '../../src/tools/package/app-values.ts';
import { makePackage } from '../../src/tools/package/make-package.ts';
import { knownVersions } from '../../src/tools/package/schemas.ts';
import { runCommand } from './run-command.ts';

const botId = '5f0c0000-0000-4000-8000-00000000b070';
const publicUrl = 'https://staffroom.marlow.example';
const settings = { BOT_ID: botId, PUBLIC_URL: publicUrl, POLICIES_DIR: join(projectRoot, 'policies') };
const values = appValues({ botId, publicUrl }, { schools: ['Marlow Bridge Primary School'], version: '1.0.0' });
const original = join(projectRoot, 'manifest');

let folder: string;
let out: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'staffroom-package-'));
  out = join(folder, 'app.zip');
  await cp(original, join(folder, 'manifest'), { recursive: true });
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true, force: true });
});

const own = () => join(folder, 'manifest');
const template = () => readFile(join(original, 'manifest.json'), 'utf8');
/** The problems of the manifest with `from` replaced by `to`, a line each. */
async function faults(from: string | RegExp, to: string): Promise<string[]> {
  const before = await template();
  const after = before.replace(from, to);
  expect(after).not.toBe(before);
  await writeFile(join(own(), 'manifest.json'), after);
  const made = await makePackage(own(), values);
  return made.kind === 'made'
    ? []
    : made.problems.map(({ file, line, field, message }) => `${file}:${line} ${field}: ${message}`);
}
const lineOf = async (words: string) => (await template()).split('\n').findIndex((line) => line.includes(words)) + 1;

describe('staffroom package', () => {
  test('writes the manifest, filled in, and the icons at the root of a ZIP, the same bytes each time', async () => {
    const asked = vi.spyOn(globalThis, 'fetch');
    const { code, stdout } = await runCommand('package', '--out', out, '--app-version', '1.2.3');
    expect(code).toBe(0);
    expect(stdout).toContain(out);
    const zip = await readFile(out);
    const files = unzipSync(zip);
    expect(Object.keys(files).sort()).toEqual(['colour.png', 'manifest.json', 'outline.png']);
    const text = strFromU8(files['manifest.json'] ?? new Uint8Array());
    expect(text).not.toContain('${{');
    expect(JSON.parse(text)).toMatchObject({
      id: botId,
      version: '1.2.3',
      supportsChannelFeatures: 'tier1',
      bots: [{ botId, scopes: ['personal', 'team', 'groupChat'] }],
      developer: { name: 'Marlow Bridge Primary School', privacyUrl: `${publicUrl}/privacy` },
      validDomains: ['staffroom.marlow.example'],
      webApplicationInfo: { id: botId },
    });
    expect(files['colour.png']).toEqual(new Uint8Array(await readFile(join(original, 'colour.png'))));
    vi.stubEnv('TZ', 'Pacific/Auckland');
    await runCommand('package', '--out', out, '--app-version', '1.2.3');
    expect(zip.equals(await readFile(out))).toBe(true);
    expect(asked).not.toHaveBeenCalled();
  });

  test('asks Teams for what the code calls and for nothing more', async () => {
    const { stdout } = await runCommand('package', '--out', out, '--json');
    expect(JSON.parse(stdout)).toMatchObject({
      botId,
      domain: 'staffroom.marlow.example',
      permissions: ['ChannelMember.Read.Group', 'ChatMessageReadReceipt.Read.Chat'],
      problems: [],
    });
  });

  test('says which settings are missing, what cannot be read or written, and writes nothing', async () => {
    const absent = join(folder, 'none');
    vi.stubEnv('BOT_ID', '');
    vi.stubEnv('PUBLIC_URL', 'http://staffroom.example');
    const unsettled = await runCommand('package', '--out', out);
    expect(unsettled).toMatchObject({ code: 2, stdout: '' });
    expect(unsettled.stderr).toContain('BOT_ID: it is missing');
    expect(unsettled.stderr).toContain('PUBLIC_URL: it has to begin with https://');
    vi.stubEnv('BOT_ID', botId);
    vi.stubEnv('PUBLIC_URL', publicUrl);
    for (const options of [
      ['--out', join(absent, 'app.zip')],
      ['--out', out, '--manifest', absent],
    ]) {
      const { code, stderr } = await runCommand('package', ...options);
      expect(code).toBe(2);
      expect(stderr).toContain(absent);
      expect(stderr).toContain('Nothing was written');
    }
    vi.stubEnv('POLICIES_DIR', absent);
    expect(await runCommand('package', '--out', out)).toMatchObject({ code: 2 });
    await expect(readFile(out)).rejects.toThrow();
  });

  test('names a wrong field with its line, and writes nothing', async () => {
    const changed = (await template()).replace('"#0e5a5a"', '"teal"');
    await writeFile(join(own(), 'manifest.json'), changed);
    const { code, stdout } = await runCommand('package', '--out', out, '--manifest', own());
    expect(code).toBe(1);
    expect(stdout).toContain(`line ${await lineOf('"accentColor"')}, accentColor: It is no colour.`);
    expect(stdout).toContain('Nothing was written');
    const json = await runCommand('package', '--out', out, '--manifest', own(), '--json');
    expect(JSON.parse(json.stdout)).toMatchObject({ problems: [{ file: 'manifest.json', field: 'accentColor' }] });
    await expect(readFile(out)).rejects.toThrow();
  });
});

describe('the manifest', () => {
  test('is checked with the schemas of 1.25 and of each version since', () => {
    expect(knownVersions()[0]).toBe('1.25');
    expect(knownVersions().length).toBeGreaterThanOrEqual(6);
  });

  test.each(knownVersions())('is valid when it is stamped as %s', async (version) => {
    const stamped = (await template()).replaceAll('1.25', version);
    await writeFile(join(own(), 'manifest.json'), stamped);
    const made = await makePackage(own(), values);
    expect(made).toMatchObject({ kind: 'made', manifest: { manifestVersion: version } });
  });

  const schema: readonly (readonly [string, string | RegExp, string, RegExp])[] = [
    ['name.short', '"short": "Staffroom"', '"short": "Staffroom, which is far too long a name"', /39 characters.*30/],
    ['accentColor', '"#0e5a5a"', '"teal"', /no colour/],
    ['bots[0].botId', '"botId": "${{BOT_ID}}"', '"botId": "a bot"', /no GUID/],
    ['bots[0].scopes[1]', '"scopes": ["personal", "team"', '"scopes": ["personal", "teams"', /Write one of/],
    ['supportFiles', '"supportsFiles"', '"supportFiles"', /does not know “supportFiles”/],
    ['developer.privacyUrl', '"privacyUrl": "${{PUBLIC_URL}}', '"privacyUrl": "ftp://x', /https:/],
    ['localizationInfo.defaultLanguageTag', '"en-gb"', '"en_gb"', /language tag/],
  ];
  test.each(schema)('that does not fit the schema at %s is told with its line', async (field, from, to, told) => {
    const found = await faults(from, to);
    const [fault = ''] = found.filter((one) => one.includes(field));
    const words = field.split('.').at(-1)?.split('[')[0] ?? '';
    const changed = (await readFile(join(own(), 'manifest.json'), 'utf8')).split('\n');
    expect(fault).toMatch(told);
    expect(changed[Number(/:(\d+) /.exec(fault)?.[1]) - 1]).toContain(words);
  });

  const rules: readonly (readonly [string, string | RegExp, string, RegExp])[] = [
    ['another schema', 'teams/v1.25/', 'teams/v1.19/', /\$schema: .*v1\.25/],
    ['a version without dots', '"version": "${{APP_VERSION}}"', '"version": "1"', /version: Write three numbers/],
    ['an id of zeros', '"id": "${{BOT_ID}}"', '"id": "00000000-0000-0000-0000-000000000000"', / id: It is all zeros/],
    [
      'another app for sign-in',
      '"id": "${{BOT_ID}}",\n    "resource"',
      `"id": "${values.BOT_ID.replace('5', '6')}",\n    "resource"`,
      /another app/,
    ],
    ['no word on channels', '"tier1"', 'null', /supportsChannelFeatures: .*"tier1"/],
    ['the old word on channels', '"tier1",', '"tier1",\n  "supportedChannelTypes": ["privateChannels"],', /Remove it/],
    [
      'two lists for one scope',
      '"scopes": ["groupChat"]',
      '"scopes": ["team"]',
      /commandLists\[2\]\.scopes\[0\]: “team” has a list/,
    ],
    ['a list for a scope that the bot has not', '"team", "groupChat"]', '"team"]', /no scope “groupChat”/],
    ['a command twice', '"title": "my reports"', '"title": "Report"', /commands\[3\]\.title: This command/],
    [
      'eleven commands',
      /"commands": \[/,
      `"commands": [${Array.from({ length: 5 }, (_, n) => `{"title": "c${n}", "description": "d"}`).join()},`,
      /There are 11 commands/,
    ],
    [
      'a domain with a scheme',
      '["${{DOMAIN}}"]',
      '["${{PUBLIC_URL}}"]',
      /validDomains\[0\]: It has a scheme.*from PUBLIC_URL/,
    ],
    ['a domain with a port', '["${{DOMAIN}}"]', '["a.example", "b.example:8443"]', /validDomains\[1\]: It has a port/],
    ['a domain with a path', '["${{DOMAIN}}"]', '["a.example/x"]', /It has a path/],
    ['a domain that is none', '["${{DOMAIN}}"]', '["*"]', /no host name/],
    [
      'an address without encryption',
      '"websiteUrl": "${{PUBLIC_URL}}',
      '"websiteUrl": "http://a.example',
      /websiteUrl: Teams refuses http/,
    ],
    ['a value that nobody knows', '${{DOMAIN}}', '${{DOMIAN}}', /Nothing is known of “\$\{\{DOMIAN\}\}”/],
    [
      'a version that nobody knows',
      '"manifestVersion": "1.25"',
      '"manifestVersion": "1.24"',
      /manifestVersion: Write one of 1\.25, /,
    ],
    ['no icon', '"colour.png"', '"color.png"', /icons\.color: There is no file “color\.png”/],
    ['an icon elsewhere', '"colour.png"', '"../colour.png"', /icons\.color: Name a file that lies beside/],
    ['icons for each other', '"colour.png"', '"outline.png"', /icons\.color: It is 32 × 32 pixels\. Draw it with 192/],
    ['a comment', '"manifestVersion"', '// so\n  "manifestVersion"', /manifest\.json:3 : This is no JSON/],
  ];
  test.each(rules)('with %s is told what to do', async (_what, from, to, told) => {
    expect((await faults(from, to)).join('\n')).toMatch(told);
  });

  test('names what the school is, however long its name', () => {
    const long = 'Upper Marlow Church of England Infant and Nursery School';
    const named = (schools: string[]) => appValues({ botId, publicUrl }, { schools, version: '1.0.0' });
    expect(named([long])).toMatchObject({ SCHOOL: long, SCHOOL_SHORT: 'Upper Marlow Church of England…' });
    expect(named(['A School', 'B School', 'C School'])).toMatchObject({
      SCHOOL: 'A School, B School and C School',
      SCHOOL_SHORT: 'Staffroom',
    });
  });
});

describe('a translation', () => {
  const withWelsh = async (language: string, tag = 'cy-gb') => {
    await writeFile(join(own(), 'cy.json'), language);
    return faults(
      '"additionalLanguages": []',
      `"additionalLanguages": [{ "languageTag": "${tag}", "file": "cy.json" }]`,
    );
  };

  test('goes into the package beside the manifest', async () => {
    const title = 'bots[0].commandLists[0].commands[5].title';
    const welsh = { 'name.short': 'Staffroom', 'description.short': 'Polisïau', 'description.full': '${{SCHOOL}}' };
    expect(await withWelsh(JSON.stringify({ ...welsh, [title]: 'cymorth' }))).toEqual([]);
    const made = await makePackage(own(), values);
    const file = made.kind === 'made' ? made.files['cy.json'] : undefined;
    expect(JSON.parse(strFromU8(file ?? new Uint8Array()))).toMatchObject({ 'description.full': values.SCHOOL });
  });

  test.each([
    [
      'a text that the manifest has not',
      '{\n  "bots[0].commandLists[2].commands[9].title": "x"\n}',
      /cy\.json:2 .*no such text/,
    ],
    ['a text that is too long', `{\n  "name.short": "${'x'.repeat(31)}"\n}`, /cy\.json:2 name\.short: It has 31/],
    ['a name that Teams does not know', '{\n\n  "name.long": "x"\n}', /cy\.json:3 .*does not know/],
    ['no JSON', '{\n "name.short": x }', /cy\.json:2 /],
  ])('with %s is told what to do', async (_what, language, told) => {
    expect((await withWelsh(language)).join('\n')).toMatch(told);
  });

  test('of a language that stands there already, or without its file, is told what to do', async () => {
    expect((await withWelsh('{}', 'en-GB')).join('\n')).toMatch(/languageTag: “en-GB” stands here already/);
    await rm(join(own(), 'cy.json'));
    const made = await makePackage(own(), values);
    expect(made).toMatchObject({ kind: 'faulty' });
    expect(JSON.stringify(made)).toContain('There is no file “cy.json”');
  });
});

describe('the doctor', () => {
  const look = (changes: Record<string, string> = {}) =>
    gatherApp({ ...settings, ...changes }, ['Marlow Bridge Primary School'], { folder: own(), packaged: out });

  test('holds the manifest and what was packaged last against the settings', async () => {
    const both = { bot: true, domain: true };
    expect(await look()).toEqual({ kind: 'fits', manifest: both, packaged: undefined });
    await runCommand('package', '--out', out);
    expect(await look()).toEqual({ kind: 'fits', manifest: both, packaged: both });
    expect(await look({ PUBLIC_URL: 'https://new.example' })).toMatchObject({ packaged: { bot: true, domain: false } });
    expect(await look({ BOT_ID: botId.replace('5', '6') })).toMatchObject({ packaged: { bot: false, domain: true } });
    await writeFile(out, 'no zip');
    expect(await look()).toMatchObject({ manifest: both, packaged: { bot: false } });
    expect(await look({ PUBLIC_URL: '' })).toMatchObject({ kind: 'unsettled' });
    expect(await look({ STAFFROOM_MODE: 'demo' })).toBeUndefined();
  });

  test('finds another bot written into the manifest, and what cannot be packaged', async () => {
    const other = '"botId": "6f0c0000-0000-4000-8000-00000000b070"';
    await writeFile(
      join(own(), 'manifest.json'),
      (await template())
        .replaceAll('"botId": "${{BOT_ID}}"', other)
        .replace(/"id": "\$\{\{BOT_ID\}\}",\n {4}"r/, `${other.replace('botId', 'id')},\n    "r`),
    );
    expect(await look()).toMatchObject({ kind: 'fits', manifest: { bot: false, domain: true } });
    await writeFile(join(own(), 'manifest.json'), (await template()).replace('"1.25"', '"1.2"'));
    expect(await look()).toMatchObject({ kind: 'faulty', problems: 2, first: 'manifest.json, line 3' });
  });
});
