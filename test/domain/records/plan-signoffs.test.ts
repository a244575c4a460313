import { describe, expect, it } from 'vitest';
import { applyRetention, deedsOf } from '../../../src/domain/records/apply-retention.ts';
import { lookThrough } from '../../../src/domain/records/look-through.ts';
import { planSignoffs, type SignoffRecords } from '../../../src/domain/records/plan-signoffs.ts';
import { evidenceLines } from '../../../src/domain/signoffs/evidence.ts';
import { gatherEvidence } from '../../../src/domain/signoffs/gather-evidence.ts';
import { verifyEvidence } from '../../../src/domain/signoffs/verify-evidence.ts';
import { whoIs } from '../../../src/domain/signoffs/whom-to-ask.ts';
import type { Adoption, PolicyVersion } from '../../../src/domain/versions/policy-version.ts';
import { createMemoryStores } from '../../support/memory-stores.ts';
import { openSampleSchool } from '../../support/sample-school.ts';
import { signer } from '../ledger/sample-chain.ts';
import { sampleChange, sampleEvidence, sampleSigning, sampleText, sampleVersion } from '../signoffs/sample-evidence.ts';

const schoolId = 'marlow-bridge';
const evidence = sampleEvidence();
const first = sampleVersion();
const adoption = (change: Adoption['change'], at: string): Adoption => ({ change, at });
const replaced: PolicyVersion = { ...first, replacedAt: '2027-03-01T10:00:00.000Z' };
const later = (change: Adoption['change'], more: Partial<PolicyVersion> = {}): PolicyVersion => ({
  ...first,
  hash: 'b'.repeat(64),
  adoption: adoption(change, '2027-03-01T10:00:00.000Z'),
  ...more,
});
const closedAt = '2027-03-02T10:00:00.000Z';
const campaigns = evidence.campaigns.map((campaign) => ({
  campaign: { ...campaign, state: 'closed' as const, closed: { at: closedAt, why: 'ended' as const } },
  signatories: evidence.signatories.filter(({ campaignId }) => campaignId === campaign.id),
  receipts: evidence.receipts.filter(({ campaignId }) => campaignId === campaign.id),
}));
const everybody = new Set(evidence.signatories.map(whoIs));
const ola = whoIs(evidence.signatories[0] ?? {});
const without = new Set([...everybody].filter((who) => who !== ola));
const goneOn = (at: string) => [{ name: `gone ${schoolId} ${ola}`, at }];
const plan = (changed: Partial<SignoffRecords>, now: string) =>
  planSignoffs(
    {
      schoolId,
      campaigns,
      versions: [replaced, later('binding')],
      known: without,
      memos: goneOn('2028-01-10T03:15:00.000Z'),
      clock: undefined,
      ...changed,
    },
    new Date(now),
  );

describe('a receipt', () => {
  it('ends 7 years after its version was replaced and the person left, whichever is later, and not before', () => {
    expect(plan({}, '2035-01-10T03:14:59.000Z').signatories).toEqual([]);
    const ended = plan({}, '2035-01-10T03:15:00.000Z');
    expect(ended.signatories.map(({ receipt }) => receipt)).toEqual(['SG-7KQ0-M', 'SG-7KQ5-M']);
    expect(ended.campaigns).toEqual([]);
    expect(ended.versions).toEqual([]); // the others’ receipts bind it
    expect(ended.kept).toEqual({ receipts: 5, versions: 2 });
    const early = goneOn('2026-12-01T03:15:00.000Z');
    expect(plan({ memos: early }, '2034-03-02T09:00:00.000Z').signatories).toEqual([]); // closed one hour too late
    expect(plan({ memos: early }, '2034-03-02T10:00:00.000Z').signatories).toHaveLength(2);
  });

  it('is kept while the person is there, the campaign open, the words in force, or the clock not believed', () => {
    const far = '2090-01-01T00:00:00.000Z';
    const open = campaigns.map((one) => ({
      ...one,
      campaign: { ...one.campaign, state: 'open' as const, closed: undefined },
    }));
    expect(plan({ known: everybody }, far).signatories).toEqual([]);
    expect(plan({ memos: [] }, far).signatories).toEqual([]); // seen for the first time to be gone
    expect(plan({ campaigns: open }, far).signatories).toEqual([]);
    expect(plan({ clock: 'ahead' }, far)).toMatchObject({
      signatories: [],
      versions: [],
      memos: { set: [], drop: [] },
    });
    const inForce = plan({ versions: [first] }, far).signatories;
    expect(inForce.map(({ campaignId }) => campaignId)).toEqual([campaigns[1]?.campaign.id]);
    expect(plan({ versions: [] }, far).signatories).toHaveLength(1); // nobody knows when it was replaced
  });

  it('goes on to hold through minor versions: the time begins when the last of them was replaced', () => {
    const minor = later('minor');
    expect(plan({ versions: [replaced, minor] }, '2090-01-01T00:00:00.000Z').signatories).toHaveLength(1);
    const ended = { ...minor, replacedAt: '2030-01-01T00:00:00.000Z' };
    expect(plan({ versions: [replaced, ended] }, '2036-12-31T00:00:00.000Z').signatories).toHaveLength(1);
    expect(plan({ versions: [replaced, ended] }, '2037-01-01T00:00:00.000Z').signatories).toHaveLength(2);
  });

  it('of somebody who came back is kept, and the time begins anew when they leave again', () => {
    const back = plan({ known: everybody }, '2030-01-01T03:15:00.000Z');
    expect(back.memos).toEqual({ set: [], drop: [`gone ${schoolId} ${ola}`] });
    const again = plan({ memos: [] }, '2031-01-01T03:15:00.000Z');
    expect(again.memos.set).toEqual([{ name: `gone ${schoolId} ${ola}`, at: '2031-01-01T03:15:00.000Z' }]);
  });
});

describe('a version', () => {
  it('goes 7 years after it was replaced, once nothing binds it; never the one in force', () => {
    const none = { campaigns: [], versions: [replaced, later('binding')] };
    expect(plan(none, '2034-03-01T09:59:59.000Z').versions).toEqual([]);
    expect(plan(none, '2034-03-01T10:00:00.000Z').versions.map(({ hash }) => hash)).toEqual([replaced.hash]);
    expect(plan({ versions: [replaced, later('binding')] }, '2090-01-01T00:00:00.000Z').versions).toEqual([]);
  });
});

describe('a run of retention', () => {
  it('destroys receipts, campaign and version of those who left, and ledger and evidence stay whole', async () => {
    const stores = createMemoryStores();
    const shelf = await openSampleSchool();
    const nothing = { owed: [], entries: [] };
    const { adoption: _given, ...proposed } = later('binding');
    await stores.versions.addVersion(first, sampleText, nothing);
    await stores.signoffs.record(sampleChange());
    await stores.signoffs.record(sampleSigning());
    await stores.versions.addVersion(proposed, sampleText, nothing);
    const name = { schoolId, policyId: first.policyId, hash: proposed.hash };
    const act = { activityKey: 'a', submissionId: 's' };
    await stores.versions.adopt(act, name, first.hash, adoption('binding', '2026-11-01T10:00:00.000Z'), nothing);
    const [policy] = await stores.signoffs.campaigns(schoolId);
    if (!policy) throw new Error('there is no campaign');
    const closed = {
      ...policy,
      state: 'closed',
      closed: { at: '2026-11-02T10:00:00.000Z', why: 'ended' },
      revision: 2,
    } as const;
    await stores.signoffs.record({ schoolId, at: closed.closed.at, campaigns: [closed], then: nothing });

    const desk = { ...stores, sealer: { open: () => Promise.resolve(undefined) } };
    const run = (at: string) => lookThrough(desk, shelf.schools(), { now: new Date(at), clockConfirmed: true });
    const seen = await run('2026-12-01T03:15:00.000Z'); // nobody of the sample works here: that is remembered
    expect(deedsOf(seen).signoffs).toEqual({ signatories: [], campaigns: [], versions: [] });
    await applyRetention(desk, deedsOf(seen));
    const over = await run('2033-12-01T03:15:00.000Z');
    const deeds = deedsOf(over);
    expect(await applyRetention(desk, deeds)).toMatchObject({ receipts: 4, versions: 1 });
    expect(await applyRetention(desk, deeds)).toMatchObject({ receipts: 0, versions: 0 });
    expect((await stores.signoffs.campaigns(schoolId)).map(({ id }) => id)).toEqual(['CA-8KQ2-F']); // is open
    expect((await stores.versions.versions(schoolId)).map(({ hash }) => hash)).toEqual([proposed.hash]);
    expect(JSON.stringify(await stores.transfer.exportAll())).not.toContain('zoë ünal');

    const gathered = await gatherEvidence(stores, {
      school: { id: schoolId, name: 'Marlow Bridge' },
      about: { kind: 'school' },
    });
    if (gathered.kind !== 'gathered') throw new Error(gathered.kind);
    const lines: string[] = [];
    const { ledger } = stores;
    for await (const line of evidenceLines(gathered.evidence, { ledger, head: gathered.head, now: new Date(), signer }))
      lines.push(line);
    expect(verifyEvidence(lines)).toMatchObject({ kind: 'whole', receipts: 3, destroyed: 4 });
  });
});
