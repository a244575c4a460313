import { describe, expect, it } from 'vitest';
import { askTimes, endedConsequences, firstAskAt, planDraft } from '../../../src/domain/incidents/draft-asks.ts';
import type { IncidentDraft } from '../../../src/domain/incidents/incident-draft.ts';
import { School } from '../../../src/domain/people/school.ts';

const school = School.parse({
  id: 'marlow-bridge',
  name: 'Marlow Bridge',
  timeZone: 'Europe/London',
  people: [{ id: 'head', name: 'Helen Marsh', roles: ['head'] }],
  terms: [{ name: 'Autumn', from: '2026-11-02', to: '2026-12-18' }],
});
const draftAt = (touchedAt: string, change: Partial<IncidentDraft> = {}): IncidentDraft => ({
  id: 'SD-7KQ2-D',
  schoolId: school.id,
  reporter: { tenantId: 't', objectId: 'o' },
  state: 'open',
  revision: 3,
  sealedAnswers: 'sealed',
  typing: false,
  startedAt: touchedAt,
  touchedAt,
  asked: 0,
  nextAskAt: firstAskAt(new Date(touchedAt)),
  cards: [
    { conversationId: 'c', activityId: '1' },
    { conversationId: 'c', activityId: '2' },
  ],
  ...change,
});
/** Every step of a draft that nobody answers, with a look every `everyMs`. */
function leave(draft: IncidentDraft, everyMs: number) {
  const seen: { kind: string; at: string }[] = [];
  let now = Date.parse(draft.touchedAt);
  for (let left = draft; ; now += everyMs) {
    const plan = planDraft(left, school, new Date(now));
    if (plan.kind === 'wait') continue;
    seen.push({ kind: plan.kind, at: new Date(now).toISOString().slice(5, 16) });
    if (plan.kind === 'purge') return seen;
    expect(plan.owed).toHaveLength(1);
    left = plan.draft;
  }
}

describe('an unfinished report', () => {
  it('is asked about three times on a school day and deleted a day after the last answer', () => {
    expect(leave(draftAt('2026-11-24T10:00:00.000Z'), 60_000)).toEqual([
      { kind: 'ask', at: '11-24T10:15' },
      { kind: 'ask', at: '11-24T16:00' },
      { kind: 'ask', at: '11-25T06:00' },
      { kind: 'purge', at: '11-25T10:00' },
    ]);
  });

  it('is asked about twice where no school day ends in between', () => {
    expect(leave(draftAt('2026-11-27T17:00:00.000Z'), 60_000).map(({ kind }) => kind)).toEqual(['ask', 'ask', 'purge']);
    expect(askTimes(draftAt('2026-11-24T15:50:00.000Z'), school)).toHaveLength(2);
  });

  it('is never deleted without the last question, however long nobody looked', () => {
    for (const everyMs of [60_000, 3_600_000, 30 * 3_600_000, 100 * 3_600_000]) {
      const seen = leave(draftAt('2026-11-24T10:00:00.000Z'), everyMs);
      expect(seen.at(-1)?.kind).toBe('purge');
      expect(seen.at(-2)?.kind).toBe('ask');
    }
    const late = planDraft(draftAt('2026-11-24T10:00:00.000Z'), school, new Date('2026-11-26T10:00:00.000Z'));
    expect(late).toMatchObject({ kind: 'ask', draft: { asked: 3, nextAskAt: '2026-11-26T14:00:00.000Z' } });
  });

  it('owes each question once, by a key that an answer makes new', () => {
    const keyOf = (touchedAt: string) => {
      const plan = planDraft(draftAt(touchedAt), school, new Date(Date.parse(touchedAt) + 15 * 60_000));
      return plan.kind === 'ask' ? plan.owed[0]?.key : undefined;
    };
    expect(keyOf('2026-11-24T10:00:00.000Z')).toBe(keyOf('2026-11-24T10:00:00.000Z'));
    expect(keyOf('2026-11-24T10:00:00.000Z')).not.toBe(keyOf('2026-11-24T10:01:00.000Z'));
  });

  it('owes an edit of every one of its messages when it ends', () => {
    const { owed, entries } = endedConsequences(draftAt('2026-11-24T10:00:00.000Z'), new Date());
    expect(owed.map(({ subject }) => subject)).toEqual([
      { kind: 'draft-ended', draft: 'SD-7KQ2-D', card: 0 },
      { kind: 'draft-ended', draft: 'SD-7KQ2-D', card: 1 },
    ]);
    expect(entries).toEqual([]);
  });
});
