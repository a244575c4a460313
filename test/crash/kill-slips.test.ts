import { describe, expect, test } from 'vitest';
import { endorsedKeys } from '../../src/domain/ledger/ledger-keys.ts';
import { openKeys } from '../../src/keys/open-keys.ts';
import { openStores } from '../../src/storage/open-stores.ts';
import { judgeSlips, type SlipVerdict } from './judge-slips.ts';
import { atOnceOf } from './kill-cycles.ts';
import { seedOf } from './kill-expectation.ts';
import { longestMs, testOnPostgres } from './kill-on-postgres.ts';
import { runSessionKills, type KillWork, type KillWorld, type SessionKillRun } from './kill-sessions.ts';
import { createSlipTraffic, type SlipTold } from './slip-traffic.ts';

const cycles = Number(process.env.CYCLES ?? 4);
const nothingWrong = { lost: 0, doubled: 0, torn: 0, repeated: 0, inClear: 0, chain: 'whole' } as const;

function slipWork({ random, serviceUrl, school, stores: at, keyFile }: KillWorld): KillWork<SlipTold, SlipVerdict> {
  const traffic = createSlipTraffic(random, serviceUrl, school);
  return {
    begin: () => traffic.begin(),
    async judge(told, seen) {
      const { signer } = await openKeys(keyFile);
      const stores = await openStores(at);
      const content = await stores.transfer.exportAll();
      await stores.close();
      return judgeSlips(told, { content, seen, keys: endorsedKeys((await signer()).keys) });
    },
  };
}

async function expectWell(run: Omit<SessionKillRun, 'cycles' | 'seed' | 'atOnce'>): Promise<void> {
  const all = { ...run, cycles, seed: seedOf(), atOnce: atOnceOf() };
  const report = await runSessionKills('slips', all, { freshEach: 3, fewestTurns: 2, work: slipWork });
  console.log(`kill -9 of slips: ${JSON.stringify(report)}`);
  expect(report).toMatchObject({ ...nothingWrong, killed: cycles });
  expect(report.slips).toBe(report.sessions);
  // Of those at a message some come when everybody has been answered.
  expect(report.midst).toBeGreaterThanOrEqual(cycles / 2);
  expect(report.failedTurns).toBeLessThan(report.sessions / 10);
}

describe('killed at any moment while staff ask and the head answers', () => {
  test(
    'it loses nothing that somebody was told is kept, records nothing twice, and writes no word in clear',
    () => expectWell({ instances: 1 }),
    longestMs(cycles),
  );

  testOnPostgres('neither do two instances, of which one is killed', cycles, (openDatabase) =>
    expectWell({ instances: 2, openDatabase }),
  );
});
