import { declarationOf } from '../../../src/domain/signoffs/declaration-of.ts';
import type { Campaign } from '../../../src/domain/signoffs/campaign.ts';
import { askedTo, settledTo } from '../../../src/domain/signoffs/signoff-deliveries.ts';
import type { Signatory } from '../../../src/domain/signoffs/signatory.ts';
import { inForce } from '../../../src/domain/versions/policy-version.ts';
import { readVersion } from '../../../src/domain/versions/read-version.ts';
import type { Stores } from '../../../src/storage/stores.ts';
import { openVersions, people, policyId, schoolId, type Who } from '../versions/version-bench.ts';

export const tenantId = 'c0000000-0000-4000-8000-000000000001';
export const keyOf = (who: Who) => ({ tenantId, objectId: people[who].aadObjectId });
/** References that pass their check letter. */
export const references = ['CA-TH8Z-7', 'CA-D43R-T'] as const;

let signatories = 0;
let claims = 0;
const hex = (n: number) => n.toString(16).padStart(32, '0');

/** The bot with its stores, and campaigns as the head's side opens them. */
export async function openSigning(options: { stores?: Stores; publicUrl?: string } = {}) {
  const turns = await openVersions(options);
  const { signoffs, versions } = turns;

  /** Opens a campaign for the version in force, and asks these people. */
  async function open(
    asked: readonly Who[] = ['teacher'],
    { id = references[0], state = 'open', ...changed }: Partial<Campaign> = {},
  ): Promise<{ campaign: Campaign; of: (who: Who) => Signatory }> {
    const [version] = inForce(await versions.versions(schoolId)).filter((one) => one.policyId === policyId);
    const policy = version && (await readVersion(versions, version));
    if (!policy) throw new Error('the policy is not in force');
    const at = turns.now().toISOString();
    const campaign: Campaign = {
      id,
      schoolId,
      document: {
        kind: 'policy',
        policyId,
        title: policy.cover.title,
        version: policy.cover.version,
        hash: version.hash,
        statements: declarationOf(policy),
      },
      groups: [],
      why: 'The rules on passwords are new.',
      dueOn: '2026-12-11',
      chaseEvery: 5,
      state,
      openedBy: keyOf('head'),
      openedAt: at,
      ...changed,
      revision: 1,
    };
    const rows = asked.map((who): Signatory => ({
      id: hex(++signatories),
      schoolId,
      campaignId: id,
      person: keyOf(who),
      name: people[who].name,
      groups: [],
      state: 'pending',
      dueOn: campaign.dueOn,
      asked: 1,
      askedAt: at,
      changedAt: at,
      revision: 1,
    }));
    const owed = rows.flatMap((row) => askedTo(row, 1, at, at));
    await signoffs.record({ schoolId, at, campaigns: [campaign], signatories: rows, then: { owed, entries: [] } });
    const of = (who: Who) => {
      const row = rows[asked.indexOf(who)];
      if (!row) throw new Error(`${who} is not asked`);
      return row;
    };
    return { campaign, of };
  }

  /** Changes somebody as the head's side or a job does; `settle` has the card of the first round show it. */
  async function change(id: string, changes: Partial<Signatory>, { settle = false } = {}): Promise<void> {
    const row = await signoffs.signatory(schoolId, id);
    if (!row) throw new Error('no such signatory');
    const next = { ...row, ...changes, revision: row.revision + 1 };
    const owed = settle ? settledTo(next, 1, row.changedAt) : [];
    await signoffs.record({ schoolId, at: row.changedAt, signatories: [next], then: { owed, entries: [] } });
  }

  async function close(campaign: Campaign, why: 'ended' | 'replaced' = 'ended'): Promise<void> {
    const at = turns.now().toISOString();
    const [row] = (await signoffs.campaigns(schoolId)).filter(({ id }) => id === campaign.id);
    if (!row) throw new Error('no such campaign');
    const next = { ...row, state: 'closed' as const, closed: { at, why }, revision: row.revision + 1 };
    await signoffs.record({ schoolId, at, campaigns: [next], then: { owed: [], entries: [] } });
  }

  return {
    ...turns,
    open,
    change,
    changeAndSettle: (id: string, changes: Partial<Signatory>) => change(id, changes, { settle: true }),
    close,
    stateOf: async (id: string) => (await signoffs.signatory(schoolId, id))?.state,
    refusals: async () => {
      const entries = await turns.ledger.entries({ schoolId, chain: 'signoffs' }, 1, 1_000);
      return entries.filter(({ kind }) => kind === 'signature-refused').map(({ facts }) => facts);
    },
    /** Sends what is owed, as Teams would take it; gives each with its card, and the message whose place it took. */
    async send() {
      const sent = [];
      for (;;) {
        const at = turns.now().toISOString();
        const holder = `holder-${++claims}`;
        const [next] = await turns.deliveries.claim(at, { limit: 1, leaseMs: 60_000, holder });
        if (!next) return sent;
        const message = await turns.cardFor(next, { secondCopy: false });
        const state = message ? 'sent' : 'refused';
        const placed = message?.edits ?? { conversationId: 'a:chat', activityId: `sent-${next.key}` };
        const attempt = { at, outcome: state, code: 'test' } as const;
        await turns.deliveries.settle(next.key, holder, { state, attempt, ...(message && { message: placed }) });
        sent.push({
          ...next,
          summary: message?.summary,
          edits: message?.edits,
          card: JSON.stringify(message?.card ?? ''),
        });
      }
    },
  };
}
export type Turns = Awaited<ReturnType<typeof openSigning>>;

export const ticks = Object.fromEntries(Array.from({ length: 7 }, (_, at) => [`s${at + 1}`, 'true']));

export { people, policyId, schoolId, type Who };
