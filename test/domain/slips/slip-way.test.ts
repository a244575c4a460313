import { describe, expect, it } from 'vitest';
import { standingOf } from '../../../src/domain/slips/slip-standing.ts';
import { actor, createSlipWorld, school } from './slip-world.ts';

const keyOfId = (id: string) => ({ tenantId: actor(id).tenantId, objectId: actor(id).objectId });
const give = (until = '', text = '') => ({ deed: 'answer', answer: { kind: 'given', until, text } }) as const;
const say = (kind: 'noted' | 'talk' | 'refused', text = '') => ({ deed: 'answer', answer: { kind, text } }) as const;

describe('a permission', () => {
  it('is asked, given with a condition, reminded of, ended, and its end is answered', async () => {
    const world = createSlipWorld();
    expect(await world.submit('tess')).toMatchObject({ kind: 'sent', slip: { id: 'SP-1', way: 'ask', revision: 1 } });
    expect(await world.owed()).toEqual(['slip-to-answer hana']);
    expect(await world.do('hana', give('2026-12-18', 'Not on the website'))).toMatchObject({
      kind: 'done',
      seen: { standing: { state: 'given', waits: false, until: '2026-12-18' }, eventTexts: ['Not on the website'] },
    });
    world.at('2026-12-10T10:00:00Z');
    expect(await world.follow()).toBe(0);
    world.at('2026-12-11T10:00:00Z');
    expect(await world.follow()).toBe(1);
    expect(await world.follow()).toBe(0);
    world.at('2026-12-18T16:00:00Z');
    expect(await world.follow()).toBe(0);
    world.at('2026-12-21T10:00:00Z');
    expect(await world.follow()).toBe(1);
    expect(await world.follow()).toBe(0);
    expect(standingOf(await world.slip(), '2026-12-21')).toMatchObject({ state: 'ended', owesEnd: true });
    expect(await world.do('tess', { deed: 'end', done: true, text: '' })).toMatchObject({
      kind: 'done',
      seen: { standing: { state: 'ended', owesEnd: false } },
    });
    world.at('2027-02-01T10:00:00Z');
    expect(await world.follow()).toBe(0);
    expect(await world.owed()).toEqual(['slip-to-answer hana', 'told 1 tess', 'told 2 tess', 'told 3 tess']);
    expect(await world.ledger()).toEqual([
      ...['slip-sent', 'slip-given', 'slip-reminded', 'slip-ended', 'slip-end-answered'],
    ]);
  });

  it('whose end is not answered is asked about three times in all, and a “no” reaches who gave it', async () => {
    const world = createSlipWorld();
    await world.submit('tess');
    await world.do('hana', give('2026-11-25'));
    const days = ['2026-11-26', '2026-12-03', '2026-12-10', '2026-12-17', '2027-01-18'];
    const told: number[] = [];
    for (const day of days) {
      world.at(`${day}T10:00:00Z`);
      told.push(await world.follow());
    }
    expect(told).toEqual([1, 1, 1, 0, 0]);
    expect(await world.do('tess', { deed: 'end', done: false, text: '' })).toMatchObject({
      ...{ kind: 'fault', what: 'reason' },
    });
    await world.do('tess', { deed: 'end', done: false, text: 'The office still has prints' });
    expect((await world.owed()).at(-1)).toBe('told 5 hana');
    expect(standingOf(await world.slip(), '2027-01-18').owesEnd).toBe(true);
  });

  it('is renewed while it runs: it runs on until then, whatever the answer', async () => {
    const world = createSlipWorld();
    await world.submit('tess');
    await world.do('hana', give('2026-12-18'));
    expect(await world.do('tess', { deed: 'renew', until: '2026-12-18', text: '' })).toMatchObject({ what: 'until' });
    expect(await world.do('tess', { deed: 'renew', until: '2027-01-29', text: 'A new class' })).toMatchObject({
      ...{ kind: 'done', seen: { standing: { state: 'given', waits: true, until: '2026-12-18' } } },
    });
    expect((await world.owed()).at(-1)).toBe('slip-to-answer hana');
    expect(await world.do('tess', { deed: 'renew', until: '2027-02-01', text: '' })).toMatchObject({ kind: 'done' });
    expect((await world.slip()).events).toHaveLength(2);
    expect(await world.do('hana', say('refused', 'Once is enough'))).toMatchObject({
      seen: { standing: { state: 'given', waits: false, until: '2026-12-18' } },
    });
    await world.do('tess', { deed: 'renew', until: '', text: '' });
    expect(await world.do('hana', give('2027-01-29'))).toMatchObject({
      seen: { standing: { state: 'given', until: '2027-01-29' } },
    });
  });

  it('is withdrawn with a reason by who gave it, and without one by its holder', async () => {
    const world = createSlipWorld();
    await world.submit('tess');
    expect(await world.do('hana', { deed: 'withdraw', text: 'no' })).toMatchObject({ kind: 'settled' });
    await world.do('hana', give());
    expect(await world.do('hana', { deed: 'withdraw', text: ' ' })).toMatchObject({ kind: 'fault', what: 'reason' });
    expect(await world.do('hana', { deed: 'withdraw', text: 'A family took leave back' })).toMatchObject({
      seen: { standing: { state: 'withdrawn', owesEnd: true } },
    });
    await world.submit('una');
    expect(await world.do('una', { deed: 'withdraw', text: '' }, { id: 'SP-2' })).toMatchObject({
      seen: { standing: { state: 'withdrawn', owesEnd: false, waits: false } },
    });
    expect((await world.owed()).slice(-3)).toEqual(['told 2 tess', 'slip-to-answer hana', 'told 1 hana']);
  });

  it('without a day is given for as long as is usual, and never for more than two years or for a day that is past', async () => {
    const world = createSlipWorld();
    await world.submit('tess', { kind: 'own-device', texts: ['My phone', 'On Tuesday'] });
    for (const until of ['2026-11-23', '2028-11-30', 'soon'])
      expect(await world.do('hana', give(until))).toMatchObject({ kind: 'fault', what: 'until' });
    expect(await world.do('hana', give())).toMatchObject({ seen: { standing: { until: '2026-11-25' } } });
    await world.submit('una', { until: '2026-12-03' });
    expect(await world.do('hana', give(), { id: 'SP-2' })).toMatchObject({
      seen: { standing: { until: '2026-12-03' } },
    });
  });

  it('of a day or two is reminded of the day before, and of one day not at all', async () => {
    const world = createSlipWorld();
    await world.submit('tess');
    await world.submit('una');
    await world.do('hana', give('2026-11-26'));
    await world.do('hana', give('2026-11-25'), { id: 'SP-2' });
    world.at('2026-11-24T15:00:00Z');
    expect(await world.follow()).toBe(0);
    world.at('2026-11-25T10:00:00Z');
    expect(await world.follow()).toBe(1);
    expect((await world.owed()).at(-1)).toBe('told 2 tess');
  });
});

describe('what is told', () => {
  it('is noted, or talked about first, and has no end', async () => {
    const world = createSlipWorld();
    const sent = await world.submit('tess', { kind: 'misread', texts: ['I hugged a child', 'Una was there'] });
    expect(sent).toMatchObject({ kind: 'sent', slip: { way: 'tell' } });
    expect(await world.do('hana', give())).toMatchObject({ kind: 'settled' });
    expect(await world.do('hana', say('refused', 'no'))).toMatchObject({ kind: 'settled' });
    expect(await world.do('hana', say('talk'))).toMatchObject({ seen: { standing: { state: 'talk', waits: true } } });
    expect(await world.do('hana', say('noted'))).toMatchObject({
      seen: { standing: { state: 'noted', waits: false } },
    });
    expect(await world.do('tess', { deed: 'withdraw', text: '' })).toMatchObject({ kind: 'settled' });
    world.at('2027-11-24T10:00:00Z');
    expect(await world.follow()).toBe(0);
  });

  it('typed in one go keeps one text; on the form each question is answered', async () => {
    const world = createSlipWorld();
    const typed = { kind: 'misread', texts: ['I hugged a child'] } as const;
    expect(await world.submit('tess', typed)).toEqual({ kind: 'empty' });
    expect(await world.submit('tess', { ...typed, inOneGo: true })).toMatchObject({ kind: 'sent' });
    expect(await world.submit('tess', { texts: ['x'.repeat(2_401)], inOneGo: true })).toEqual({ kind: 'too-long' });
    expect(await world.submit('tess', { kind: 'software', texts: ['an app'] })).toEqual({ kind: 'not-taken' });
    expect(await world.submit('tess', { until: '2026-11-23' })).toEqual({ kind: 'until' });
    expect(await world.submit('tess', { texts: ['Help, he has a knife', 'x', 'y'] })).toEqual({ kind: 'danger' });
    expect(await world.stores.slips.all('hill')).toHaveLength(1);
  });
});

describe('a name of somebody who would answer', () => {
  const texts = ['hana Hill shouted at a child', 'Nobody else'];

  it('is asked about before anything is sent; about them it goes to the next above', async () => {
    const world = createSlipWorld();
    const draft = { kind: 'misread', texts } as const;
    expect(await world.submit('tess', draft)).toMatchObject({ kind: 'asks-named', people: [{ id: 'hana' }] });
    expect(await world.stores.slips.all('hill')).toEqual([]);
    await world.submit('tess', { ...draft, aboutNamed: false });
    await world.submit('tess', { ...draft, aboutNamed: true });
    await world.submit('tess', { ...draft, texts: ['About mo Hill and hana Hill', 'x'], aboutNamed: false });
    expect(await world.owed()).toEqual(['slip-to-answer hana', 'slip-to-answer mo', 'slip-to-answer hana']);
    expect(await world.submit('tess', { ...draft, texts: ['mo Hill and hana Hill', 'x'], aboutNamed: true })).toEqual({
      kind: 'nobody',
    });
    expect(await world.do('hana', say('noted'), { id: 'SP-2' })).toEqual({ kind: 'not-found' });
    expect(await world.do('mo', say('noted'), { id: 'SP-2' })).toMatchObject({ kind: 'done' });
  });

  it('is asked about where they could get it later, and all names in one question', async () => {
    const world = createSlipWorld();
    const seen = ['hana Hill saw tim Hill shout', 'Nobody else'];
    expect(await world.submit('tess', { kind: 'misread', texts: seen })).toMatchObject({
      ...{ kind: 'asks-named', people: [{ id: 'hana' }, { id: 'tim' }] },
    });
    const cal = ['cal Hill helped', 'Nobody else'];
    expect(await world.submit('tess', { kind: 'misread', texts: cal })).toMatchObject({ kind: 'sent' });
    await world.submit('tess', { kind: 'misread', texts: ['tim Hill shouted', 'x'], aboutNamed: true });
    expect(await world.owed()).toEqual(['slip-to-answer hana', 'slip-to-answer hana']);
    world.at('2026-11-27T10:00:00Z');
    await world.follow();
    world.at('2026-12-02T10:00:00Z');
    await world.follow();
    // The deputy gets the first, and the chair what is about the deputy.
    expect((await world.slip('SP-1')).events.at(-1)?.asked).toEqual([keyOfId('tim')]);
    expect((await world.slip('SP-2')).events.at(-1)?.asked).toEqual([keyOfId('mo')]);
    expect(await world.do('tim', say('noted'), { id: 'SP-2' })).toEqual({ kind: 'not-found' });
    expect(await world.do('mo', say('noted'), { id: 'SP-2' })).toMatchObject({ kind: 'done' });
  });

  it('does not matter where the head is meant anyway', async () => {
    const world = createSlipWorld();
    expect(await world.submit('tess', { kind: 'misread', texts, aboutHead: true })).toMatchObject({ kind: 'sent' });
    expect(await world.owed()).toEqual(['slip-to-answer mo']);
  });
});

describe('nothing happens twice', () => {
  it('when an act comes again, before or after others have gone on', async () => {
    const world = createSlipWorld();
    const [first, second] = [world.newAct(), world.newAct()];
    await world.submit('tess', {}, first);
    expect(await world.submit('tess', {}, first)).toMatchObject({ slip: { id: 'SP-1' } });
    await world.do('hana', give('2026-12-18'), { act: second });
    expect(await world.do('hana', give('2026-12-18'), { act: second })).toMatchObject({ kind: 'done' });
    await world.do('tess', { deed: 'renew', until: '', text: '' });
    expect(await world.do('hana', give('2026-12-18'), { act: second })).toMatchObject({ kind: 'done' });
    expect((await world.slip()).events.map(({ kind }) => kind)).toEqual(['given', 'renewal-asked']);
    expect(await world.stores.slips.all('hill')).toHaveLength(1);
  });

  it('when two who may answer do so at once: one answer stands, and the other learns which', async () => {
    const world = createSlipWorld();
    await world.submit('tess');
    const outcomes = await Promise.all([world.do('hana', give()), world.do('hana', say('refused', 'Not now'))]);
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['done', 'settled']);
    expect((await world.slip()).events).toHaveLength(1);
  });

  it('when several instances look after the slips of a school', async () => {
    const world = createSlipWorld();
    await world.submit('tess');
    await world.do('hana', give('2026-11-25'));
    world.at('2026-11-26T10:00:00Z');
    await Promise.all([world.follow(), world.follow(), world.follow()]);
    expect((await world.slip()).events.map(({ kind }) => kind)).toEqual(['given', 'ended']);
    expect((await world.owed()).filter((one) => one.startsWith('told 2'))).toEqual(['told 2 tess']);
  });
});

it('whoever stands in by now is told of what waits, once, on a school day', async () => {
  const world = createSlipWorld();
  await world.submit('tess');
  const away = [{ from: '2026-11-25', to: '2026-11-27', cover: 'tim' }];
  const covered = { ...school, people: school.people.map((one) => (one.id === 'hana' ? { ...one, away } : one)) };
  world.at('2026-11-25T05:00:00Z');
  expect(await world.follow(covered)).toBe(0);
  world.at('2026-11-25T10:00:00Z');
  expect(await world.follow(covered)).toBe(1);
  expect(await world.follow(covered)).toBe(0);
  expect(await world.owed()).toEqual(['slip-to-answer hana', 'slip-to-answer tim']);
  expect(actor('tim').objectId).toBe((await world.slip()).told[1]?.objectId);
});

it('nothing of it stands in clear but what says nothing of anybody', async () => {
  const world = createSlipWorld();
  await world.submit('tess', { texts: ['Jamie Dray’s portrait', 'Mrs Dray agreed', 'Until Friday'] });
  const seals = world.stores.slips.sealed('hill');
  await world.do('hana', give('2026-12-18', 'Jamie only with his mother there'));
  const stored = await world.stores.transfer.exportAll();
  const clear = JSON.stringify(stored, (key, value: unknown) => (key === 'sealedText' ? '' : value));
  expect(clear).not.toMatch(/Dray|Jamie|mother|portrait/);
  expect(await seals).toHaveLength(1);
});
