import { describe, expect, it } from 'vitest';
import { Answers } from '../../../src/domain/incidents/answers.ts';
import { submitReport } from '../../support/submit-report.ts';
import { buttonOf, keyOf, openDialog, referenceOn, wordsOf, type Dialog, type Who } from './dialog-bench.ts';

const minute = 60_000;
const start = Date.parse('2026-11-24T10:05:00.000Z');
const at = (minutes: number) => new Date(start + minutes * minute).toISOString();

/** Writes and sends the shortest report; the receipt. `danger` makes it urgent. */
async function report(dialog: Dialog, who: Who = 'teacher', danger = 'no'): Promise<string> {
  const first = await dialog.say(who, 'new report');
  const answer = (card: string, said: string) =>
    dialog.press(who, 'incidents.answer', buttonOf(card, 'incidents.answer', { answer: said }));
  const second = await answer(first.card, danger);
  const third = await answer(second.card, 'no');
  const about = { ...buttonOf(third.card, 'incidents.answer', { to: 'next' }), about: 'pupil' };
  const fourth = await dialog.press(who, 'incidents.answer', about);
  const send = buttonOf(fourth.card, 'incidents.answer', { to: 'send' });
  return (await dialog.press(who, 'incidents.answer', send)).card;
}

/** Sends one without the dialog, so that a test need not press for all of those that come before; its reference. */
function sendAtOnce(dialog: Dialog): Promise<string> {
  const school = dialog.shelf.schools()[0]?.school;
  if (!school) throw new Error('there is no school');
  const answers = Answers.parse({ at: 'review', about: ['pupil'], kind: 'other-child' });
  return submitReport(dialog, { school, answers, reporter: keyOf('teacher') });
}

/** The teacher has sent so many a moment ago, and those who receive them have them. */
async function openAfter(sent: number, at?: string): Promise<Dialog> {
  const dialog = await openDialog({ ...(at && { at }) });
  for (let n = 0; n < sent; n++) await sendAtOnce(dialog);
  await dialog.owed();
  return dialog;
}

/** The references of the reports that reach the DSL by now, in order. */
async function arrived(dialog: Dialog): Promise<string[]> {
  const dsl = '00000000-0000-4000-8000-000000000002';
  await dialog.follow();
  const owed = await dialog.owed();
  return owed.flatMap(({ delivery: { subject, to } }) =>
    subject.kind === 'incident-report' && 'objectId' in to && to.objectId === dsl ? [subject.reference] : [],
  );
}

describe('fifteen reports of one person within an hour', () => {
  it('are all saved and all delivered, in order: ten at once, the others at ten an hour, an urgent one at once', async () => {
    const dialog = await openDialog();
    const references: string[] = [];
    for (let n = 0; n < 9; n++) {
      dialog.setClock(at(n));
      references.push(await sendAtOnce(dialog));
    }
    expect(await arrived(dialog)).toEqual(references);
    const receipts = new Map<number, string>();
    for (let n = 9; n < 15; n++) {
      dialog.setClock(at(n));
      const card = await report(dialog, 'teacher', n === 11 ? 'yes' : 'no');
      references.push(referenceOn(card));
      receipts.set(n, card);
      expect(await arrived(dialog)).toEqual(n === 9 || n === 11 ? [referenceOn(card)] : []);
    }
    expect(new Set(references).size).toBe(15);

    receipts.forEach((card, n) => {
      expect(wordsOf(card)).toContain('Your report is saved');
      const isHeld = n === 10 || n > 11;
      expect(wordsOf(card).includes('waits its turn')).toBe(isHeld);
      expect(wordsOf(card).includes('Due to go out')).toBe(isHeld);
    });
    expect(wordsOf(receipts.get(10) ?? '')).toMatch(
      /more than 10 reports within an hour[\s\S]*nothing of it is lost[\s\S]*24 November 2026 at 11:05[\s\S]*ring them now[\s\S]*999/,
    );
    expect(wordsOf(receipts.get(14) ?? '')).toContain('Due to go out: 24 November 2026 at 11:09');
    expect(wordsOf((await dialog.say('teacher', 'my reports')).card)).toContain('Due to go out');

    dialog.setClock(at(59));
    expect(await arrived(dialog)).toEqual([]);
    const later: [number, string | undefined][] = [];
    for (let n = 60; n <= 64; n++) {
      dialog.setClock(at(n));
      for (const reference of await arrived(dialog)) later.push([n, reference]);
    }
    expect(later).toEqual([
      [60, references[10]],
      [62, references[12]],
      [63, references[13]],
      [64, references[14]],
    ]);
    await dialog.follow();
    const mine = wordsOf((await dialog.say('teacher', 'my reports')).card);
    expect(mine).toContain('Delivered to the Designated Safeguarding Lead: 24 November 2026 at 11:09');
    expect(mine).not.toContain('Due to go out');
    for (const { incident } of await dialog.reports('teacher'))
      expect(incident.events.map(({ kind }) => kind)).toEqual(
        incident.urgent ? ['submitted', 'delivered', 'escalated', 'escalated'] : ['submitted', 'delivered'],
      );
  });

  it('hold up nobody else, and nothing of the next day', async () => {
    const dialog = await openAfter(10);
    expect(wordsOf(await report(dialog))).toContain('waits its turn');
    const theirs = await report(dialog, 'volunteer');
    expect(wordsOf(theirs)).not.toContain('waits its turn');
    expect(await arrived(dialog)).toEqual([referenceOn(theirs)]);
    dialog.setClock(at(24 * 60));
    await arrived(dialog);
    const next = await report(dialog);
    expect(wordsOf(next)).not.toContain('waits its turn');
  });

  it('sent at the same moment are counted one by one', async () => {
    const dialog = await openAfter(7);
    const receipts = await Promise.all(Array.from({ length: 5 }, () => report(dialog)));
    expect(receipts.filter((card) => card.includes('waits its turn'))).toHaveLength(2);
    expect(await arrived(dialog)).toHaveLength(3);
  });

  it('can be read by the DSL before their turn, who asks at once', async () => {
    const dialog = await openAfter(10);
    const reference = referenceOn(await report(dialog));
    expect(await arrived(dialog)).toEqual([]);
    const opened = await dialog.say('dsl', `open ${reference}`);
    expect(wordsOf(opened.card)).toMatch(/Held until: \n24 November 2026 at 11:05/);
    await dialog.say('dsl', `ask ${reference} Where was that?`);
    const asked = (await dialog.owed()).filter(({ delivery }) => delivery.subject.kind === 'incident-asked');
    expect(asked.map(({ card }) => wordsOf(card)).join()).toContain('Where was that?');
    expect((await dialog.owed()).map(({ delivery }) => delivery.subject.kind)).not.toContain('incident-report');
  });

  it('that go out after school say so', async () => {
    const dialog = await openAfter(10, '2026-11-24T15:00:00.000Z');
    expect(wordsOf(await report(dialog))).toMatch(/on 24 November 2026 at 16:00[\s\S]*That is outside school hours/);
  });
});
