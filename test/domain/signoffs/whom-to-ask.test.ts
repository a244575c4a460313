import { describe, expect, test } from 'vitest';
import { versionHash } from '../../../src/domain/policies/version-hash.ts';
import { holds, isOutdated } from '../../../src/domain/signoffs/holds.ts';
import { whomToAsk, type DocumentAudience } from '../../../src/domain/signoffs/whom-to-ask.ts';
import type { PolicyVersion } from '../../../src/domain/versions/policy-version.ts';
import { member, openSignoffWorld, phones, tenantId } from '../../support/signoff-world.ts';

const listed = [
  { id: 'kit', name: 'Kit Kitchen', groups: ['kitchen'] },
  { id: 'new', name: 'Nia New', groups: ['kitchen', 'office'], from: '2026-11-10' },
  { id: 'old', name: 'Oz Old', groups: ['governors'], until: '2026-11-08' },
];

async function ask({ audience = ['staff'] as DocumentAudience, groups = [] as string[] } = {}) {
  const world = await openSignoffWorld({ staff: 2, listed });
  const teams = await world.stores.persons.staffTeams();
  const other = teams.map((team) => ({ ...team, schoolId: 'mill', members: [member(99)] }));
  const { asked, notAsked } = whomToAsk({
    library: world.library,
    teams: [...teams, ...other],
    keyOf: ({ objectId }) => (objectId === undefined ? undefined : { tenantId, objectId }),
    ...{ audience, groups, today: '2026-11-09' },
  });
  return { asked: asked.map(({ name }) => name), not: Object.fromEntries(notAsked.map((one) => [one.name, one.why])) };
}

describe('whom a document asks', () => {
  test('staff: the staff team, each person once under the name that the school gives', async () => {
    expect(await ask()).toEqual({
      asked: ['Ada Head', 'Bo Deputy', 'Di Delegate', 'Eli Office', 'Staff 0010', 'Staff 0011'],
      not: {
        'Cy Chair': 'other-audience',
        'Flo Governor': 'other-audience',
        'Kit Kitchen': 'other-audience',
        'Nia New': 'not-yet',
        'Oz Old': 'other-audience',
      },
    });
  });

  test('others come from groups and the list alone, by their days, and with an account that is known', async () => {
    expect(await ask({ audience: ['governors', 'contractors', 'pupils'] })).toMatchObject({
      asked: ['Cy Chair', 'Kit Kitchen'],
      not: {
        'Flo Governor': 'no-account',
        'Oz Old': 'no-longer',
        'Nia New': 'not-yet',
        'Staff 0010': 'other-audience',
      },
    });
  });

  test('groups that were chosen leave out the others', async () => {
    expect(await ask({ groups: ['teaching'] })).toMatchObject({
      asked: ['Staff 0010', 'Staff 0011'],
      not: { 'Ada Head': 'other-group', 'Cy Chair': 'other-audience' },
    });
    expect((await ask({ audience: 'everybody', groups: ['teaching', 'kitchen'] })).asked).toEqual([
      'Kit Kitchen',
      'Staff 0010',
      'Staff 0011',
    ]);
  });

  test('somebody of school.yaml is found in the staff team by their sign-in name, and in no group is not asked', async () => {
    const world = await openSignoffWorld({ staff: 0 });
    world.setSchool({ groups: [] });
    const [team] = await world.stores.persons.staffTeams();
    if (!team) throw new Error('there is a team');
    const flo = member(20, { name: 'F. G.', upn: 'Flo@hill.example' });
    const whom = (members: typeof team.members) =>
      whomToAsk({
        library: world.library,
        teams: [{ ...team, members }],
        keyOf: () => undefined,
        ...{ audience: ['staff'], groups: [], today: '2026-11-09' },
      });
    expect(whom([flo]).asked).toEqual([
      { person: { tenantId, objectId: flo.objectId }, name: 'Flo Governor', groups: [] },
    ]);
    expect(whom([]).notAsked.find(({ name }) => name === 'Flo Governor')?.why).toBe('no-group');
  });
});

describe('a signature holds', () => {
  const version = (n: number, change: 'first' | 'minor' | 'binding', policyId = 'phones'): PolicyVersion => ({
    ...{ schoolId: 'hill', policyId, hash: `v${n}`, version: `${n}`, title: 'Phones', markdown: '', seenAt: '' },
    adoption: { change, at: `2026-0${n}-01T00:00:00.000Z` },
    ...(n < 4 && { replacedAt: `2026-0${n + 1}-01T00:00:00.000Z` }),
  });
  const signed = (n: number) => ({ policyId: 'phones', hash: `v${n}` });

  test('as long as nothing but minor versions came after it', () => {
    const versions = [version(4, 'minor'), version(1, 'first'), version(2, 'binding'), version(3, 'minor')];
    expect([1, 2, 3, 4, 5].map((n) => holds(signed(n), versions))).toEqual([false, true, true, true, false]);
    const binding = [version(1, 'first'), version(2, 'minor'), version(3, 'minor'), version(4, 'binding')];
    expect([1, 2, 3, 4].map((n) => holds(signed(n), binding))).toEqual([false, false, false, true]);
    const minor = [version(1, 'first'), version(2, 'minor'), version(3, 'minor'), version(4, 'minor')];
    expect([1, 2, 3, 4].map((n) => holds(signed(n), minor))).toEqual([true, true, true, true]);
    expect(holds(signed(1), [version(4, 'first', 'other')])).toBe(false);
  });

  test('and a campaign for words that a binding version replaced is outdated', async () => {
    const world = await openSignoffWorld();
    const outcome = await world.open();
    if (outcome.kind !== 'opened') throw new Error(outcome.kind);
    const outdated = async () => isOutdated(outcome.campaign, await world.stores.versions.versions('hill'));
    expect(outcome.campaign.document.hash).toBe(versionHash(phones()));
    expect(await outdated()).toBe(false);
    world.now = new Date('2026-11-10T10:00:00Z');
    await world.adopt(phones('Elsewhere.', { version: '1.1' }), 'minor');
    expect(await outdated()).toBe(false);
    world.now = new Date('2026-11-11T10:00:00Z');
    await world.adopt(phones('Nowhere.', { version: '2.0' }), 'binding');
    expect(await outdated()).toBe(true);
  });
});
