import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { registerImport } from '../../src/tools/import.ts';

const fixture = (name: string) => fileURLToPath(new URL(`../documents/fixtures/${name}`, import.meta.url));
let folder = '';
let out = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'staffroom-import-'));
  out = join(folder, 'out');
  process.exitCode = undefined;
});

afterEach(async () => {
  await rm(folder, { recursive: true });
  process.exitCode = undefined;
});

async function run(...args: string[]): Promise<{ stdout: string; exitCode: unknown }> {
  let stdout = '';
  const spy = vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
    stdout += String(chunk);
    return true;
  });
  try {
    process.exitCode = undefined;
    const program = new Command();
    registerImport(program);
    await program.parseAsync(['node', 'staffroom', 'import', ...args, '--out', out]);
  } finally {
    spy.mockRestore();
  }
  const { exitCode } = process;
  process.exitCode = undefined;
  return { stdout, exitCode };
}

test('writes one policy file a document, named after the policy, and prints the totals and what to check', async () => {
  const { stdout, exitCode } = await run(fixture('staff-conduct-print.txt'), fixture('outings-plain.txt'));
  expect(exitCode).toBeUndefined();
  expect((await readdir(out)).sort()).toEqual(['educational-visits-and-outings.md', 'staff-conduct-policy.md']);
  expect(stdout).toContain('staff-conduct-policy.md');
  expect(stdout).toMatch(/\d+ lines: \d+ in clauses, 6 headings/);
  expect(stdout).toContain('line 10: review date read as 2026-03-31 from "March 2026", its last day');
  expect(stdout).toContain('2 of 2 imported.');
});

test('one bad file is told in a sentence, leaves nothing behind and does not stop the good ones', async () => {
  const { stdout, exitCode } = await run(
    fixture('password.pdf'),
    join(folder, 'missing.txt'),
    fixture('devices.md'),
    fixture('scanned.pdf'),
  );
  expect(exitCode).toBe(2);
  expect(await readdir(out)).toEqual(['devices-and-screens.md']);
  expect(stdout).toContain('Not imported: it is protected by a password');
  expect(stdout).toContain('Not imported: it cannot be read: there is no such file');
  expect(stdout).toContain('Not imported: it is a scan');
  expect(stdout).toContain('1 of 4 imported.');
});

test('no folder is made when nothing could be imported', async () => {
  await run(fixture('password.pdf'));
  await expect(readdir(out)).rejects.toThrow('ENOENT');
});

test('a file that is there is kept unless --force is said', async () => {
  await run(fixture('devices.md'));
  const path = join(out, 'devices-and-screens.md');
  await writeFile(path, 'mine');
  const second = await run(fixture('devices.md'));
  expect(second.exitCode).toBe(2);
  expect(second.stdout).toContain('is there already; say --force');
  expect(await readFile(path, 'utf8')).toBe('mine');
  const third = await run('--force', fixture('devices.md'));
  expect(third.exitCode).toBeUndefined();
  expect(await readFile(path, 'utf8')).toContain('Screens help');
});

test('two documents with one title never write to the same file, --force or not', async () => {
  const { stdout, exitCode } = await run('--force', fixture('site-security.docx'), fixture('site-security.pdf'));
  expect(exitCode).toBe(2);
  expect(stdout).toContain('its title gives the same policy file as site-security.docx');
});

test('--json gives every line of the source with what became of it', async () => {
  const { stdout } = await run('--json', fixture('devices.md'));
  const source = (await readFile(fixture('devices.md'), 'utf8')).trimEnd().split('\n');
  const { files } = JSON.parse(stdout) as {
    files: { outcome: string; account: { lines: { line: number; text: string; as: string }[] } }[];
  };
  expect(files[0]?.outcome).toBe('written');
  expect(files[0]?.account.lines.map(({ text }) => text)).toEqual(source);
  expect(new Set(files[0]?.account.lines.map(({ as }) => as))).toEqual(
    new Set(['front-matter', 'clause', 'blank', 'heading', 'furniture']),
  );
});

test('importing a policy file again changes nothing', async () => {
  await run(fixture('outings-plain.txt'));
  const path = join(out, 'educational-visits-and-outings.md');
  const before = await readFile(path, 'utf8');
  await run('--force', path);
  expect(await readFile(path, 'utf8')).toBe(before);
});
