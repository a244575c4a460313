import { describe, expect, it } from 'vitest';
import { createIncidentFollower, startFollowingIncidents } from '../../src/jobs/follow-incidents.ts';
import { openReports, people, schoolId, secret } from '../turns/reports/report-bench.ts';

describe('looking after open reports', () => {
  it('records nothing twice when several look at once, and nothing more when nothing happened', async () => {
    const turns = await openReports();
    const ids = await Promise.all([turns.report(), turns.report({}, 'volunteer'), turns.report({ kind: 'virus' })]);
    const followers = [1, 2, 3, 4].map(() => createIncidentFollower(turns));
    turns.pass(16);
    await Promise.all(followers.map((follow) => follow()));
    const { counts } = await turns.deliveries.summary();
    await Promise.all(followers.map((follow) => follow()));
    expect((await turns.deliveries.summary()).counts).toEqual(counts);
    for (const id of ids) {
      const kinds = (await turns.events(id)).map(({ kind }) => kind);
      expect(kinds).toEqual([...new Set(kinds)]);
    }
  });

  it('goes on when it was stopped after any step of a whole outage', async () => {
    const turns = await openReports();
    const id = await turns.report({}, 'teacher', { urgent: true });
    for (const minutes of [1, 1, 13, 15, 210]) {
      turns.pass(minutes);
      await createIncidentFollower(turns)();
    }
    const kinds = (await turns.events(id)).map(({ kind }) => kind);
    expect(kinds).toEqual(['submitted', 'escalated', 'escalated']);
    const sent = await turns.deliver();
    const told = sent.filter(({ to }) => to === people.teacher.aadObjectId);
    expect(told.map(({ subject }) => subject.kind)).toEqual(told.map(() => 'incident-told'));
    expect((await turns.events(id)).filter(({ kind }) => kind === 'delivered')).toHaveLength(1);
    expect(sent.filter(({ subject }) => subject.kind === 'incident-report')).toHaveLength(1);
  });

  it('leaves one that cannot be opened, says so once, and looks after the others', async () => {
    const turns = await openReports();
    const broken = await turns.report({}, 'teacher', { sealedReport: 'not a seal' });
    const whole = await turns.report();
    const follow = createIncidentFollower(turns);
    turns.pass(20);
    await follow();
    await follow();
    expect(turns.logged.filter((line) => line.includes('not-opened') && line.includes(broken))).toHaveLength(1);
    expect(turns.logged.join()).not.toContain(secret);
    const owed = await turns.deliveries.find(`${schoolId}:incident-told:${whole}:delayed`);
    expect(owed?.state).toBe('pending');
  });

  it('stops when it is told to', async () => {
    const turns = await openReports();
    const following = startFollowingIncidents({ ...turns });
    following.wake();
    await following.stop();
    const id = await turns.report();
    turns.pass(20);
    expect((await turns.events(id)).map(({ kind }) => kind)).toEqual(['submitted']);
  });
});
