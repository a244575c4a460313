import { describe, expect, test, vi } from 'vitest';
import type { Actor } from '../../../src/domain/people/actor.ts';
import type { StaffTeam } from '../../../src/domain/people/person-store.ts';
import { createRecognise } from '../../../src/domain/people/recognise.ts';
import { School } from '../../../src/domain/people/school.ts';
import { createMemoryPersonStore } from '../../support/memory-person-store.ts';

const id = (n: number) => `5f0c0000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const actor = (n: number, tenantId = 'tenant'): Actor => ({ objectId: id(n), tenantId, displayName: 'Somebody' });
const library = (schoolId: string, people: object[]) => ({
  school: School.parse({ id: schoolId, name: schoolId, timeZone: 'Europe/London', people }),
  policies: [],
});
const person = (personId: string, more: object) => ({ id: personId, name: personId, ...more });
const nobody = person('nobody', {});
const team = (schoolId: string, members: number[], more: Partial<StaffTeam> = {}): StaffTeam => ({
  schoolId,
  tenantId: 'tenant',
  teamId: `group-${schoolId}`,
  teamName: 'All staff',
  serviceUrl: 'https://smba.example/',
  conversationId: `19:${schoolId}`,
  connectedBy: id(1),
  connectedAt: '2026-11-20T08:00:00.000Z',
  refreshedAt: '2026-11-20T08:00:00.000Z',
  members: members.map((n) => ({ objectId: id(n), name: `Member ${n}`, upn: `m${n}@school.example` })),
  ...more,
});

async function setUp(libraries: ReturnType<typeof library>[], teams: StaffTeam[] = []) {
  const store = createMemoryPersonStore();
  for (const one of teams) await store.saveStaffTeam(one);
  return { store, recognise: createRecognise({ store, shelf: { schools: () => libraries } }) };
}
const upn = (name?: string) => vi.fn(() => Promise.resolve(name));
const schoolOf = (recognition: Awaited<ReturnType<ReturnType<typeof createRecognise>>>) =>
  recognition.kind === 'staff' ? recognition.library.school.id : recognition.kind;

describe('who is served', () => {
  test('a member of a connected team, without asking for their sign-in name when nobody is listed by one', async () => {
    const { recognise } = await setUp([library('oak', [nobody])], [team('oak', [1])]);
    const ask = upn('m1@school.example');
    expect(schoolOf(await recognise(actor(1), ask))).toBe('oak');
    expect(await recognise(actor(2), ask)).toEqual({ kind: 'not-staff' });
    expect(ask).not.toHaveBeenCalled();
  });

  test('who is listed by object id, with the entry, whatever its letter case in the file', async () => {
    const { recognise } = await setUp([library('oak', [person('ann', { objectId: id(1).toUpperCase() })])]);
    const ask = upn();
    const recognition = await recognise(actor(1), ask);
    expect(recognition).toMatchObject({ kind: 'staff', person: { id: 'ann' } });
    expect(ask).not.toHaveBeenCalled();
  });

  test('an entry with an object id is not given to whoever carries its sign-in name', async () => {
    const { recognise } = await setUp([
      library('oak', [person('ann', { objectId: id(1), upn: 'ann@school.example' })]),
    ]);
    expect(await recognise(actor(2), upn('ann@school.example'))).toEqual({ kind: 'not-staff' });
  });

  test('who is listed by sign-in name; it is bound at once and not asked for again', async () => {
    const { recognise, store } = await setUp([library('oak', [person('ann', { upn: 'Ann@school.example' })])]);
    const ask = upn('ANN@school.example');
    expect(await recognise(actor(1), ask)).toMatchObject({ person: { id: 'ann' } });
    expect(await recognise(actor(1), ask)).toMatchObject({ person: { id: 'ann' } });
    expect(ask).toHaveBeenCalledOnce();
    expect(await store.boundUpns('tenant')).toEqual(new Map([['ann@school.example', id(1)]]));
  });

  test('a sign-in name that means another person later is refused to them', async () => {
    const { recognise } = await setUp([library('oak', [person('ann', { upn: 'ann@school.example' })])]);
    await recognise(actor(1), upn('ann@school.example'));
    expect(await recognise(actor(2), upn('ann@school.example'))).toEqual({
      kind: 'not-staff',
      reason: 'sign-in-name-taken',
    });
    expect(schoolOf(await recognise(actor(1), upn()))).toBe('oak');
  });

  test('a sign-in name bound in one tenant binds nothing in another', async () => {
    const { recognise } = await setUp([library('oak', [person('ann', { upn: 'ann@school.example' })])]);
    await recognise(actor(1), upn('ann@school.example'));
    expect(await recognise(actor(1, 'other'), upn())).toEqual({ kind: 'not-staff' });
  });

  test('nothing is bound for whoever is listed nowhere', async () => {
    const { recognise, store } = await setUp([library('oak', [person('ann', { upn: 'ann@school.example' })])]);
    expect(await recognise(actor(7), upn('pupil@school.example'))).toEqual({ kind: 'not-staff' });
    expect(await store.boundUpns('tenant')).toEqual(new Map());
  });

  test('a roster’s sign-in name alone binds nothing: Teams is asked before', async () => {
    const listed = [library('oak', [person('ann', { upn: 'm1@school.example', roles: ['head'] })])];
    const { recognise, store } = await setUp(listed, [team('oak', [1, 2])]);
    expect(await recognise(actor(1), upn('renamed@school.example'))).not.toHaveProperty('person');
    expect(await store.boundUpns('tenant')).toEqual(new Map());
    const ask = upn('m1@school.example');
    await recognise(actor(2), ask);
    expect(ask).not.toHaveBeenCalled();
    expect(await recognise(actor(1), ask)).toHaveProperty('person.id', 'ann');
  });

  test('a failing look-up is no answer', async () => {
    const { recognise } = await setUp([library('oak', [person('ann', { upn: 'ann@school.example' })])]);
    await expect(recognise(actor(1), () => Promise.reject(new Error('no answer')))).rejects.toThrow('no answer');
  });

  test('not the members of a team in another tenant, nor of a school that is not here', async () => {
    const { recognise } = await setUp([library('oak', [nobody])], [team('oak', [1]), team('gone', [2])]);
    expect(await recognise(actor(1, 'other'), upn())).toEqual({ kind: 'not-staff' });
    expect(await recognise(actor(2), upn())).toEqual({ kind: 'not-staff' });
  });
});

describe('a person of several schools', () => {
  const libraries = [
    library('yew', [person('ann', { objectId: id(1), roles: ['hr'] }), person('ben', { objectId: id(2) })]),
    library('ash', [person('ann', { objectId: id(1) })]),
    library('oak', [nobody]),
  ];
  const teams = [team('oak', [1, 2, 3]), team('yew', [3])];
  const place = (schoolId: string) => ({ tenantId: 'tenant', conversationId: `19:${schoolId}` });

  test.each([
    ['by the school of the team they speak in', 1, 'oak', 'oak'],
    ['else by the one where they hold a role', 1, undefined, 'yew'],
    ['by the role also in a team that no school connected', 1, 'class', 'yew'],
    ['else by the first in the alphabet, listed or in a team', 2, undefined, 'oak'],
    ['the same for members alone', 3, undefined, 'oak'],
    ['by the team they speak in, for members too', 3, 'yew', 'yew'],
    ['by their own school in the team of a school that they are not of', 2, 'ash', 'oak'],
  ])('is served %s', async (_, who, where, expected) => {
    for (const order of [libraries, [...libraries].reverse()]) {
      const { recognise } = await setUp(order, teams);
      expect(schoolOf(await recognise(actor(who), upn(), where ? place(where) : undefined))).toBe(expected);
    }
  });

  test('carries the entry of the school that serves them, and of no other', async () => {
    const { recognise } = await setUp(libraries, teams);
    expect(await recognise(actor(1), upn(), place('oak'))).not.toHaveProperty('person');
    expect(await recognise(actor(1), upn())).toHaveProperty('person.roles', ['hr']);
  });
});
