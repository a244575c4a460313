import fc from 'fast-check';
import { expect, it } from 'vitest';
import { openDialog, referenceOn, wordsOf } from './dialog-bench.ts';

/** What a reporter answers on each card, in order; the place in the list is the turn that the card carries. */
const answers = [
  { step: 'danger', answer: 'no' },
  { step: 'image', answer: 'no' },
  { step: 'about', about: 'pupil' },
  { step: 'kind', kind: 'conduct' },
  { step: 'when', place: 'Library' },
  { step: 'people', people: 'Ella' },
  { step: 'seen', seen: 'A push' },
  { step: 'more', done: 'Nothing' },
];
const steps = [...answers.map(({ step }) => step), 'review'];

/** Presses of two reports at once: shuffled, repeated, left out. */
const presses = fc.array(
  fc.record({ draft: fc.constantFrom(0, 1), at: fc.integer({ min: 0, max: answers.length - 1 }) }),
  { maxLength: 40 },
);
const inOrder = [0, 1].flatMap((draft) => answers.map((_, at) => ({ draft, at })));

it('advances with the expected card alone; any other shows how the report stands, and two reports never mix', async () => {
  const dialog = await openDialog();
  await fc.assert(
    fc.asyncProperty(fc.oneof(presses, fc.shuffledSubarray(inOrder), fc.constant(inOrder)), async (order) => {
      const begun = await Promise.all(
        ['a', 'b'].map(async (letter) => {
          const submission = `${letter}${Math.random().toString(16).slice(2).padEnd(31, '0')}`.slice(0, 32);
          const { card } = await dialog.press('teacher', 'incidents.new', { submission });
          return referenceOn(card, 'SD');
        }),
      );
      const turns = [0, 0];
      for (const { draft, at } of order) {
        const { step = '', ...inputs } = answers[at] ?? {};
        const data = { draft: begun[draft], turn: String(at), step, to: 'next', ...inputs };
        const { card } = await dialog.press('teacher', 'incidents.answer', data);
        const isExpected = turns[draft] === at;
        if (isExpected) turns[draft] = at + 1;
        expect(wordsOf(card).includes('answered already')).toBe(!isExpected);
        expect(card).toContain(`step ${(turns[draft] ?? 0) + 1} of 9`);
      }
      for (const { draft, answers: given } of await dialog.drafts('teacher')) {
        const turn = turns[begun.indexOf(draft.id)] ?? 0;
        expect(given).toMatchObject({
          turn,
          at: steps[turn],
          seen: turn > 6 ? 'A push' : '',
          about: turn > 2 ? ['pupil'] : [],
        });
        await dialog.press('teacher', 'incidents.delete', { draft: draft.id, turn: String(given.turn) });
      }
    }),
    { numRuns: 25 },
  );
}, 120_000);
