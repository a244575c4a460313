import { describe, expect, it } from 'vitest';
import { actor, createSlipWorld, school } from './slip-world.ts';

const keyOfId = (id: string) => ({ tenantId: actor(id).tenantId, objectId: actor(id).objectId });
const answer = (kind: 'noted' | 'talk' | 'refused', text = '') => ({ deed: 'answer', answer: { kind, text } }) as const;
/** Sent on a Tuesday: three school days later, six, nine. */
const days = ['2026-11-27', '2026-12-02', '2026-12-07'] as const;

async function chasedTo(world: ReturnType<typeof createSlipWorld>, count: number) {
  for (const day of days.slice(0, count)) {
    world.at(`${day}T10:00:00Z`);
    expect(await world.follow()).toBe(1);
    expect(await world.follow()).toBe(0);
  }
}

describe('a slip that nobody answers', () => {
  it('is reminded of after three school days, goes on to the next after six, and its sender hears of each step', async () => {
    const world = createSlipWorld();
    await world.submit('tess');
    world.at('2026-11-26T17:00:00Z');
    expect(await world.follow()).toBe(0);
    await chasedTo(world, 3);
    expect(await world.owed()).toEqual([
      'slip-to-answer hana',
      ...['told 1 hana', 'told 1 tess', 'slip-to-answer tim', 'told 2 tess', 'told 3 tess'],
    ]);
    expect((await world.slip()).events).toMatchObject([
      { kind: 'chased', asked: [keyOfId('hana')] },
      { kind: 'handed-on', asked: [keyOfId('tim')] },
      { kind: 'unanswered' },
    ]);
    expect((await world.slip()).events.some(({ by }) => by)).toBe(false);
    expect(await world.ledger()).toEqual(['slip-sent', 'slip-chased', 'slip-handed-on', 'slip-unanswered']);
    for (const day of ['2026-12-10', '2026-12-15', '2027-02-01']) {
      world.at(`${day}T10:00:00Z`);
      expect(await world.follow()).toBe(0);
    }
  });

  it('is answered by whoever it went on to, who could not before; the head can still answer it', async () => {
    const world = createSlipWorld();
    await world.submit('tess', { kind: 'misread', texts: ['I hugged a child', 'Una was there'] });
    await world.submit('una');
    expect(await world.do('tim', answer('noted'))).toEqual({ kind: 'not-found' });
    for (const day of days.slice(0, 2)) {
      world.at(`${day}T10:00:00Z`);
      await world.follow();
    }
    expect(await world.do('tim', answer('noted'))).toMatchObject({
      kind: 'done',
      seen: { standing: { state: 'noted' } },
    });
    expect(await world.do('hana', answer('refused', 'Not now'), { id: 'SP-2' })).toMatchObject({ kind: 'done' });
    world.at('2026-12-07T10:00:00Z');
    expect(await world.follow()).toBe(0);
  });

  it('is chased on school days alone, not at night, and not at all where the school says so', async () => {
    const first = { name: 'Autumn 2', from: '2026-11-23', to: '2026-11-25' };
    const term = { ...school, terms: [first, { name: 'Advent', from: '2026-12-07', to: '2026-12-18' }] };
    const world = createSlipWorld();
    await world.submit('tess');
    for (const [at, count] of [
      ['2026-12-04T10:00:00Z', 0],
      ['2026-12-07T10:00:00Z', 0],
      ['2026-12-08T05:00:00Z', 0],
      ['2026-12-08T10:00:00Z', 1],
    ] as const) {
      world.at(at);
      expect([at, await world.follow(term)]).toEqual([at, count]);
    }
    const never = { ...school, slips: school.slips.map((one) => ({ ...one, chaseAfter: 0 })) };
    world.at('2027-01-20T10:00:00Z');
    expect(await world.follow(never)).toBe(0);
    const at5 = { ...school, slips: school.slips.map((one) => ({ ...one, chaseAfter: 5 })) };
    const other = createSlipWorld();
    await other.submit('tess');
    other.at('2026-11-30T10:00:00Z');
    expect(await other.follow(at5)).toBe(0);
    other.at('2026-12-01T10:00:00Z');
    expect(await other.follow(at5)).toBe(1);
  });

  it('of which a password is lost is chased the next school day', async () => {
    const world = createSlipWorld();
    await world.submit('tess', { kind: 'lost', texts: ['My laptop', 'The mark book'] });
    world.at('2026-11-25T10:00:00Z');
    await world.follow();
    world.at('2026-11-26T10:00:00Z');
    await world.follow();
    expect((await world.owed()).slice(1)).toEqual(['told 1 cal', 'told 1 tess', 'slip-to-answer hana', 'told 2 tess']);
  });

  it('about the head goes to nobody but the chair; then its sender hears that nobody answered', async () => {
    const world = createSlipWorld();
    await world.submit('tess', { kind: 'misread', texts: ['We disagreed', 'Una'], aboutHead: true });
    await chasedTo(world, 2);
    expect(await world.owed()).toEqual(['slip-to-answer mo', 'told 1 mo', 'told 1 tess', 'told 2 tess']);
    expect((await world.slip()).events.map(({ kind }) => kind)).toEqual(['chased', 'unanswered']);
    world.at('2026-12-20T10:00:00Z');
    expect(await world.follow()).toBe(0);
  });

  it('after “come and talk” there is one reminder, and it goes on to nobody', async () => {
    const world = createSlipWorld();
    await world.submit('tess');
    await chasedTo(world, 1);
    await world.do('hana', answer('talk'));
    for (const day of ['2026-12-02', '2026-12-07', '2026-12-14']) {
      world.at(`${day}T10:00:00Z`);
      await world.follow();
    }
    expect((await world.slip()).events.map(({ kind }) => kind)).toEqual(['chased', 'talk', 'chased']);
  });

  it('asked for longer begins at the first anew, and is chased until the permission ends', async () => {
    const world = createSlipWorld();
    await world.submit('tess');
    await chasedTo(world, 2);
    const given = { deed: 'answer', answer: { kind: 'given', until: '2026-12-18', text: '' } } as const;
    await world.do('tim', given);
    world.at('2026-12-02T11:00:00Z');
    await world.do('tess', { deed: 'renew', until: '', text: '' });
    expect((await world.owed()).at(-1)).toBe('slip-to-answer hana');
    expect(await world.follow()).toBe(0);
    world.at('2026-12-07T10:00:00Z');
    expect(await world.follow()).toBe(1);
    expect((await world.slip()).events.at(-1)).toMatchObject({ kind: 'chased', asked: [keyOfId('hana')] });
    world.at('2027-01-20T10:00:00Z');
    expect(await world.follow()).toBe(1);
    expect((await world.slip()).events.at(-1)?.kind).toBe('ended');
    expect(await world.follow()).toBe(0);
  });

  it('that is taken back in a later round is told to whom that round went, not to who was asked last in the one before', async () => {
    const world = createSlipWorld();
    await world.submit('tess');
    await chasedTo(world, 2);
    await world.do('tim', { deed: 'answer', answer: { kind: 'given', until: '2026-12-18', text: '' } });
    await world.do('tess', { deed: 'renew', until: '', text: '' });
    const before = (await world.owed()).length;
    await world.do('tess', { deed: 'withdraw', text: '' });
    expect((await world.owed()).slice(before)).toEqual(['told 5 hana']);
  });

  it('is chased once by several instances, and again by none after a restart', async () => {
    const world = createSlipWorld();
    await world.submit('tess');
    world.at('2026-11-27T10:00:00Z');
    await Promise.all([world.follow(), world.follow(), world.follow()]);
    const again = createSlipWorld(world.stores);
    again.at('2026-11-27T11:00:00Z');
    expect(await again.follow()).toBe(0);
    expect(await world.owed()).toEqual(['slip-to-answer hana', 'told 1 hana', 'told 1 tess']);
  });

  it('tells whoever stands in by then once: as its reminder, where that is due', async () => {
    const world = createSlipWorld();
    await world.submit('tess');
    const away = [{ from: '2026-11-27', to: '2026-11-27', cover: 'cal' }];
    const covered = { ...school, people: school.people.map((one) => (one.id === 'hana' ? { ...one, away } : one)) };
    world.at('2026-11-27T10:00:00Z');
    expect(await world.follow(covered)).toBe(1);
    expect(await world.follow(covered)).toBe(0);
    expect(await world.owed()).toEqual(['slip-to-answer hana', 'slip-to-answer cal', 'told 1 tess']);
  });
});
