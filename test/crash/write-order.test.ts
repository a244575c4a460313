import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openStores } from '../../src/storage/open-stores.ts';
import type { StoreFinding } from '../../src/storage/stores.ts';
import { schoolId } from '../storage/sample-facts.ts';
import { buildEntry } from '../support/build-entry.ts';
import { hasStrace } from './has-strace.ts';

const run = promisify(execFile);

let program: string;
let root: string;
let dataDir: string;
beforeAll(async () => {
  program = await buildEntry('test/storage/store-writer.ts');
});
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'staffroom-order-'));
  dataDir = join(root, 'data');
});
afterEach(() => rm(root, { recursive: true, force: true }));

/** Runs the writer under strace. One thread for files, so that "the third fsync" is the third of all. */
async function trace(options: readonly string[], ...args: string[]) {
  const command = ['-f', '-qq', ...options, process.execPath, program, dataDir, ...args];
  const ended = await run('strace', command, { env: { ...process.env, UV_THREADPOOL_SIZE: '1' } }).then(
    ({ stdout, stderr }) => ({ stdout, stderr, code: 0 }),
    (error: { stdout: string; stderr: string; code: number | null }) => error,
  );
  return { ...ended, acknowledged: [...ended.stdout.matchAll(/^\d+$/gm)].map(([line]) => Number(line)) };
}

/** The calls of a trace in the order in which they ended; an acknowledgement counts from its beginning. */
function callsOf(text: string): string[] {
  const unfinished = new Map<string, string>();
  return text.split('\n').flatMap((line) => {
    const [, pid = '', rest = ''] = /^(\d+) +(.*)$/.exec(line) ?? [];
    const cut = /^(.*) <unfinished \.\.\.>$/.exec(rest)?.[1];
    if (cut !== undefined && !cut.startsWith('write(1<')) {
      unfinished.set(pid, cut);
      return [];
    }
    const resumed = /^<\.\.\. \w+ resumed>(.*)$/.exec(rest)?.[1];
    return [resumed === undefined ? (cut ?? rest) : `${unfinished.get(pid) ?? ''}${resumed}`];
  });
}

/** One letter a step: what counts for the order of a write, and nothing else. */
function stepsOf(calls: readonly string[]): string {
  const steps: [RegExp, string][] = [
    [/^(write|pwrite64|writev)\(\d+<[^>]*staffroom\.json\.new>/, 'w'],
    [/^f(data)?sync\(\d+<[^>]*staffroom\.json\.new>.* = 0/, 's'],
    [/^link\w*\(.*staffroom\.json".*staffroom\.json\.0".* = 0/, 'l'],
    [/^rename\w*\(.*staffroom\.json\.1".*staffroom\.json\.2"/, '2'],
    [/^rename\w*\(.*staffroom\.json\.0".*staffroom\.json\.1".* = 0/, '1'],
    [/^rename\w*\(.*staffroom\.json\.new".*staffroom\.json".* = 0/, 'r'],
    [/^f(data)?sync\(\d+<[^>]*\/data>.* = 0/, 'd'],
    [/^write\(1<.*"\d+\\n"/, 'a'],
    [/^(unlink|rename|open|ftruncate|truncate)\w*\(.*staffroom\.json".*(O_WRONLY|O_RDWR|O_TRUNC|unlink)/, '!'],
  ];
  return calls.map((call) => steps.find(([pattern]) => pattern.test(call))?.[1] ?? '').join('');
}

describe.skipIf(!hasStrace())('by the calls to the system (strace)', () => {
  test('each acknowledgement comes after write, sync, rename and the sync of the folder, in that order', async () => {
    const file = join(root, 'trace');
    const which =
      'trace=write,pwrite64,writev,fsync,fdatasync,rename,renameat,renameat2,link,linkat,unlink,unlinkat,openat,ftruncate';
    const { acknowledged } = await trace(['-y', '-s', '64', '-o', file, '-e', which], 'write', '0', '1', '25');
    expect(acknowledged).toHaveLength(25);
    const steps = stepsOf(callsOf(await readFile(file, 'utf8')));
    // First the empty store and the mark beside it (its folder sync is the second "d"); then a whole write for each.
    expect(steps).toMatch(/^w+srdd(w+sl2?1rda){25}$/);
  });

  test('several that wait together share one such write', async () => {
    const file = join(root, 'trace');
    const which = 'trace=write,fsync,rename,renameat2,link';
    const { acknowledged } = await trace(['-y', '-s', '64', '-o', file, '-e', which], 'write', '0', '10', '100');
    expect(acknowledged).toHaveLength(100);
    const steps = stepsOf(callsOf(await readFile(file, 'utf8')));
    expect(steps).toMatch(/^w+srdd(w+sl2?1rda+)+$/);
    expect(steps.match(/r/g)?.length).toBeLessThanOrEqual(20);
  });

  const draft = () => join(dataDir, 'staffroom.json.new');
  const faults: [string, string, string, (() => string)?][] = [
    ...[3, 4, 5, 8, 11].map((n): [string, string, string] => ['a sync fails', `fsync:error=EIO:when=${n}`, 'broken']),
    ...[2, 5].map((n): [string, string, string, () => string] => [
      'a write fails',
      `write:error=EIO:when=${n}`,
      'broken',
      draft,
    ]),
    ...[2, 5].map((n): [string, string, string, () => string] => [
      'a write finds the disk full',
      `write:error=ENOSPC:when=${n}`,
      'full',
      draft,
    ]),
    ...[3, 4, 5, 8].map((n): [string, string, string] => ['a rename fails', `rename:error=EIO:when=${n}`, 'broken']),
    ...[3, 4, 5, 8].map((n): [string, string, string] => [
      'a rename finds the disk full',
      `rename:error=ENOSPC:when=${n}`,
      'full',
    ]),
    ...[1, 2].map((n): [string, string, string] => ['a link fails', `link:error=EIO:when=${n}`, 'broken']),
    ...[1, 3].map((n): [string, string, string] => [
      'a link finds the disk full',
      `link:error=ENOSPC:when=${n}`,
      'full',
    ]),
  ];

  test.each(faults)('when %s (%s) nothing is acknowledged that is not stored: %s', async (_, fault, kind, path) => {
    const only = path ? ['-P', path()] : [];
    const { stdout, stderr, code, acknowledged } = await trace(
      ['-o', '/dev/null', ...only, '-e', `inject=${fault}`],
      'write',
      '0',
      '1',
      '8',
    );
    const refused = [...stderr.matchAll(/^refused (.*)$/gm)].map(([, one]) => one);
    if (stdout === '') {
      // It struck while the store was being opened: the start is refused in one line.
      expect(code).toBe(1);
      expect(stderr).toMatch(/^The [^\n]+\n$/);
    } else {
      expect(new Set(refused)).toEqual(new Set([kind]));
      expect(stderr).not.toMatch(/^ +at /m);
      expect(acknowledged.length + refused.length).toBe(8);
      if (kind === 'full') expect(refused).toHaveLength(1);
      else expect(acknowledged).toEqual(Array.from(acknowledged, (__, n) => n));
    }

    const findings: StoreFinding[] = [];
    const stores = await openStores({ dataDir, onFinding: (one) => findings.push(one) });
    for (const n of acknowledged) expect(await stores.questions.find(schoolId, `SQ-${n}`)).toBeDefined();
    const entries = await stores.ledger.entries({ schoolId, chain: 'questions' }, 1, Infinity);
    // One whose folder could not be synced was refused, because nobody can be sure of it; it may be there.
    expect(entries.length - acknowledged.length).toBeLessThanOrEqual(kind === 'broken' ? 1 : 0);
    expect(findings).toEqual([]);
    await stores.close();
  });

  const calls = ['write', 'fsync', 'rename', 'link', 'unlink', 'openat'];
  const points = calls.flatMap((call) => [1, 3, 6, 10].map((n) => `${call}:signal=KILL:when=${n}`));
  test.each(points)('killed at %s it loses nothing that was acknowledged and opens again', async (point) => {
    const onDraft = /^(write|openat)/.test(point) ? ['-P', draft()] : [];
    const { acknowledged } = await trace(
      ['-o', '/dev/null', ...onDraft, '-e', `inject=${point}`],
      'write',
      '0',
      '1',
      '12',
    );
    const findings: StoreFinding[] = [];
    const stores = await openStores({ dataDir, onFinding: (one) => findings.push(one) });
    const entries = await stores.ledger.entries({ schoolId, chain: 'questions' }, 1, Infinity);
    expect(entries.length).toBeGreaterThanOrEqual(acknowledged.length);
    expect(entries.length).toBeLessThanOrEqual(acknowledged.length + 1);
    for (const n of acknowledged) expect(await stores.questions.find(schoolId, `SQ-${n}`)).toBeDefined();
    expect(findings).toEqual([]);
    await stores.close();
  });
});
