import { beforeAll, describe, expect, it } from 'vitest';
import { verbs, type Verb } from '../../../src/teams/verbs.ts';
import { keyOf, openReports, schoolId, secret, submission, type Reports, type Who, everybody } from './report-bench.ts';

/** What comes back: the deed was done or judged on its merits, or it is as if there were no such report. */
type Answer = 'served' | 'none' | 'not staff';
type Operation = Extract<Verb, `reports.${string}`> | `typed ${'open' | 'note' | 'close' | 'reopen' | 'pdf' | 'print'}`;

const act = (id: string) => ({ report: id, submission: submission() });
/** Every operation on a report. A verb without a row here fails the table below. */
const operations: Readonly<Record<Operation, (turns: Reports, who: Who, id: string) => Promise<{ card: string }>>> = {
  'reports.show': (turns, who, id) => turns.press(who, 'reports.show', { report: id }),
  'reports.acknowledge': (turns, who, id) => turns.press(who, 'reports.acknowledge', act(id)),
  'reports.take': (turns, who, id) => turns.press(who, 'reports.take', { ...act(id), seen: '99' }),
  'reports.details': (turns, who, id) => turns.dialog(who, 'reports.details', { report: id, part: '1' }),
  'reports.send-details': (turns, who, id) => turns.press(who, 'reports.send-details', act(id)),
  'reports.done': (turns, who, id) => turns.press(who, 'reports.done', { report: id, read: '2' }),
  'reports.work': (turns, who, id) => turns.dialog(who, 'reports.work', { report: id }),
  'reports.compose': (turns, who, id) => turns.press(who, 'reports.compose', { report: id, form: 'note', step: '' }),
  'reports.write': (turns, who, id) =>
    turns.press(who, 'reports.write', { ...act(id), form: 'ask', question: '', text: 'Who?' }),
  'reports.note': (turns, who, id) => turns.press(who, 'reports.note', { ...act(id), what: 'action', text: 'Done' }),
  'reports.hand-over': (turns, who, id) =>
    turns.press(who, 'reports.hand-over', { ...act(id), to: 'police', done: 'no', text: 'No crime' }),
  'reports.step': (turns, who, id) =>
    turns.press(who, 'reports.step', { ...act(id), step: 'parents-told', done: 'yes', text: '' }),
  'reports.recorded': (turns, who, id) => turns.press(who, 'reports.recorded', act(id)),
  'reports.file': (turns, who, id) => turns.press(who, 'reports.file', { report: id }),
  'reports.sheet': (turns, who, id) => turns.press(who, 'reports.sheet', { report: id }),
  'typed print': (turns, who, id) => turns.say(who, `print ${id}`),
  'typed pdf': (turns, who, id) => turns.say(who, `pdf ${id}`),
  'typed open': (turns, who, id) => turns.say(who, `open ${id}`),
  'typed note': (turns, who, id) => turns.say(who, `note ${id} action: done`),
  'typed close': (turns, who, id) => turns.say(who, `close ${id} done`),
  'typed reopen': (turns, who, id) => turns.say(who, `reopen ${id} because of news`),
};

const acknowledged = { kind: 'acknowledged', at: '2026-11-24T10:06:00.000Z', by: keyOf('deputyHead') } as const;
const states = {
  new: [],
  acknowledged: [acknowledged],
  taken: [acknowledged, { ...acknowledged, kind: 'taken' }],
  escalated: [
    { kind: 'escalated', at: '2026-11-24T14:05:00.000Z', facts: { step: 1 } },
    { kind: 'escalated', at: '2026-11-25T10:35:00.000Z', facts: { step: 2 } },
  ],
  closed: [acknowledged, { ...acknowledged, kind: 'closed' }],
  shredded: [{ kind: 'shredded', at: '2026-12-24T10:05:00.000Z' }],
} as const;
type State = keyof typeof states;
const cases = {
  'about a pupil': { answers: { about: ['pupil'] }, readers: ['dsl', 'deputyDsl', 'deputyHead'], later: ['head'] },
  'about the head': { answers: { about: ['role:head'], kind: 'staff-conduct' }, readers: ['chair'], later: [] },
  'about the DSL': { answers: { about: ['role:dsl'], kind: 'staff-conduct' }, readers: ['head'], later: [] },
} as const;
type Case = keyof typeof cases;

describe('the table', () => {
  it('has a row for every verb about reports', () => {
    const rows = Object.keys(operations).filter((name) => !name.startsWith('typed'));
    expect(rows.sort()).toEqual(
      Object.keys(verbs)
        .filter((name) => name.startsWith('reports.'))
        .sort(),
    );
  });
});

describe.each(Object.keys(cases) as Case[])('a report %s', (which) => {
  describe.each(Object.keys(states) as State[])('that is %s', (state) => {
    let turns: Reports;
    let id: string;
    beforeAll(async () => {
      turns = await openReports();
      const { answers } = cases[which];
      id = await turns.report({ ...answers, about: [...answers.about] });
      const events = [...states[state]];
      const change = { seen: 1, events };
      const name = { schoolId, id };
      if (state === 'shredded')
        await turns.stores.incidents.shred(
          name,
          { seen: 1, event: { kind: 'shredded', at: '2026-12-24T10:05:00.000Z' } },
          { owed: [], entries: [] },
        );
      else await turns.stores.incidents.record(undefined, name, change, { owed: [], entries: [] });
    });

    const rows = everybody.flatMap((who) =>
      (Object.keys(operations) as Operation[]).map((operation) => ({ who, operation })),
    );
    it.each(rows)('$who · $operation', async ({ who, operation }) => {
      const { readers, later } = cases[which];
      // The sheet on paper is the reporter's own, and nobody else's.
      const isSheet = operation === 'reports.sheet' || operation === 'typed print';
      const mayRead: readonly Who[] = isSheet ? ['teacher'] : [...readers, ...(state === 'escalated' ? later : [])];
      const wanted: Answer =
        who === 'pupil' || who === 'central'
          ? 'not staff'
          : state !== 'shredded' && mayRead.includes(who)
            ? 'served'
            : 'none';
      const before = await turns.events(id);
      const { card } = await operations[operation](turns, who, id);
      const got: Answer = card.includes('There is no such report for you')
        ? 'none'
        : card.includes(id)
          ? 'served'
          : 'not staff';
      expect(got).toBe(wanted);
      const added = (await turns.events(id)).slice(before.length);
      if (wanted === 'served') return expect(added.map(({ kind }) => kind)).not.toContain('refused');
      expect(card).not.toContain(id);
      expect(card).not.toContain(secret);
      // Whoever may not is recorded, and nothing else happened.
      expect(added.map(({ kind, by }) => [kind, by])).toEqual(wanted === 'none' ? [['refused', keyOf(who)]] : []);
    });
  });
});
