import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { verifyChain } from '../../src/domain/ledger/verify-chain.ts';
import { openStores } from '../../src/storage/open-stores.ts';
import type { StoreFinding } from '../../src/storage/stores.ts';
import { delivery, question, schoolId } from '../storage/sample-facts.ts';
import { buildEntry } from '../support/build-entry.ts';
import { createRandom } from '../support/random.ts';
import { hasStrace } from './has-strace.ts';
import { seedOf } from './kill-expectation.ts';

const run = promisify(execFile);

const records = 12;
const sample = Number(process.env.POINTS ?? 40);
const calls = ['write', 'fsync', 'rename'] as const;

/** Runs the process that records questions one after the other; one thread for files, so that calls count alike each time. */
async function record(program: string, dataDir: string, options: readonly string[]): Promise<number[]> {
  const command = ['-f', '-qq', ...options, process.execPath, program, dataDir, 'write', '0', '1', String(records)];
  const { stdout } = await run('strace', command, { env: { ...process.env, UV_THREADPOOL_SIZE: '1' } }).catch(
    (error: { stdout: string }) => error,
  );
  return [...stdout.matchAll(/^\d+$/gm)].map(([line]) => Number(line));
}

describe.skipIf(!hasStrace())('a process that records questions', () => {
  test(`killed at ${sample} of all its writes, syncs and renames, it loses none that it acknowledged`, async () => {
    const seed = seedOf();
    const built = await buildEntry('test/storage/store-writer.ts');
    const root = await mkdtemp(join(tmpdir(), 'staffroom-points-'));
    const counted = join(root, 'counted');
    const trace = join(root, 'trace');
    expect(await record(built, counted, ['-o', trace, '-e', `trace=${calls.join(',')}`])).toHaveLength(records);
    const text = await readFile(trace, 'utf8');
    const points = calls.flatMap((call) => {
      const times = text.match(new RegExp(`^\\d+ +${call}\\(`, 'gm'))?.length ?? 0;
      return Array.from({ length: times }, (_, n) => ({ call, when: n + 1 }));
    });
    const random = createRandom(seed);
    const drawn = Array.from({ length: Math.min(sample, points.length) }, () => {
      const [point] = points.splice(random.below(points.length), 1);
      if (!point) throw new Error('there are no points left');
      return point;
    });
    const all = points.length + drawn.length;
    console.log(`syscall points: ${drawn.length} of ${all}, SEED=${seed}`);

    let cut = 0;
    for (const [n, { call, when }] of drawn.entries()) {
      const point = `${call}:signal=KILL:when=${when}`;
      const dataDir = join(root, `data-${n}`);
      const acknowledged = await record(built, dataDir, ['-o', '/dev/null', '-e', `inject=${point}`]);
      if (acknowledged.length < records) cut++;
      const findings: StoreFinding[] = [];
      const started = performance.now();
      const stores = await openStores({ dataDir, onFinding: (one) => findings.push(one) });
      expect(performance.now() - started, point).toBeLessThan(5_000);
      const chain = { schoolId, chain: 'questions' } as const;
      const entries = await stores.ledger.entries(chain, 1, Infinity);
      for (let at = 0; at < records; at++) {
        const stored = await stores.questions.find(schoolId, `SQ-${at}`);
        const entered = entries.some(({ facts }) => facts.reference === `SQ-${at}`);
        const owed = (await stores.deliveries.find(delivery(at).key)) !== undefined;
        if (acknowledged.includes(at)) expect(stored, point).toEqual(question(at));
        expect([entered, owed], point).toEqual([stored !== undefined, stored !== undefined]);
      }
      expect((await verifyChain(stores.ledger, chain, new Map())).kind, point).toBe('whole');
      expect(findings, point).toEqual([]);
      await stores.close();
    }
    // Nearly all points lie before the last acknowledgement: a run that was never cut short has tried nothing.
    expect(cut).toBeGreaterThan(drawn.length / 2);
    console.log(`syscall points: killed before the end at ${cut}, lost 0, torn 0`);
    await rm(root, { recursive: true, force: true });
  }, 300_000);
});
