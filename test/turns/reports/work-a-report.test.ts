import { describe, expect, it } from 'vitest';
import { buttonOf, openReports, people, schoolId, secret, submission, type Reports, type Who } from './report-bench.ts';

const none = 'There is no such report for you';
const kinds = async (turns: Reports, id: string) => (await turns.events(id)).map(({ kind }) => kind);
const act = (id: string) => ({ report: id, submission: submission() });

describe('the card in the channel', () => {
  it('shows what names nobody, wakes each DSL without content, and tells the reporter', async () => {
    const turns = await openReports();
    const id = await turns.report({ place: 'dinner hall', platform: `${secret}’s phone`, happenedOn: '2026-11-23' });
    const sent = await turns.deliver();
    const card = sent.find(({ to }) => to === 'channel')?.card ?? '';
    for (const text of [`Report ${id}`, 'Amara Okafor', 'dinner hall', '23 November 2026', 'in the details', 'a pupil'])
      expect(card).toContain(text);
    expect(card).not.toContain(secret);
    const alerts = sent.filter(({ subject }) => subject.kind === 'incident-alert');
    expect(alerts.map(({ to }) => to).sort()).toEqual(
      [people.dsl, people.deputyDsl, people.deputyHead].map(({ aadObjectId }) => aadObjectId),
    );
    for (const alert of alerts) {
      expect(alert.card).toContain(`New report ${id} in Safeguarding, Reports`);
      expect(alert.card).not.toContain('dinner hall');
    }
    expect(await kinds(turns, id)).toEqual(['submitted', 'delivered']);
  });

  it.each(['press', 'submit'] as const)('is acknowledged and taken there by %s, for everybody to see', async (how) => {
    const turns = await openReports();
    await turns.report();
    const card = (await turns.deliver()).find(({ to }) => to === 'channel')?.card ?? '';
    const first = await turns[how](
      'deputyDsl',
      'reports.acknowledge',
      buttonOf(card, 'reports.acknowledge'),
      'safeguarding',
    );
    expect(first.card).toContain('You acknowledged it.');
    const taken = await turns[how]('dsl', 'reports.take', buttonOf(card, 'reports.take'), 'safeguarding');
    expect(taken.card).toContain('Daniel Reid, Designated Safeguarding Lead, has it');
    if (how === 'submit') expect(taken.replaced).toBe(1);
    const refreshed = (await turns.deliver()).filter(({ subject }) => subject.kind === 'incident-refresh');
    expect(refreshed.at(-1)).toMatchObject({ to: 'channel' });
    expect(refreshed.at(-1)?.edits).toContain('incident-report');
    expect(refreshed.at(-1)?.card).toContain('has it');
  });

  it('shows who was faster to the second of two who press at the same moment', async () => {
    const turns = await openReports();
    const id = await turns.report();
    const card = (await turns.deliver()).find(({ to }) => to === 'channel')?.card ?? '';
    const take = buttonOf(card, 'reports.take');
    const both = await Promise.all([
      turns.press('dsl', 'reports.take', take, 'safeguarding'),
      turns.press('deputyDsl', 'reports.take', { ...take, submission: submission() }, 'safeguarding'),
    ]);
    expect(both.filter((one) => one.card.includes('You have it.'))).toHaveLength(1);
    expect(both.filter((one) => one.card.includes('Nothing was changed by you.'))).toHaveLength(1);
    expect((await kinds(turns, id)).filter((kind) => kind === 'taken')).toHaveLength(1);
    const late = await turns.press('deputyHead', 'reports.acknowledge', act(id), 'safeguarding');
    expect(late.card).toContain('Nothing was changed by you.');
  });

  it('holds no names even where its details are asked for without a dialog', async () => {
    const turns = await openReports();
    const id = await turns.report();
    await turns.deliver();
    for (const how of ['press', 'submit'] as const) {
      const { card, sent } = await turns[how]('dsl', 'reports.details', { report: id, part: '1' }, 'safeguarding');
      expect(card + sent.join()).not.toContain(secret);
      expect(card).toContain('The details come into your own chat');
    }
  });

  it('does nothing in a channel that is not for it', async () => {
    const turns = await openReports();
    const id = await turns.report();
    const { card } = await turns.submit('dsl', 'reports.take', { ...act(id), seen: '1' }, 'staff team');
    expect(card).toContain('private chat');
    expect(await kinds(turns, id)).toEqual(['submitted']);
  });
});

describe('the details', () => {
  it('open in a dialog for the one who pressed, who is recorded, and tell the reporter', async () => {
    const turns = await openReports();
    const id = await turns.report({ childsWords: 'They laughed' });
    await turns.deliver();
    const { card } = await turns.dialog('dsl', 'reports.details', { report: id, part: '1' });
    expect(card).toContain('"type":"continue"');
    for (const text of [
      `${secret} Whitfield, year 5`,
      'I saw',
      '“They laughed”',
      'For CPOMS: Concern',
      'For CPOMS: Action',
    ])
      expect(card).toContain(text);
    expect(card).not.toContain('Action.Execute');
    expect((await turns.events(id)).slice(-2)).toMatchObject([{ kind: 'read' }, { kind: 'opened' }]);
    const work = await turns.dialog('dsl', 'reports.work', buttonOf(card, 'reports.work'), 'task/submit');
    expect(work.card).toContain('Work on');
  });

  it('come into their own chat where no dialog opens, and go out of it after 15 minutes or at "Done"', async () => {
    const turns = await openReports();
    const id = await turns.report();
    await turns.deliver();
    await turns.press('dsl', 'reports.send-details', act(id), 'safeguarding');
    const [details] = (await turns.deliver()).filter(({ subject }) => subject.kind === 'incident-details');
    expect(details?.to).toBe(people.dsl.aadObjectId);
    expect(details?.card).toContain(secret);
    expect(details?.summary).not.toContain(id);
    turns.pass(14);
    expect((await turns.deliver()).filter(({ subject }) => subject.kind === 'incident-details-over')).toEqual([]);
    turns.pass(1);
    const [over] = (await turns.deliver()).filter(({ subject }) => subject.kind === 'incident-details-over');
    expect(over?.edits).toContain('incident-details');
    expect(over?.card).not.toContain(secret);

    await turns.say('dsl', `open ${id}`);
    const [again] = (await turns.deliver()).filter(({ subject }) => subject.kind === 'incident-details');
    const done = await turns.press('dsl', 'reports.done', buttonOf(again?.card ?? '', 'reports.done'));
    expect(done.card).toContain('no longer in this chat');
    const ended = (await turns.deliver()).filter(({ subject }) => subject.kind === 'incident-details-over');
    expect(ended).toHaveLength(1);
  });

  it('are not sent into a chat once their time is over', async () => {
    const turns = await openReports();
    const id = await turns.report();
    await turns.deliver();
    await turns.say('dsl', `open ${id}`);
    turns.pass(16);
    const late = await turns.deliver();
    expect(late.filter(({ subject }) => subject.kind === 'incident-details')).toEqual([]);
  });

  it('are whole, in parts, whatever was typed', async () => {
    const turns = await openReports();
    const words = Array.from({ length: 6_000 }, (_, at) => `w${at}`).join(' ');
    const id = await turns.report({ seen: words, opinion: '👩‍👩‍👧‍👦'.repeat(2_000) });
    await turns.deliver();
    let shown = '';
    for (let part = 1; part < 30; part += 1) {
      const { card } = await turns.dialog('dsl', 'reports.details', { report: id, part: String(part) });
      expect(Buffer.byteLength(card)).toBeLessThan(25_500);
      shown += card;
      if (!card.includes('Next part')) break;
    }
    for (const word of ['w0', 'w2500', 'w5999']) expect(shown).toMatch(new RegExp(`\\b${word}\\b`));
  });
});

describe('working a report', () => {
  it('goes from note to closing, each step in its turn, sealed, and to reopening', async () => {
    const turns = await openReports();
    const id = await turns.report();
    await turns.deliver();
    const work = await turns.press('dsl', 'reports.work', { report: id });
    expect(work.card).toContain('What the policies demand');
    const form = await turns.press('dsl', 'reports.compose', { report: id, form: 'note', step: '' });
    expect(form.card).toContain('Input.Text');
    const noted = await turns.press('dsl', 'reports.note', {
      ...buttonOf(form.card, 'reports.note'),
      what: 'decision',
      text: `Speak to ${secret}.`,
    });
    expect(noted.card).toContain('Saved.');
    const early = await turns.press('dsl', 'reports.compose', { report: id, form: 'close', step: '' });
    expect(early.card).toContain('Parents told');
    await turns.press('dsl', 'reports.hand-over', {
      ...act(id),
      to: 'social-care',
      done: 'yes',
      day: '2026-11-24',
      time: '11:30',
      text: 'Spoke to the duty team',
    });
    for (const step of ['support-offered', 'parents-told', 'evidence-secured'])
      await turns.press('dsl', 'reports.step', {
        ...act(id),
        step,
        done: step === 'parents-told' ? 'no' : 'yes',
        text: 'As agreed',
      });
    await turns.press('dsl', 'reports.recorded', act(id));
    const closed = await turns.press('dsl', 'reports.write', {
      ...act(id),
      form: 'close',
      question: '',
      text: 'Settled',
    });
    expect(closed.card).toContain('It is closed.');
    const after = await turns.press('dsl', 'reports.note', { ...act(id), what: 'action', text: 'Late' });
    expect(after.card).toContain('Reopen it first');
    const told = (await turns.deliver()).filter(({ to }) => to === people.teacher.aadObjectId);
    expect(told.some(({ card }) => card.includes(`Your report ${id} was closed`))).toBe(true);
    await turns.press('dsl', 'reports.write', { ...act(id), form: 'reopen', question: '', text: 'New facts' });
    expect((await kinds(turns, id)).filter((kind) => !['read', 'opened', 'delivered'].includes(kind))).toEqual([
      'submitted',
      'noted',
      'handed-over',
      'step',
      'step',
      'step',
      'recorded',
      'closed',
      'reopened',
    ]);
    const { card } = await turns.dialog('deputyDsl', 'reports.details', { report: id, part: '1' });
    for (const text of [
      `Speak to ${secret}.`,
      'Spoke to the duty team',
      'children’s social care on 24 November 2026 at 11:30',
      'Settled',
      'New facts',
    ])
      expect(card).toContain(text);
    const stored = JSON.stringify(await turns.stores.incidents.all(schoolId));
    expect(stored + turns.logged.join()).not.toContain(secret);
    const entries = await turns.stores.ledger.entries({ schoolId, chain: 'reports' }, 1, 100);
    expect(entries).toHaveLength((await turns.events(id)).length);
    expect(JSON.stringify(entries)).not.toContain(people.dsl.aadObjectId);
  });

  it('is recorded in CPOMS once, and once more after something was written', async () => {
    const turns = await openReports();
    const id = await turns.report();
    await turns.deliver();
    const times = async () => (await kinds(turns, id)).filter((kind) => kind === 'recorded').length;
    const recordIt = () => turns.press('dsl', 'reports.recorded', act(id));
    await recordIt();
    const again = await recordIt();
    expect(await times()).toBe(1);
    expect(again.card).not.toContain('reports.recorded');
    const noted = await turns.press('dsl', 'reports.note', { ...act(id), what: 'action', text: 'Rang the mother' });
    expect(noted.card).not.toContain('Reopen');
    await recordIt();
    expect(await times()).toBe(2);
  });

  it('can be done by typing alone', async () => {
    const turns = await openReports();
    const id = await turns.report();
    await turns.deliver();
    const says = async (text: string, answer: string) => expect((await turns.say('dsl', text)).card).toContain(answer);
    await says('open reports', id);
    await says(`Acknowledge ${id.toLowerCase()}`, 'You acknowledged it.');
    await says(`take ${id}`, 'You have it.');
    await says(`note ${id} decision: no further action`, 'Saved.');
    await says(`hand over ${id} not police: no crime`, 'Saved.');
    await says(`step ${id} support offered: today`, 'Saved.');
    await says(`step ${id} not parents told: it would put the child at risk`, 'Saved.');
    await says(`step ${id} evidence secured`, 'Saved.');
    await says(`step ${id} coffee made`, 'Was it done?');
    await says(`recorded ${id}`, 'Saved.');
    await says(`close ${id} settled`, 'You closed it.');
    await says(`reopen ${id} because of new facts`, 'It is open again.');
    expect(
      (await turns.events(id)).find(({ kind, facts }) => kind === 'handed-over' && facts?.done === false),
    ).toBeDefined();
  });

  it('keeps a form whose words were not taken, and records nothing', async () => {
    const turns = await openReports();
    const id = await turns.report();
    for (const text of ['', ' ', 'a'.repeat(10_001)]) {
      const { card } = await turns.press('dsl', 'reports.note', { ...act(id), what: 'action', text });
      expect(card).toContain('so nothing was recorded');
      expect(card).toContain('Input.Text');
    }
    expect(await kinds(turns, id)).toEqual(['submitted']);
  });

  it('takes a form once, however often its press is delivered', async () => {
    const turns = await openReports();
    const id = await turns.report();
    const data = { ...act(id), what: 'action', text: 'Once' };
    await turns.press('dsl', 'reports.note', data);
    await turns.press('dsl', 'reports.note', data);
    expect((await kinds(turns, id)).filter((kind) => kind === 'noted')).toHaveLength(1);
  });
});

describe('questions to the reporter', () => {
  it('go into their chat and come back, also typed', async () => {
    const turns = await openReports();
    const id = await turns.report();
    await turns.deliver();
    await turns.press('deputyDsl', 'reports.write', {
      ...act(id),
      form: 'ask',
      question: '',
      text: 'Who else was there?',
    });
    const [asked] = (await turns.deliver()).filter(({ subject }) => subject.kind === 'incident-asked');
    expect(asked?.to).toBe(people.teacher.aadObjectId);
    expect(asked?.card).toContain('Who else was there?');
    const reply = await turns.press('teacher', 'reports.write', {
      ...buttonOf(asked?.card ?? '', 'reports.write'),
      text: `${secret}’s brother`,
    });
    expect(reply.card).toContain('passed on');
    const [back] = (await turns.deliver()).filter(({ subject }) => subject.kind === 'incident-replied');
    expect(back?.to).toBe(people.deputyDsl.aadObjectId);
    expect(back?.card).toContain(`The reporter of ${id} answered`);
    expect(back?.card).not.toContain(secret);
    expect((await turns.say('teacher', `answer ${id} and Mr Hall`)).card).toContain('passed on');
    expect((await turns.say('teacher', `add to ${id} one more thing`)).card).toContain('passed on');
    const { card } = await turns.dialog('dsl', 'reports.details', { report: id, part: '1' });
    for (const text of [`${secret}’s brother`, 'and Mr Hall', 'one more thing']) expect(card).toContain(text);
  });

  it('cannot be answered, nor anything be added, by anybody else', async () => {
    const turns = await openReports();
    const id = await turns.report();
    for (const who of ['volunteer', 'dsl'] as const)
      expect((await turns.say(who, `add to ${id} gossip`)).card).toContain(none);
    expect(await kinds(turns, id)).toEqual(['submitted', 'refused', 'refused']);
  });
});

describe('a report that nobody takes', () => {
  it('reaches the deputies, then the head, who may read it only then, then the reporter is told', async () => {
    const turns = await openReports();
    const id = await turns.report({}, 'teacher', { urgent: true });
    await turns.deliver();
    expect((await turns.say('head', `open ${id}`)).card).toContain(none);
    turns.pass(15);
    const first = (await turns.deliver()).filter(({ subject }) => subject.kind === 'incident-escalated');
    expect(first.map(({ to }) => to).sort()).toEqual([people.deputyDsl.aadObjectId, people.deputyHead.aadObjectId]);
    expect(first[0]?.card).toContain(`Nobody has taken report ${id} yet`);
    turns.pass(15);
    const second = await turns.deliver();
    expect(second.filter(({ subject }) => subject.kind === 'incident-escalated').map(({ to }) => to)).toEqual([
      people.head.aadObjectId,
    ]);
    const told = second.filter(({ to }) => to === people.teacher.aadObjectId);
    expect(told[0]?.card).toContain(`Nobody has taken up your report ${id} yet`);
    expect(told[0]?.card).toContain('01632 960102');
    expect((await turns.say('head', `take ${id}`)).card).toContain('You have it.');
  });

  it('is told to its reporter with names and numbers when Teams reaches nobody', async () => {
    const turns = await openReports();
    const id = await turns.report();
    const sent = await turns.deliver(({ subject }) => subject.kind === 'incident-report');
    expect(sent.map(({ to }) => to)).toEqual([people.teacher.aadObjectId]);
    expect(sent[0]?.card).toContain(`Your report ${id} is saved, but could not be delivered`);
    for (const text of ['Daniel Reid', '01632 960102', 'Priya Nair', '999']) expect(sent[0]?.card).toContain(text);
  });

  it('is not acknowledged by the DSL who reported it', async () => {
    const turns = await openReports();
    const id = await turns.report({}, 'dsl');
    await turns.deliver();
    expect((await turns.say('dsl', `acknowledge ${id}`)).card).toContain('somebody else has to do that');
    expect((await turns.say('deputyDsl', `acknowledge ${id}`)).card).toContain('You acknowledged it.');
  });
});

describe('open reports', () => {
  it.each<Who>(['teacher', 'volunteer', 'head', 'chair', 'ictLead'])(
    'says the same to %s with and without one',
    async (who) => {
      const turns = await openReports();
      const before = await turns.say(who, 'open reports');
      await turns.report();
      expect((await turns.say(who, 'open reports')).card).toBe(before.card);
    },
  );

  it('keeps a report about the head from the head, and shows it to the chair', async () => {
    const turns = await openReports();
    const id = await turns.report({ about: ['role:head'], kind: 'staff-conduct' });
    const sent = await turns.deliver();
    expect(sent.map(({ to }) => to)).toEqual([people.chair.aadObjectId]);
    expect((await turns.say('chair', 'open reports')).card).toContain(id);
    for (const who of ['head', 'dsl', 'deputyHead'] as const) {
      expect((await turns.say(who, 'open reports')).card).not.toContain(id);
      expect((await turns.say(who, `open ${id}`)).card).toContain(none);
    }
  });

  it('is not said in a channel', async () => {
    const turns = await openReports();
    const id = await turns.report();
    const { card } = await turns.say('dsl', 'open reports', 'staff team');
    expect(card).not.toContain(id);
  });
});
