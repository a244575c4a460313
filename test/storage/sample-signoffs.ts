import type { Campaign } from '../../src/domain/signoffs/campaign.ts';
import { commitmentOf, type Receipt } from '../../src/domain/signoffs/receipt.ts';
import type { Signatory } from '../../src/domain/signoffs/signatory.ts';
import { at, owner, person, schoolId } from './sample-facts.ts';

const hash = 'ab'.repeat(32);

export const campaign = (n: number, changed: Partial<Campaign> = {}): Campaign => ({
  id: `CA-${n}`,
  schoolId,
  document: {
    kind: 'policy',
    policyId: 'bicycles',
    title: 'Bicycles “é” 🚲',
    version: '2.0',
    hash,
    statements: [{ text: 'I push my bicycle.', ref: '1', clause: 'aa11' }, { text: 'I wear a helmet.' }],
  },
  groups: [],
  why: 'Because the yard is full.',
  dueOn: '2026-12-18',
  chaseEvery: 5,
  state: 'open',
  openedBy: owner,
  openedAt: at(n),
  revision: 1,
  ...changed,
});

/** The `n`th person of a campaign, by an account. */
export const signatory = (n: number, changed: Partial<Signatory> = {}): Signatory => ({
  id: n.toString(16).padStart(32, '0'),
  schoolId,
  campaignId: 'CA-1',
  person: person(n),
  name: `Person ${n} “é”`,
  groups: ['teaching'],
  state: 'pending',
  dueOn: '2026-12-18',
  asked: 0,
  changedAt: at(n),
  revision: 1,
  ...changed,
});

/** The same without an account. */
export const listedSignatory = (n: number, changed: Partial<Signatory> = {}): Signatory => {
  const { person: _none, ...rest } = signatory(n, changed);
  return { ...rest, listed: `listed-${n}` };
};

export const receipt = (n: number, changed: Partial<Receipt> = {}): Receipt => {
  const { id: signatoryId, person: who, name } = signatory(n);
  const body = {
    ...{ id: `SN-${n}`, schoolId, campaignId: 'CA-1', signatoryId, person: who, name, typedName: name },
    at: at(n),
    how: { kind: 'teams' } as const,
    document: { policyId: 'bicycles', title: 'Bicycles', version: '2.0', hash },
    statementsHash: hash,
    salt: n.toString(16).padStart(32, '0'),
    ...changed,
  };
  return { ...body, commitment: commitmentOf(body) };
};
