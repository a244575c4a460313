import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ids } from '../../support/activities.ts';
import { people, staffTeam, startPeopleBench } from './people-bench.ts';

let bench: Awaited<ReturnType<typeof startPeopleBench>>;
beforeAll(async () => {
  bench = await startPeopleBench();
});
beforeEach(() => bench.reset());
afterAll(() => bench.close());

const rosterCalls = () => bench.calls().filter(({ path }) => path.includes('/pagedmembers'));
const memberNames = async () => (await bench.persons().staffTeams())[0]?.members.map(({ name }) => name);

describe('connecting the staff team', () => {
  test('reads a roster of 250 page by page, 100 at a time, and tells how many are served', async () => {
    const crowd = Array.from({ length: 248 }, (_, n) => ({
      ...people.teacher,
      id: `29:staff-${n}`,
      name: `staff-${n}`,
      aadObjectId: `5f0c0000-0000-4000-8000-000000001${String(n).padStart(3, '0')}`,
    }));
    bench.setMembers(staffTeam, [people.head, ...crowd, people.guest]);
    const { cards } = await bench.say('head', 'staff team', 'connect staff');
    expect(cards).toContain('“All staff” is the staff team of Oak School');
    expect(cards).toContain('249 people');
    expect(cards).toContain('1 guest');
    expect(rosterCalls()).toHaveLength(3);
    expect(rosterCalls().every(({ path }) => path.includes('pageSize=100'))).toBe(true);
    expect(await memberNames()).toHaveLength(249);
  });

  test('stores the team with what a later refresh needs', async () => {
    await bench.say('head', 'staff team', 'connect staff');
    const [team] = await bench.persons().staffTeams();
    expect(team).toMatchObject({
      schoolId: 'oak',
      tenantId: ids.tenant,
      teamId: 'aaaaaaaa-0000-4000-8000-000000000001',
      teamName: 'All staff',
      serviceUrl: bench.url,
      conversationId: staffTeam,
      connectedBy: people.head.aadObjectId,
      connectedAt: '2026-11-20T10:00:00.000Z',
      refreshedAt: '2026-11-20T10:00:00.000Z',
    });
    expect(await memberNames()).toEqual(['head', 'ict', 'dsl', 'teacher', 'volunteer']);
  });

  test('leaves out guests, members of other tenants and whoever has no Entra account', async () => {
    const { aadObjectId: _, ...nobody } = people.teacher;
    bench.setMembers(staffTeam, [
      people.head,
      people.guest,
      people.otherTenant,
      { ...people.volunteer, userRole: 'anonymous' },
      { ...nobody, aadObjectId: '' },
    ]);
    await bench.say('head', 'staff team', 'connect staff');
    expect(await memberNames()).toEqual(['head']);
  });

  test('again, by another who may, replaces the roster and keeps since when it is connected', async () => {
    await bench.say('head', 'staff team', 'connect staff');
    bench.setClock('2026-11-21T10:00:00.000Z');
    bench.setMembers(staffTeam, [people.head, people.ictLead]);
    expect((await bench.say('ictLead', 'staff team', 'connect staff')).cards).toContain('2 people');
    const teams = await bench.persons().staffTeams();
    expect(teams).toHaveLength(1);
    expect(teams[0]).toMatchObject({
      connectedAt: '2026-11-20T10:00:00.000Z',
      refreshedAt: '2026-11-21T10:00:00.000Z',
      connectedBy: people.ictLead.aadObjectId,
    });
    expect((await bench.recognise('teacher', 'personal'))?.kind).toBe('not-staff');
  });

  test('finds the team again when an activity names it by its Teams id alone', async () => {
    await bench.say('head', 'staff team', 'connect staff');
    const channelData = { tenant: { id: ids.tenant }, team: { id: staffTeam } };
    await bench.say('head', 'staff team', 'connect staff', { channelData });
    const teams = await bench.persons().staffTeams();
    expect(teams.map(({ teamId }) => teamId)).toEqual(['aaaaaaaa-0000-4000-8000-000000000001']);
  });

  test.each([
    ['is refused', { kind: 'status', status: 403 }, 'http-403'],
    ['fails', { kind: 'status', status: 500 }, 'http-500'],
    ['breaks off', { kind: 'reset' }, 'ECONNRESET'],
  ] as const)('a roster whose second page %s stores nothing and says so, with a code', async (_, fault, code) => {
    const crowd = Array.from({ length: 150 }, (_, n) => ({ ...people.teacher, aadObjectId: `person-${n}` }));
    bench.setMembers(staffTeam, [people.head, ...crowd]);
    bench.fail(({ path }) => path.includes('continuationToken=100'), fault);
    const { cards } = await bench.say('head', 'staff team', 'connect staff');
    expect(cards).toContain('The staff team was not connected');
    expect(cards).toContain(code);
    expect(await bench.persons().staffTeams()).toEqual([]);
    expect(rosterCalls()).toHaveLength(2);
  });

  test('a roster that cannot be read leaves an earlier connection as it was', async () => {
    await bench.say('head', 'staff team', 'connect staff');
    const before = await bench.persons().staffTeams();
    bench.fail(({ path }) => path.includes('pagedmembers'), { kind: 'status', status: 403 });
    await bench.say('head', 'staff team', 'connect staff');
    expect(await bench.persons().staffTeams()).toEqual(before);
  });

  test('an empty roster is no roster', async () => {
    bench.setMembers(staffTeam, [people.guest]);
    bench.setMembers(staffTeam, []);
    const { cards } = await bench.say('ictLead', 'staff team', 'connect staff');
    expect(cards).toContain('no-members');
    expect(await bench.persons().staffTeams()).toEqual([]);
  });

  test('whoever may not connect costs no reading of the roster', async () => {
    await bench.say('dsl', 'staff team', 'connect staff');
    await bench.say('pupil', 'class team', 'connect staff');
    expect(rosterCalls()).toEqual([]);
  });

  test('a team of another school is refused until that school disconnects it', async () => {
    await bench.say('head', 'staff team', 'connect staff');
    expect((await bench.say('otherHead', 'class team', 'connect staff')).cards).toContain('Yew School');
    bench.setMembers(staffTeam, [people.head, people.otherHead]);
    expect((await bench.say('otherHead', 'staff team', 'connect staff')).cards).toContain('belongs to another school');
    expect((await bench.say('otherHead', 'staff team', 'disconnect staff')).cards).toContain(
      'belongs to another school',
    );
    await bench.say('head', 'staff team', 'disconnect staff');
    expect((await bench.say('otherHead', 'staff team', 'connect staff')).cards).toContain('Yew School');
  });

  test('whoever leads two schools is asked which, and is taken at their word', async () => {
    bench.setMembers(staffTeam, [people.trustHead]);
    const { cards } = await bench.say('trustHead', 'staff team', 'connect staff');
    expect(cards).toContain('connect staff oak');
    expect(cards).toContain('connect staff yew');
    expect(await bench.persons().staffTeams()).toEqual([]);
    expect((await bench.say('trustHead', 'staff team', 'connect staff to Yew School')).cards).toContain(
      'the staff team of Yew School',
    );
    expect((await bench.say('trustHead', 'staff team', 'connect staff')).cards).toContain(
      'the staff team of Yew School',
    );
    expect((await bench.say('trustHead', 'staff team', 'connect staff oak')).cards).toContain(
      'belongs to another school',
    );
  });

  test('a head cannot connect a team to a school that they do not lead', async () => {
    expect((await bench.say('head', 'staff team', 'connect staff yew')).cards).toContain(
      'for the head or the ICT lead',
    );
    expect(await bench.persons().staffTeams()).toEqual([]);
  });

  test('is done once when Teams delivers the message three times', async () => {
    const again = { id: 'the-same' };
    await Promise.all([1, 2, 3].map(() => bench.say('head', 'staff team', 'connect staff', again)));
    expect(bench.seen()).toHaveLength(1);
  });

  test('nobody’s name, sign-in name or words reach the log', async () => {
    await bench.say('head', 'staff team', 'connect staff');
    await bench.say('pupil', 'personal', 'connect staff');
    const log = bench.logged();
    expect(log).toContain('"kind":"connected"');
    expect(log).not.toMatch(/oak\.example|volunteer|teacher|pupil|connect staff/i);
  });
});

describe('disconnecting', () => {
  test('ends the service of whoever is not listed, at once', async () => {
    await bench.say('head', 'staff team', 'connect staff');
    expect((await bench.recognise('teacher', 'personal'))?.kind).toBe('staff');
    expect((await bench.say('ictLead', 'staff team', 'disconnect staff')).cards).toContain('is disconnected');
    expect((await bench.recognise('teacher', 'personal'))?.kind).toBe('not-staff');
    expect((await bench.recognise('dsl', 'personal'))?.kind).toBe('staff');
    expect(await bench.persons().staffTeams()).toEqual([]);
  });

  test('is for those who may connect, and tells when there is nothing to disconnect', async () => {
    expect((await bench.say('head', 'staff team', 'disconnect staff')).cards).toContain('was not connected');
    await bench.say('head', 'staff team', 'connect staff');
    expect((await bench.say('teacher', 'staff team', 'disconnect staff')).cards).toContain(
      'for the head or the ICT lead',
    );
    expect(await bench.persons().staffTeams()).toHaveLength(1);
  });
});
