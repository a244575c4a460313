import { describe, expect, test } from 'vitest';
import type { Stores } from '../../src/storage/stores.ts';
import {
  act,
  asker,
  at,
  delivery,
  entryDraft,
  otherSchool,
  owner,
  person,
  question,
  schoolId,
  suggestion,
} from './sample-facts.ts';

const nothing = { owed: [], entries: [] };
const answer = { sealedText: 'sealed answer', at: at(100), by: owner };
const chain = { schoolId, chain: 'questions' } as const;

/** What every QuestionStore promises, whatever it is made of. `open` gives fresh, empty stores over one place. */
export function describeQuestionStoreContract(
  name: string,
  open: () => Promise<Pick<Stores, 'questions' | 'deliveries' | 'ledger'>>,
): void {
  describe(`a question store (${name})`, () => {
    test('starts with nothing', async () => {
      const { questions } = await open();
      expect(await questions.find(schoolId, 'SQ-1')).toBeUndefined();
      expect(await questions.of(schoolId, asker)).toEqual([]);
      expect(await questions.marks(schoolId)).toEqual(new Map());
      expect(await questions.suggestions(schoolId)).toEqual([]);
      expect(await questions.gaps(schoolId)).toEqual([]);
      expect(await questions.sealed(schoolId)).toEqual([]);
      expect(await questions.schools()).toEqual([]);
    });

    test('names every school that has a sealed text, once', async () => {
      const { questions } = await open();
      await questions.submit(act(1), question(1), nothing);
      await questions.submit(act(2), question(2), nothing);
      await questions.reportGap(act(3), { id: 'SG-1', schoolId: otherSchool, sealedText: 'sealed', at: at(1) });
      expect((await questions.schools()).sort()).toEqual([schoolId, otherSchool].sort());
    });

    test('names a school that has nothing but a suggestion', async () => {
      const { questions } = await open();
      await questions.suggest(act(1), suggestion(1), nothing);
      expect(await questions.schools()).toEqual([schoolId]);
    });

    test('records a question with what is owed and its ledger entry, together', async () => {
      const { questions, deliveries, ledger } = await open();
      const then = { owed: [delivery(1)], entries: [entryDraft(1)] };
      expect(await questions.submit(act(1), question(1), then)).toEqual(question(1));
      expect(await questions.find(schoolId, 'SQ-1')).toEqual(question(1));
      expect(await deliveries.find(delivery(1).key)).toEqual(delivery(1));
      expect(await ledger.entries(chain, 1, 10)).toMatchObject([{ ...entryDraft(1), seq: 1 }]);
    });

    test('counts each person who waits for an answer once, at their school', async () => {
      const { questions } = await open();
      expect(await questions.waiting(schoolId)).toBe(0);
      await questions.submit(act(1), question(1), nothing);
      await questions.submit(act(2), question(2), nothing);
      await questions.submit(act(3), question(3, { asker: person(3) }), nothing);
      await questions.submit(act(4), question(4, { schoolId: otherSchool, asker: person(4) }), nothing);
      expect(await questions.waiting(schoolId)).toBe(2);
      await questions.answer(act(5), { schoolId, id: 'SQ-1' }, answer, nothing);
      expect(await questions.waiting(schoolId)).toBe(2);
      await questions.answer(act(6), { schoolId, id: 'SQ-2' }, answer, nothing);
      expect(await questions.waiting(schoolId)).toBe(1);
      expect(await questions.waiting(otherSchool)).toBe(1);
    });

    test('keeps a question without a clause', async () => {
      const { questions } = await open();
      const { clause: _none, ...bare } = question(1);
      await questions.submit(act(1), bare, nothing);
      expect(await questions.find(schoolId, 'SQ-1')).toEqual(bare);
    });

    test.each([
      ['with the same activity id', act(1)],
      ['with a new activity id', { ...act(2), submissionId: act(1).submissionId }],
      ['with the same activity id and another form', { ...act(2), activityKey: act(1).activityKey }],
    ])('an act that comes again %s changes nothing and gives the first question', async (_, again) => {
      const { questions, deliveries, ledger } = await open();
      const first = await questions.submit(act(1), question(1), { owed: [delivery(1)], entries: [entryDraft(1)] });
      const second = { owed: [delivery(2)], entries: [entryDraft(2)] };
      expect(await questions.submit(again, question(2), second)).toEqual(first);
      expect(await questions.find(schoolId, 'SQ-2')).toBeUndefined();
      expect(await deliveries.find(delivery(2).key)).toBeUndefined();
      expect(await ledger.head(chain)).toMatchObject({ seq: 1 });
    });

    test('has one effect of 200 equal submissions at once, under two activity ids', async () => {
      const { questions, deliveries, ledger } = await open();
      const submissions = Array.from({ length: 200 }, (_, n) =>
        questions.submit({ ...act(n % 2), submissionId: 'one' }, question(n), {
          owed: [delivery(n)],
          entries: [entryDraft(n)],
        }),
      );
      const ids = new Set((await Promise.all(submissions)).map(({ id }) => id));
      expect(ids.size).toBe(1);
      expect(await questions.of(schoolId, asker)).toHaveLength(1);
      expect((await deliveries.summary()).counts.pending).toBe(1);
      expect(await ledger.head(chain)).toMatchObject({ seq: 1 });
    });

    test('tells the acts of two schools apart', async () => {
      const { questions } = await open();
      await questions.submit(act(1), question(1), nothing);
      const theirs = question(2, { schoolId: otherSchool });
      expect(await questions.submit(act(1), theirs, nothing)).toEqual(theirs);
    });

    test('tells the acts of two kinds apart: the button of one card is not the button of another', async () => {
      const { questions } = await open();
      const mark = { schoolId, clause: 'a#1', helpful: true, at: at(1) };
      await questions.mark(act(1), mark);
      await questions.reportGap(act(1), { id: 'SG-1', schoolId, sealedText: 'sealed', at: at(1) });
      expect(await questions.submit(act(1), question(1), nothing)).toEqual(question(1));
      expect(await questions.answer(act(1), question(1), answer, nothing)).toMatchObject({ kind: 'answered' });
    });

    test("refuses an id that is another question's, with nothing changed, and takes the act with a new id", async () => {
      const { questions, deliveries } = await open();
      await questions.submit(act(1), question(1), nothing);
      const clash = questions.submit(act(2), question(1, { askedAt: at(2) }), { owed: [delivery(2)], entries: [] });
      await expect(clash).rejects.toMatchObject({ name: 'StoreError', kind: 'taken' });
      expect(await deliveries.find(delivery(2).key)).toBeUndefined();
      expect(await questions.find(schoolId, 'SQ-1')).toEqual(question(1));
      expect(await questions.submit(act(2), question(2), nothing)).toEqual(question(2));
    });

    test('lets two schools have questions with one id', async () => {
      const { questions } = await open();
      const theirs = question(1, { schoolId: otherSchool });
      await questions.submit(act(1), question(1), nothing);
      await questions.submit(act(2), theirs, nothing);
      expect(await questions.find(schoolId, 'SQ-1')).toEqual(question(1));
      expect(await questions.find(otherSchool, 'SQ-1')).toEqual(theirs);
    });

    test('records an answer with what is owed and its ledger entry', async () => {
      const { questions, deliveries, ledger } = await open();
      await questions.submit(act(1), question(1), { owed: [], entries: [entryDraft(1)] });
      const owed = delivery(1, { key: `${schoolId}:question-answered:SQ-1:${asker.objectId}`, to: asker });
      const entries = [entryDraft(2, { kind: 'question-answered' })];
      const outcome = await questions.answer(act(2), question(1), answer, { owed: [owed], entries });
      const answered = { ...question(1), answer };
      expect(outcome).toEqual({ kind: 'answered', question: answered });
      expect(await questions.find(schoolId, 'SQ-1')).toEqual(answered);
      expect(await deliveries.find(owed.key)).toEqual(owed);
      expect(await ledger.head(chain)).toMatchObject({ seq: 2 });
    });

    test('gives an answer that comes again the outcome of the first time', async () => {
      const { questions, ledger } = await open();
      await questions.submit(act(1), question(1), nothing);
      const first = await questions.answer(act(2), question(1), answer, { owed: [], entries: [entryDraft(1)] });
      const again = { ...act(3), submissionId: act(2).submissionId };
      const other = { ...answer, sealedText: 'another text' };
      expect(await questions.answer(again, question(1), other, { owed: [], entries: [entryDraft(2)] })).toEqual(first);
      expect(await ledger.head(chain)).toMatchObject({ seq: 1 });
    });

    test('keeps the first of two answers', async () => {
      const { questions, deliveries } = await open();
      await questions.submit(act(1), question(1), nothing);
      await questions.answer(act(2), question(1), answer, nothing);
      const second = { ...answer, sealedText: 'another answer' };
      const outcome = await questions.answer(act(3), question(1), second, { owed: [delivery(3)], entries: [] });
      expect(outcome).toEqual({ kind: 'answered-before', question: { ...question(1), answer } });
      expect(await deliveries.find(delivery(3).key)).toBeUndefined();
    });

    test('of two answers at once, one counts', async () => {
      const { questions } = await open();
      await questions.submit(act(1), question(1), nothing);
      const answers = Array.from({ length: 20 }, (_, n) =>
        questions.answer(act(n + 2), question(1), { ...answer, sealedText: `answer ${n}` }, nothing),
      );
      const kinds = (await Promise.all(answers)).map(({ kind }) => kind);
      expect(kinds.filter((kind) => kind === 'answered')).toHaveLength(1);
    });

    test('does not answer what was never asked, or asked at another school', async () => {
      const { questions, ledger } = await open();
      await questions.submit(act(1), question(1), nothing);
      const then = { owed: [], entries: [entryDraft(1)] };
      const not = { kind: 'not-found' };
      expect(await questions.answer(act(2), { schoolId, id: 'SQ-9' }, answer, then)).toEqual(not);
      expect(await questions.answer(act(3), { schoolId: otherSchool, id: 'SQ-1' }, answer, then)).toEqual(not);
      expect(await ledger.head(chain)).toBeUndefined();
    });

    test("lists a person's questions, asked or owned, newest first, and nobody else's", async () => {
      const { questions } = await open();
      const third = person(3);
      await questions.submit(act(1), question(1), nothing);
      await questions.submit(act(2), question(2, { asker: owner, owner: third }), nothing);
      await questions.submit(act(3), question(3, { asker: third, owner: asker }), nothing);
      await questions.submit(act(4), question(4, { schoolId: otherSchool }), nothing);
      const idsOf = async (who: typeof asker) => (await questions.of(schoolId, who)).map(({ id }) => id);
      expect(await idsOf(asker)).toEqual(['SQ-3', 'SQ-1']);
      expect(await idsOf(owner)).toEqual(['SQ-2', 'SQ-1']);
      expect(await idsOf({ ...asker, tenantId: 'other-tenant' })).toEqual([]);
    });

    test('counts helpful and unhelpful marks by clause and school, each act once', async () => {
      const { questions } = await open();
      const mark = (clause: string, helpful: boolean, school = schoolId) => ({
        schoolId: school,
        clause,
        helpful,
        at: at(1),
      });
      await questions.mark(act(1), mark('a#1', true));
      await questions.mark(act(1), mark('a#1', false));
      await questions.mark(act(2), mark('a#1', true));
      await questions.mark(act(3), mark('a#1', false));
      await questions.mark(act(4), mark('b#2', false));
      await questions.mark(act(5), mark('a#1', true, otherSchool));
      expect(await questions.marks(schoolId)).toEqual(
        new Map([
          ['a#1', { helpful: 2, unhelpful: 1 }],
          ['b#2', { helpful: 0, unhelpful: 1 }],
        ]),
      );
    });

    test('records a suggestion with what is owed and its ledger entry, each act once', async () => {
      const { questions, deliveries, ledger } = await open();
      const then = { owed: [delivery(1)], entries: [entryDraft(1)] };
      expect(await questions.suggest(act(1), suggestion(1), then)).toEqual(suggestion(1));
      const later = { owed: [delivery(2)], entries: [entryDraft(2)] };
      const again = { ...act(2), submissionId: act(1).submissionId };
      expect(await questions.suggest(again, suggestion(2), later)).toEqual(suggestion(1));
      await expect(questions.suggest(act(3), suggestion(1), later)).rejects.toMatchObject({ kind: 'taken' });
      expect(await questions.findSuggestion(schoolId, 'SW-1')).toEqual(suggestion(1));
      expect(await questions.findSuggestion(otherSchool, 'SW-1')).toBeUndefined();
      expect(await deliveries.find(delivery(1).key)).toEqual(delivery(1));
      expect(await deliveries.find(delivery(2).key)).toBeUndefined();
      expect(await ledger.head(chain)).toMatchObject({ seq: 1 });
    });

    test("lists a school's suggestions, newest first, and destroys one for good", async () => {
      const { questions } = await open();
      await questions.suggest(act(1), suggestion(1), nothing);
      await questions.suggest(act(2), suggestion(2), nothing);
      await questions.suggest(act(3), suggestion(1, { schoolId: otherSchool }), nothing);
      expect(await questions.suggestions(schoolId)).toEqual([suggestion(2), suggestion(1)]);
      expect(await questions.destroySuggestion({ schoolId, id: 'SW-1' })).toBe('destroyed');
      expect(await questions.destroySuggestion({ schoolId, id: 'SW-1' })).toBe('not-found');
      expect(await questions.suggestions(schoolId)).toEqual([suggestion(2)]);
      expect(await questions.suggestions(otherSchool)).toHaveLength(1);
    });

    test('has the words of a suggestion that is kept, resealed too, until they are dropped', async () => {
      const { questions } = await open();
      const decided = { kept: true, at: at(9) };
      await questions.suggest(act(1), suggestion(1), nothing);
      await questions.dropWords(suggestion(1));
      expect(await questions.findSuggestion(schoolId, 'SW-1')).toEqual(suggestion(1));
      const first = await questions.decide(act(2), suggestion(1), decided, nothing);
      expect(first).toEqual({ kind: 'decided', suggestion: suggestion(1, { decided }) });
      expect(await questions.decide(act(3), suggestion(1), { kept: false, at: at(10) }, nothing)).toEqual({
        ...first,
        kind: 'decided-before',
      });
      expect(await questions.reseal(schoolId, 'suggestion:SW-1', 'sealed words 1', 'new')).toBe('resealed');
      expect(await questions.sealed(schoolId)).toEqual([{ place: 'suggestion:SW-1', sealedText: 'new' }]);
      for (const id of ['SW-1', 'SW-1', 'SW-9']) await questions.dropWords({ schoolId, id });
      expect(await questions.suggestions(schoolId)).toEqual([suggestion(1, { sealedText: '', decided })]);
      expect(await questions.sealed(schoolId)).toEqual([]);
    });

    test('drops the words of a suggestion that is not kept with the decision, which comes again as it was', async () => {
      const { questions, ledger } = await open();
      const decided = { kept: false, at: at(9) };
      await questions.suggest(act(1), suggestion(1), nothing);
      const first = await questions.decide(act(2), suggestion(1), decided, { owed: [], entries: [entryDraft(1)] });
      expect(first).toEqual({ kind: 'decided', suggestion: suggestion(1, { sealedText: '', decided }) });
      const other = { kept: true, at: at(10) };
      const then = { owed: [], entries: [entryDraft(2)] };
      expect(await questions.decide(act(2), suggestion(1), other, then)).toEqual(first);
      const before = { ...first, kind: 'decided-before' };
      expect(await questions.decide(act(3), suggestion(1), other, then)).toEqual(before);
      expect(await questions.findSuggestion(schoolId, 'SW-1')).toEqual(suggestion(1, { sealedText: '', decided }));
      expect(await questions.sealed(schoolId)).toEqual([]);
      expect(await questions.reseal(schoolId, 'suggestion:SW-1', 'sealed words 1', 'new')).toBe('changed');
      expect(await ledger.head(chain)).toMatchObject({ seq: 1 });
      const not = { kind: 'not-found' };
      expect(await questions.decide(act(4), { schoolId, id: 'SW-9' }, decided, nothing)).toEqual(not);
      expect(await questions.decide(act(5), { schoolId: otherSchool, id: 'SW-1' }, decided, nothing)).toEqual(not);
    });

    test('of two decisions at once, one counts', async () => {
      const { questions } = await open();
      await questions.suggest(act(1), suggestion(1), nothing);
      const decisions = Array.from({ length: 20 }, (_, n) =>
        questions.decide(act(n + 2), suggestion(1), { kept: n % 2 === 0, at: at(n) }, nothing),
      );
      const kinds = (await Promise.all(decisions)).map(({ kind }) => kind);
      expect(kinds.filter((kind) => kind === 'decided')).toHaveLength(1);
    });

    test('lists gaps in the order in which they came, each act once', async () => {
      const { questions } = await open();
      const gap = (n: number, school = schoolId) => ({
        id: `SG-${n}`,
        schoolId: school,
        sealedText: `gap ${n}`,
        at: at(n),
      });
      await questions.reportGap(act(1), gap(1));
      await questions.reportGap(act(2), gap(2));
      await questions.reportGap(act(2), gap(3));
      await questions.reportGap(act(4), gap(4, otherSchool));
      expect(await questions.gaps(schoolId)).toEqual([gap(1), gap(2)]);
      await expect(questions.reportGap(act(5), gap(1))).rejects.toMatchObject({ kind: 'taken' });
    });

    test('lists every sealed text with its place, and replaces one that did not change meanwhile', async () => {
      const { questions } = await open();
      await questions.submit(act(1), question(1), nothing);
      await questions.answer(act(2), question(1), answer, nothing);
      await questions.reportGap(act(3), { id: 'SG-1', schoolId, sealedText: 'sealed gap', at: at(3) });
      await questions.suggest(act(5), suggestion(1), nothing);
      await questions.submit(act(4), question(4, { schoolId: otherSchool }), nothing);
      const sealed = await questions.sealed(schoolId);
      expect(new Map(sealed.map(({ place, sealedText }) => [place, sealedText]))).toEqual(
        new Map([
          ['question:SQ-1', 'sealed question 1'],
          ['answer:SQ-1', 'sealed answer'],
          ['suggestion:SW-1', 'sealed words 1'],
          ['gap:SG-1', 'sealed gap'],
        ]),
      );
      for (const { place, sealedText } of sealed) {
        expect(await questions.reseal(schoolId, place, sealedText, `new ${sealedText}`)).toBe('resealed');
        expect(await questions.reseal(schoolId, place, sealedText, 'too late')).toBe('changed');
      }
      expect(await questions.find(schoolId, 'SQ-1')).toEqual({
        ...question(1),
        sealedText: 'new sealed question 1',
        answer: { ...answer, sealedText: 'new sealed answer' },
      });
      expect(await questions.gaps(schoolId)).toMatchObject([{ sealedText: 'new sealed gap' }]);
      expect(await questions.suggestions(schoolId)).toEqual([suggestion(1, { sealedText: 'new sealed words 1' })]);
      expect(await questions.sealed(otherSchool)).toEqual([
        { place: 'question:SQ-4', sealedText: 'sealed question 4' },
      ]);
    });

    test.each(['question:SQ-9', 'answer:SQ-1', 'gap:SG-9', 'suggestion:SW-9', 'nowhere'])(
      'reseals nothing at %s',
      async (place) => {
        const { questions } = await open();
        await questions.submit(act(1), question(1), nothing);
        expect(await questions.reseal(schoolId, place, 'sealed question 1', 'new')).toBe('changed');
      },
    );

    test('a consequence that cannot be recorded takes the whole fact with it', async () => {
      const { questions, deliveries, ledger } = await open();
      const owed = [delivery(1)];
      const bad = entryDraft(1, { facts: { share: 0.5 } });
      await expect(questions.submit(act(1), question(1), { owed, entries: [entryDraft(1), bad] })).rejects.toThrow();
      expect(await questions.find(schoolId, 'SQ-1')).toBeUndefined();
      expect(await deliveries.find(delivery(1).key)).toBeUndefined();
      expect(await ledger.head(chain)).toBeUndefined();
      expect(await questions.submit(act(1), question(1), { owed, entries: [] })).toEqual(question(1));
    });

    test('does not forget an act because it comes again, however much later', async () => {
      const { questions } = await open();
      const later = (n: number) => question(n, { askedAt: at(34 * 86_400 + n) });
      await questions.submit(act(1), question(1), nothing);
      expect(await questions.submit(act(1), later(2), nothing)).toEqual(question(1));
      expect(await questions.submit(act(1), later(3), nothing)).toEqual(question(1));
    });

    test('forgets the acts of more than 30 days ago, and no others', async () => {
      const { questions } = await open();
      const day = 24 * 60 * 60;
      const mark = (n: number) => ({ schoolId, clause: 'a#1', helpful: true, at: at(n) });
      await questions.mark(act(1), mark(0));
      await questions.mark(act(2), mark(2 * day));
      await questions.mark(act(3), mark(31 * day));
      await questions.mark(act(2), mark(31 * day));
      expect(await questions.marks(schoolId)).toEqual(new Map([['a#1', { helpful: 3, unhelpful: 0 }]]));
      await questions.mark(act(1), mark(31 * day));
      expect(await questions.marks(schoolId)).toEqual(new Map([['a#1', { helpful: 4, unhelpful: 0 }]]));
    });
  });
}
