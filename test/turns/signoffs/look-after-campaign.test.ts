import { describe, expect, it } from 'vitest';
import { createCampaignDeliveryCards } from '../../../src/teams/signoffs/campaign-delivery-cards.ts';
import { buttonOf } from '../questions/question-bench.ts';
import { openHead, people, schoolId, team } from './head-bench.ts';

describe('one campaign', () => {
  it('shows numbers that add up, and the names outstanding', async () => {
    const turns = await openHead();
    const campaign = await turns.open();
    const card = await turns.say('head', `progress of ${campaign}`);
    const [, sum = '', all] = /"(\d+ signed \+ [^=]*)= (\d+) in all/.exec(card) ?? [];
    const numbers = [...sum.matchAll(/\d+/g)].map(Number);
    expect(numbers).toHaveLength(7);
    expect(numbers.reduce((one, other) => one + other, 0)).toBe(Number(all));
    expect(card).toContain('Ben Hughes');
    expect(await turns.say('head', 'progress of Staff Acceptable Use Policy')).toContain(campaign);
    const list = await turns.press('head', 'campaigns.people', { campaign, state: 'outstanding', page: '0' });
    expect(list).toContain('Still to sign');
    expect(buttonOf(list, 'campaigns.person')).toEqual({ campaign });
  });

  it('gives more time, exempts with a reason, asks again, and records paper, each once', async () => {
    const turns = await openHead();
    const campaign = await turns.open();
    const { id: signatory } = await turns.signatory(campaign, 'Ben Hughes');
    const who = { campaign, signatory };
    const extend = buttonOf(
      await turns.press('head', 'campaigns.form', { ...who, form: 'extend' }),
      'campaigns.extend',
    );
    expect(await turns.press('head', 'campaigns.extend', { ...extend, day: '2026-11-01' })).toContain(
      'That day is past',
    );
    expect(await turns.press('head', 'campaigns.extend', { ...extend, day: '2027-01-08' })).toContain('8 January 2027');
    expect(await turns.signatory(campaign, 'Ben Hughes')).toMatchObject({ dueOn: '2027-01-08' });

    const exempt = buttonOf(
      await turns.press('head', 'campaigns.form', { ...who, form: 'exempt' }),
      'campaigns.exempt',
    );
    expect(await turns.press('head', 'campaigns.exempt', { ...exempt, reason: ' ' })).toContain(
      'Please give the reason',
    );
    expect(await turns.press('head', 'campaigns.exempt', { ...exempt, reason: 'On leave' })).toContain('On leave');
    expect(await turns.signatory(campaign, 'Ben Hughes')).toMatchObject({ state: 'exempt', reason: 'On leave' });

    const person = await turns.press('head', 'campaigns.person', who);
    expect(await turns.press('head', 'campaigns.again', buttonOf(person, 'campaigns.again'))).toContain('asked again');
    expect(await turns.signatory(campaign, 'Ben Hughes')).toMatchObject({ state: 'pending' });

    const paper = buttonOf(await turns.press('head', 'campaigns.form', { ...who, form: 'paper' }), 'campaigns.paper');
    const said = { on: 'paper', typedName: 'B Hughes', witness: 'Janet Alcott', place: 'Office, file 3' };
    expect(await turns.press('head', 'campaigns.paper', { ...paper, ...said, witness: '' })).toContain(
      'who saw them sign',
    );
    for (let times = 0; times < 2; times++) {
      const signed = await turns.press('head', 'campaigns.paper', { ...paper, ...said });
      expect(signed).toMatch(/B Hughes.*Janet Alcott.*Office, file 3/s);
    }
    expect(await turns.signoffs.receipts(schoolId, campaign)).toHaveLength(1);
  });

  it('does all of it by typing alone', async () => {
    const turns = await openHead();
    const id = await turns.open();
    expect(await turns.say('head', `extend Ben Hughes in ${id} to 8 January 2027: on a course`)).toContain(
      '8 January 2027',
    );
    expect(await turns.say('head', `extend Ben Hughes in ${id} to someday`)).toContain('Please choose a day');
    expect(await turns.say('head', `exempt Chloe Adams in ${id}`)).toContain('Please give the reason');
    expect(await turns.say('head', `exempt Chloe Adams in ${id}: on leave until summer`)).toContain(
      'on leave until summer',
    );
    expect(await turns.say('head', `ask Chloe Adams again in ${id}`)).toContain('asked again');
    const paper = `paper signature of Dilys Rhys in ${id}: witness Janet Alcott, kept in the office safe`;
    expect(await turns.say('head', paper)).toMatch(/Janet Alcott, kept: the office safe/);
    expect(await turns.say('head', `show Dilys Rhys in ${id}`)).toContain('Signed on');
    expect(await turns.say('head', `exempt Nobody Known in ${id}: x`)).toContain('Nobody of that name');
    expect(await turns.say('head', 'remind CA-2222-2')).toContain('There is no such sign-off');
    expect(await turns.say('head', `close ${id}`)).toContain('It is closed');
    expect(await turns.campaigns()).toMatchObject([{ state: 'closed' }]);
    expect(await turns.say('head', `remind ${id}`)).toContain('This sign-off is not open');
  });

  it('says that nobody needs the head once it is closed', async () => {
    const turns = await openHead();
    const id = await turns.open();
    const { id: signatory, revision, ...row } = await turns.signatory(id, 'Amara Okafor');
    const declined = { ...row, id: signatory, state: 'declined' as const, revision: revision + 1 };
    const then = { owed: [], entries: [] };
    await turns.signoffs.record({ schoolId, at: row.changedAt, signatories: [declined], then });
    expect(await turns.say('head', `show ${id}`)).toContain('signed; 1 needs you');
    const closed = await turns.say('head', `close ${id}`);
    expect(closed).not.toMatch(/needs? you/);
    expect(closed).toContain('1 cannot agree');
  });

  it('reminds those outstanding and nobody else, once a day', async () => {
    const turns = await openHead();
    const id = await turns.open();
    await turns.say('head', `exempt Chloe Adams in ${id}: on leave`);
    turns.clock.now = new Date('2026-11-23T10:05:00.000Z');
    const before = (await turns.deliveries.all(schoolId)).length;
    const shown = await turns.say('head', `progress of ${id}`);
    const button = buttonOf(shown, 'campaigns.remind');
    const first = await turns.press('head', 'campaigns.remind', button);
    const { length: asked } = (await turns.signoffs.signatories(schoolId, id)).filter(
      ({ state, person }) => state === 'pending' && person !== undefined,
    );
    expect(first).toContain(`${asked} people are reminded now, and nobody else`);
    const reminders = (await turns.deliveries.all(schoolId)).slice(before);
    expect(reminders.filter(({ subject }) => subject.kind === 'signoff-asked')).toHaveLength(asked);
    expect(await turns.press('head', 'campaigns.remind', button)).toContain('Nobody was reminded');
    expect(await turns.say('head', `remind ${id}`)).toContain('Nobody was reminded');
  });

  it('names who gives the list, the report and the evidence where there is no address for a link', async () => {
    const turns = await openHead();
    const campaign = await turns.open();
    for (const [what, file] of [
      ['csv', 'csv'],
      ['pdf', 'pdf'],
      ['bundle', 'jsonl'],
    ]) {
      const card = await turns.press('head', 'campaigns.file', { campaign, what });
      expect(card).toContain('PUBLIC_URL');
      expect(card).toContain(`npx staffroom signoffs export ${campaign} --${what} ${campaign}.${file}`);
    }
    expect(await turns.press('teacher', 'campaigns.file', { campaign, what: 'csv' })).toContain('The head asks');
  });

  it('shows nothing that is not of the school and of the campaign', async () => {
    const turns = await openHead();
    const campaign = await turns.open();
    const { id: signatory } = await turns.signatory(campaign, 'Ben Hughes');
    expect(await turns.press('head', 'campaigns.show', { campaign: 'CA-3MN8-P' })).toContain('no such sign-off');
    const other = await turns.press('head', 'campaigns.person', { campaign, signatory: 'ef'.repeat(16) });
    expect(other).toContain('Nobody of that name');
    expect(await turns.press('head', 'campaigns.person', { campaign, signatory })).toContain('Ben Hughes');
  });
});

describe('a campaign that is too large for one person', () => {
  const many = Array.from({ length: 160 }, (_, at) => ({
    objectId: `00000000-0000-4000-8000-${String(9_000 + at).padStart(12, '0')}`,
    name: `Member ${at}`,
  }));

  it('asks nobody before a second person says yes, and not whoever opened it', async () => {
    const turns = await openHead([...team, ...many]);
    const id = await turns.open();
    expect(await turns.campaigns()).toMatchObject([{ state: 'waiting' }]);
    const kinds = async () => (await turns.deliveries.all(schoolId)).map(({ subject }) => subject.kind);
    expect(await kinds()).not.toContain('signoff-asked');
    const asked = await turns.owed();
    expect(asked.map(({ to }) => to)).toMatchObject([{ objectId: people.chair.aadObjectId }]);
    expect(asked[0]?.card).toMatch(/May \d+ people be asked to sign\?.*New rules on AI/s);
    expect(await turns.say('head', `confirm ${id}`)).toContain('Somebody else has to say yes');
    expect(await turns.say('dsl', `confirm ${id}`)).toContain('The head asks for signatures');
    expect(await turns.campaigns()).toMatchObject([{ state: 'waiting' }]);
    const sample = {
      type: 'invoke',
      name: 'adaptiveCard/action',
      value: { action: { type: 'Action.Execute', verb: 'campaigns.sample', data: { campaign: id } } },
    };
    expect(await turns.runAll('chair', sample, 'personal')).toHaveLength(2);
    const button = buttonOf(asked[0]?.card ?? '', 'campaigns.confirm');
    const said = await turns.press('chair', 'campaigns.confirm', button);
    expect(said).toContain('You said yes');
    expect(said).not.toContain('Ben Hughes');
    expect(await turns.press('chair', 'campaigns.confirm', button)).toBe(said);
    expect(await turns.say('chair', `confirm ${id}`)).toContain('You said yes');
    const [settled = '', ...below] = await turns.runAll('chair', sample, 'personal');
    expect(settled).toContain('nothing is left to do');
    expect(below).toEqual([]);
    expect(await turns.campaigns()).toMatchObject([{ state: 'open' }]);
    expect(await kinds()).toContain('signoff-asked');
    expect(await turns.say('chair', `no, ask nobody: ${id}`)).toContain('does not wait any more');
    const told = (await turns.deliveries.all(schoolId)).filter(({ subject }) => subject.kind === 'campaign-told');
    expect(told.map(({ to }) => to)).toMatchObject([{ objectId: people.head.aadObjectId }]);
    const cards = await Promise.all(told.map((one) => createCampaignDeliveryCards(turns)(one, { secondCopy: false })));
    expect(JSON.stringify(cards)).toContain('Margaret Oyelaran, Chair of Governors, said yes');
  });

  it('comes to nothing where the second person says no', async () => {
    const turns = await openHead([...team, ...many]);
    const id = await turns.open();
    for (let times = 0; times < 2; times++)
      expect(await turns.say('chair', `no, ask nobody: ${id}`)).toContain('You said no: nobody was asked');
    expect(await turns.say('chair', `confirm ${id}`)).toContain('does not wait any more');
    expect(await turns.campaigns()).toMatchObject([{ state: 'closed', closed: { why: 'not-confirmed' } }]);
  });
});
