import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStores } from '../../src/storage/open-stores.ts';
import type { Stores } from '../../src/storage/stores.ts';
import { addressee, broadcast, listedAddressee, messageOf } from '../storage/sample-broadcasts.ts';
import { runCommand } from './run-command.ts';
import { openStoreSettings } from './store-settings.ts';

let settings: Awaited<ReturnType<typeof openStoreSettings>>;
let stores: Stores;
beforeAll(async () => {
  settings = await openStoreSettings();
  // a bot that serves meanwhile
  stores = await openStores({ dataDir: join(settings.folder, 'data') });
  const schoolId = 'marlow-bridge';
  const mine = { schoolId, broadcastId: 'BC-7KQ2-2' };
  await stores.broadcasts.record({
    schoolId,
    at: '2026-11-20T10:00:00.000Z',
    broadcasts: [broadcast(1, { id: 'BC-7KQ2-2', schoolId, policyId: 'mobile-devices' })],
    addressees: [addressee(1, mine), addressee(2, mine), listedAddressee(3, mine)],
    then: { owed: [addressee(1, mine), addressee(2, mine)].map((one) => messageOf(one)), entries: [] },
  });
});
afterAll(async () => {
  await stores.close();
  await settings.remove();
});

describe('staffroom broadcasts', () => {
  it('lists what was sent to many with numbers that add up, names nobody and quotes nothing', async () => {
    const { code, stdout } = await runCommand('broadcasts');
    expect(code).toBe(0);
    expect(stdout).toContain('BC-7KQ2-2  marlow-bridge  open, from ');
    expect(stdout).toContain('Policy review: Mobile Devices and Images Policy');
    expect(stdout).toContain('2 still to be sent');
    expect(stdout).toContain('1 without an account + 0 left + 0 stopped = 3 in all.');
    expect(stdout).not.toMatch(/Person|Please read/);
  });

  it('gives the same as JSON, of one school where that is asked for', async () => {
    const json = JSON.parse((await runCommand('broadcasts', '--json')).stdout) as { broadcasts: object[] };
    expect(json.broadcasts).toMatchObject([
      {
        id: 'BC-7KQ2-2',
        state: 'open',
        policy: 'mobile-devices',
        numbers: { pending: 2, 'no-account': 1, audience: 3 },
      },
    ]);
    expect(JSON.stringify(json)).not.toMatch(/Person|Please read/);
    expect((await runCommand('broadcasts', '--school', 'nowhere')).code).toBe(2);
  });
});
