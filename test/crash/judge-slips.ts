import { checkContent } from '../../src/backup/check-content.ts';
import type { StoreContent } from '../../src/storage/store-content.ts';
import type { Seen } from '../support/fake-connector.ts';
import { chatOf } from '../support/reporting-schools.ts';
import type { SlipTold } from './slip-traffic.ts';

/** What is wrong between what people were told and what is stored; all of it is to be nothing. */
export interface SlipVerdict {
  /** Somebody saw a receipt of what is not there, or of an event that is not. */
  readonly lost: number;
  /** A person has two slips of one asking, or a slip an event twice. */
  readonly doubled: number;
  /** A slip has not the ledger entries of what happened to it, or nobody is owed that they answer it. */
  readonly torn: number;
  /** Messages that nobody was owed, and that do not say that they are a second copy. */
  readonly repeated: number;
  /** Words that somebody wrote stand in clear. */
  readonly inClear: number;
  readonly chain: string;
  readonly slips: number;
}

/** Holds the whole store, and what was sent, to what each person saw. */
export async function judgeSlips(
  told: readonly SlipTold[],
  { content, seen, keys }: { content: StoreContent; seen: readonly Seen[]; keys: ReadonlyMap<string, string> },
): Promise<SlipVerdict> {
  let [lost, doubled, torn] = [0, 0, 0];
  for (const { author, reference, events } of told) {
    const own = content.slips.filter((slip) => slip.author.objectId === author);
    if (own.length > 1) doubled += 1;
    const slip = own.find(({ id }) => id === reference);
    const kinds = slip?.events.map(({ kind }) => kind) ?? [];
    if (reference !== undefined && (!slip || events.some((kind) => !kinds.includes(kind)))) lost += 1;
    if (new Set(kinds).size < kinds.length) doubled += 1;
  }
  for (const { id, events, told: asked, schoolId } of content.slips) {
    const entries = content.entries.filter(({ facts }) => facts.reference === id).map(({ kind }) => kind);
    const wanted = ['slip-sent', ...events.map(({ kind }) => `slip-${kind}`)];
    const owed = asked.every(({ objectId }) =>
      content.deliveries.some(
        ({ key }) => key.startsWith(`${schoolId}:slip-to-answer:${id}:`) && key.endsWith(objectId),
      ),
    );
    if (entries.join() !== wanted.join() || !owed) torn += 1;
  }
  const checked = await checkContent(content, keys);
  const text = JSON.stringify(content);
  return {
    ...{ lost, doubled, torn, repeated: repeatedIn(seen, content) },
    inClear: text.includes('Quokka') ? 1 : 0,
    chain: checked.kind === 'whole' ? 'whole' : checked.why,
    slips: content.slips.length,
  };
}

/** Of each slip nobody gets more messages than are owed to them of it, second copies beside. */
function repeatedIn(seen: readonly Seen[], { deliveries }: StoreContent): number {
  const sent = seen
    .filter(({ kind, activity }) => kind === 'created' && activity.attachments !== undefined)
    .map(({ conversationId, activity }) => ({ conversationId, card: JSON.stringify(activity.attachments) }))
    .filter(({ card }) => !card.includes('Second copy of'))
    .flatMap(({ conversationId, card }) => {
      const [slip] = /SP-[2-9A-Z]{4}-[2-9A-Z]/.exec(card) ?? [];
      return slip === undefined ? [] : [`${conversationId} ${slip}`];
    });
  const owed = deliveries.flatMap(({ subject, to }) =>
    'slip' in subject && 'objectId' in to ? [`${chatOf({ aadObjectId: to.objectId })} ${subject.slip}`] : [],
  );
  const countOf = (all: readonly string[], name: string) => all.filter((one) => one === name).length;
  return [...new Set(sent)].reduce((sum, name) => sum + Math.max(0, countOf(sent, name) - countOf(owed, name)), 0);
}
