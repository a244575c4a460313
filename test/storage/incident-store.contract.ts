import { describe, expect, test } from 'vitest';
import type { Stores } from '../../src/storage/stores.ts';
import { act, asker, at, delivery, entryDraft, otherSchool, owner, schoolId } from './sample-facts.ts';
import { draft, incident, newEvent } from './sample-incidents.ts';

const nothing = { owed: [], entries: [] };
const chain = { schoolId, chain: 'questions' } as const;
const name = { schoolId, id: 'SR-1' };

/** What every IncidentStore promises. `open` gives fresh, empty stores over one place. */
export function describeIncidentStoreContract(
  label: string,
  open: () => Promise<Pick<Stores, 'incidents' | 'deliveries' | 'ledger' | 'questions'>>,
): void {
  /** A store with the report SR-1. */
  async function openWithReport() {
    const stores = await open();
    await stores.incidents.startDraft(act('draft'), draft(1));
    await stores.incidents.submit(act('submit'), incident(1), nothing);
    return stores;
  }

  describe(`an incident store (${label}): drafts`, () => {
    test('starts with nothing', async () => {
      const { incidents } = await open();
      expect(await incidents.findDraft(schoolId, 'SD-1')).toBeUndefined();
      expect(await incidents.draftsOf(schoolId, asker)).toEqual([]);
      expect(await incidents.draftsDue(at(99_999))).toEqual([]);
      expect(await incidents.find(schoolId, 'SR-1')).toBeUndefined();
      expect(await incidents.all(schoolId)).toEqual([]);
      expect(await incidents.schools()).toEqual([]);
      expect(await incidents.sealed(schoolId)).toEqual([]);
    });

    test('starts a draft once for each act, and refuses an id that is taken', async () => {
      const { incidents } = await open();
      expect(await incidents.startDraft(act(1), draft(1))).toEqual(draft(1));
      const again = { ...act(2), submissionId: act(1).submissionId };
      expect(await incidents.startDraft(again, draft(2))).toEqual(draft(1));
      expect(await incidents.findDraft(schoolId, 'SD-2')).toBeUndefined();
      await expect(incidents.startDraft(act(3), draft(1))).rejects.toMatchObject({ kind: 'taken' });
      const theirs = draft(1, { schoolId: otherSchool });
      expect(await incidents.startDraft(act(4), theirs)).toEqual(theirs);
    });

    test('lists the open drafts of a reporter, newest first, and those that are due, oldest first', async () => {
      const { incidents } = await open();
      await incidents.startDraft(act(1), draft(1));
      await incidents.startDraft(act(2), draft(2, { nextAskAt: at(100) }));
      await incidents.startDraft(act(3), draft(3, { reporter: owner }));
      await incidents.startDraft(act(4), draft(4));
      await incidents.endDraft(draft(4), 'cancelled', nothing);
      const ids = (found: { id: string }[]) => found.map(({ id }) => id);
      expect(ids(await incidents.draftsOf(schoolId, asker))).toEqual(['SD-2', 'SD-1']);
      expect(await incidents.draftsOf(schoolId, { ...asker, tenantId: 'other' })).toEqual([]);
      expect(ids(await incidents.draftsDue(at(99)))).toEqual([]);
      expect(ids(await incidents.draftsDue(at(100)))).toEqual(['SD-2']);
      expect(ids(await incidents.draftsDue(at(99_999)))).toEqual(['SD-1', 'SD-2', 'SD-3']);
    });

    test('saves the next revision with what is owed, and no other', async () => {
      const { incidents, deliveries } = await open();
      await incidents.startDraft(act(1), draft(1));
      const cards = [{ conversationId: 'a:1', activityId: '7' }];
      const second = draft(1, { revision: 2, sealedAnswers: 'more', typing: true, asked: 1, nextAskAt: at(9), cards });
      expect(await incidents.saveDraft(second, [delivery(1)])).toBe('saved');
      expect(await incidents.findDraft(schoolId, 'SD-1')).toEqual(second);
      expect(await deliveries.find(delivery(1).key)).toEqual(delivery(1));
      expect(await incidents.saveDraft(draft(1, { revision: 2 }), [delivery(2)])).toBe('outdated');
      expect(await incidents.saveDraft(draft(1, { revision: 4 }))).toBe('outdated');
      expect(await incidents.findDraft(schoolId, 'SD-1')).toEqual(second);
      expect(await deliveries.find(delivery(2).key)).toBeUndefined();
      expect(await incidents.saveDraft(draft(9, { revision: 2 }))).toBe('ended');
    });

    test('of twenty saves of one revision at once, one counts', async () => {
      const { incidents } = await open();
      await incidents.startDraft(act(1), draft(1));
      const saves = Array.from({ length: 20 }, (_, n) =>
        incidents.saveDraft(draft(1, { revision: 2, sealedAnswers: `answers ${n}` })),
      );
      expect((await Promise.all(saves)).filter((outcome) => outcome === 'saved')).toHaveLength(1);
    });

    test.each(['cancelled', 'expired'] as const)('ends a draft once as %s, and its answers are gone', async (state) => {
      const { incidents, deliveries, ledger } = await open();
      await incidents.startDraft(act(1), draft(1));
      const then = { owed: [delivery(1)], entries: [entryDraft(1)] };
      expect(await incidents.endDraft(draft(1), state, then)).toBe('ended');
      const ended = draft(1, { state, sealedAnswers: '', revision: 2 });
      expect(await incidents.findDraft(schoolId, 'SD-1')).toEqual(ended);
      expect(await deliveries.find(delivery(1).key)).toBeDefined();
      expect(await incidents.endDraft(ended, 'cancelled', then)).toBe('ended-before');
      expect(await incidents.endDraft(draft(9), 'cancelled', then)).toBe('ended-before');
      expect(await ledger.head(chain)).toMatchObject({ seq: 1 });
      expect(await incidents.saveDraft(draft(1, { revision: 3 }))).toBe('ended');
      expect(await incidents.sealed(schoolId)).toEqual([]);
    });

    test.each(['cancelled', 'expired'] as const)(
      'ends no draft as %s that was answered since it was read',
      async (state) => {
        const { incidents, deliveries, ledger } = await open();
        await incidents.startDraft(act(1), draft(1));
        const answered = draft(1, { revision: 2, sealedAnswers: 'answered since' });
        await incidents.saveDraft(answered);
        const then = { owed: [delivery(1)], entries: [entryDraft(1)] };
        expect(await incidents.endDraft(draft(1), state, then)).toBe('outdated');
        expect(await incidents.endDraft(draft(1, { revision: 3 }), state, then)).toBe('outdated');
        expect(await incidents.findDraft(schoolId, 'SD-1')).toEqual(answered);
        expect(await deliveries.find(delivery(1).key)).toBeUndefined();
        expect(await ledger.head(chain)).toBeUndefined();
        expect(await incidents.endDraft(answered, state, then)).toBe('ended');
      },
    );

    test('of an answer and a deletion at once, one counts', async () => {
      const { incidents } = await open();
      for (let n = 1; n <= 10; n++) {
        await incidents.startDraft(act(n), draft(n));
        const answered = draft(n, { revision: 2, sealedAnswers: 'answered' });
        const outcomes: Record<string, string> = {};
        const answer = async () => (outcomes['answer'] = await incidents.saveDraft(answered));
        const end = async () => (outcomes['end'] = await incidents.endDraft(draft(n), 'cancelled', nothing));
        await Promise.all(n % 2 === 0 ? [answer(), end()] : [end(), answer()]);
        const { sealedAnswers } = (await incidents.findDraft(schoolId, `SD-${n}`)) ?? {};
        expect([
          { answer: 'saved', end: 'outdated', sealedAnswers: 'answered' },
          { answer: 'ended', end: 'ended', sealedAnswers: '' },
        ]).toContainEqual({ ...outcomes, sealedAnswers });
      }
    });
  });

  describe(`an incident store (${label}): reports`, () => {
    test('records a report with its first event, ends its draft, and adds what is owed', async () => {
      const { incidents, deliveries, ledger } = await open();
      await incidents.startDraft(act(1), draft(1));
      const receipt = { conversationId: 'a:1', activityId: '7' };
      const then = { owed: [delivery(1)], entries: [entryDraft(1)] };
      expect(await incidents.submit(act(2), incident(1, { receipt }), then)).toEqual(incident(1, { receipt }));
      expect(await incidents.find(schoolId, 'SR-1')).toEqual(incident(1, { receipt }));
      expect(await incidents.findDraft(schoolId, 'SD-1')).toMatchObject({ state: 'submitted', sealedAnswers: '' });
      expect(await deliveries.find(delivery(1).key)).toEqual(delivery(1));
      expect(await ledger.head(chain)).toMatchObject({ seq: 1 });
    });

    test.each([
      ['by the same act', act('submit')],
      ['by another act', act('other')],
    ])('a draft that is sent again %s gives the first report', async (_, again) => {
      const { incidents, deliveries } = await openWithReport();
      const second = incident(2, { draftId: 'SD-1' });
      expect(await incidents.submit(again, second, { owed: [delivery(2)], entries: [] })).toEqual(incident(1));
      expect(await incidents.find(schoolId, 'SR-2')).toBeUndefined();
      expect(await deliveries.find(delivery(2).key)).toBeUndefined();
    });

    test('of one draft sent 30 times at once by different acts there is one report', async () => {
      const { incidents, ledger } = await open();
      await incidents.startDraft(act('draft'), draft(1));
      const sent = Array.from({ length: 30 }, (_, n) =>
        incidents.submit(act(n), incident(n, { draftId: 'SD-1' }), { owed: [], entries: [entryDraft(n)] }),
      );
      expect(new Set((await Promise.all(sent)).map(({ id }) => id)).size).toBe(1);
      expect(await incidents.all(schoolId)).toHaveLength(1);
      expect(await ledger.head(chain)).toMatchObject({ seq: 1 });
    });

    test('keeps what was sent even where its draft ended meanwhile', async () => {
      const { incidents } = await open();
      await incidents.startDraft(act(1), draft(1));
      await incidents.endDraft(draft(1), 'expired', nothing);
      expect(await incidents.submit(act(2), incident(1), nothing)).toEqual(incident(1));
      expect(await incidents.findDraft(schoolId, 'SD-1')).toMatchObject({ state: 'expired' });
    });

    test('takes no report that was made of older answers than its draft has', async () => {
      const { incidents, deliveries, ledger } = await open();
      await incidents.startDraft(act(1), draft(1));
      const answered = draft(1, { revision: 2, sealedAnswers: 'answered since' });
      await incidents.saveDraft(answered);
      const then = { owed: [delivery(1)], entries: [entryDraft(1)] };
      const late = incidents.submit(act(2), incident(1), then, { revision: 1, reports: 0 });
      await expect(late).rejects.toMatchObject({ name: 'StoreError', kind: 'outdated' });
      expect(await incidents.findDraft(schoolId, 'SD-1')).toEqual(answered);
      expect(await incidents.find(schoolId, 'SR-1')).toBeUndefined();
      expect(await deliveries.find(delivery(1).key)).toBeUndefined();
      expect(await ledger.head(chain)).toBeUndefined();
      expect(await incidents.submit(act(2), incident(1), then, { revision: 2, reports: 0 })).toEqual(incident(1));
      expect(
        await incidents.submit(act(3), incident(2, { draftId: 'SD-1' }), then, { revision: 1, reports: 0 }),
      ).toEqual(incident(1));
      expect(await incidents.findDraft(schoolId, 'SD-1')).toMatchObject({ state: 'submitted', sealedAnswers: '' });
    });

    test('takes no report whose turn was chosen by other reports than its sender has', async () => {
      const { incidents, deliveries } = await openWithReport();
      await incidents.startDraft(act(2), draft(2));
      const then = { owed: [delivery(2)], entries: [] };
      for (const reports of [0, 2]) {
        const late = incidents.submit(act(3), incident(2), then, { revision: 1, reports });
        await expect(late).rejects.toMatchObject({ name: 'StoreError', kind: 'outdated' });
      }
      expect(await incidents.findDraft(schoolId, 'SD-2')).toEqual(draft(2));
      expect(await deliveries.find(delivery(2).key)).toBeUndefined();
      await incidents.startDraft(act(4), draft(3, { schoolId: otherSchool }));
      const elsewhere = incident(3, { schoolId: otherSchool });
      const none = { revision: 1, reports: 0 };
      expect(await incidents.submit(act(5), elsewhere, nothing, none)).toEqual(elsewhere);
      await incidents.startDraft(act(6), draft(4, { reporter: owner }));
      expect(await incidents.submit(act(7), incident(4, { reporter: owner }), nothing, none)).toBeDefined();
      expect(await incidents.submit(act(3), incident(2), then, { revision: 1, reports: 1 })).toEqual(incident(2));
    });

    test('of ten reports that one person sends at once, each is counted by the next', async () => {
      const { incidents } = await open();
      let left = Array.from({ length: 10 }, (_, n) => n);
      for (const n of left) await incidents.startDraft(act(`draft ${n}`), draft(n));
      for (let reports = 0; left.length > 0; reports++) {
        const sent = left.map((n) =>
          incidents.submit(act(`${reports} ${n}`), incident(n), nothing, { revision: 1, reports }).then(
            () => 'sent',
            (error: { kind: string }) => error.kind,
          ),
        );
        const outcomes = await Promise.all(sent);
        const first = outcomes.indexOf('sent');
        expect(outcomes).toEqual(outcomes.map((_, at) => (at === first ? 'sent' : 'outdated')));
        left = left.toSpliced(first, 1);
      }
      expect(await incidents.all(schoolId)).toHaveLength(10);
    });

    test('refuses an id that another report has, with nothing changed', async () => {
      const { incidents } = await openWithReport();
      await incidents.startDraft(act(2), draft(2));
      const clash = incidents.submit(act(3), incident(2, { id: 'SR-1' }), nothing);
      await expect(clash).rejects.toMatchObject({ name: 'StoreError', kind: 'taken' });
      expect(await incidents.findDraft(schoolId, 'SD-2')).toEqual(draft(2));
      expect(await incidents.submit(act(3), incident(2), nothing)).toEqual(incident(2));
    });

    test('a consequence that cannot be recorded takes the report with it', async () => {
      const { incidents, deliveries } = await open();
      await incidents.startDraft(act(1), draft(1));
      const bad = { owed: [delivery(1)], entries: [entryDraft(1, { facts: { share: 0.5 } })] };
      await expect(incidents.submit(act(2), incident(1), bad)).rejects.toThrow();
      expect(await incidents.find(schoolId, 'SR-1')).toBeUndefined();
      expect(await incidents.findDraft(schoolId, 'SD-1')).toEqual(draft(1));
      expect(await deliveries.find(delivery(1).key)).toBeUndefined();
      expect(await incidents.submit(act(2), incident(1), nothing)).toEqual(incident(1));
    });

    test("lists a reporter's own reports newest first, and a school's oldest first", async () => {
      const { incidents } = await openWithReport();
      await incidents.submit(act(2), incident(2, { reporter: owner }), nothing);
      await incidents.submit(act(3), incident(3), nothing);
      await incidents.submit(act(4), incident(4, { schoolId: otherSchool }), nothing);
      const ids = (found: { id: string }[]) => found.map(({ id }) => id);
      expect(ids(await incidents.of(schoolId, asker))).toEqual(['SR-3', 'SR-1']);
      expect(ids(await incidents.of(schoolId, { ...asker, tenantId: 'other' }))).toEqual([]);
      expect(ids(await incidents.all(schoolId))).toEqual(['SR-1', 'SR-2', 'SR-3']);
    });

    test('counts a report as open until it was closed, and again once it was reopened', async () => {
      const { incidents } = await openWithReport();
      await incidents.submit(act(2), incident(2), nothing);
      const ids = async () => (await incidents.open(schoolId)).map(({ id }) => id);
      const add = (seen: number, kind: 'closed' | 'reopened' | 'noted') =>
        incidents.record(undefined, name, { seen, events: [newEvent(kind, seen)] }, nothing);
      expect(await ids()).toEqual(['SR-1', 'SR-2']);
      await add(1, 'closed');
      await add(2, 'noted');
      expect(await ids()).toEqual(['SR-2']);
      await add(3, 'reopened');
      expect(await ids()).toEqual(['SR-1', 'SR-2']);
    });
  });

  describe(`an incident store (${label}): what happens to a report`, () => {
    test('adds events in order, with what they lead to', async () => {
      const { incidents, deliveries, ledger } = await openWithReport();
      const facts = { what: 'action', done: true, step: 2, share: 0.5 };
      const events = [
        newEvent('delivered', 5, { by: undefined, facts }),
        newEvent('asked', 6, { sealedText: 'sealed question' }),
      ];
      const then = { owed: [delivery(1)], entries: [entryDraft(1)] };
      const outcome = await incidents.record(act(1), name, { seen: 1, events }, then);
      const [submitted] = incident(1).events;
      const { by: _bot, ...delivered } = { seq: 2, ...newEvent('delivered', 5, { facts }) };
      const asked = { seq: 3, ...newEvent('asked', 6, { sealedText: 'sealed question' }) };
      const now = incident(1, { events: submitted ? [submitted, delivered, asked] : [] });
      expect(outcome).toEqual({ kind: 'recorded', incident: now });
      expect(await incidents.find(schoolId, 'SR-1')).toEqual(now);
      expect(await deliveries.find(delivery(1).key)).toEqual(delivery(1));
      expect(await ledger.head(chain)).toMatchObject({ seq: 1 });
    });

    test('lets nobody add to what they have not seen', async () => {
      const { incidents, deliveries } = await openWithReport();
      const taken = { seen: 1, events: [newEvent('taken', 2)] };
      await incidents.record(act(1), name, taken, nothing);
      const second = await incidents.record(act(2), name, taken, { owed: [delivery(2)], entries: [] });
      expect(second).toEqual({ kind: 'overtaken', incident: await incidents.find(schoolId, 'SR-1') });
      expect(await deliveries.find(delivery(2).key)).toBeUndefined();
      expect((await incidents.find(schoolId, 'SR-1'))?.events).toHaveLength(2);
      const ahead = await incidents.record(act(3), name, { ...taken, seen: 9 }, nothing);
      expect(ahead.kind).toBe('overtaken');
    });

    test('of twenty who take a report at once, one does', async () => {
      const { incidents } = await openWithReport();
      const all = Array.from({ length: 20 }, (_, n) =>
        incidents.record(act(n), name, { seen: 1, events: [newEvent('taken', n)] }, nothing),
      );
      expect((await Promise.all(all)).filter(({ kind }) => kind === 'recorded')).toHaveLength(1);
      expect((await incidents.find(schoolId, 'SR-1'))?.events).toHaveLength(2);
    });

    test('an act that comes again adds nothing and is recorded again; another kind of event is another act', async () => {
      const { incidents, ledger } = await openWithReport();
      const first = { seen: 1, events: [newEvent('acknowledged', 2)] };
      await incidents.record(act(1), name, first, { owed: [], entries: [entryDraft(1)] });
      const again = { ...act(2), submissionId: act(1).submissionId };
      const then = { owed: [], entries: [entryDraft(2)] };
      expect(await incidents.record(again, name, first, then)).toMatchObject({ kind: 'recorded' });
      expect((await incidents.find(schoolId, 'SR-1'))?.events).toHaveLength(2);
      expect(await ledger.head(chain)).toMatchObject({ seq: 1 });
      const other = { seen: 2, events: [newEvent('taken', 3)] };
      expect(await incidents.record(act(1), name, other, nothing)).toMatchObject({ kind: 'recorded' });
      expect((await incidents.find(schoolId, 'SR-1'))?.events).toHaveLength(3);
    });

    test('records what is owed without an event, each delivery once', async () => {
      const { incidents, deliveries } = await openWithReport();
      const then = { owed: [delivery(1)], entries: [] };
      for (let n = 0; n < 2; n++) {
        const outcome = await incidents.record(undefined, name, { seen: 1, events: [] }, then);
        expect(outcome).toEqual({ kind: 'recorded', incident: incident(1) });
      }
      expect((await deliveries.summary()).counts.pending).toBe(1);
    });

    test('knows nothing of a report of another school', async () => {
      const { incidents } = await openWithReport();
      const change = { seen: 1, events: [newEvent('taken', 2)] };
      const theirs = { schoolId: otherSchool, id: 'SR-1' };
      expect(await incidents.record(act(1), theirs, change, nothing)).toEqual({ kind: 'not-found' });
      expect(await incidents.shred(theirs, { seen: 1, event: newEvent('shredded', 2) }, nothing)).toBe('not-found');
      expect(await incidents.find(otherSchool, 'SR-1')).toBeUndefined();
    });

    test('shreds once everything sealed of a report, and of no other', async () => {
      const { incidents, ledger } = await openWithReport();
      await incidents.submit(act(2), incident(2), nothing);
      const asked = newEvent('asked', 2, { sealedText: 'sealed question' });
      await incidents.record(act(1), name, { seen: 1, events: [asked, newEvent('taken', 3)] }, nothing);
      const then = { owed: [], entries: [entryDraft(1)] };
      const change = { seen: 3, event: newEvent('shredded', 9, { by: undefined }) };
      expect(await incidents.shred(name, { ...change, seen: 2 }, then)).toBe('overtaken');
      expect((await incidents.find(schoolId, 'SR-1'))?.sealedReport).toBe('sealed report 1');
      expect(await incidents.shred(name, change, then)).toBe('shredded');
      expect(await incidents.shred(name, change, then)).toBe('shredded-before');
      const shredded = await incidents.find(schoolId, 'SR-1');
      expect(shredded?.sealedReport).toBe('');
      expect(shredded?.events.map(({ kind, sealedText }) => [kind, sealedText])).toEqual([
        ['submitted', undefined],
        ['asked', ''],
        ['taken', undefined],
        ['shredded', undefined],
      ]);
      expect(await ledger.head(chain)).toMatchObject({ seq: 1 });
      expect(await incidents.sealed(schoolId)).toEqual([{ place: 'report:SR-2', sealedText: 'sealed report 2' }]);
    });
  });

  describe(`an incident store (${label}): sealed texts`, () => {
    test('lists each with its place, and replaces one that did not change meanwhile', async () => {
      const { incidents } = await openWithReport();
      const asked = newEvent('asked', 2, { sealedText: 'sealed question' });
      await incidents.record(act(1), name, { seen: 1, events: [asked] }, nothing);
      await incidents.startDraft(act(2), draft(2));
      await incidents.startDraft(act(3), draft(3, { schoolId: otherSchool }));
      const sealed = await incidents.sealed(schoolId);
      expect(new Map(sealed.map(({ place, sealedText }) => [place, sealedText]))).toEqual(
        new Map([
          ['draft:SD-2', 'sealed answers 2'],
          ['report:SR-1', 'sealed report 1'],
          ['report-event:SR-1-2', 'sealed question'],
        ]),
      );
      expect((await incidents.schools()).sort()).toEqual([schoolId, otherSchool].sort());
      for (const { place, sealedText } of sealed) {
        expect(await incidents.reseal(schoolId, place, sealedText, `new ${sealedText}`)).toBe('resealed');
        expect(await incidents.reseal(schoolId, place, sealedText, 'too late')).toBe('changed');
      }
      expect(await incidents.find(schoolId, 'SR-1')).toMatchObject({
        sealedReport: 'new sealed report 1',
        events: [{ kind: 'submitted' }, { kind: 'asked', sealedText: 'new sealed question' }],
      });
      expect(await incidents.findDraft(schoolId, 'SD-2')).toEqual(draft(2, { sealedAnswers: 'new sealed answers 2' }));
    });

    test.each([
      ['draft:SD-1', ''],
      ['draft:SD-9', 'sealed answers 9'],
      ['report:SR-9', 'sealed report 1'],
      ['report-event:SR-1-1', ''],
      ['report-event:SR-1-9', 'sealed report 1'],
      ['nowhere', 'sealed report 1'],
    ])('puts nothing at %s where nothing is', async (place, old) => {
      const { incidents } = await openWithReport();
      expect(await incidents.reseal(schoolId, place, old, 'new')).toBe('changed');
      expect(await incidents.sealed(schoolId)).toEqual([{ place: 'report:SR-1', sealedText: 'sealed report 1' }]);
    });
  });
}
