import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { refreshRosters, startRosterRefresh, type RosterRefreshDeps } from '../../../src/jobs/refresh-rosters.ts';
import { createLog } from '../../../src/log.ts';
import { createRosterReader } from '../../../src/teams/people/team-roster.ts';
import { ids } from '../../support/activities.ts';
import { oak, people, staffTeam, startPeopleBench } from './people-bench.ts';

let bench: Awaited<ReturnType<typeof startPeopleBench>>;
let clock: Date;
let logged: string[];
let deps: RosterRefreshDeps;
beforeAll(async () => {
  bench = await startPeopleBench();
});
afterAll(() => bench.close());
beforeEach(async () => {
  bench.reset();
  await bench.say('head', 'staff team', 'connect staff');
  clock = new Date('2026-11-20T20:00:00.000Z');
  logged = [];
  deps = {
    persons: bench.persons(),
    shelf: { schools: () => [oak], find: (id) => (id === 'oak' ? oak : undefined) },
    rosterOf: createRosterReader(bench.adapter, ids.bot),
    now: () => clock,
    log: createLog('debug', { write: (line: string) => void logged.push(line) }),
  };
});

const roster = async () => (await bench.persons().staffTeams())[0]?.members.map(({ name }) => name);
const rosterCalls = () => bench.calls().filter(({ path }) => path.includes('pagedmembers')).length;

describe('refreshing rosters outside of any turn', () => {
  test('stores who is in the team now, guests left out, page by page', async () => {
    const crowd = Array.from({ length: 120 }, (_, n) => ({ ...people.teacher, name: `n${n}`, aadObjectId: `id-${n}` }));
    bench.setMembers(staffTeam, [people.head, ...crowd, people.guest]);
    await refreshRosters(deps, () => true);
    expect(await roster()).toEqual(['head', ...crowd.map(({ name }) => name)]);
    expect((await bench.persons().staffTeams())[0]?.refreshedAt).toBe(clock.toISOString());
    expect(rosterCalls()).toBe(3);
  });

  test.each([
    ['forbidden', { kind: 'status', status: 403 }, 'http-403'],
    ['not found', { kind: 'status', status: 404 }, 'http-404'],
    ['broken off', { kind: 'reset' }, 'ECONNRESET'],
  ] as const)('a roster that is %s keeps the old one and logs a code', async (_, fault, code) => {
    const before = await bench.persons().staffTeams();
    bench.fail(({ path }) => path.includes('pagedmembers'), fault);
    await refreshRosters(deps, () => true);
    expect(await bench.persons().staffTeams()).toEqual(before);
    expect(logged.join('')).toContain(`"code":"${code}"`);
    expect(rosterCalls()).toBe(2);
  });

  test('a team whose address is not an allowed service is not called', async () => {
    const [team] = await bench.persons().staffTeams();
    await bench.persons().saveStaffTeam({ ...team!, serviceUrl: 'http://127.0.0.1:9/' });
    await refreshRosters(deps, () => true);
    expect(rosterCalls()).toBe(1);
    expect(await roster()).toHaveLength(5);
    expect(logged.join('')).toContain('the old one stays');
  });

  test('a store that fails is logged and rejects nothing', async () => {
    const persons = { ...deps.persons, staffTeams: () => Promise.reject(new Error('no disk')) };
    await expect(refreshRosters({ ...deps, persons }, () => true)).resolves.toBeUndefined();
    expect(logged.join('')).toContain('rosters-not-refreshed');
  });

  test('a school that is not served here is left alone', async () => {
    await refreshRosters({ ...deps, shelf: { schools: () => [], find: () => undefined } }, () => true);
    expect(rosterCalls()).toBe(1);
  });
});

describe('when rosters are refreshed', () => {
  const read: string[] = [];
  const at = (now: string) => {
    vi.useFakeTimers({ now: new Date(now) });
    read.length = 0;
    const rosterOf: RosterRefreshDeps['rosterOf'] = () => () => {
      read.push(new Date().toISOString());
      return Promise.resolve({ kind: 'page', members: [{ objectId: 'id', name: 'A Teacher', guest: false }] });
    };
    return startRosterRefresh({ ...deps, rosterOf, now: () => new Date() });
  };
  afterEach(() => vi.useRealTimers());

  test('every day at 05:30 in the school’s zone, before and after the clocks go forward', async () => {
    const job = at('2026-03-28T05:00:00Z');
    await vi.advanceTimersByTimeAsync(0);
    read.length = 0;
    await vi.advanceTimersByTimeAsync(24 * 3_600_000);
    await job.stop();
    expect(read).toEqual(['2026-03-28T05:30:00.000Z', '2026-03-29T04:30:00.000Z']);
  });

  test('at the start when the roster is older than a day', async () => {
    const job = at('2026-11-21T10:00:00.001Z');
    await vi.advanceTimersByTimeAsync(10);
    await job.stop();
    expect(read).toHaveLength(1);
  });

  test('not at the start when it is younger', async () => {
    const job = at('2026-11-21T09:59:00.000Z');
    await vi.advanceTimersByTimeAsync(10);
    await job.stop();
    expect(read).toEqual([]);
  });

  test('within the hour after a morning on which Teams did not answer', async () => {
    vi.useFakeTimers({ now: new Date('2026-11-21T05:00:00Z') });
    const asked: string[] = [];
    const rosterOf: RosterRefreshDeps['rosterOf'] = () => () => {
      asked.push(new Date().toISOString().slice(11, 16));
      return Promise.resolve({ kind: 'unreadable', code: 'http-503' });
    };
    const job = startRosterRefresh({ ...deps, rosterOf, now: () => new Date() });
    await vi.advanceTimersByTimeAsync(8 * 3_600_000);
    await job.stop();
    expect(asked).toEqual(['05:30', '10:15', '11:15', '12:15']);
  });

  test('never again after it was stopped', async () => {
    const job = at('2026-11-20T21:00:00Z');
    await job.stop();
    await vi.advanceTimersByTimeAsync(24 * 3_600_000);
    expect(read).toEqual([]);
  });
});

test('a stop between two pages reads no further and keeps the old roster', async () => {
  let stopping: Promise<void> | undefined;
  let pages = 0;
  const rosterOf: RosterRefreshDeps['rosterOf'] = () => () => {
    pages++;
    stopping = job.stop();
    return Promise.resolve({ kind: 'page', members: [], next: String(pages) });
  };
  clock = new Date('2026-11-22T10:00:00.000Z');
  const job = startRosterRefresh({ ...deps, rosterOf });
  await vi.waitFor(() => expect(pages).toBe(1));
  await stopping;
  expect(pages).toBe(1);
  expect(await roster()).toHaveLength(5);
});
