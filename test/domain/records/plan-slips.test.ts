import { describe, expect, it } from 'vitest';
import { applyRetention, deedsOf } from '../../../src/domain/records/apply-retention.ts';
import { slipsOf } from '../../../src/domain/records/held-slips.ts';
import type { Look } from '../../../src/domain/records/held-item.ts';
import { lookThrough } from '../../../src/domain/records/look-through.ts';
import { planSlips, type SlipRecords } from '../../../src/domain/records/plan-slips.ts';
import { isSamePerson } from '../../../src/domain/people/same-person.ts';
import type { PersonKey } from '../../../src/domain/people/person-key.ts';
import { act, asker, owner, person, schoolId } from '../../storage/sample-facts.ts';
import { longSlip, slip } from '../../storage/sample-slips.ts';
import { createMemoryStores } from '../../support/memory-stores.ts';
import { openSampleSchool } from '../../support/sample-school.ts';
import { glass } from '../slips/slip-world.ts';

const refused = { kind: 'refused', at: '2026-11-25T09:00:00.000Z', by: owner } as const;
const given = { kind: 'given', at: '2026-11-25T09:00:00.000Z', by: owner, until: '2026-12-18' } as const;
const plan = (changed: Partial<SlipRecords>, now: string) =>
  planSlips(
    {
      slips: [slip(1, { events: [refused] })],
      isKnown: () => false,
      today: now.slice(0, 10),
      clock: undefined,
      ...changed,
    },
    new Date(now),
  );

describe('a slip', () => {
  it('ends six years after its last event, and not before', () => {
    expect(plan({}, '2032-11-25T08:59:59.999Z').ended).toEqual([]);
    expect(plan({}, '2032-11-25T09:00:00.000Z')).toEqual({ ended: [{ schoolId, id: 'SP-1' }], kept: 0, byAPerson: 0 });
    const slips = [slip(1, { events: [given] })];
    expect(plan({ slips }, '2032-12-17T09:00:00.000Z').ended).toEqual([]);
    expect(plan({ slips }, '2032-12-18T09:00:00.000Z').ended).toHaveLength(1);
  });

  it('is kept while whoever sent it is at the school, while it waits, and while the clock is not believed', () => {
    const late = '2040-01-01T09:00:00.000Z';
    expect(plan({ isKnown: (one) => isSamePerson(one, asker) }, late).kept).toBe(1);
    expect(plan({ slips: [slip(1)] }, late).kept).toBe(1);
    expect(plan({ clock: 'ahead' }, late).kept).toBe(1);
    expect(plan({ slips: [longSlip(1)] }, late)).toEqual({ ended: [], kept: 1, byAPerson: 1 });
  });
});

it('a run of retention destroys it once, and the ledger says so', async () => {
  const stores = createMemoryStores();
  const nothing = { owed: [], entries: [] };
  await stores.slips.submit(act(1), slip(1, { events: [refused] }), nothing);
  await stores.slips.submit(act(2), slip(2), nothing);
  const desk = { ...stores, sealer: { open: () => Promise.resolve(undefined) } };
  const now = new Date('2032-12-01T03:15:00.000Z');
  const run = await lookThrough(desk, (await openSampleSchool()).schools(), { now, clockConfirmed: true });
  expect(run.schools.map(({ slips }) => slips)).toEqual([{ ended: [{ schoolId, id: 'SP-1' }], kept: 1, byAPerson: 0 }]);
  expect(deedsOf(run, { reference: 'SR-1', by: 'DPO', because: 'asked' }).slips).toEqual([]);
  expect(await applyRetention(desk, deedsOf(run))).toMatchObject({ slips: 1 });
  expect(await applyRetention(desk, deedsOf(run))).toMatchObject({ slips: 0 });
  expect(await stores.slips.all(schoolId)).toEqual([slip(2)]);
  const entries = await stores.ledger.entries({ schoolId, chain: 'questions' }, 1, 9);
  expect(entries.map(({ kind, facts }) => [kind, facts])).toEqual([['slip-destroyed', { reference: 'SP-1' }]]);
});

it('is listed for whoever sent it, answered it, is named in it or is whom it is about, and for nobody else', async () => {
  const stores = createMemoryStores();
  const library = (await openSampleSchool()).find('marlow-bridge');
  if (!library) throw new Error('the sample school is gone');
  const words = { texts: [{ ask: 'What?', text: 'Rowan Dray waited at my gate' }], about: ['role:head'] };
  const place = { schoolId, type: 'slip', id: 'SP-1' };
  const told = await glass.seal('Come and see me, Rowan', { ...place, type: 'slip-event', id: 'SP-1-1' });
  const events = [{ kind: 'talk', at: refused.at, by: owner, sealedText: told } as const];
  const sealedText = await glass.seal(JSON.stringify(words), place);
  await stores.slips.submit(act(1), slip(1, { sealedText, events }), { owed: [], entries: [] });
  const heldOf = (them: PersonKey, { listed, name }: { listed?: string; name?: string } = {}) => {
    const look: Partial<Look> = {
      desk: { ...stores, sealer: glass },
      school: library.school,
      subject: { names: [], keys: [them], person: library.school.people.find(({ id }) => id === listed) },
      isThem: (key) => isSamePerson(key, them),
      namedIn: (text) => (name !== undefined && text.includes(name) ? ['named'] : []),
      redact: (text) => text.replaceAll('Rowan', '[name]'),
    };
    return slipsOf(look as Look);
  };
  expect(await heldOf(asker)).toMatchObject([
    {
      ...{ record: 'slip', reference: 'SP-1', as: ['asker'], aPersonDecides: false, unreadable: false },
      texts: [{ of: 'What?', text: '[name] Dray waited at my gate' }, { text: 'Come and see me, [name]' }],
    },
  ]);
  expect(await heldOf(owner)).toMatchObject([{ as: ['owner'], aPersonDecides: false }]);
  expect(await heldOf(person(3), { listed: 'helen-marsh' })).toMatchObject([{ as: ['subject'], aPersonDecides: true }]);
  expect(await heldOf(person(3), { name: 'Dray' })).toMatchObject([{ as: ['named'], aPersonDecides: true }]);
  expect(await heldOf(person(3), { listed: 'callum-price' })).toEqual([]);
});
