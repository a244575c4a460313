import type { EntryDraft, Facts } from '../ledger/entry.ts';
import { hashOf } from '../questions/hand-over-question.ts';
import type { Slip, SlipEvent } from './slip.ts';

/** What the ledger says of a slip that was sent: its reference, clause and kind, and of the words the hash of what is stored. */
export function sentEntry({ schoolId, id, kind, clause, sealedText, at }: Slip): EntryDraft {
  const facts = { reference: id, slip: kind, clause, sealedHash: hashOf(sealedText) };
  return { schoolId, chain: 'questions', at, kind: 'slip-sent', facts };
}

/** What it says of an event: no name, nothing that was written. */
export function eventEntry({ schoolId, id }: Pick<Slip, 'schoolId' | 'id'>, event: SlipEvent, n: number): EntryDraft {
  const { kind, at, until, to, done, sealedText } = event;
  const facts: Facts = {
    ...{ reference: id, event: n },
    ...(until !== undefined && { until }),
    ...(to !== undefined && { to }),
    ...(done !== undefined && { done }),
    ...(sealedText !== undefined && { sealedHash: hashOf(sealedText) }),
  };
  return { schoolId, chain: 'questions', at, kind: `slip-${kind}`, facts };
}
