import { describe, expect, test } from 'vitest';
import { closeCampaign } from '../../../src/domain/signoffs/close-campaign.ts';
import { confirmCampaign } from '../../../src/domain/signoffs/confirm-campaign.ts';
import { makeReceipt } from '../../../src/domain/signoffs/make-receipt.ts';
import { openCampaign } from '../../../src/domain/signoffs/open-campaign.ts';
import { planCampaign } from '../../../src/domain/signoffs/plan-campaign.ts';
import type { Delivery } from '../../../src/domain/delivery/delivery.ts';
import { openSignoffWorld, people, phones, phonesDraft, type SignoffWorld } from '../../support/signoff-world.ts';

const deliveries = async ({ stores }: SignoffWorld, kind: Delivery['subject']['kind']) =>
  (await stores.deliveries.all('hill')).filter(({ subject }) => subject.kind === kind);

async function opened(world: SignoffWorld, ...args: Parameters<SignoffWorld['open']>) {
  const outcome = await world.open(...args);
  if (outcome.kind !== 'opened') throw new Error(JSON.stringify(outcome));
  return outcome.campaign;
}

const entries = ({ stores }: SignoffWorld) => stores.ledger.entries({ schoolId: 'hill', chain: 'signoffs' }, 1, 100);

describe('the dry run', () => {
  test('names whom it asks by group and who is not asked, stores nothing and tells nobody', async () => {
    const world = await openSignoffWorld({
      listed: [{ id: 'kit', name: 'Kit Kitchen', groups: ['kitchen'] }],
    });
    const plan = await planCampaign(world.desk, { ...world.as(people.head), draft: phonesDraft });
    if (plan.kind !== 'plan') throw new Error(plan.kind);
    expect(plan.problems).toEqual([]);
    expect(plan.asked).toHaveLength(8);
    expect(plan.byGroup.map(({ name, people: all }) => [name, all.length])).toEqual([
      ['Teaching', 2],
      ['Office', 1],
      ['Other staff', 5],
    ]);
    expect(plan.notAsked.map(({ name, why }) => [name, why])).toEqual([
      ['Cy Chair', 'other-audience'],
      ['Flo Governor', 'other-audience'],
      ['Kit Kitchen', 'other-audience'],
    ]);
    expect(plan.document?.statements.map(({ text }) => text)).toEqual(['I have read it.', 'I shall keep to it.']);
    expect(plan.needsSecond).toBe(false);
    expect(await world.stores.signoffs.campaigns('hill')).toEqual([]);
    expect(await world.stores.deliveries.all('hill')).toEqual([]);
  });

  test.each([
    [{ document: { kind: 'policy', policyId: 'nothing' } as const }, ['no-document']],
    [{ why: ' ' }, ['no-why']],
    [{ why: 'x'.repeat(401) }, ['too-long']],
    [{ dueOn: '' }, ['no-day']],
    [{ dueOn: '2026-11-31' }, ['no-day']],
    [{ dueOn: '2026-11-08' }, ['day-past']],
    [{ dueOn: '2026-11-09' }, []],
    [{ dueOn: '2028-01-01' }, ['day-far']],
    [{ chaseEvery: 1.5 }, ['bad-rhythm']],
    [{ groups: ['teachers'] }, ['unknown-group', 'nobody']],
    [{ groups: ['kitchen'] }, ['nobody']],
  ])('names what is wrong with %j', async (changed, problems) => {
    const world = await openSignoffWorld();
    const plan = await planCampaign(world.desk, { ...world.as(people.head), draft: { ...phonesDraft, ...changed } });
    expect(plan).toMatchObject({ problems });
    if (problems.length === 0) return;
    expect(await world.open(changed)).toMatchObject({ kind: 'incomplete', plan: { problems } });
    expect(await world.stores.signoffs.campaigns('hill')).toEqual([]);
  });

  test('is for the head, whoever stands in, and delegates', async () => {
    const world = await openSignoffWorld();
    for (const n of [people.deputy, people.chair, people.office, 10])
      expect(await world.open({}, n)).toEqual({ kind: 'not-yours' });
    expect(await world.open({}, people.delegate)).toMatchObject({ kind: 'opened' });
    await world.stores.absences.addAbsence(
      world.as(people.head).act,
      {
        ...{ id: 'SA-1', schoolId: 'hill', personId: 'head', cover: 'deputy', at: '2026-11-09T08:00:00Z' },
        from: '2026-11-09',
        to: '2026-11-10',
      },
      { owed: [], entries: [] },
    );
    expect(await world.open({}, people.deputy)).toMatchObject({ kind: 'opened' });
    expect(await world.open({}, people.head)).toEqual({ kind: 'not-yours' });
  });

  test('takes a document from outside with the words of the school', async () => {
    const world = await openSignoffWorld();
    const other = {
      kind: 'other',
      title: ' KCSIE Part One ',
      edition: '2026',
      link: 'https://www.gov.uk/kcsie',
      text: '',
    } as const;
    const draft = { document: { ...other, statements: ['I have read Part One.', ' '] } };
    const campaign = await opened(world, draft);
    expect(campaign.document).toMatchObject({
      kind: 'other',
      title: 'KCSIE Part One',
      version: '2026',
      statements: [{ text: 'I have read Part One.' }],
    });
    const wrong = { document: { ...other, title: '', edition: '', link: 'javascript:alert(1)', statements: [] } };
    expect(await world.open(wrong)).toMatchObject({
      plan: { problems: ['no-title', 'no-edition', 'bad-link', 'no-statements'] },
    });
    const governors = await opened(world, { ...draft, groups: ['governors'] });
    const names = (await world.stores.signoffs.signatories('hill', governors.id)).map(({ name }) => name);
    expect(names).toEqual(['Cy Chair']);
  });
});

describe('opening', () => {
  test('stores the campaign, everybody in it and a card for each in one step', async () => {
    const world = await openSignoffWorld();
    const campaign = await opened(world);
    const asked = await world.stores.signoffs.signatories('hill', campaign.id);
    expect(asked).toHaveLength(8);
    expect(asked.every((one) => one.state === 'pending' && one.asked === 1 && one.dueOn === '2026-11-20')).toBe(true);
    const cards = await deliveries(world, 'signoff-asked');
    expect(cards).toHaveLength(8);
    expect(cards.every(({ notBefore }) => notBefore === world.now.toISOString())).toBe(true);
    const [entry, ...rest] = await entries(world);
    expect(rest.map(({ kind }) => kind)).toEqual(['campaign-opened']);
    expect(rest[0]?.facts).toMatchObject({ campaign: campaign.id, policy: 'phones', people: 8, due: '2026-11-20' });
    expect(JSON.stringify([entry, ...rest])).not.toMatch(/new this term|Roster|Staff 0/);
  });

  test('sends nothing in the quiet hours and on days without school', async () => {
    const world = await openSignoffWorld();
    world.now = new Date('2026-11-13T18:00:00Z');
    const campaign = await opened(world);
    const cards = await deliveries(world, 'signoff-asked');
    expect(new Set(cards.map(({ notBefore }) => notBefore))).toEqual(new Set(['2026-11-16T07:30:00.000Z']));
    expect((await world.stores.signoffs.signatories('hill', campaign.id))[0]?.askedAt).toBe('2026-11-16T07:30:00.000Z');
  });

  test('takes an act once', async () => {
    const world = await openSignoffWorld();
    const act = world.as(people.head, 'same');
    const first = await openCampaign(world.desk, { ...act, draft: phonesDraft });
    const again = await openCampaign(world.desk, { ...act, draft: phonesDraft });
    expect(again).toEqual(first);
    expect(await world.stores.signoffs.campaigns('hill')).toHaveLength(1);
  });

  test('gives the same campaign again where somebody signed, or it was closed, before the act came again', async () => {
    const world = await openSignoffWorld();
    const plan = await planCampaign(world.desk, { ...world.as(people.head), draft: phonesDraft });
    if (plan.kind !== 'plan') throw new Error(plan.kind);
    const request = { ...world.as(people.head, 'same'), draft: phonesDraft, seen: plan.fingerprint };
    const first = await openCampaign(world.desk, request);
    if (first.kind !== 'opened') throw new Error(first.kind);
    const { campaign } = first;
    const signatory = (await world.stores.signoffs.signatories('hill', campaign.id)).find(({ person }) => person);
    if (!signatory) throw new Error('nobody is asked');
    const at = world.now.toISOString();
    const receipt = makeReceipt({
      ...{ id: 'SG-7KQ2-M', campaign, signatory, typedName: signatory.name, at, salt: 'ab'.repeat(16) },
      how: { kind: 'teams' },
    });
    const signed = { ...signatory, state: 'signed', revision: signatory.revision + 1 } as const;
    const then = { owed: [], entries: [] };
    await world.stores.signoffs.record({ schoolId: 'hill', at, signatories: [signed], receipts: [receipt], then });
    const now = await planCampaign(world.desk, request);
    expect(now).toMatchObject({ kind: 'plan' });
    expect(now).not.toMatchObject({ fingerprint: plan.fingerprint });
    expect(await openCampaign(world.desk, request)).toEqual(first);

    await closeCampaign(world.desk, { ...world.as(people.head), campaignId: campaign.id });
    const again = await openCampaign(world.desk, request);
    expect(again).toMatchObject({ kind: 'opened', count: 8, campaign: { id: campaign.id, state: 'closed' } });
    expect(await world.stores.signoffs.campaigns('hill')).toHaveLength(1);
    const office = { ...request, ...world.as(people.office, 'same') };
    expect(await openCampaign(world.desk, office)).toEqual({ kind: 'not-yours' });
  });

  test('asks nobody else than was shown', async () => {
    const world = await openSignoffWorld();
    const plan = await planCampaign(world.desk, { ...world.as(people.head), draft: phonesDraft });
    if (plan.kind !== 'plan') throw new Error(plan.kind);
    const draft = { ...phonesDraft, groups: ['office'] };
    const outcome = await openCampaign(world.desk, { ...world.as(people.head), draft, seen: plan.fingerprint });
    expect(outcome.kind).toBe('changed');
    expect(await world.stores.signoffs.campaigns('hill')).toEqual([]);
  });

  test('closes the campaign before it for the same document, and its cards say so', async () => {
    const world = await openSignoffWorld();
    const first = await opened(world);
    await world.adopt(phones('Phones stay at home.', { version: '2.0' }), 'binding');
    world.now = new Date('2026-11-12T10:00:00Z');
    const second = await opened(world);
    const [old, current] = await world.stores.signoffs.campaigns('hill');
    expect(old).toMatchObject({ id: first.id, state: 'closed', closed: { why: 'replaced' } });
    expect(current).toEqual(second);
    const settled = await deliveries(world, 'signoff-settled');
    expect(settled).toHaveLength(8);
    expect((await entries(world)).map(({ kind }) => kind).slice(-2)).toEqual(['campaign-opened', 'campaign-closed']);
  });
});

describe('a campaign that is too large for one person', () => {
  const large = { school: { signoffs: { secondPersonAbove: 7 } } };

  test('asks nobody before a second person says yes', async () => {
    const world = await openSignoffWorld(large);
    const campaign = await opened(world);
    expect(campaign.state).toBe('waiting');
    expect(await deliveries(world, 'signoff-asked')).toEqual([]);
    const asked = await deliveries(world, 'campaign-confirm');
    expect(asked.map(({ to }) => ('objectId' in to ? to.objectId.slice(-1) : ''))).toEqual(['3', '4']);

    const say = (n: number, yes: boolean) =>
      confirmCampaign(world.desk, { ...world.as(n), campaignId: campaign.id, yes });
    expect(await say(people.head, true)).toEqual({ kind: 'own' });
    expect(await say(people.office, true)).toEqual({ kind: 'not-yours' });
    expect(await say(10, true)).toEqual({ kind: 'not-yours' });
    expect(await deliveries(world, 'signoff-asked')).toEqual([]);

    expect(await say(people.chair, true)).toMatchObject({ kind: 'confirmed', count: 8, campaign: { state: 'open' } });
    expect(await deliveries(world, 'signoff-asked')).toHaveLength(8);
    expect(await deliveries(world, 'campaign-told')).toMatchObject([{ subject: { what: 'confirmed' } }]);
    expect(await say(people.delegate, false)).toMatchObject({ kind: 'settled', campaign: { state: 'open' } });
  });

  test('is closed by a no, and what it would have replaced stays open', async () => {
    const world = await openSignoffWorld();
    const first = await opened(world);
    world.setSchool({ signoffs: { secondPersonAbove: 7 } });
    const second = await opened(world);
    expect((await world.stores.signoffs.live()).map(({ id, state }) => [id, state])).toEqual([
      [first.id, 'open'],
      [second.id, 'waiting'],
    ]);
    const no = { ...world.as(people.delegate), campaignId: second.id, yes: false };
    expect(await confirmCampaign(world.desk, no)).toMatchObject({
      kind: 'not-confirmed',
      campaign: { closed: { why: 'not-confirmed' } },
    });
    expect((await world.stores.signoffs.live()).map(({ id }) => id)).toEqual([first.id]);
    const third = await opened(world);
    const yes = { ...world.as(people.delegate), campaignId: third.id, yes: true };
    expect(await confirmCampaign(world.desk, yes)).toMatchObject({ kind: 'confirmed' });
    expect((await world.stores.signoffs.live()).map(({ id }) => id)).toEqual([third.id]);
  });

  test('cannot be opened where nobody else could confirm it', async () => {
    const world = await openSignoffWorld(large);
    const alone = world.library.school.people.filter(({ id }) => !['delegate', 'chair'].includes(id));
    world.setSchool({ people: alone, groups: [] });
    expect(await world.open()).toMatchObject({ kind: 'incomplete', plan: { problems: ['no-second'] } });
  });
});

describe('closing', () => {
  test('ends it for everybody, once, and nobody else may', async () => {
    const world = await openSignoffWorld();
    const campaign = await opened(world);
    const close = (n: number) => closeCampaign(world.desk, { ...world.as(n), campaignId: campaign.id });
    expect(await close(people.chair)).toEqual({ kind: 'not-yours' });
    expect(await close(people.head)).toMatchObject({ kind: 'closed', campaign: { closed: { why: 'ended' } } });
    expect(await close(people.head)).toMatchObject({ kind: 'closed', campaign: { revision: 2 } });
    expect(await deliveries(world, 'signoff-settled')).toHaveLength(8);
    expect(await closeCampaign(world.desk, { ...world.as(people.head), campaignId: 'CA-2222-2' })).toEqual({
      kind: 'not-found',
    });
  });
});
