import { describe, expect, it } from 'vitest';
import { applyRetention, deedsOf } from '../../../src/domain/records/apply-retention.ts';
import type { Look } from '../../../src/domain/records/held-item.ts';
import { suggestionsOf } from '../../../src/domain/records/held-suggestions.ts';
import { lookThrough } from '../../../src/domain/records/look-through.ts';
import { planSuggestions } from '../../../src/domain/records/plan-suggestions.ts';
import { isSamePerson } from '../../../src/domain/people/same-person.ts';
import type { PersonKey } from '../../../src/domain/people/person-key.ts';
import { act, asker, owner, schoolId, suggestion } from '../../storage/sample-facts.ts';
import { createMemoryStores } from '../../support/memory-stores.ts';
import { openSampleSchool } from '../../support/sample-school.ts';

const nothing = { owed: [], entries: [] };
const made = '2026-11-20T09:00:00.000Z';
const decided = { kept: true, at: '2026-12-20T09:00:00.000Z' };
const rows = [suggestion(1, { at: made }), suggestion(2, { at: made, sealedText: '', decided })];

describe('a suggestion', () => {
  it('ends 90 days after it was made, decided or not, and not before', () => {
    const plan = (now: string) => planSuggestions({ suggestions: rows, clock: undefined }, new Date(now));
    expect(plan('2027-02-18T08:59:59.999Z')).toEqual({ ended: [], kept: 2 });
    const ended = [1, 2].map((n) => ({ schoolId, id: `SW-${n}` }));
    expect(plan('2027-02-18T09:00:00.000Z')).toEqual({ ended, kept: 0 });
  });

  it('is kept while the clock is not believed', () => {
    const plan = planSuggestions({ suggestions: rows, clock: 'ahead' }, new Date('2090-01-01T00:00:00.000Z'));
    expect(plan).toEqual({ ended: [], kept: 2 });
  });
});

it('a run of retention destroys it once', async () => {
  const stores = createMemoryStores();
  await stores.questions.suggest(act(1), suggestion(1, { at: made }), nothing);
  await stores.questions.suggest(act(2), suggestion(2, { at: '2027-02-01T09:00:00.000Z' }), nothing);
  const desk = { ...stores, sealer: { open: () => Promise.resolve(undefined) } };
  const now = new Date('2027-03-01T03:15:00.000Z');
  const run = await lookThrough(desk, (await openSampleSchool()).schools(), { now, clockConfirmed: true });
  expect(run.schools.map(({ suggestions }) => suggestions)).toEqual([{ ended: [{ schoolId, id: 'SW-1' }], kept: 1 }]);
  expect(deedsOf(run, { reference: 'SR-1', by: 'DPO', because: 'asked' }).suggestions).toEqual([]);
  expect(await applyRetention(desk, deedsOf(run))).toMatchObject({ suggestions: 1 });
  expect(await applyRetention(desk, deedsOf(run))).toMatchObject({ suggestions: 0 });
  expect((await stores.questions.suggestions(schoolId)).map(({ id }) => id)).toEqual(['SW-2']);
});

it('subject access lists it for its owner and for whomever its words name, and for nobody else', async () => {
  const stores = createMemoryStores();
  await stores.questions.suggest(act(1), rows[0] ?? suggestion(1), nothing);
  await stores.questions.suggest(act(2), suggestion(2, { at: made }), nothing);
  await stores.questions.decide(act(3), { schoolId, id: 'SW-2' }, decided, nothing);
  await stores.questions.dropWords({ schoolId, id: 'SW-2' });
  const of = (who: PersonKey, words: string | undefined) =>
    suggestionsOf({
      desk: { ...stores, sealer: { open: () => Promise.resolve(words) } },
      school: { id: schoolId },
      isThem: (key: PersonKey) => isSamePerson(key, who),
      namedIn: (text: string) => (text.includes('Jo') ? ['named'] : []),
      redact: (text: string) => text.replace('Sam', '[name]'),
    } as unknown as Look);
  expect(await of(owner, 'may Sam and I')).toMatchObject([
    { reference: 'SW-2', as: ['owner'], texts: [], unreadable: false },
    { reference: 'SW-1', as: ['owner'], texts: [{ text: 'may [name] and I' }], aPersonDecides: false },
  ]);
  expect(await of(asker, 'may Jo')).toMatchObject([{ reference: 'SW-1', as: ['named'], aPersonDecides: true }]);
  expect(await of(asker, 'may I')).toEqual([]);
  expect((await of(owner, undefined)).map(({ unreadable }) => unreadable)).toEqual([false, true]);
});
