import { randomInt } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { beforeAll, expect, test } from 'vitest';
import { appendEntry } from '../../src/domain/ledger/append-entry.ts';
import type { LedgerEntry } from '../../src/domain/ledger/entry.ts';
import { openStores } from '../../src/storage/open-stores.ts';
import type { StoreFinding } from '../../src/storage/stores.ts';
import { buildEntry } from '../support/build-entry.ts';
import { delivery, schoolId } from './sample-facts.ts';
import { startWriter } from './start-writer.ts';

const cycles = Number(process.env.CYCLES ?? 10);
let program: string;
beforeAll(async () => {
  program = await buildEntry('test/storage/store-writer.ts');
});

test(
  'a writer killed at any moment loses nothing that it acknowledged, and leaves nothing half-done',
  async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'staffroom-store-'));
    const findings: StoreFinding[] = [];
    const acknowledged: number[] = [];
    for (let cycle = 0; cycle < cycles; cycle++) {
      const writer = startWriter(program, dataDir, 'write', String(cycle * 100_000));
      expect(await writer.opened, writer.stderr()).toBe(true);
      await wait(randomInt(60));
      writer.kill('SIGKILL');
      await writer.ended;
      acknowledged.push(...writer.acknowledged());

      const stores = await openStores({ dataDir, onFinding: (one) => findings.push(one) });
      const { questions, deliveries, ledger } = stores;
      const entries = await ledger.entries({ schoolId, chain: 'questions' }, 1, Infinity);
      const recorded = new Set(entries.map(({ facts }) => facts.reference));
      for (const n of acknowledged) expect(await questions.find(schoolId, `SQ-${n}`), `question ${n}`).toBeDefined();
      for (const reference of recorded) {
        const n = Number(String(reference).slice(3));
        expect(await questions.find(schoolId, `SQ-${n}`)).toBeDefined();
        expect(await deliveries.find(delivery(n).key)).toBeDefined();
      }
      expect(recorded.size).toBe(entries.length);
      expect(acknowledged.filter((n) => !recorded.has(`SQ-${n}`))).toEqual([]);
      let head: LedgerEntry | undefined;
      for (const entry of entries) expect(entry).toEqual((head = appendEntry(head, entry)));
      await stores.close();
    }
    expect(findings).toEqual([]);
    expect(acknowledged.length).toBeGreaterThan(cycles);
    await rm(dataDir, { recursive: true });
  },
  60_000 + cycles * 2_000,
);
