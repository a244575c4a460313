import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isOpenOn } from '../../../src/domain/people/school-days.ts';
import { schoolDay } from '../../../src/domain/people/school-day.ts';
import { askAgain } from '../../../src/domain/signoffs/ask-again.ts';
import { chaseOutstanding } from '../../../src/domain/signoffs/chase.ts';
import { createCampaignFollower } from '../../../src/domain/signoffs/create-campaign-follower.ts';
import { exemptSignatory } from '../../../src/domain/signoffs/exempt.ts';
import { extendSignatory } from '../../../src/domain/signoffs/extend.ts';
import { progressOf } from '../../../src/domain/signoffs/progress.ts';
import type { Signatory } from '../../../src/domain/signoffs/signatory.ts';
import { signOnBehalf } from '../../../src/domain/signoffs/sign-on-behalf.ts';
import { member, openSignoffWorld, people, phones, type SignoffWorld } from '../../support/signoff-world.ts';

const hourMs = 3_600_000;
const who = fc.nat({ max: 19 });
const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('wait'), hours: fc.integer({ min: 1, max: 60 }) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('team'), members: fc.uniqueArray(who, { maxLength: 12 }) }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constantFrom('sign', 'decline', 'query', 'exempt', 'again'), who }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('extend'), who, days: fc.integer({ min: 0, max: 20 }) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('chase'), queries: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('lose'), lost: fc.uniqueArray(who, { maxLength: 4 }) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('replace'), change: fc.constantFrom('binding', 'minor') }) },
);
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

/** Team of the school's four who hold roles, and these. */
const setTeam = (world: SignoffWorld, members: readonly number[]) =>
  world.setTeam([1, 2, 4, 5, ...members.map((n) => n + 10)].map((n) => member(n)));

type OfOne = Extract<Step, { who: number }>;

async function take(world: SignoffWorld, doing: Exclude<Step, { kind: 'lose' }>, versions: { count: number }) {
  const [campaign] = (await world.stores.signoffs.live()).slice(-1);
  if (!campaign) throw new Error('one is always open');
  if ('hours' in doing) world.now = new Date(world.now.getTime() + doing.hours * hourMs);
  else if ('members' in doing) await setTeam(world, doing.members);
  else if ('queries' in doing) {
    const { queries } = doing;
    await chaseOutstanding(world.desk, { ...world.as(people.head), campaignId: campaign.id, queries });
  } else if ('change' in doing) {
    versions.count += 1;
    world.now = new Date(world.now.getTime() + hourMs);
    await world.adopt(phones(`Rule ${versions.count}.`, { version: `${versions.count}` }), doing.change);
    await world.open({ dueOn: dayIn(world, 10) });
  } else {
    const all = await world.stores.signoffs.signatories('hill', campaign.id);
    const signatory = all[doing.who % all.length];
    if (signatory) await change(world, doing, signatory);
  }
}

async function change(world: SignoffWorld, doing: OfOne, signatory: Signatory): Promise<unknown> {
  const request = { ...world.as(people.head), signatoryId: signatory.id };
  switch (doing.kind) {
    case 'sign':
      return signOnBehalf(world.desk, { ...request, typedName: 'A', on: 'paper', witness: 'B', place: 'C' });
    case 'exempt':
      return exemptSignatory(world.desk, { ...request, reason: 'because' });
    case 'again':
      return askAgain(world.desk, request);
    case 'extend':
      return 'days' in doing
        ? extendSignatory(world.desk, { ...request, dueOn: dayIn(world, doing.days), reason: '' })
        : undefined;
    case 'decline':
    case 'query': {
      if (signatory.state !== 'pending') return undefined;
      const state = doing.kind === 'query' ? 'query' : 'declined';
      return world.stores.signoffs.record({
        ...{ schoolId: 'hill', at: world.now.toISOString(), then: { owed: [], entries: [] } },
        signatories: [{ ...signatory, state, questionId: 'SQ-2222-2', revision: signatory.revision + 1 }],
      });
    }
  }
}

const dayIn = ({ now, library }: SignoffWorld, days: number) =>
  schoolDay(new Date(now.getTime() + days * 24 * hourMs), library.school);

/** Follows with four at once, as four instances would, until nothing follows any more. */
async function settle(world: SignoffWorld): Promise<void> {
  const followers = Array.from({ length: 4 }, () => createCampaignFollower(world.desk));
  for (let looks = 0; ; looks += 1) {
    const live = await world.stores.signoffs.live();
    const outcomes = await Promise.all(
      live.flatMap((campaign) => followers.map((follow) => follow(campaign, world.library))),
    );
    if (outcomes.every((one) => one === 'nothing')) return;
    expect(looks).toBeLessThan(6);
  }
}

test('whatever happens, totals are the audience, nobody but the outstanding is asked, and nobody twice in a round', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), async (steps) => {
      const world = await openSignoffWorld({ staff: 6 });
      const versions = { count: 1 };
      let lost: readonly number[] = [];
      const rounds = new Set<string>();
      const askedOn = new Set<string>();
      await world.open();
      for (const doing of steps) {
        const before = await everybody(world);
        if (doing.kind === 'lose') lost = doing.lost;
        else await take(world, doing, versions);
        await settle(world);
        const isLost = (id: string) => lost.some((n) => member(n + 10).objectId === id);
        for (const told of await world.deliver((id) => !isLost(id))) {
          if (told.kind !== 'signoff-asked') continue;
          const round = `${told.signatory} ${told.round}`;
          expect(rounds.has(round)).toBe(false);
          rounds.add(round);
        }
        await settle(world);
        await check(world, askedOn);
        for (const one of await everybody(world)) {
          const last = before.find(({ id }) => id === one.id);
          if (doing.kind === 'again' || !last || !['signed', 'declined', 'exempt'].includes(last.state)) continue;
          expect(one, `${last.state} after ${doing.kind}`).toMatchObject({ asked: last.asked });
        }
      }
    }),
    { numRuns: 60 },
  );
});

async function everybody({ stores: { signoffs } }: SignoffWorld): Promise<Signatory[]> {
  const campaigns = await signoffs.campaigns('hill');
  return (await Promise.all(campaigns.map(({ id }) => signoffs.signatories('hill', id)))).flat();
}

/** What must hold after every step. */
async function check(world: SignoffWorld, askedOn: Set<string>): Promise<void> {
  const { signoffs, deliveries } = world.stores;
  const owed = (await deliveries.all('hill')).filter(({ subject }) => subject.kind === 'signoff-asked');
  const [campaigns, versions] = [await signoffs.campaigns('hill'), await world.stores.versions.versions('hill')];
  expect(campaigns.filter(({ state }) => state === 'open')).toHaveLength(1);
  expect(versions.filter(({ adoption, replacedAt }) => adoption && !replacedAt)).toHaveLength(1);
  const members = new Set(
    (await world.stores.persons.staffTeams()).flatMap((team) => team.members.map((one) => one.objectId)),
  );
  for (const campaign of campaigns) {
    const all = await signoffs.signatories('hill', campaign.id);
    const { audience, ...states } = progressOf(all);
    expect(Object.values(states).reduce((sum, count) => sum + count, 0)).toBe(audience);
    const receipts = await signoffs.receipts('hill', campaign.id);
    const signed = all.filter(({ state }) => state === 'signed').map(({ id }) => id);
    expect(receipts.map(({ signatoryId }) => signatoryId).sort()).toEqual(signed.sort());
    for (const one of all)
      checkRounds(
        world,
        one,
        owed.filter(({ subject }) => 'signatory' in subject && subject.signatory === one.id),
        askedOn,
      );
    if (campaign.state !== 'open') continue;
    const there = new Map(all.map((one) => [one.person?.objectId, one]));
    for (const objectId of members) {
      if (there.has(objectId)) continue;
      // Only whose signature of an earlier version holds.
      const [tenantId = ''] = (await world.stores.persons.staffTeams()).map((team) => team.tenantId);
      expect(await signoffs.receiptsOf('hill', { tenantId, objectId })).not.toEqual([]);
    }
    for (const [objectId, one] of there) {
      const isMember = objectId !== undefined && members.has(objectId);
      if (isMember) expect(one.state).not.toBe('left');
      else expect(['left', 'signed', 'exempt', 'declined']).toContain(one.state);
    }
  }
}

/** Of one person there is one card for each round that they were asked in, all on days and at times for it. */
function checkRounds(
  { library: { school } }: SignoffWorld,
  { asked, id }: Signatory,
  owed: readonly { readonly key: string; readonly notBefore: string; readonly subject: object }[],
  askedOn: Set<string>,
): void {
  expect(owed.map(({ subject }) => ('round' in subject ? subject.round : 0)).sort()).toEqual(
    Array.from({ length: asked }, (_, n) => n + 1).sort(),
  );
  for (const { key, notBefore } of owed) {
    if (askedOn.has(key)) continue;
    askedOn.add(key);
    expect(isOpenOn(school, schoolDay(new Date(notBefore), school)), `${id} ${notBefore}`).toBe(true);
    expect(new Date(notBefore).getUTCHours()).toBeLessThan(18);
  }
}
