import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod/v4';
import { Environment } from '../../src/config.ts';
import { projectRoot } from '../../src/project-root.ts';

const read = (name: string) => readFileSync(join(projectRoot, 'deploy', name), 'utf8');
const settings = Object.keys(Environment.shape);
const port = '3978';

const dockerfile = read('Dockerfile');
const bicep = read('azure/main.bicep');
const Compose = z.object({
  services: z.object({
    staffroom: z.object({ environment: z.record(z.string(), z.string()), volumes: z.array(z.string()) }),
  }),
});

/** Name and value of what each file sets for the bot. */
const given: Record<string, readonly (readonly [string, string])[]> = {
  Dockerfile: [...dockerfile.matchAll(/^ENV (.+)$/gm)]
    .flatMap(([, line = '']) => line.split(' '))
    .map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)] as const),
  'compose.yaml': Object.entries(Compose.parse(parse(read('compose.yaml'))).services.staffroom.environment),
  'main.bicep': [...bicep.matchAll(/\{ name: '([A-Z_]+)', (?:value|secretRef): (.+?) \}/g)].map(
    ([, name = '', value = '']) => [name, value.replaceAll("'", '')] as const,
  ),
};

describe('What the files of deploy/ set', () => {
  test.each(Object.entries(given))('%s sets only what the bot knows', (_file, pairs) => {
    expect(pairs.length).toBeGreaterThan(3);
    const names = pairs.map(([name]) => name).filter((name) => name !== 'NODE_ENV');
    expect(names.filter((name) => !settings.includes(name))).toEqual([]);
    expect(new Set(names).size).toBe(names.length);
  });

  test('the port is the bot’s own everywhere', () => {
    expect(Environment.shape.PORT.parse(undefined)).toBe(Number(port));
    for (const pairs of Object.values(given)) expect(Object.fromEntries(pairs).PORT).toBe(port);
    expect(dockerfile).toContain(`EXPOSE ${port}`);
    expect(dockerfile).toContain(`127.0.0.1:${port}/readyz`);
    expect(bicep).toContain(`targetPort: ${port}`);
    expect(read('Caddyfile')).toContain(`127.0.0.1:${port}`);
  });

  test('keys lie outside of the data, and every path is one that is mounted', () => {
    for (const file of ['compose.yaml', 'main.bicep']) {
      const {
        REPORT_KEY_FILE = '',
        POLICIES_DIR = '',
        BACKUP_DIR = '',
        DATA_DIR,
      } = Object.fromEntries(given[file] ?? []);
      for (const path of [POLICIES_DIR, BACKUP_DIR, REPORT_KEY_FILE.replace(/\/[^/]+$/, '')]) {
        expect(path).toMatch(/^\/\w+$/);
        const mounts = file === 'main.bicep' ? `mountPath: '${path}'` : `:${path}`;
        expect(read(file === 'main.bicep' ? 'azure/main.bicep' : file)).toContain(mounts);
      }
      if (DATA_DIR) expect(REPORT_KEY_FILE.startsWith(DATA_DIR)).toBe(false);
    }
  });

  test('the image holds what the bot reads when it runs, and starts it as a user of its own', () => {
    for (const [, path = ''] of dockerfile.matchAll(/^COPY (?!--from)(\w+) \w+$/gm)) {
      expect(existsSync(join(projectRoot, path)), path).toBe(true);
    }
    for (const folder of ['cards', 'manifest', 'src']) expect(dockerfile).toContain(`COPY ${folder} ${folder}`);
    const ignored = read('Dockerfile.dockerignore').split('\n');
    for (const [, names = ''] of dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm)) {
      for (const name of names.split(' ')) expect(ignored).toContain(`!${name}`);
    }
    expect(dockerfile).toMatch(/^USER node$/m);
  });

  test('the proxy passes on what the server answers to others, and nothing else', () => {
    expect(read('Caddyfile')).toContain('@bot path /api/messages /files/* /privacy\n');
  });

  test('the service and its command are the same program, folder and user', () => {
    const unit = read('staffroom.service');
    const command = read('staffroom');
    expect(unit).toContain('ExecStart=/usr/bin/node /opt/staffroom/src/staffroom.mjs start');
    expect(unit).toContain('WorkingDirectory=/etc/staffroom\n');
    expect(command).toContain(
      'cd /etc/staffroom || exit 1\nset -- /usr/bin/node /opt/staffroom/src/staffroom.mjs "$@"\n',
    );
    expect(command).toContain('runuser -u staffroom -- "$@"');
    expect(unit).toContain('User=staffroom\n');
  });

  test('the toolkit’s project names files that are there', () => {
    for (const [, path = ''] of read('m365agents.yml').matchAll(/(?:path|parameters): \.\/(azure\/\S+)/g)) {
      expect(existsSync(join(projectRoot, 'deploy', path)), path).toBe(true);
    }
    expect(
      z.object({ version: z.string(), provision: z.array(z.any()) }).safeParse(parse(read('m365agents.yml'))).success,
    ).toBe(true);
  });
});
