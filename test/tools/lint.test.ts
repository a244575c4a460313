import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { z } from 'zod/v4';
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { projectRoot } from '../../src/project-root.ts';
import { registerLint } from '../../src/tools/lint.ts';
import { policy, schoolYaml, shelfFolder } from '../documents/shelf-folder.ts';

const text = z.string().min(1);
const Printed = z.strictObject({
  findings: z.array(
    z.strictObject({
      rule: text,
      severity: z.enum(['error', 'advice']),
      file: text,
      line: z.int().positive(),
      clause: text.optional(),
      ref: text.optional(),
      message: text,
      why: text,
      todo: text,
    }),
  ),
  unusable: z.array(text),
});

afterEach(() => {
  process.exitCode = undefined;
});

/** Runs the command as `staffroom lint …` does and gives what it printed and its exit code. */
async function lint(...args: string[]) {
  const printed = { out: '', err: '' };
  const out = vi.spyOn(process.stdout, 'write').mockImplementation((text) => Boolean((printed.out += String(text))));
  const err = vi.spyOn(console, 'error').mockImplementation((text) => void (printed.err += `${String(text)}\n`));
  const program = new Command('staffroom');
  registerLint(program);
  await program.parseAsync(['node', 'staffroom', 'lint', ...args]);
  out.mockRestore();
  err.mockRestore();
  return { ...printed, exit: process.exitCode };
}

async function findingsOf(path: string) {
  const { out } = await lint(path, '--json');
  return Printed.parse(JSON.parse(out)).findings;
}

const dates = { approved: '2026-09-01', reviewDue: '2099-09-30' };
const sound = { 'hill/school.yaml': schoolYaml('hill'), 'hill/a.md': policy('a', 'Ride. {#aaaaaa}', dates) };

describe('staffroom lint', () => {
  it('exits 0 and says so when nothing is to be done', async () => {
    const { path } = shelfFolder(sound);
    expect(await lint(path)).toEqual({ out: '1 policy looked at: 0 errors, 0 advice.\n', err: '', exit: 0 });
  });

  it('exits 0 on advice and prints file, line, reason and remedy', async () => {
    const { path } = shelfFolder({
      ...sound,
      'hill/b.md': policy('b', '**1.1** Ride. {#aaaaaa}\n\n**1.3** Stop. {#bbbbbb}', dates),
    });
    const { out, exit } = await lint(join(path, 'hill'));
    expect(exit).toBe(0);
    expect(out).toMatch(
      /hill[\\/]b\.md\n {2}advice line 14, 1\.3, #bbbbbb \(skipped-number\): 1\.3 comes where 1\.2 is due\.\n +Why: .+\n +Do: /,
    );
  });

  it('exits 1 on an error, a file that would not load among them, and looks at the others all the same', async () => {
    const { path } = shelfFolder({
      ...sound,
      'hill/b.md': policy('b', 'Ask (name of school).'),
      'hill/c.md': 'no front matter',
    });
    const { out, exit } = await lint(path);
    expect(exit).toBe(1);
    expect(out).toMatch(/c\.md\n {2}ERROR {2}line 1 \(format\): the file must start with front matter/);
    expect(out).toMatch(/b\.md\n {2}ERROR .*unfilled-placeholder/);
  });

  it('tells what is wrong between the files of a school', async () => {
    const { path } = shelfFolder({
      ...sound,
      'hill/b.md': policy('a', 'Ride. {#aaaaaa}', dates),
      'mill/x.md': policy('x', 'Ride.', dates),
    });
    const messages = (await findingsOf(path)).map(({ message }) => message).join('\n');
    expect(messages).toMatch(/a\.md has the id "a" too/);
    expect(messages).toMatch(/this policy belongs to no school/);
  });

  it('tells of a document that somebody put into a school’s folder as it is', async () => {
    const { path } = shelfFolder({ ...sound, 'hill/New policy.docx': 'x', 'hill/school.yml': 'x' });
    expect((await findingsOf(path)).map(({ rule }) => rule)).toEqual(['not-imported', 'not-imported']);
  });

  it('names the line of a mistake in the trust’s file, and a file that is nearly called so', async () => {
    const trust = 'name: Trust\npeople:\n  - { name: Pat, upn: pat@trust.example }\n';
    const whole = shelfFolder({ ...sound, 'trust.yaml': trust });
    expect(await findingsOf(whole.path)).toEqual([]);
    const { path } = shelfFolder({ ...sound, 'trust.yaml': `${trust}  - { name: Kim }\n` });
    const { out, exit } = await lint(path);
    expect(exit).toBe(1);
    expect(out).toMatch(/trust\.yaml\n {2}ERROR {2}line 4 \(format\): "people\.1\.name": give an objectId or a upn/);
    const other = shelfFolder({ ...sound, 'Trust.yml': trust });
    expect(await findingsOf(other.path)).toMatchObject([
      { severity: 'error', message: expect.stringContaining('call it trust.yaml') as string },
    ]);
  });

  it('never compares two schools', async () => {
    const ban = policy('b', 'You must not photograph pupils with your own phone. {#b}', dates);
    const leave = policy('b', 'You may photograph pupils with your own phone. {#b}', dates);
    const apart = shelfFolder({
      ...sound,
      'hill/b.md': ban,
      'mill/school.yaml': schoolYaml('mill'),
      'mill/b.md': leave,
    });
    expect(await findingsOf(apart.path)).toEqual([]);
    const together = shelfFolder({ ...sound, 'hill/b.md': ban, 'hill/c.md': leave.replace('id: b', 'id: c') });
    expect((await findingsOf(together.path)).map(({ rule }) => rule)).toEqual(['conflict']);
  });

  it.each([
    ['a folder that is not there', 'none', /is not there/],
    ['an empty folder', '.', /holds no policies/],
  ])('exits 2 on %s', async (_name, sub, sentence) => {
    const { path } = shelfFolder({});
    const { err, exit } = await lint(join(path, sub));
    expect(err).toMatch(sentence);
    expect(exit).toBe(2);
  });

  it('exits 2 on a document that cannot be read and still lints its neighbours', async () => {
    const { path } = shelfFolder({
      'bad.pdf': 'no pdf',
      'good.txt': 'Bicycle Policy\n\n1 Riding\n\nAsk (name of school) before you ride to the shed.\n',
    });
    const { out, err, exit } = await lint(path);
    expect(exit).toBe(2);
    expect(err).toMatch(/bad\.pdf: /);
    expect(out).toMatch(/good\.txt\n {2}ERROR {2}line 5, /);
  });

  it('stamps the ids that are missing, once, and nothing else', async () => {
    const { path } = shelfFolder({ ...sound, 'hill/b.md': policy('b', 'Ride.', dates), 'hill/README.md': 'Ride.' });
    expect((await lint(path)).out).toMatch(/1 clause has no id/);
    const { out, err } = await lint(path, '--stamp');
    expect(err).toMatch(/b\.md: ids written\./);
    expect(out).toMatch(/0 errors, 0 advice/);
    expect(readFileSync(join(path, 'hill/b.md'), 'utf8')).toMatch(/^Ride\. \{#[a-z2-7]{6}\}$/m);
    expect(readFileSync(join(path, 'hill/README.md'), 'utf8')).toBe('Ride.');
    expect((await lint(path, '--stamp')).err).toBe('');
  });

  it('finds no error in the shipped schools', async () => {
    const { exit } = await lint(join(projectRoot, 'policies'));
    expect(exit).toBe(0);
  });
});

describe('a document as a school has it', () => {
  async function told(text: string): Promise<string[]> {
    const folder = mkdtempSync(join(tmpdir(), 'lint-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    writeFileSync(join(folder, 'bicycles.txt'), text);
    const findings = await findingsOf(join(folder, 'bicycles.txt'));
    return findings.map(({ rule, line }) => `${rule} ${line}`);
  }

  it('is told with the lines of the document itself', async () => {
    const text = [
      'Bicycle Policy',
      'Approved: March 2020    Review date: March 2021',
      '',
      'Contents',
      '1. Riding ........ 2',
      '2. Parking ....... 3',
      '3. Lights ........ 4',
      'Appendix 1 – Map . 5',
      '',
      '1. Riding',
      '',
      'Staff who ride to school should do so slowly and with care, and must look out for',
      '',
      'children who run across the yard on their way to the gate.',
      '',
      '2. Lights',
      '',
      'Lights must be on after four o’clock, as the Data Protection Act 1998 does not say.',
      '',
      'Staff must not:',
      '',
      '- ride in accordance with the map;',
      '- ring in the yard.',
      '',
    ].join('\n');
    const findings = await told(text);
    expect(findings).toEqual(
      expect.arrayContaining([
        'review-overdue 2',
        'contents-differ 6',
        'contents-differ 7',
        'appendix-missing 8',
        'cut-paragraph 12',
        'replaced-law 18',
        'reads-backwards 22',
      ]),
    );
  });
});
