import { describe, expect, it } from 'vitest';
import { applyRetention, deedsOf } from '../../../src/domain/records/apply-retention.ts';
import { lookThrough } from '../../../src/domain/records/look-through.ts';
import { planBroadcasts, type BroadcastRecords } from '../../../src/domain/records/plan-broadcasts.ts';
import { addressee, broadcast, messageOf } from '../../storage/sample-broadcasts.ts';
import { owner, schoolId } from '../../storage/sample-facts.ts';
import { createMemoryStores } from '../../support/memory-stores.ts';
import { openSampleSchool } from '../../support/sample-school.ts';

const sendAt = '2026-11-20T09:00:00.000Z';
const sent = broadcast(1, { openedAt: '2026-11-19T16:00:00.000Z', sendAt });
const later = '2026-12-04T09:00:00.000Z';
const plan = (changed: Partial<BroadcastRecords>, now: string) =>
  planBroadcasts({ broadcasts: [sent], deliveries: [], clock: undefined, ...changed }, new Date(now)).ended;

describe('a broadcast', () => {
  it('ends one year after it was to be sent, and not before', () => {
    expect(plan({}, '2027-11-20T08:59:59.999Z')).toEqual([]);
    expect(plan({}, '2027-11-20T09:00:00.000Z')).toEqual([{ schoolId, id: 'BC-1' }]);
  });

  it.each([
    ['corrected', { correctedAt: later, edition: 2 }],
    ['ended', { state: 'ended', ended: { at: later, why: 'recalled', by: owner } }],
    ['confirmed', { confirmed: { at: later, by: owner } }],
  ] as const)('that was %s later is kept for a year from then', (_what, changed) => {
    const broadcasts = [{ ...sent, ...changed }];
    expect(plan({ broadcasts }, '2027-12-04T08:59:59.999Z')).toEqual([]);
    expect(plan({ broadcasts }, later.replace('2026', '2027'))).toHaveLength(1);
  });

  it('that was sent again is kept for a year from its last try, and an edit of a copy keeps none', () => {
    const [early, at] = ['2026-11-20T09:00:00.000Z', '2026-11-20T09:00:05.000Z'];
    const first = messageOf(addressee(1), { notBefore: early, createdAt: early });
    const attempts = [{ at: later, outcome: 'sent', code: 'ok' } as const];
    const again = messageOf(addressee(1, { round: 2 }), { createdAt: at, notBefore: at, attempts });
    expect(plan({ deliveries: [first, again] }, '2027-12-04T08:59:59.999Z')).toEqual([]);
    expect(plan({ deliveries: [first, again] }, '2027-12-04T09:00:00.000Z')).toHaveLength(1);
    const about = { broadcast: 'BC-1', addressee: addressee(1).id, of: first.key, edition: 'done' };
    const edit = { ...again, subject: { kind: 'broadcast-settled', ...about } as const };
    expect(plan({ deliveries: [first, edit] }, '2027-11-20T09:00:00.000Z')).toHaveLength(1);
    const ofAnother = { ...again, subject: { kind: 'broadcast-channel', broadcast: 'BC-2', edition: 1 } as const };
    expect(plan({ deliveries: [ofAnother] }, '2027-11-20T09:00:00.000Z')).toHaveLength(1);
  });

  it('is kept while it is planned, and while the clock is not believed', () => {
    const planned = { ...sent, sendAt: '2027-06-01T07:00:00.000Z' };
    expect(plan({ broadcasts: [planned] }, '2028-05-31T07:00:00.000Z')).toEqual([]);
    expect(plan({ clock: 'ahead' }, '2090-01-01T00:00:00.000Z')).toEqual([]);
  });
});

describe('a run of retention', () => {
  it('destroys it with everybody in it, once, and the ledger says so', async () => {
    const stores = createMemoryStores();
    const young = broadcast(2, { sendAt: '2027-11-01T09:00:00.000Z' });
    const then = { owed: [], entries: [] };
    const rows = { broadcasts: [sent, young], addressees: [addressee(1), addressee(2, { broadcastId: 'BC-2' })] };
    await stores.broadcasts.record({ schoolId, at: sendAt, ...rows, then });
    const desk = { ...stores, sealer: { open: () => Promise.resolve(undefined) } };
    const now = new Date('2027-12-01T03:15:00.000Z');
    const shelf = await openSampleSchool();
    const run = await lookThrough(desk, shelf.schools(), { now, clockConfirmed: true });
    expect(run.schools.map(({ broadcasts }) => broadcasts)).toEqual([{ ended: [{ schoolId, id: 'BC-1' }], kept: 1 }]);
    expect(deedsOf(run, { reference: 'SR-1', by: 'DPO', because: 'asked' }).broadcasts).toEqual([]);
    expect(await applyRetention(desk, deedsOf(run))).toMatchObject({ broadcasts: 1 });
    expect(await applyRetention(desk, deedsOf(run))).toMatchObject({ broadcasts: 0 });
    expect(await stores.broadcasts.broadcasts(schoolId)).toEqual([young]);
    expect(await stores.broadcasts.addressees(schoolId, 'BC-1')).toEqual([]);
    expect(await stores.broadcasts.addressees(schoolId, 'BC-2')).toHaveLength(1);
    const entries = await stores.ledger.entries({ schoolId, chain: 'signoffs' }, 1, 9);
    expect(entries.map(({ kind, facts }) => [kind, facts])).toEqual([['broadcast-destroyed', { broadcast: 'BC-1' }]]);
  });
});
