import { randomBytes } from 'node:crypto';
import { afterEach, expect, test } from 'vitest';
import { addresseeState, type AddresseeState } from '../../src/domain/broadcasts/addressee-state.ts';
import type { BroadcastDesk } from '../../src/domain/broadcasts/broadcast-desk.ts';
import { broadcastProgress } from '../../src/domain/broadcasts/broadcast-progress.ts';
import { confirmBroadcast } from '../../src/domain/broadcasts/confirm-broadcast.ts';
import { openBroadcast } from '../../src/domain/broadcasts/open-broadcast.ts';
import { newReference } from '../../src/domain/delivery/reference.ts';
import { School } from '../../src/domain/people/school.ts';
import { ids } from '../support/activities.ts';
import { drawFault, type FaultMix } from '../support/fake-connector-faults.ts';
import { conversationOf, createOutboxWorld, headingsSeen, personId, type OutboxWorld } from './outbox-world.ts';

let world: OutboxWorld;
afterEach(() => world.close());

/** RECIPIENTS=10000 for the long run. */
const recipients = Number(process.env.RECIPIENTS ?? 500);
const seed = 20261129;
/** 5 % 429 with Retry-After, 1 % of which nobody knows, 3 % a final no. */
const mix: FaultMix = {
  '429-retry-after': 0.05,
  'accept-then-500': 0.005,
  'hang-without-accept': 0.005,
  '403-blocked': 0.01,
  '403-admin': 0.01,
  '404': 0.01,
};
const perSecond = 25;

const head = { tenantId: ids.tenant, objectId: personId(recipients) };
const chair = { tenantId: ids.tenant, objectId: personId(recipients + 1) };
const school = School.parse({
  id: 'marlow-bridge',
  name: 'Marlow Bridge Primary School',
  timeZone: 'Europe/London',
  people: [
    { id: 'head', name: 'Ada Head', objectId: head.objectId, roles: ['head'] },
    { id: 'chair', name: 'Cy Chair', objectId: chair.objectId, roles: ['chair'] },
  ],
});
const library = { school, policies: [] };

test.each([1, 4])(
  `%i instances send one broadcast to ${recipients} people: the ledger is what Teams shows, nobody gets it twice, and no limit is broken`,
  { timeout: 60_000 + recipients * 300 },
  async (instances) => {
    world = await createOutboxWorld({ people: recipients, seed, mix });
    const { stores, connector } = world;
    await stores.persons.saveStaffTeam({
      ...{ schoolId: school.id, tenantId: ids.tenant, teamId: 'team', teamName: 'Staff', serviceUrl: connector.url },
      ...{ conversationId: '19:staff@thread.tacv2', connectedBy: head.objectId },
      ...{ connectedAt: new Date().toISOString(), refreshedAt: new Date().toISOString() },
      members: Array.from({ length: recipients }, (_, n) => ({
        objectId: personId(n),
        name: `Staff ${String(n).padStart(5, '0')}`,
      })),
    });
    let drawn = 0;
    const desk: BroadcastDesk = {
      ...stores,
      now: () => new Date(),
      newReference: (prefix) => newReference(prefix, randomBytes),
      newId: () => String(++drawn).padStart(32, '0'),
    };
    const as = ({ tenantId, objectId }: typeof head, person: School['people'][number] | undefined, act: string) => ({
      actor: { tenantId, objectId, displayName: person?.name ?? '' },
      ...{ person, library, today: '2026-11-20', act: { activityKey: act, submissionId: act } },
    });
    const opened = await openBroadcast(desk, {
      ...as(head, school.people[0], 'open'),
      draft: {
        ...{ template: 'notice', message: 'The policy on phones is due for review.', buttons: ['done'] },
        ...{ audience: { kind: 'everybody' }, channel: false },
      },
    });
    if (opened.kind !== 'opened') throw new Error(JSON.stringify(opened));
    expect(opened).toMatchObject({ count: recipients, broadcast: { state: 'waiting' } });
    const { id } = opened.broadcast;
    const yes = { ...as(chair, school.people[1], 'yes'), broadcastId: id, yes: true };
    expect(await confirmBroadcast(desk, yes)).toMatchObject({ kind: 'confirmed', count: recipients });

    const begun = Date.now();
    for (let n = 0; n < instances; n++) await world.deliver();
    let asked = 0;
    await world.pass(4 * 3_600_000, async () => {
      if (++asked % 100 !== 0) return false; // counting thousands of rows at every step would take most of the time
      const { pending, sending } = await world.counts();
      return pending + sending === 0;
    });

    const broadcast = await stores.broadcasts.broadcast(school.id, id);
    if (!broadcast) throw new Error('it is gone');
    const rows = await stores.broadcasts.addressees(school.id, id);
    const seen = headingsSeen(connector);
    const wrong = rows.flatMap(({ addressee, delivery }) => {
      const person = Number(addressee.name.slice('Staff '.length));
      const { state } = addresseeState(broadcast, addressee, delivery);
      const copies = seen.get(conversationOf(person))?.filter((heading) => heading.includes(addressee.id)).length ?? 0;
      const expected = expectedOf(person);
      return state === expected.state && copies === expected.copies ? [] : [{ person, state, copies, expected }];
    });
    const progress = broadcastProgress(broadcast, rows);
    // The last that somebody's message was tried: how far it is is told to its sender for longer.
    const took = Math.max(...rows.map(({ delivery }) => Date.parse(delivery?.attempts.at(-1)?.at ?? ''))) - begun;
    const calls = connector.answered.filter(({ at }) => at <= begun + took).length;
    const best = (calls / perSecond) * 1_000;
    const ratio = (took / best).toFixed(2);
    console.log(
      `broadcast, ${instances} instances: ${JSON.stringify(progress)}; ${calls} requests in ${took / 1000} s, ` +
        `${ratio} of the best that ${perSecond} a second allow; ${JSON.stringify(connector.breaches())}`,
    );
    expect(wrong).toEqual([]);
    expect(progress.audience).toBe(recipients);
    expect(Object.entries(progress).reduce((sum, [key, n]) => sum + (key === 'audience' ? 0 : n), 0)).toBe(recipients);
    expect(connector.breaches()).toEqual({ overLimit: 0, insideWindow: 0 });
  },
);

/** What the faults that this person's messages meet lead to. */
function expectedOf(person: number): { state: AddresseeState; copies: number } {
  for (let nth = 1; ; nth++) {
    switch (drawFault(seed, mix, conversationOf(person), nth)) {
      case '429-retry-after':
        continue;
      case 'accept-then-500':
        return { state: 'unknown', copies: 1 };
      case 'hang-without-accept':
        return { state: 'unknown', copies: 0 };
      case undefined:
        return { state: 'sent', copies: 1 };
      default:
        return { state: 'refused', copies: 0 };
    }
  }
}
