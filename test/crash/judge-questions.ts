import { openKeys } from '../../src/keys/open-keys.ts';
import { endorsedKeys } from '../../src/domain/ledger/ledger-keys.ts';
import { verifyChain } from '../../src/domain/ledger/verify-chain.ts';
import type { LedgerEntry } from '../../src/domain/ledger/entry.ts';
import type { DeliveryStore } from '../../src/domain/delivery/delivery-store.ts';
import type { LedgerStore } from '../../src/domain/ledger/ledger-store.ts';
import type { QuestionStore } from '../../src/domain/questions/question-store.ts';
import type { FakeRecord } from '../support/fake-connector-spawn.ts';
import { ids } from '../support/activities.ts';
import { schoolId } from './owners-school.ts';
import { askers, chatOf, type Pressing } from './question-traffic.ts';

/** What came out of a run. The first six must be 0. */
export interface Verdict {
  readonly lost: number;
  readonly torn: number;
  readonly recordedTwice: number;
  readonly unlabelledDuplicates: number;
  readonly extraSecondCopies: number;
  /** The store says `sent`, and nobody saw it; or it says neither that nor why. */
  readonly silent: number;
  /** `whole`, or the first entry that does not hold. */
  readonly chain: string;
  readonly records: number;
  readonly ambiguous: number;
  readonly secondCopies: number;
  readonly unknown: number;
}

/** What is read of a store. */
export interface JudgedStores {
  readonly questions: Pick<QuestionStore, 'of'>;
  readonly deliveries: Pick<DeliveryStore, 'find'>;
  readonly ledger: Pick<LedgerStore, 'head' | 'entries' | 'checkpoints'>;
}

/** Compares what people were told, what the store holds and what was seen in Teams. The outbox must have come to rest. */
export async function judgeQuestions(
  { questions, deliveries, ledger }: JudgedStores,
  keyFile: string,
  presses: readonly Pressing[],
  { seen }: Pick<FakeRecord, 'seen'>,
): Promise<Verdict> {
  const { sealer, signer } = await openKeys(keyFile);
  const tenantId = ids.tenant;
  const all = (await Promise.all(askers.map((objectId) => questions.of(schoolId, { tenantId, objectId })))).flat();
  const byReference = new Map(all.map((one) => [one.id, one]));
  const open = (sealed: string, type: string, id: string) => sealer.open(sealed, { schoolId, type, id });
  let lost = 0;
  let torn = 0;
  for (const { kind, text, by, receipt, about } of presses) {
    if (!receipt) continue;
    const stored = byReference.get(receipt.reference);
    if (kind === 'ask') {
      if (stored?.asker.objectId !== by || stored.owner.objectId !== about) lost++;
      else if ((await open(stored.sealedText, 'question', stored.id)) !== text) torn++;
    } else if (!stored?.answer || receipt.reference !== about) lost++;
    else if ((await open(stored.answer.sealedText, 'answer', stored.id)) !== text) torn++;
  }

  const name = { schoolId, chain: 'questions' } as const;
  const entries = await ledger.entries(name, 1, 1_000_000);
  const count = new Map<string, number>();
  for (const { kind, facts } of entries as readonly LedgerEntry[]) {
    const fact = `${kind} ${String(facts.reference)}`;
    count.set(fact, (count.get(fact) ?? 0) + 1);
  }
  const words = new Map<string, number>();
  let ambiguous = 0;
  let secondCopies = 0;
  let unlabelledDuplicates = 0;
  let extraSecondCopies = 0;
  let silent = 0;
  let unknown = 0;
  let records = 0;
  const messages = seen.flatMap(({ kind, conversationId, activity }) =>
    kind === 'created' ? [{ conversationId, text: JSON.stringify(activity) }] : [],
  );
  for (const question of all) {
    const { id, asker, owner, answer } = question;
    const told = await open(question.sealedText, 'question', id);
    if (told === undefined) torn++;
    else words.set(told, (words.get(told) ?? 0) + 1);
    const facts = [{ kind: 'question-asked', to: owner.objectId }];
    if (answer) facts.push({ kind: 'question-answered', to: asker.objectId });
    for (const { kind, to } of facts) {
      records++;
      // A record comes with one ledger entry and with what is owed: anything else is a torn write.
      if (count.get(`${kind} ${id}`) !== 1) torn++;
      count.delete(`${kind} ${id}`);
      const delivery = await deliveries.find(`${schoolId}:${kind}:${id}:${to}`);
      if (!delivery) {
        torn++;
        continue;
      }
      const shown = messages.filter(({ conversationId, text }) => conversationId === chatOf(to) && text.includes(id));
      const labelled = shown.filter(({ text }) => text.includes(`Second copy of ${id}`)).length;
      const isAmbiguous = delivery.attempts.some(({ outcome }) => outcome === 'ambiguous');
      if (isAmbiguous) ambiguous++;
      secondCopies += labelled;
      if (delivery.state === 'unknown') unknown++;
      if (shown.length - labelled > 1) unlabelledDuplicates++;
      if (labelled > 1 || (labelled > 0 && !isAmbiguous)) extraSecondCopies++;
      if (delivery.state === 'sent' ? shown.length === 0 : delivery.state !== 'unknown') silent++;
    }
  }
  torn += count.size; // entries of records that are not there
  const recordedTwice = [...words.values()].filter((times) => times > 1).length;
  const verified = await verifyChain(ledger, name, endorsedKeys((await signer()).keys));
  const chain = verified.kind === 'whole' ? 'whole' : `entry ${verified.entry}: ${verified.why}`;
  return {
    lost,
    torn,
    recordedTwice,
    unlabelledDuplicates,
    extraSecondCopies,
    silent,
    chain,
    records,
    ambiguous,
    secondCopies,
    unknown,
  };
}
