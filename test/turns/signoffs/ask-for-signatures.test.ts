import { describe, expect, it } from 'vitest';
import { buttonOf } from '../questions/question-bench.ts';
import { ask, openHead, policyId, schoolId, team } from './head-bench.ts';

describe('asking for signatures', () => {
  it('shows who would be asked before anything is sent, and sends nothing', async () => {
    const turns = await openHead();
    const form = await turns.press('head', 'campaigns.compose', { policy: '' });
    expect(form).toContain('Staff Acceptable Use Policy');
    const plan = await turns.press('head', 'campaigns.plan', {
      policy: policyId,
      why: 'New rules on AI',
      dueOn: '2026-12-18',
    });
    expect(plan).toContain('Before anything is sent: Staff Acceptable Use Policy, version 4.0');
    for (const { name } of team) expect(plan).toContain(name);
    expect(plan).toContain('New rules on AI');
    expect(await turns.campaigns()).toEqual([]);
    expect(await turns.owed()).toEqual([]);
  });

  it('carries nothing readable in its buttons', async () => {
    const turns = await openHead();
    const data = JSON.stringify(buttonOf(await turns.say('head', ask), 'campaigns.open'));
    expect(data).not.toMatch(/New rules|staff-acceptable-use|2026-12-18/);
  });

  it('opens what the dry run showed, once however often it is pressed', async () => {
    const turns = await openHead();
    const button = buttonOf(await turns.say('head', ask), 'campaigns.open');
    const first = await turns.press('head', 'campaigns.open', button);
    const [campaign, ...others] = await turns.campaigns();
    expect(others).toEqual([]);
    expect(campaign).toMatchObject({ state: 'open', why: 'New rules on AI', dueOn: '2026-12-18' });
    expect(first).toContain(campaign?.id);
    expect(await turns.press('head', 'campaigns.open', button)).toContain(campaign?.id);
    expect(await turns.campaigns()).toHaveLength(1);
    const owed = await turns.deliveries.all(schoolId);
    expect(owed.filter(({ subject }) => subject.kind === 'signoff-asked').length).toBeGreaterThanOrEqual(team.length);
  });

  it('opens nothing where other people would be asked by now, and shows who', async () => {
    const turns = await openHead(team.slice(1));
    const button = buttonOf(await turns.say('head', ask), 'campaigns.open');
    const grown = await turns.persons.staffTeams();
    const [staff] = grown;
    if (!staff) throw new Error('there is no team');
    await turns.persons.saveStaffTeam({ ...staff, members: team });
    const again = await turns.press('head', 'campaigns.open', button);
    expect(again).toContain('Other people would be asked by now');
    expect(again).toContain('Amara Okafor');
    expect(await turns.campaigns()).toEqual([]);
  });

  it.each([
    ['by yesterday', 'ask for signatures on Staff Acceptable Use Policy by 2026-11-19: why', 'That day is past'],
    ['without a day', 'ask for signatures on Staff Acceptable Use Policy: why', 'Please choose the day'],
    ['without a reason', 'ask for signatures on Staff Acceptable Use Policy by 2026-12-18', 'Please say why'],
    ['on no policy', 'ask for signatures on Quantum Policy by 2026-12-18: why', 'Please say what is to be signed'],
    ['in no group', 'ask for signatures on staff-acceptable-use from Wizards by 2026-12-18: why', 'no such group'],
  ])('asks again %s, and asks nobody', async (_, typed, problem) => {
    const turns = await openHead();
    expect(await turns.say('head', typed)).toContain(problem);
    expect(await turns.say('head', `open it: ${typed}`)).toContain(problem);
    expect(await turns.campaigns()).toEqual([]);
  });

  it('refuses what is too long for a card, and says where long texts belong', async () => {
    const turns = await openHead();
    let text = '';
    for (let at = 0; text.length < 4_000; at++) text += `${(at * 7919) % 9973}${String.fromCodePoint(97 + (at % 26))} `;
    const lines = `title: Induction\nedition: 2026\ntext: ${text}\nI agree: I have read it.`;
    const typed = `ask for signatures on something else by 2026-12-18: why\n${lines}`;
    expect(await turns.say('head', typed)).toContain('Put a long text behind a link');
    expect(await turns.say('head', `open it: ${typed}`)).toContain('Induction');
  });

  it('can be done by typing alone, for a policy and for something else', async () => {
    const turns = await openHead();
    expect(await turns.say('head', ask)).toContain('Before anything is sent');
    expect(await turns.say('head', `open it: ${ask}`)).toContain('It is open');
    const other = [
      'ask for signatures on something else by 18 December: Everybody reads it every year',
      'title: Keeping children safe in education, Part One',
      'edition: September 2026',
      'link: https://www.gov.uk/kcsie',
      'I agree: I have read Part One.',
      'I agree: I know whom to tell.',
    ].join('\n');
    expect(await turns.say('head', other)).toContain('2 statements, each by itself, in your own words');
    expect(await turns.say('head', `open it: ${other}`)).toContain('Keeping children safe in education');
    const [, kcsie] = await turns.campaigns();
    expect(kcsie).toMatchObject({
      dueOn: '2026-12-18',
      document: { kind: 'other', version: 'September 2026', statements: [{ text: 'I have read Part One.' }, {}] },
    });
    expect(await turns.say('head', 'sign-offs')).toMatch(/Keeping children safe.*Staff Acceptable Use Policy/s);
  });

  it('can be previewed, with buttons that sign nothing', async () => {
    const turns = await openHead();
    const preview = await turns.say('head', `preview: ${ask}`);
    expect(preview).toContain('Preview, for you alone');
    expect(preview).toContain('Please read and sign: Staff Acceptable Use Policy, version 4.0');
    expect(preview).toContain('New rules on AI');
    expect(preview).not.toMatch(/"verb":"signoffs\./);
    expect(await turns.press('head', 'campaigns.previewed', {})).toContain('That was only a preview');
    expect(await turns.campaigns()).toEqual([]);
  });

  it('logs nothing that anybody wrote, and no name', async () => {
    const turns = await openHead();
    await turns.open();
    expect(turns.logged.join('')).toContain('signatures are asked for');
    expect(turns.logged.join('')).not.toMatch(/New rules|Amara|Helen/);
  });
});

describe('what is not the head’s own', () => {
  it.each(['teacher', 'dsl', 'chair'] as const)('is closed to the %s, who sees nothing of it', async (who) => {
    const turns = await openHead();
    const campaign = await turns.open();
    const { id: signatory } = await turns.signatory(campaign, 'Ben Hughes');
    const submission = 'ab'.repeat(16);
    const named = { campaign, signatory, submission };
    const stolen = buttonOf(await turns.say('head', ask), 'campaigns.open');
    for (const card of [
      await turns.press(who, 'campaigns.list', { page: '0' }),
      await turns.press(who, 'campaigns.compose', { policy: '' }),
      await turns.press(who, 'campaigns.compose-other', {}),
      await turns.press(who, 'campaigns.plan', { policy: policyId, why: 'x', dueOn: '2026-12-18' }),
      await turns.press(who, 'campaigns.audience', { policy: policyId, page: '0' }),
      await turns.press(who, 'campaigns.preview', { draft: stolen.draft }),
      await turns.press(who, 'campaigns.open', stolen),
      await turns.press(who, 'campaigns.show', { campaign }),
      await turns.press(who, 'campaigns.people', { campaign, state: 'all', page: '0' }),
      await turns.press(who, 'campaigns.person', { campaign, signatory }),
      await turns.press(who, 'campaigns.form', { campaign, signatory, form: 'exempt' }),
      await turns.press(who, 'campaigns.extend', { ...named, day: '2027-01-08' }),
      await turns.press(who, 'campaigns.exempt', { ...named, reason: 'x' }),
      await turns.press(who, 'campaigns.again', named),
      await turns.press(who, 'campaigns.paper', { ...named, typedName: 'B', witness: 'C', place: 'D' }),
      await turns.press(who, 'campaigns.remind', { campaign, submission }),
      await turns.press(who, 'campaigns.close', { campaign, submission }),
      await turns.say(who, 'sign-offs'),
      await turns.say(who, ask),
      await turns.say(who, `close ${campaign}`),
      await turns.say(who, `exempt Ben Hughes in ${campaign}: x`),
    ]) {
      expect(card).toContain('The head asks for signatures');
      expect(card).not.toMatch(/Ben Hughes|New rules/);
    }
    expect(await turns.campaigns()).toHaveLength(1);
    expect(await turns.signatory(campaign, 'Ben Hughes')).toMatchObject({ state: 'pending', revision: 1 });
  });

  it('is done in their own chat only', async () => {
    const turns = await openHead();
    const campaign = await turns.open();
    for (const card of [
      await turns.press('head', 'campaigns.show', { campaign }, 'groupChat'),
      await turns.press('head', 'campaigns.close', { campaign, submission: 'cd'.repeat(16) }, 'groupChat'),
    ]) {
      expect(card).toContain('in your own chat');
      expect(card).not.toContain('Ben Hughes');
    }
    expect(await turns.campaigns()).toMatchObject([{ state: 'open' }]);
  });

  it('opens no draft of somebody else, and none that was changed', async () => {
    const turns = await openHead();
    const button = buttonOf(await turns.say('head', ask), 'campaigns.open');
    const absence = { id: 'SA-1', schoolId, personId: 'helen-marsh', cover: 'tom-bellamy' };
    await turns.absences.addAbsence(
      { activityKey: 'away', submissionId: 'away' },
      { ...absence, from: '2026-11-20', to: '2026-11-27', at: '2026-11-20T08:00:00.000Z' },
      { owed: [], entries: [] },
    );
    expect(await turns.press('deputyHead', 'campaigns.open', button)).toContain('This form is too old');
    const changed = { ...button, draft: `${String(button.draft).slice(0, -4)}AAAA` };
    expect(await turns.press('deputyHead', 'campaigns.open', changed)).toContain('This form is too old');
    expect(await turns.campaigns()).toEqual([]);
    expect(await turns.say('deputyHead', `open it: ${ask}`)).toContain('It is open');
  });
});
