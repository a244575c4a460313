import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { registerAsk } from '../../src/tools/ask.ts';

const raw = [
  'Bicycle Policy',
  '',
  '1 Riding',
  '',
  '1.1 Staff may ride a bicycle to school and leave it in the shed.',
  '',
  '1.2 Pupils walk their bicycles through the gate.',
  '',
  '2 Records',
  '',
  '2.1 The bicycle register is kept for six years.',
  '',
].join('\n');

const markdown = (status: string, changes = '') =>
  `---\nid: kites\ntitle: Kite Policy\nstatus: ${status}\nowner: head\nversion: "1.0"\naudience: [staff]\n${changes}---\n\n# Kite Policy\n\n## Flying\n\n**1** Kites are flown on the field only. {#aaaaaa}\n`;

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'staffroom-ask-'));
  await writeFile(join(folder, 'bicycles.txt'), raw);
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

async function ask(...args: string[]): Promise<{ out: string[]; err: string[]; exitCode: unknown }> {
  const out: string[] = [];
  const err: string[] = [];
  const log = vi.spyOn(console, 'log').mockImplementation((line: string) => void out.push(line));
  const error = vi.spyOn(console, 'error').mockImplementation((line: string) => void err.push(line));
  try {
    const program = new Command();
    registerAsk(program);
    await program.parseAsync(['node', 'staffroom', 'ask', ...args]);
    return { out, err, exitCode: process.exitCode };
  } finally {
    process.exitCode = undefined;
    log.mockRestore();
    error.mockRestore();
  }
}

async function batch(lines: readonly string[], ...args: string[]) {
  const file = join(folder, 'questions.jsonl');
  await writeFile(file, lines.join('\n'));
  await mkdir(join(folder, 'policies'), { recursive: true });
  await writeFile(join(folder, 'policies', 'bicycles.txt'), raw);
  await writeFile(join(folder, 'policies', 'kites.md'), markdown('proposed'));
  return ask('--policies', join(folder, 'policies'), '--batch', file, ...args);
}

describe('staffroom ask', () => {
  it('quotes a clause of a raw document, word for word, with where it stands', async () => {
    const { out, exitCode } = await ask('Can I ride my bicycle to school?', '--policies', folder);
    expect(out.join('\n')).toContain('“Staff may ride a bicycle to school and leave it in the shed.”');
    expect(out.join('\n')).toContain('Bicycle Policy, 1.1');
    expect(exitCode).toBe(0);
  });

  it('says why with --explain, and gives data with --json', async () => {
    const { out } = await ask('Can I ride my bicycle to school?', '--policies', folder, '--explain');
    expect(out.join('\n')).toContain('Kind of question: may I.');
    const { out: json } = await ask('Can I ride my bicycle to school?', '--policies', folder, '--json');
    const answer = JSON.parse(json.join('')) as { outcome: string; clauses: { ref: string }[] };
    expect(answer.outcome).toBe('quoted');
    expect(answer.clauses[0]?.ref).toBe('1.1');
  });

  it('leaves withdrawn policies and files of other kinds out, and says so', async () => {
    await writeFile(join(folder, 'kites.md'), markdown('withdrawn'));
    await writeFile(join(folder, 'numbers.xlsx'), 'x');
    const { out, err } = await ask('Where are kites flown?', '--policies', folder);
    expect(out.join('\n')).not.toContain('Kites are flown');
    expect(err.join('\n')).toContain('kites.md: left out, because it is withdrawn.');
    expect(err.join('\n')).toContain('numbers.xlsx: left out');
  });

  it('names a file that cannot be read, answers from the others, and exits 1', async () => {
    await writeFile(join(folder, 'torn.pdf'), 'not a pdf');
    const { out, err, exitCode } = await ask('Can I ride my bicycle to school?', '--policies', folder);
    expect(out.join('\n')).toContain('Staff may ride');
    expect(err.join('\n')).toMatch(/^torn\.pdf: /);
    expect(exitCode).toBe(1);
  });

  it.each([
    [['question', '--policies', '/no/such/folder'], 'There is no folder'],
    [[], 'Give either a question or --batch FILE.'],
    [['question', '--per-document'], '--per-document needs --batch.'],
  ])('refuses %j with a sentence', async (args, sentence) => {
    const { out, err, exitCode } = await ask(...args);
    expect(err.join('\n')).toContain(sentence);
    expect(out).toEqual([]);
    expect(exitCode).toBe(1);
  });
});

describe('staffroom ask --batch', () => {
  it('answers in the order asked, one line each, from all policies together', async () => {
    const { out, exitCode } = await batch([
      '{"id":"b","q":"Where are kites flown?"}',
      '',
      '{"id":7,"q":"May I ride a bicycle to school?","kind":"x"}',
    ]);
    const answers = out.map(
      (line) => JSON.parse(line) as { id: unknown; clauses: { quote: string; policy: string; heading: string }[] },
    );
    expect(answers.map(({ id }) => id)).toEqual(['b', 7]);
    expect(answers[0]?.clauses[0]).toMatchObject({
      policy: 'kites',
      quote: 'Kites are flown on the field only.',
      heading: 'Flying',
    });
    expect(answers[1]?.clauses[0]?.quote).toBe('Staff may ride a bicycle to school and leave it in the shed.');
    expect(exitCode).toBe(0);
  });

  it('asks only the document named with --per-document', async () => {
    const { out } = await batch(['{"id":1,"q":"Where are kites flown?","doc":"bicycles.txt"}'], '--per-document');
    expect(out.join('')).not.toContain('Kites are flown');
  });

  it('tells of each bad line with its number, answers the others, and exits 1', async () => {
    const { out, err, exitCode } = await batch(
      [
        'nonsense',
        '{"id":1}',
        '{"id":2,"q":"May I ride a bicycle?"}',
        '{"id":3,"q":"May I ride a bicycle?","doc":"bicycles.txt"}',
        '{"id":4,"q":"?","doc":"boats.txt"}',
      ],
      '--per-document',
    );
    expect(out.map((line) => (JSON.parse(line) as { id: unknown }).id)).toEqual([3]);
    expect(err.map((line) => line.split(':')[0])).toEqual(['line 1', 'line 2', 'line 3', 'line 5']);
    expect(err[1]).toContain('"q" must be there as text');
    expect(exitCode).toBe(1);
  });

  it('says that a file of questions is not there', async () => {
    const { err, exitCode } = await ask('--policies', folder, '--batch', join(folder, 'missing.jsonl'));
    expect(err.join('\n')).toContain('cannot be read');
    expect(exitCode).toBe(1);
  });

  it('prints dates as people write them, and since when a review is overdue', async () => {
    await mkdir(join(folder, 'dated'));
    const dates = 'approved: 2025-07-09\nreviewDue: 2026-01-31\nsignoff: none\n';
    await writeFile(join(folder, 'dated', 'kites.md'), markdown('in-force', dates));
    vi.useFakeTimers({ now: new Date('2026-11-20T09:00:00Z'), toFake: ['Date'] });
    try {
      const { out } = await ask('Where are kites flown?', '--policies', join(folder, 'dated'));
      expect(out.join('\n')).toContain('approved 9 July 2025, review overdue since 31 January 2026');
    } finally {
      vi.useRealTimers();
    }
  });
});
