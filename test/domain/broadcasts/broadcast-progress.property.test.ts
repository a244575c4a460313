import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addresseeState,
  addresseeStates,
  type AddresseeState,
} from '../../../src/domain/broadcasts/addressee-state.ts';
import { broadcastProgress } from '../../../src/domain/broadcasts/broadcast-progress.ts';
import type { AddresseeRow } from '../../../src/domain/broadcasts/broadcast-store.ts';
import type { Addressee } from '../../../src/domain/broadcasts/addressee.ts';
import type { Broadcast } from '../../../src/domain/broadcasts/broadcast.ts';
import { broadcastTotals } from '../../../src/cards/broadcasts/broadcast-words.ts';
import { toBarView } from '../../../src/cards/broadcasts/bar.ts';
import { deliveryStates, type Delivery } from '../../../src/domain/delivery/delivery.ts';

const at = '2026-11-20T10:00:00.000Z';
const later = '2026-11-20T11:00:00.000Z';
type Of = Pick<Broadcast, 'state' | 'ended'>;
const open: Of = { state: 'open' };
const by = { tenantId: 't', objectId: 'o' };
const ended = (why: 'cancelled' | 'recalled' = 'cancelled'): Of => ({ state: 'ended', ended: { at, why, by } });
const nobody: Pick<Addressee, 'acted' | 'readAt' | 'listed'> = {};
const delivery = (state: Delivery['state'], code = '', when = later): Pick<Delivery, 'state' | 'attempts'> => ({
  state,
  attempts: code === '' ? [] : [{ at: when, outcome: 'refused', code }],
});

describe('the one state of somebody in a broadcast', () => {
  it.each<[string, Of, typeof nobody, ReturnType<typeof delivery> | undefined, AddresseeState]>([
    ['nothing is owed yet', { state: 'waiting' }, nobody, undefined, 'pending'],
    ['it is owed', open, nobody, delivery('pending'), 'pending'],
    ['it is being sent', open, nobody, delivery('sending'), 'pending'],
    ['it is being sent while it is stopped', ended(), nobody, delivery('sending'), 'pending'],
    ['Teams took it', open, nobody, delivery('sent'), 'sent'],
    ['Teams took it, and it was stopped after', ended(), nobody, delivery('sent'), 'sent'],
    ['Teams may have taken it', open, nobody, delivery('unknown', 'ETIMEDOUT'), 'unknown'],
    ['there is no chat', open, nobody, delivery('undeliverable', 'no-address'), 'never-installed'],
    ['Teams said no', open, nobody, delivery('refused', 'http-403'), 'refused'],
    ['they left before', open, nobody, delivery('refused', 'nothing-to-tell'), 'left'],
    [
      'they left before, and it was stopped after',
      { ...ended(), ended: { at: later, why: 'cancelled', by } },
      nobody,
      delivery('refused', 'nothing-to-tell', at),
      'left',
    ],
    ['it was stopped before their turn', ended(), nobody, delivery('refused', 'nothing-to-tell'), 'cancelled'],
    ['it was stopped while it was owed', ended(), nobody, delivery('pending'), 'cancelled'],
    ['it never was confirmed', ended(), nobody, undefined, 'cancelled'],
    ['they have no account', open, { listed: 'asif' }, undefined, 'no-account'],
    ['they have no account, and it was stopped', ended(), { listed: 'asif' }, undefined, 'no-account'],
    ['they have seen it', open, { readAt: at }, delivery('sent'), 'read'],
    ['they acted', open, { readAt: at, acted: { what: 'done', at } }, delivery('sent'), 'acted'],
    ['they acted on a copy that nobody knew of', open, { acted: { what: 'done', at } }, delivery('unknown'), 'acted'],
  ])('%s', (_, broadcast, addressee, given, state) => {
    expect(addresseeState(broadcast, addressee, given).state).toBe(state);
  });

  it('says why, with the code that Teams gave', () => {
    expect(addresseeState(open, nobody, delivery('refused', 'http-404'))).toEqual({
      state: 'refused',
      reason: 'http-404',
    });
  });
});

const anyRow = fc
  .record({
    acted: fc.option(fc.constant({ what: 'done' as const, at }), { nil: undefined }),
    readAt: fc.option(fc.constant(at), { nil: undefined }),
    listed: fc.option(fc.constant('x'), { nil: undefined }),
    delivery: fc.option(
      fc.record({
        state: fc.constantFrom(...deliveryStates),
        code: fc.constantFrom('nothing-to-tell', 'http-403', 'ok'),
        when: fc.constantFrom(at, later),
      }),
      { nil: undefined },
    ),
  })
  .map(({ delivery: given, ...addressee }): AddresseeRow => ({
    addressee: { ...addressee, id: '', schoolId: '', broadcastId: '', name: '', groups: [], round: 1, revision: 1 },
    delivery: given && { key: '', ...delivery(given.state, given.code, given.when) },
  }));
const anyBroadcast = fc.constantFrom<Of>(open, { state: 'waiting' }, ended(), ended('recalled'));

describe('the numbers of a broadcast', () => {
  it('add up to the audience, in the ledger, in its sentence and in its bar, whatever happened', () => {
    fc.assert(
      fc.property(anyBroadcast, fc.array(anyRow, { maxLength: 40 }), (broadcast, rows) => {
        const progress = broadcastProgress(broadcast, rows);
        expect(addresseeStates.reduce((sum, state) => sum + progress[state], 0)).toBe(rows.length);
        expect(progress.audience).toBe(rows.length);
        const numbers = [...broadcastTotals(progress).matchAll(/\d+/g)].map(Number);
        expect(numbers.pop()).toBe(rows.length);
        expect(numbers.reduce((sum, one) => sum + one, 0)).toBe(rows.length);
        const { acted, sent, missed, others } = toBarView('', progress);
        expect(acted + sent + missed + others).toBe(rows.length);
        expect(Math.min(acted, sent, missed, others)).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
