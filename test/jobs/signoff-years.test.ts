import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { verifyChain } from '../../src/domain/ledger/verify-chain.ts';
import { askAbout } from '../../src/domain/signoffs/ask-about.ts';
import { askAgain } from '../../src/domain/signoffs/ask-again.ts';
import type { Campaign } from '../../src/domain/signoffs/campaign.ts';
import { chaseOutstanding } from '../../src/domain/signoffs/chase.ts';
import { confirmCampaign } from '../../src/domain/signoffs/confirm-campaign.ts';
import { decline } from '../../src/domain/signoffs/decline.ts';
import { exemptSignatory } from '../../src/domain/signoffs/exempt.ts';
import { openCampaign } from '../../src/domain/signoffs/open-campaign.ts';
import { progressOf } from '../../src/domain/signoffs/progress.ts';
import { commitmentOf } from '../../src/domain/signoffs/receipt.ts';
import { signatoryStates, type Signatory } from '../../src/domain/signoffs/signatory.ts';
import { sign } from '../../src/domain/signoffs/sign.ts';
import { openStores } from '../../src/storage/open-stores.ts';
import type { Stores } from '../../src/storage/stores.ts';
import { createMemoryStores } from '../support/memory-stores.ts';
import { findPostgres, startPostgresServer, type PostgresServer } from '../support/postgres-server.ts';
import { createRandom } from '../support/random.ts';
import { createSignoffYears, memberOf, offices, policyIds } from '../support/signoff-years.ts';

/** STAFF=5000 and SEED=… for long runs; on PostgreSQL STAFF_POSTGRES. */
const staff = Number(process.env.STAFF ?? 300);
const staffOnPostgres = Number(process.env.STAFF_POSTGRES ?? 40);
const seed = Number(process.env.SEED ?? 20261128);
const start = '2026-09-07T10:00:00.000Z';
const weeks = 130;
const weekMs = 7 * 24 * 60 * 60 * 1000;
/** The weeks in which each policy gets new words, and what they mean for those who signed. */
const changes = new Map([
  [26, 'binding'],
  [60, 'minor'],
  [95, 'binding'],
] as const);
const sealer = { seal: (text: string) => Promise.resolve(`sealed ${text.length}`) };

interface Outcome {
  readonly totals: number;
  readonly rewritten: number;
  readonly wronglyChased: number;
  readonly missing: number;
  readonly stray: number;
}

/** Two and a half years of a school: people join and leave, sign, ask, decline; texts change; campaigns are opened and chased. */
async function live(stores: Stores, count: number): Promise<Outcome & { receipts: number; campaigns: number }> {
  const random = createRandom(seed);
  const years = createSignoffYears(stores, sealer, start);
  const { desk, school } = years;
  let team = Array.from({ length: count }, (_, n) => 10 + n);
  let nextNumber = 10 + count;
  const setTeam = () => years.setTeam(team.map(memberOf));
  await setTeam();
  await years.note();
  const receipts = new Map<string, string>();
  const wrong = { totals: 0, rewritten: 0, wronglyChased: 0, missing: 0, stray: 0 };
  const people = async () => {
    const campaigns = await stores.signoffs.campaigns(school.id);
    const all = await Promise.all(campaigns.map(({ id }) => stores.signoffs.signatories(school.id, id)));
    return { campaigns, all };
  };

  async function open(policyId: string): Promise<void> {
    const dueOn = new Date(years.now().getTime() + 6 * weekMs).toISOString().slice(0, 10);
    const draft = { document: { kind: 'policy', policyId }, groups: [], why: 'It changed.', dueOn } as const;
    const opened = await openCampaign(desk, { ...years.as(offices.head), draft });
    if (opened.kind !== 'opened') throw new Error(JSON.stringify(opened));
    if (opened.campaign.state === 'waiting') {
      const yes = { ...years.as(offices.deputy), campaignId: opened.campaign.id, yes: true };
      expect((await confirmCampaign(desk, yes)).kind).toBe('confirmed');
    }
  }

  /** Of those who are asked: most sign within weeks, some ask first, some cannot agree, some never look. */
  async function act(campaign: Campaign, all: readonly Signatory[]): Promise<void> {
    const doing: Promise<unknown>[] = [];
    for (const one of all) {
      if (!one.person || (one.state !== 'pending' && one.state !== 'query' && one.state !== 'declined')) continue;
      const n = Number(one.person.objectId.slice(-12));
      const drawn = random.below(1000);
      const request = { ...years.as(n), signatoryId: one.id, hash: campaign.document.hash };
      if (one.state === 'declined') {
        if (drawn < 100) doing.push(askAgain(desk, { ...years.as(offices.head), signatoryId: one.id }));
      } else if (drawn < 250) doing.push(sign(desk, { ...request, agreed: true, typedName: one.name }));
      else if (drawn < 260) doing.push(askAbout(desk, { ...request, text: 'What does the second line mean?' }));
      else if (drawn < 265) doing.push(decline(desk, { ...request, text: '' }));
      else if (drawn < 267)
        doing.push(
          exemptSignatory(desk, { ...years.as(offices.head), signatoryId: one.id, reason: 'Away until summer' }),
        );
      if (doing.length >= 100) await Promise.all(doing.splice(0));
    }
    await Promise.all(doing);
  }

  /** Some cards cannot be brought, all others are. */
  async function deliver(week: number): Promise<void> {
    const at = years.now().toISOString();
    for (let round = 0; round < 40; round++) {
      const holder = `week ${week} round ${round}`;
      const claimed = await stores.deliveries.claim(at, { limit: 500, leaseMs: 60_000, holder });
      if (claimed.length === 0) return;
      await Promise.all(
        claimed.map(async ({ key, subject }) => {
          await stores.deliveries.begin(key, holder, at);
          const isLost = subject.kind === 'signoff-asked' && random.below(50) === 0;
          const outcome = isLost ? ('undeliverable' as const) : ('sent' as const);
          await stores.deliveries.settle(key, holder, { state: outcome, attempt: { at, outcome, code: 'test' } });
        }),
      );
    }
  }

  /** Who was asked once more by what was done in between, though nothing was outstanding with them. */
  async function watchChase(work: () => Promise<unknown>): Promise<void> {
    const before = new Map((await people()).all.flat().map((one) => [one.id, one]));
    await work();
    for (const one of (await people()).all.flat()) {
      const then = before.get(one.id);
      if (then && one.asked > then.asked && !['pending', 'unreachable', 'left'].includes(then.state))
        wrong.wronglyChased++;
    }
  }

  for (let week = 0; week < weeks; week++) {
    years.moveTo(new Date(Date.parse(start) + week * weekMs));
    const leaver = random.below(team.length);
    team = [...team.filter((_, at) => at !== leaver), nextNumber++];
    await setTeam();
    const change = changes.get(week as 26);
    for (const [at, id] of policyIds.entries()) {
      const version = 2 + [...changes.keys()].indexOf(week as 26);
      if (change) await years.adopt(id, version, change);
      if (week === 0 || change === 'binding' || (week === 40 && at === 0)) await open(id);
    }
    await watchChase(years.follow);
    await deliver(week);
    await years.follow();
    const { campaigns, all } = await people();
    const there = new Set(team.map((n) => memberOf(n).objectId));
    for (const { person, campaignId, state } of all.flat()) {
      const isOpen = campaigns.some((one) => one.id === campaignId && one.state === 'open');
      const isGone = person && !there.has(person.objectId) && !isOffice(person.objectId);
      if (isOpen && isGone && !staying.includes(state)) wrong.stray++;
    }
    for (const [at, campaign] of campaigns.entries()) if (campaign.state === 'open') await act(campaign, all[at] ?? []);
    if (week % 9 === 4)
      await watchChase(async () => {
        for (const { id, state } of campaigns)
          if (state === 'open') await chaseOutstanding(desk, { ...years.as(offices.head), campaignId: id });
      });
    await look(week);
  }

  async function look(week: number): Promise<void> {
    const { campaigns, all } = await people();
    const there = new Set(team.map((n) => memberOf(n).objectId));
    for (const [at, campaign] of campaigns.entries()) {
      const own = all[at] ?? [];
      const { audience, ...counts } = progressOf(own);
      const sum = signatoryStates.reduce((total, state) => total + counts[state], 0);
      if (sum !== audience || audience !== own.length) wrong.totals++;
      if (new Set(own.map(({ person }) => person?.objectId)).size !== own.length) wrong.totals++;
      for (const receipt of week % 10 === 0 ? await stores.signoffs.receipts(school.id, campaign.id) : []) {
        const hash = createHash('sha256').update(JSON.stringify(receipt)).digest('hex');
        if ((receipts.get(receipt.id) ?? hash) !== hash || commitmentOf(receipt) !== receipt.commitment)
          wrong.rewritten++;
        receipts.set(receipt.id, hash);
      }
      // Whoever joined is asked by the campaign that asks for what is in force.
      if (campaign.state === 'open' && campaign === campaigns.findLast((one) => isOfOne(one, campaign))) {
        const asked = new Set(own.map(({ person }) => person?.objectId));
        const signed = new Set(
          all.flat().flatMap((one) => (one.state === 'signed' && one.person ? [one.person.objectId] : [])),
        );
        for (const objectId of there) if (!asked.has(objectId) && !signed.has(objectId)) wrong.missing++;
      }
    }
  }

  const { campaigns, all } = await people();
  const final = (await Promise.all(campaigns.map(({ id }) => stores.signoffs.receipts(school.id, id)))).flat();
  for (const [id, hash] of receipts) {
    const held = final.find((one) => one.id === id);
    if (createHash('sha256').update(JSON.stringify(held)).digest('hex') !== hash) wrong.rewritten++;
  }
  expect(all.flat().filter(({ state }) => state === 'signed')).toHaveLength(final.length);
  const name = { schoolId: school.id, chain: 'signoffs' } as const;
  expect(await verifyChain(stores.ledger, name, new Map())).toMatchObject({ kind: 'whole' });
  const head = await stores.ledger.head(name);
  const entries: { kind: string; facts: Readonly<Record<string, unknown>> }[] = [];
  for (let from = 1; from <= (head?.seq ?? 0); from += 200)
    entries.push(...(await stores.ledger.entries(name, from, 200)));
  const commitments = entries.flatMap(({ kind, facts }) => (kind === 'signed' ? [facts['commitment']] : []));
  expect(new Set(commitments)).toEqual(new Set(final.map(({ commitment }) => commitment)));
  expect(commitments).toHaveLength(final.length);
  return { ...wrong, receipts: final.length, campaigns: campaigns.length };
}

/** What somebody said, or was said of them, stays when they leave. */
const staying: readonly string[] = ['left', 'signed', 'declined', 'exempt'];
const isOffice = (id: string) => Number(id.slice(-12)) < 10;
const isOfOne = (one: Campaign, other: Campaign) => one.document.title === other.document.title;
const right: Outcome = { totals: 0, rewritten: 0, wronglyChased: 0, missing: 0, stray: 0 };

describe('sign-offs over the years', () => {
  test(
    'add up whatever happens, no receipt changes, and nobody is chased who has nothing to do',
    { timeout: 20 * 60_000 },
    async () => {
      const lived = await live(createMemoryStores(), staff);
      console.log(`sign-offs over ${weeks} weeks, ${staff} staff: ${JSON.stringify(lived)}`);
      expect(lived).toMatchObject(right);
      expect(lived.receipts).toBeGreaterThan(staff * 4);
    },
  );

  const bin = findPostgres();
  if (!bin) console.log('not run: postgres (no server program was found)');
  describe.skipIf(!bin)('on PostgreSQL', () => {
    let server: PostgresServer | undefined;
    beforeAll(async () => {
      server = await startPostgresServer(bin ?? '');
    }, 120_000);
    afterAll(() => server?.remove());

    test('likewise', { timeout: 60 * 60_000 }, async () => {
      const stores = await openStores({ dataDir: '', databaseUrl: (await server?.openEmpty()) ?? '' });
      const lived = await live(stores, staffOnPostgres);
      await stores.close();
      console.log(`sign-offs over ${weeks} weeks, ${staffOnPostgres} staff, PostgreSQL: ${JSON.stringify(lived)}`);
      expect(lived).toMatchObject(right);
    });
  });
});
