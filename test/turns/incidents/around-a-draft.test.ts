import { describe, expect, it } from 'vitest';
import { buttonOf, keyOf, openDialog, referenceOn, wordsOf, type Dialog } from './dialog-bench.ts';

const quick = (dialog: Dialog, card: string, answer: string) =>
  dialog.press('teacher', 'incidents.answer', buttonOf(card, 'incidents.answer', { answer }));

async function begin(dialog: Dialog, about?: string) {
  const first = await dialog.say('teacher', 'report');
  const third = await quick(dialog, (await quick(dialog, first.card, 'no')).card, 'no');
  if (about === undefined) return third;
  return dialog.press('teacher', 'incidents.answer', {
    ...buttonOf(third.card, 'incidents.answer', { to: 'next' }),
    about,
  });
}

describe('danger', () => {
  it('is told to every DSL and deputy with one tap, once, without a word of what happened', async () => {
    const dialog = await openDialog();
    const first = await dialog.say('teacher', 'report');
    const { card } = await dialog.press('teacher', 'incidents.needed', buttonOf(first.card, 'incidents.needed'));
    expect(wordsOf(card)).toContain('A message is on its way to them');
    expect(wordsOf(card)).toContain('Step 2 of 9'.toLowerCase());
    const owed = await dialog.owed();
    expect(owed.map(({ delivery }) => delivery.to)).toEqual([keyOf('dsl'), keyOf('deputyDsl'), keyOf('deputyHead')]);
    expect(owed[0]?.card).toContain('Amara Okafor needs you now');
    expect(owed[0]?.summary).toBe('Staffroom: a colleague needs you now');
    await dialog.press('teacher', 'incidents.needed', buttonOf(first.card, 'incidents.needed'));
    expect(await dialog.owed()).toEqual([]);
    expect((await dialog.drafts('teacher'))[0]?.answers.danger).toBe('yes');
  });

  it('is never told to whom it is about', async () => {
    const dialog = await openDialog();
    const third = await begin(dialog);
    const [, value] = /"title":"Daniel Reid, [^"]*","value":"([0-9a-f]{10})"/.exec(third.card) ?? [];
    const data = buttonOf(third.card, 'incidents.answer', { to: 'next' });
    await dialog.press('teacher', 'incidents.answer', { ...data, person: value });
    await dialog.press('teacher', 'incidents.needed', { draft: data['draft'] });
    const to = (await dialog.owed()).map(({ delivery }) => delivery.to);
    expect(to).not.toContainEqual(keyOf('dsl'));
    expect(to).toContainEqual(keyOf('head'));
  });
});

describe('a report that is left lying', () => {
  it('is asked about after 15 minutes, at the end of the school day and at 20 hours, and only then deleted', async () => {
    const dialog = await openDialog();
    await begin(dialog, 'pupil');
    const at = async (instant: string) => {
      dialog.setClock(instant);
      await dialog.askDrafts();
      return dialog.owed();
    };
    expect(await at('2026-11-24T10:19:00.000Z')).toEqual([]);
    const [first] = await at('2026-11-24T10:21:00.000Z');
    expect(wordsOf(first?.card ?? '')).toMatch(
      /You have a report that was not sent[\s\S]*Go on[\s\S]*Send what I have/,
    );
    expect(await at('2026-11-24T15:59:00.000Z')).toEqual([]);
    expect(await at('2026-11-24T16:01:00.000Z')).toHaveLength(1);
    expect(await at('2026-11-25T06:04:00.000Z')).toEqual([]);
    expect(await at('2026-11-25T06:06:00.000Z')).toHaveLength(1);
    expect(await at('2026-11-25T10:04:00.000Z')).toEqual([]);
    const ended = await at('2026-11-25T10:06:00.000Z');
    expect(await dialog.drafts('teacher')).toEqual([]);
    expect(ended.length).toBeGreaterThanOrEqual(4);
    for (const { card, edits } of ended) {
      expect(edits).toBeDefined();
      expect(wordsOf(card)).toContain('This report was deleted');
    }
    expect(ended.map(({ edits }) => edits)).toContain('card-1');
  });

  it('is asked about again from the beginning after an answer', async () => {
    const dialog = await openDialog();
    const fourth = await begin(dialog, 'pupil');
    dialog.setClock('2026-11-24T10:21:00.000Z');
    await dialog.askDrafts();
    const [asked] = await dialog.owed();
    const open = await dialog.press('teacher', 'incidents.open', buttonOf(asked?.card ?? '', 'incidents.open'));
    await dialog.press('teacher', 'incidents.answer', buttonOf(open.card, 'incidents.answer', { to: 'back' }));
    dialog.setClock('2026-11-24T10:35:00.000Z');
    await dialog.askDrafts();
    expect(await dialog.owed()).toEqual([]);
    dialog.setClock('2026-11-24T10:37:00.000Z');
    await dialog.askDrafts();
    expect(await dialog.owed()).toHaveLength(1);
    expect(referenceOn(fourth.card, 'SD')).toBe((await dialog.drafts('teacher'))[0]?.draft.id);
  });

  it('can be sent from the question itself', async () => {
    const dialog = await openDialog();
    await begin(dialog, 'pupil');
    dialog.setClock('2026-11-24T10:21:00.000Z');
    await dialog.askDrafts();
    const [asked] = await dialog.owed();
    const { card } = await dialog.press('teacher', 'incidents.send', buttonOf(asked?.card ?? '', 'incidents.send'));
    expect(referenceOn(card)).toBe((await dialog.reports('teacher'))[0]?.incident.id);
  });

  it('is asked about once where two instances look at once', async () => {
    const dialog = await openDialog();
    await begin(dialog, 'pupil');
    dialog.setClock('2026-11-24T10:21:00.000Z');
    await Promise.all([dialog.askDrafts(), dialog.askDrafts()]);
    expect(await dialog.owed()).toHaveLength(1);
  });
});

const more = 'More was answered since that card was shown, so nothing was deleted.';

describe('a deletion', () => {
  it('that an older card asks for does nothing, first tap or second: the report is shown as it stands', async () => {
    const dialog = await openDialog();
    const third = await begin(dialog);
    const asked = await dialog.press('teacher', 'incidents.cancel', buttonOf(third.card, 'incidents.cancel'));
    const answer = { ...buttonOf(third.card, 'incidents.answer', { to: 'next' }), about: 'pupil' };
    await dialog.press('teacher', 'incidents.answer', answer);
    for (const [verb, card] of [
      ['incidents.delete', asked.card],
      ['incidents.cancel', third.card],
    ] as const) {
      const shown = await dialog.press('teacher', verb, buttonOf(card, verb));
      expect(wordsOf(shown.card)).toContain(more);
      expect(wordsOf(shown.card)).toContain('step 4 of 9');
      expect((await dialog.drafts('teacher'))[0]?.answers).toMatchObject({ turn: 3, about: ['pupil'] });
      expect(await dialog.owed()).toEqual([]);
    }
  });

  it('that the question of 15 minutes ago asks for deletes nothing that was answered since', async () => {
    const dialog = await openDialog();
    const fourth = await begin(dialog, 'pupil');
    dialog.setClock('2026-11-24T10:21:00.000Z');
    await dialog.askDrafts();
    const [question] = await dialog.owed();
    const asked = await dialog.press('teacher', 'incidents.cancel', buttonOf(question?.card ?? '', 'incidents.cancel'));
    expect(wordsOf(asked.card)).toContain('Delete this report?');
    const answer = { ...buttonOf(fourth.card, 'incidents.answer', { to: 'next' }), kind: 'conduct' };
    await dialog.press('teacher', 'incidents.answer', answer);
    const late = [
      ['incidents.cancel', question?.card ?? ''],
      ['incidents.delete', asked.card],
    ] as const;
    for (const [verb, card] of late) {
      expect(wordsOf((await dialog.press('teacher', verb, buttonOf(card, verb))).card)).toContain(more);
    }
    expect((await dialog.drafts('teacher'))[0]?.answers).toMatchObject({ about: ['pupil'], kind: 'conduct' });
  });

  it('and an answer from two devices at once: either the answer is there, or nothing was there to answer', async () => {
    for (let round = 0; round < 6; round++) {
      const dialog = await openDialog();
      const third = await begin(dialog);
      const asked = await dialog.press('teacher', 'incidents.cancel', buttonOf(third.card, 'incidents.cancel'));
      const answer = { ...buttonOf(third.card, 'incidents.answer', { to: 'next' }), about: 'pupil' };
      const deleting = () => dialog.press('teacher', 'incidents.delete', buttonOf(asked.card, 'incidents.delete'));
      const answering = () => dialog.press('teacher', 'incidents.answer', answer);
      const both = round % 2 === 0 ? [deleting(), answering()] : [answering(), deleting()];
      const shown = (await Promise.all(both)).map(({ card }) => wordsOf(card)).join('\n');
      const [draft] = await dialog.drafts('teacher');
      expect(shown.includes('The report was deleted'), `round ${round}`).toBe(draft === undefined);
      expect(shown.includes(more), `round ${round}`).toBe(draft !== undefined);
      if (draft) expect(draft.answers.about).toEqual(['pupil']);
      else expect(shown).toContain('This report was deleted');
    }
  });

  it('that is typed confirms what stands', async () => {
    const dialog = await openDialog();
    for (const text of ['report by typing', 'no', 'no', 'pupil', 'cancel']) await dialog.say('teacher', text);
    const { card } = await dialog.say('teacher', 'delete it');
    expect(wordsOf(card)).toContain('The report was deleted');
    expect(await dialog.drafts('teacher')).toEqual([]);
    const second = await dialog.say('teacher', 'report');
    const id = referenceOn(second.card, 'SD');
    await quick(dialog, second.card, 'no');
    expect(wordsOf((await dialog.say('teacher', `cancel ${id}`)).card)).toContain('Delete this report?');
    expect(wordsOf((await dialog.say('teacher', `delete report ${id}`)).card)).toContain('The report was deleted');
    expect(await dialog.drafts('teacher')).toEqual([]);
  });

  it.each(['read', 'ended'] as const)(
    'by time leaves a report that is answered just before it is %s',
    async (moment) => {
      const dialog = await openDialog();
      const fourth = await begin(dialog, 'pupil');
      for (const instant of ['2026-11-24T10:21:00.000Z', '2026-11-24T16:01:00.000Z', '2026-11-25T06:06:00.000Z']) {
        dialog.setClock(instant);
        await dialog.askDrafts();
      }
      await dialog.owed();
      dialog.setClock('2026-11-25T10:06:00.000Z');
      const { incidents } = dialog.stores;
      const answer = { ...buttonOf(fourth.card, 'incidents.answer', { to: 'next' }), kind: 'conduct' };
      const answered = () => dialog.press('teacher', 'incidents.answer', answer);
      await dialog.askDrafts({
        incidents: {
          ...incidents,
          draftsDue: async (now) => {
            const due = await incidents.draftsDue(now);
            expect(due).toHaveLength(1);
            if (moment === 'read') await answered();
            return due;
          },
          endDraft: async (...ended) => {
            if (moment === 'ended') await answered();
            return incidents.endDraft(...ended);
          },
        },
      });
      expect((await dialog.drafts('teacher'))[0]?.answers).toMatchObject({ about: ['pupil'], kind: 'conduct' });
      expect(await dialog.owed()).toEqual([]);
    },
  );
});

describe('sending', () => {
  it('leaves out no answer that another device gives at that moment', async () => {
    for (let round = 0; round < 6; round++) {
      const dialog = await openDialog();
      const fourth = await begin(dialog, 'pupil');
      const answer = { ...buttonOf(fourth.card, 'incidents.answer', { to: 'next' }), kind: 'conduct' };
      const draft = referenceOn(fourth.card, 'SD');
      const sending = () => dialog.press('teacher', 'incidents.send', { draft });
      const answering = () => dialog.press('teacher', 'incidents.answer', answer);
      const both = round % 2 === 0 ? [sending(), answering()] : [answering(), sending()];
      const shown = (await Promise.all(both)).map(({ card }) => wordsOf(card)).join('\n');
      const [sent] = await dialog.reports('teacher');
      const isTaken = shown.includes('step 5 of 9');
      expect(sent?.report.answers.kind, `round ${round}`).toBe(isTaken ? 'conduct' : undefined);
      if (!isTaken) expect(shown).toContain('This report was sent');
    }
  });
});

describe('what has ended', () => {
  it('leaves the receipt or a line in the place of every card', async () => {
    const dialog = await openDialog();
    const fourth = await begin(dialog, 'pupil');
    await dialog.press('teacher', 'incidents.answer', buttonOf(fourth.card, 'incidents.answer', { to: 'send' }));
    const edited = (await dialog.owed()).filter(({ delivery }) => delivery.subject.kind === 'draft-ended');
    expect(edited).toHaveLength(2);
    expect(wordsOf(edited.find(({ edits }) => edits === 'card-1')?.card ?? '')).toContain('Your report is saved');
    for (const { card } of edited) {
      referenceOn(card);
      expect(card).not.toContain('Input.');
      expect(wordsOf(card)).not.toMatch(/because/);
    }
  });

  it('shows on the receipt that the report was delivered and opened, and only once it was', async () => {
    const dialog = await openDialog();
    const fourth = await begin(dialog, 'pupil');
    const send = buttonOf(fourth.card, 'incidents.answer', { to: 'send' });
    await dialog.press('teacher', 'incidents.answer', send);
    await dialog.owed();
    await dialog.follow();
    const [told] = (await dialog.owed()).filter(({ delivery }) => delivery.subject.kind === 'incident-told');
    expect(told?.edits).toBe('card-1');
    expect(wordsOf(told?.card ?? '')).toMatch(
      /Your report was delivered[\s\S]*Delivered to the Designated Safeguarding Lead/,
    );
    expect(wordsOf(told?.card ?? '')).not.toContain('Opened');
  });

  it('tells somebody who sent a report by typing in a message', async () => {
    const dialog = await openDialog();
    for (const text of ['report by typing', 'no', 'no', 'pupil', 'send']) await dialog.say('teacher', text);
    await dialog.owed();
    await dialog.follow();
    const [told] = (await dialog.owed()).filter(({ delivery }) => delivery.subject.kind === 'incident-told');
    expect(told?.edits).toBeUndefined();
    expect(wordsOf(told?.card ?? '')).toContain('Your report was delivered');
  });

  it('shows the three states in “my reports”, and nothing of what it says', async () => {
    const dialog = await openDialog();
    const fourth = await begin(dialog, 'pupil');
    const data = buttonOf(fourth.card, 'incidents.answer', { to: 'send' });
    await dialog.press('teacher', 'incidents.answer', { ...data, kind: 'fgm' });
    const { card } = await dialog.say('teacher', 'my reports');
    expect(wordsOf(card)).toMatch(/SR-[\s\S]*Saved: 24 November 2026 at 10:05/);
    expect(wordsOf(card)).not.toMatch(/Delivered|Opened|genital|pupil/i);
    const list = await dialog.say('dsl', 'my reports');
    expect(wordsOf(list.card)).toContain('You have sent no report');
  });
});

describe('the receipt', () => {
  it('says outside school hours when somebody is next expected and whom to ring until then', async () => {
    const dialog = await openDialog({ at: '2026-11-27T18:30:00.000Z' });
    const fourth = await begin(dialog, 'pupil');
    const { card } = await dialog.press(
      'teacher',
      'incidents.answer',
      buttonOf(fourth.card, 'incidents.answer', { to: 'send' }),
    );
    expect(wordsOf(card)).toMatch(/next expected on 30 November 2026 at 08:30[\s\S]*emergency duty team: 01632 960611/);
  });

  it('names the duty that the report does not discharge', async () => {
    const dialog = await openDialog();
    const fourth = await begin(dialog, 'pupil');
    const data = buttonOf(fourth.card, 'incidents.answer', { to: 'send' });
    const { card } = await dialog.press('teacher', 'incidents.answer', { ...data, kind: 'fgm' });
    expect(wordsOf(card)).toContain('This report does not do that for you.');
  });
});

describe('a file', () => {
  it('is not opened, and whoever gets the report is told that one was sent, once', async () => {
    const dialog = await openDialog();
    await begin(dialog, 'pupil');
    const { sent } = await dialog.sendFile('teacher');
    expect(wordsOf(sent[0] ?? '')).toMatch(
      /I do not open files[\s\S]*do not delete it[\s\S]*is told that a file was sent/,
    );
    await dialog.sendFile('teacher');
    const owed = await dialog.owed();
    expect(owed.map(({ delivery }) => delivery.to)).toEqual(expect.arrayContaining([keyOf('dsl'), keyOf('deputyDsl')]));
    expect(new Set(owed.map(({ delivery }) => delivery.key)).size).toBe(owed.length);
    expect(wordsOf(owed[0]?.card ?? '')).toContain('Amara Okafor sent a file or picture');
    expect(wordsOf(owed[0]?.card ?? '')).not.toMatch(/report/i);
    expect(owed[0]?.card).not.toMatch(/please delete/i);
  });

  it('is told of after the report too, as something that happened to it', async () => {
    const dialog = await openDialog();
    const fourth = await begin(dialog, 'pupil');
    await dialog.press('teacher', 'incidents.answer', buttonOf(fourth.card, 'incidents.answer', { to: 'send' }));
    await dialog.owed();
    await dialog.sendFile('teacher');
    const [sent] = await dialog.reports('teacher');
    expect(sent?.incident.events.map(({ kind }) => kind)).toEqual(['submitted', 'file-sent']);
    expect((await dialog.owed()).map(({ delivery }) => delivery.subject.kind)).toContain('file-turned-away');
  });

  it('of somebody who reports nothing is a file', async () => {
    const dialog = await openDialog();
    await dialog.sendFile('teacher');
    expect(await dialog.owed()).toEqual([]);
  });
});
