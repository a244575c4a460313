import { describe, expect, test } from 'vitest';
import type { StorePorts } from '../../src/storage/stores.ts';
import { createSlipWorld } from '../domain/slips/slip-world.ts';
import { act, asker, at, delivery, entryDraft, otherSchool, owner, person, schoolId } from './sample-facts.ts';
import { longSlip, slip } from './sample-slips.ts';

const nothing = { owed: [], entries: [] };
const told = { owed: [delivery(1)], entries: [entryDraft(1)] };
const given = { kind: 'given', at: at(20), by: owner, until: '2026-12-18', sealedText: 'sealed yes' } as const;
const chain = { schoolId, chain: 'questions' } as const;

/** What every SlipStore promises. `open` gives fresh, empty stores over one place. */
export function describeSlipStoreContract(title: string, open: () => Promise<StorePorts>): void {
  describe(`a store of slips (${title})`, () => {
    test('starts with nothing', async () => {
      const { slips } = await open();
      expect(await slips.find(schoolId, 'SP-1')).toBeUndefined();
      expect(await slips.all(schoolId)).toEqual([]);
      expect(await slips.of(schoolId, asker)).toEqual([]);
      expect(await slips.schools()).toEqual([]);
      expect(await slips.sealed(schoolId)).toEqual([]);
    });

    test('keeps a slip with what it leads to, by school, by author and in order', async () => {
      const { slips, deliveries, ledger } = await open();
      const { atEnd: _none, ...bare } = slip(2, { way: 'tell', kind: 'misread', author: person(1) });
      const other = slip(1, { schoolId: otherSchool });
      expect(await slips.submit(act(1), longSlip(1), told)).toEqual(longSlip(1));
      await slips.submit(act(2), bare, nothing);
      await slips.submit(act(3), other, nothing);
      expect(await slips.find(schoolId, 'SP-1')).toEqual(longSlip(1));
      expect(await slips.all(schoolId)).toEqual([longSlip(1), bare]);
      expect(await slips.of(schoolId, asker)).toEqual([longSlip(1)]);
      expect(await slips.of(schoolId, owner)).toEqual([]);
      expect((await slips.schools()).sort()).toEqual([schoolId, otherSchool].sort());
      expect(await deliveries.find(delivery(1).key)).toEqual(delivery(1));
      expect(await ledger.entries(chain, 1, 9)).toMatchObject([{ ...entryDraft(1), seq: 1 }]);
    });

    test.each([
      ['with the same activity id', act(1)],
      ['with a new activity id', { ...act(2), submissionId: act(1).submissionId }],
    ])('an act that comes again %s changes nothing and gives the first slip', async (_, again) => {
      const { slips, ledger } = await open();
      await slips.submit(act(1), slip(1), told);
      expect(await slips.submit(again, slip(2), told)).toEqual(slip(1));
      expect(await slips.all(schoolId)).toEqual([slip(1)]);
      expect(await ledger.head(chain)).toMatchObject({ seq: 1 });
    });

    test('draws no reference twice', async () => {
      const { slips, ledger } = await open();
      await slips.submit(act(1), slip(1), nothing);
      await expect(slips.submit(act(2), slip(1, { author: owner }), told)).rejects.toMatchObject({ kind: 'taken' });
      expect(await slips.find(schoolId, 'SP-1')).toEqual(slip(1));
      expect(await ledger.head(chain)).toBeUndefined();
      // The act counts as new once its slip has another reference.
      expect(await slips.submit(act(2), slip(2), told)).toEqual(slip(2));
    });

    test('replaces a slip by its next revision, and tells whoever saw an older one', async () => {
      const { slips, deliveries, ledger } = await open();
      const next = slip(1, { events: [given], told: [owner, person(2)], revision: 2 });
      const change = { slip: next, at: at(20), then: told };
      expect(await slips.record(change)).toBe('overtaken');
      await slips.submit(act(1), slip(1), nothing);
      const outcomes = await Promise.all([slips.record(change), slips.record(change), slips.record(change)]);
      expect(outcomes.sort()).toEqual(['overtaken', 'overtaken', 'recorded']);
      expect(await slips.find(schoolId, 'SP-1')).toEqual(next);
      expect(await deliveries.find(delivery(1).key)).toEqual(delivery(1));
      expect(await ledger.head(chain)).toMatchObject({ seq: 1 });
    });

    test('takes an act once for each deed, and gives one back that was overtaken', async () => {
      const { slips, ledger } = await open();
      await slips.submit(act(1), slip(1), nothing);
      const once = { act: act(2), deed: 'answer' } as const;
      const next = slip(1, { events: [given], revision: 2 });
      expect(await slips.record({ slip: { ...next, revision: 7 }, once, at: at(20), then: told })).toBe('overtaken');
      expect(await slips.record({ slip: next, once, at: at(20), then: told })).toBe('recorded');
      expect(await slips.record({ slip: { ...next, revision: 3 }, once, at: at(21), then: told })).toBe('seen');
      const back = { slip: { ...next, revision: 3 }, once: { act: act(2), deed: 'withdraw' }, at: at(22) } as const;
      expect(await slips.record({ ...back, then: nothing })).toBe('recorded');
      expect(await ledger.head(chain)).toMatchObject({ seq: 1 });
    });

    test('lists every sealed text and replaces one that is still as it was, as a new revision', async () => {
      const { slips } = await open();
      await slips.submit(act(1), longSlip(1), nothing);
      const places = ['slip:SP-1', 'slip-event:SP-1-1', 'slip-event:SP-1-3', 'slip-event:SP-1-6'];
      expect((await slips.sealed(schoolId)).map(({ place }) => place)).toEqual(places);
      expect(await slips.reseal(schoolId, 'slip-event:SP-1-3', 'sealed condition 1', 'anew')).toBe('resealed');
      expect(await slips.reseal(schoolId, 'slip:SP-1', 'sealed slip 1', 'anew too')).toBe('resealed');
      expect(await slips.reseal(schoolId, 'slip:SP-1', 'sealed slip 1', 'late')).toBe('changed');
      for (const place of ['slip-event:SP-1-2', 'slip-event:SP-1-9', 'slip:SP-9', 'question:SP-1', 'slip'])
        expect(await slips.reseal(schoolId, place, '', 'late')).toBe('changed');
      const { events } = longSlip(1);
      const changed = events.map((event, n) => (n === 2 ? { ...event, sealedText: 'anew' } : event));
      const now = { ...longSlip(1), events: changed, sealedText: 'anew too', revision: 14 };
      expect(await slips.find(schoolId, 'SP-1')).toEqual(now);
      // Whoever read it before cannot bring the old seal back.
      expect(await slips.record({ slip: { ...longSlip(1), revision: 13 }, at: at(30), then: nothing })).toBe(
        'overtaken',
      );
    });

    test('destroys a slip with what the ledger says of it, once', async () => {
      const { slips, ledger } = await open();
      await slips.submit(act(1), slip(1), nothing);
      await slips.submit(act(2), slip(2), nothing);
      const entries = { owed: [], entries: [entryDraft(1)] };
      expect(await slips.destroySlip({ schoolId, id: 'SP-1' }, entries)).toBe('destroyed');
      expect(await slips.destroySlip({ schoolId, id: 'SP-1' }, entries)).toBe('not-found');
      expect(await slips.all(schoolId)).toEqual([slip(2)]);
      expect(await ledger.head(chain)).toMatchObject({ seq: 1 });
    });

    test('chases an answer once at each step, whoever looks at the same moment', async () => {
      const world = createSlipWorld(await open());
      await world.submit('tess');
      for (const day of ['2026-11-27', '2026-12-02', '2026-12-07']) {
        world.at(`${day}T10:00:00Z`);
        const counts = await Promise.all([world.follow(), world.follow(), world.follow()]);
        expect(counts.sort()).toEqual([0, 0, 1]);
      }
      const { events } = await world.slip();
      expect(events.map(({ kind }) => kind)).toEqual(['chased', 'handed-on', 'unanswered']);
      expect(events.map(({ asked }) => asked?.length)).toEqual([1, 1, undefined]);
      const owed = [
        'slip-to-answer hana',
        'slip-to-answer tim',
        'told 1 hana',
        'told 1 tess',
        'told 2 tess',
        'told 3 tess',
      ];
      expect((await world.owed()).sort()).toEqual(owed);
      expect(await world.ledger()).toEqual(['slip-sent', 'slip-chased', 'slip-handed-on', 'slip-unanswered']);
    });

    test('takes nothing that it could not read again', async () => {
      const { slips } = await open();
      const broken = slip(1, { at: 'soon' });
      await expect(Promise.resolve().then(() => slips.submit(act(1), broken, nothing))).rejects.toThrow();
      expect(await slips.all(schoolId)).toEqual([]);
    });
  });
}
