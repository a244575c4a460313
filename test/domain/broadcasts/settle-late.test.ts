import { describe, expect, it } from 'vitest';
import type { BroadcastDesk } from '../../../src/domain/broadcasts/broadcast-desk.ts';
import type { Broadcast } from '../../../src/domain/broadcasts/broadcast.ts';
import { changeBroadcast } from '../../../src/domain/broadcasts/change-broadcast.ts';
import { endBroadcast } from '../../../src/domain/broadcasts/end-broadcast.ts';
import { openBroadcast } from '../../../src/domain/broadcasts/open-broadcast.ts';
import { openSignoffWorld, people, type SignoffWorld } from '../../support/signoff-world.ts';

const deskOf = ({ desk, stores }: SignoffWorld): BroadcastDesk => ({ ...desk, broadcasts: stores.broadcasts });

/** Another instance sends one copy. */
async function sendOne({ stores, now }: SignoffWorld): Promise<void> {
  const at = now.toISOString();
  const holder = 'another instance';
  const [one] = await stores.deliveries.claim(at, { limit: 1, leaseMs: 60_000, holder });
  if (one?.subject.kind !== 'broadcast') throw new Error('no copy is due');
  await stores.deliveries.begin(one.key, holder, at);
  await stores.deliveries.settle(one.key, holder, {
    attempt: { at, outcome: 'sent', code: 'ok' },
    state: 'sent',
    message: { conversationId: 'chat', activityId: one.key },
  });
}

/** A broadcast of which one copy was sent; and a desk at which `meanwhile` happens before its first write. */
async function begin(meanwhile: (world: SignoffWorld) => Promise<void> = sendOne) {
  const world = await openSignoffWorld();
  const desk = deskOf(world);
  const opened = await openBroadcast(desk, {
    ...world.as(people.head),
    draft: {
      ...{ template: 'notice', message: 'Phones stay in the locker.', buttons: ['done'], channel: false },
      audience: { kind: 'everybody' },
    },
  });
  if (opened.kind !== 'opened') throw new Error(opened.kind);
  await sendOne(world);
  let writes = 0;
  const racing: BroadcastDesk = {
    ...desk,
    broadcasts: {
      ...desk.broadcasts,
      async record(change) {
        writes += 1;
        if (writes === 1) await meanwhile(world);
        return desk.broadcasts.record(change);
      },
    },
  };
  return { world, desk, racing, broadcast: opened.broadcast };
}

/** Whose copies are changed. */
async function changed({ stores }: SignoffWorld, { id }: Broadcast): Promise<string[]> {
  const all = await stores.deliveries.all('hill');
  return all.flatMap(({ subject }) =>
    subject.kind === 'broadcast-settled' && subject.broadcast === id ? [subject.addressee] : [],
  );
}
const having = async ({ stores }: SignoffWorld, { id }: Broadcast) =>
  (await stores.broadcasts.addressees('hill', id))
    .filter(({ delivery }) => delivery?.state === 'sent')
    .map(({ addressee }) => addressee.id);

describe('a copy that came up while its change was recorded', () => {
  it('is corrected too, once, and counted', async () => {
    const { world, racing, broadcast } = await begin();
    const message = 'Phones stay at home.';
    const outcome = await changeBroadcast(racing, { ...world.as(people.head), broadcastId: broadcast.id, message });
    expect(outcome).toMatchObject({ kind: 'corrected', copies: 2, beyond: 0 });
    expect(await changed(world, broadcast)).toHaveLength(2);
    expect((await changed(world, broadcast)).sort()).toEqual((await having(world, broadcast)).sort());
  });

  it('is taken back too, once, and counted', async () => {
    const { world, desk, racing, broadcast } = await begin();
    const request = () => ({ ...world.as(people.head), broadcastId: broadcast.id, why: 'recalled' as const });
    expect(await endBroadcast(racing, request())).toMatchObject({ kind: 'ended', copies: 2, beyond: 0 });
    expect((await changed(world, broadcast)).sort()).toEqual((await having(world, broadcast)).sort());
    expect(await endBroadcast(desk, request())).toMatchObject({ kind: 'ended', copies: 2 });
    expect(await changed(world, broadcast)).toHaveLength(2);
  });

  it('is taken back by the same again where the bot died before it was', async () => {
    const { world, desk, racing, broadcast } = await begin();
    let writes = 0;
    const dying: BroadcastDesk = {
      ...racing,
      broadcasts: {
        ...racing.broadcasts,
        record: (change) =>
          (writes += 1) === 1 ? racing.broadcasts.record(change) : Promise.reject(new Error('killed')),
      },
    };
    const request = { ...world.as(people.head), broadcastId: broadcast.id, why: 'recalled' as const };
    await expect(endBroadcast(dying, request)).rejects.toThrow('killed');
    expect(await changed(world, broadcast)).toHaveLength(1);
    expect(await endBroadcast(desk, request)).toMatchObject({ kind: 'ended', copies: 2 });
    expect((await changed(world, broadcast)).sort()).toEqual((await having(world, broadcast)).sort());
  });
});
