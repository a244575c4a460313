import { expect, it } from 'vitest';
import { campaignCalled } from '../../../src/domain/signoffs/campaign-called.ts';
import type { Campaign, CampaignState } from '../../../src/domain/signoffs/campaign.ts';

const campaign = (id: string, state: CampaignState, title = 'Phones'): Campaign => ({
  ...{ id, schoolId: 'hill', groups: [], why: '', dueOn: '2026-11-20', chaseEvery: 0, state, revision: 1 },
  ...{ openedBy: { tenantId: 't', objectId: 'o' }, openedAt: '2026-11-09T10:00:00.000Z' },
  document: { kind: 'policy', policyId: title.toLowerCase(), title, version: '1', hash: '', statements: [] },
});
const oldOpen = campaign('CA-1', 'open');
const oldWaiting = campaign('CA-2', 'waiting');
const newClosed = campaign('CA-3', 'closed');
const other = campaign('CA-4', 'open', 'Bicycles');
const all = [oldOpen, oldWaiting, newClosed, other];

it.each<[string, string, readonly CampaignState[], Campaign | undefined]>([
  ['an open one before a newer that is closed', 'Phones', ['open'], oldOpen],
  ['the newest of those in the states that are meant', ' phones ', ['open', 'waiting'], oldWaiting],
  ['by the id of its policy', 'bicycles', ['open'], other],
  ['by its reference, whatever its state', 'ca-3', ['open'], newClosed],
  ['nothing of another name', 'Quantum', ['open'], undefined],
])('%s', (_, named, first, found) => {
  expect(campaignCalled(all, named, first)).toBe(found);
});

it('the newest of all where none is in a state that is meant', () => {
  expect(campaignCalled([campaign('CA-1', 'closed'), oldWaiting, newClosed], 'Phones', ['open'])).toBe(newClosed);
});
