import { verifyChain } from '../../src/domain/ledger/verify-chain.ts';
import { commitmentOf } from '../../src/domain/signoffs/receipt.ts';
import { outstandingStates } from '../../src/domain/signoffs/signatory.ts';
import type { StoreContent } from '../../src/storage/store-content.ts';
import type { Seen } from '../support/fake-connector.ts';
import type { Signing } from './signoff-traffic.ts';

/** What came out of a run. All but the last lines must be 0, the chain whole. */
export interface SignoffVerdict {
  /** Receipts and refusals that somebody was told are recorded, and that are not there. */
  readonly lost: number;
  /** A signature without its receipt, a receipt without its entry or with two, a commitment that does not fit; and the other way round. */
  readonly torn: number;
  /** A person with two receipts of the same words, or two live campaigns for one document. */
  readonly doubled: number;
  /** Cards that people saw beyond one for each round in which they were asked. */
  readonly askedTwice: number;
  /** The store says that they were asked, and nobody saw it. */
  readonly silent: number;
  /** Campaigns whose people are not there, or whose cards are not owed. */
  readonly halfOpened: number;
  readonly chain: string;
  readonly campaigns: number;
  readonly receipts: number;
}

type Left = Pick<
  StoreContent,
  'campaigns' | 'signatories' | 'receipts' | 'questions' | 'deliveries' | 'entries' | 'checkpoints'
>;

/** Compares what people were told with what the store holds, once nobody is at work any more. */
export async function judgeSignoffs(
  told: readonly Signing[],
  content: Left,
  {
    schoolId,
    keys,
    seen,
  }: {
    schoolId: string;
    keys: ReadonlyMap<string, string>;
    seen: readonly Pick<Seen, 'kind' | 'activity'>[];
  },
): Promise<SignoffVerdict> {
  const { campaigns, signatories, receipts, deliveries } = content;
  const ofPerson = (objectId: string) => signatories.filter(({ person }) => person?.objectId === objectId);
  const lost = told.filter(({ objectId, receipt, hasDeclined }) => {
    const held = receipts.find(({ id }) => id === receipt);
    if (receipt !== undefined && held?.person?.objectId !== objectId) return true;
    return hasDeclined && !ofPerson(objectId).some(({ state }) => state === 'declined');
  }).length;

  const signed = signatories.filter(({ state }) => state === 'signed');
  const entries = content.entries.filter(({ chain }) => chain === 'signoffs');
  const commitments = entries.flatMap(({ kind, facts }) => (kind === 'signed' ? [String(facts['commitment'])] : []));
  const torn =
    different(
      signed.map(({ id }) => id),
      receipts.map(({ signatoryId }) => signatoryId),
    ) +
    different(
      commitments,
      receipts.map(({ commitment }) => commitment),
    ) +
    receipts.filter((receipt) => commitmentOf(receipt) !== receipt.commitment).length +
    signatories.filter(({ questionId }) => questionId && !content.questions.some(({ id }) => id === questionId)).length;

  const live = campaigns.filter(({ state }) => state !== 'closed');
  const names = live.map(({ document }) => (document.kind === 'policy' ? document.policyId : document.title));
  const rounds = deliveries.flatMap(({ subject, state }) =>
    subject.kind === 'signoff-asked' ? [{ ...subject, state }] : [],
  );
  const first = new Set(rounds.flatMap(({ signatory, round }) => (round === 1 ? [signatory] : [])));
  // Answers to presses go with the response: what is created in a chat and names somebody in a campaign asks them.
  const shown = seen.flatMap(({ kind, activity }) => (kind === 'created' ? [JSON.stringify(activity)] : []));
  const asked = signatories.map(({ id }) => {
    const own = rounds.filter(({ signatory }) => signatory === id);
    const cards = shown.filter((text) => text.includes(`"signatory":"${id}"`)).length;
    return { cards, owed: own.length, sent: own.filter(({ state }) => state === 'sent').length };
  });
  const halfOpened = live.filter(({ id }) => {
    const own = signatories.filter(({ campaignId }) => campaignId === id);
    const waiting = own.filter(({ state, person }) => person && outstandingStates.some((one) => one === state));
    return own.length === 0 || waiting.some(({ id: signatory }) => !first.has(signatory));
  }).length;
  return {
    lost,
    torn,
    doubled: twice(receipts.map(({ person, document }) => `${person?.objectId} ${document.hash}`)) + twice(names),
    askedTwice: asked.reduce((sum, { cards, owed }) => sum + Math.max(0, cards - owed), 0),
    silent: asked.reduce((sum, { cards, sent }) => sum + Math.max(0, sent - cards), 0),
    halfOpened,
    chain: await chainOf(content, schoolId, keys),
    campaigns: campaigns.length,
    receipts: receipts.length,
  };
}

const twice = (names: readonly string[]) => names.length - new Set(names).size;

/** How many of these are not once in both. */
function different(some: readonly string[], others: readonly string[]): number {
  const count = (all: readonly string[], one: string) => all.filter((other) => other === one).length;
  return [...new Set([...some, ...others])].filter((one) => count(some, one) !== 1 || count(others, one) !== 1).length;
}

async function chainOf(content: Left, schoolId: string, keys: ReadonlyMap<string, string>): Promise<string> {
  const isOwn = (one: { schoolId: string; chain: string }) => one.schoolId === schoolId && one.chain === 'signoffs';
  const entries = content.entries.filter(isOwn);
  const ledger = {
    head: () => Promise.resolve(entries.at(-1)),
    entries: (_: object, from: number, limit: number) => Promise.resolve(entries.slice(from - 1, from - 1 + limit)),
    checkpoints: () => Promise.resolve(content.checkpoints.filter(isOwn)),
  };
  const verified = await verifyChain(ledger, { schoolId, chain: 'signoffs' }, keys);
  return verified.kind === 'whole' ? 'whole' : `entry ${verified.entry}: ${verified.why}`;
}
