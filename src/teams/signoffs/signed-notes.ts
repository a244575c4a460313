import { dayText } from '../../cards/day-text.ts';
import { versionText } from '../../cards/versions/version-words.ts';
import { schoolDay } from '../../domain/people/school-day.ts';
import type { Policy } from '../../domain/policies/policy.ts';
import { versionHash } from '../../domain/policies/version-hash.ts';
import { latestOf, type Receipt } from '../../domain/signoffs/receipt.ts';
import type { BotDeps } from '../bot-deps.ts';
import type { Caller } from '../caller.ts';

/** What an answer says of the reader's own signature. */
export interface SignedNotes {
  /**
   * "You signed version 4.1 of this policy on 3 September 2026.": to the reader alone, in their own chat; undefined where
   * they did not, and where the store does not say so at once. Never rejects.
   */
  noteFor(caller: Caller, policy: Policy): Promise<string | undefined>;
  /** Somebody signed: what is known of them is looked up anew. */
  forget(caller: Caller): void;
}

/** So long is known what somebody signed; a signature that another instance took is seen after that. */
const knownMs = 10 * 60_000;
const mostKnown = 5_000;
/** An answer needs no store, and waits for none: later than this it goes out without the note. */
const patienceMs = 30;

interface Known {
  readonly until: number;
  readonly receipts: Promise<readonly Receipt[]>;
}

/** Keeps what people signed in memory, so that an answer costs one look into a map. */
export function createSignedNotes({ signoffs, now, log }: Pick<BotDeps, 'signoffs' | 'now' | 'log'>): SignedNotes {
  const known = new Map<string, Known>();
  const hashes = new WeakMap<Policy, string>();
  const nameOf = ({ library, actor }: Caller) => [library.school.id, actor.tenantId, actor.objectId].join(' ');

  function receiptsOf(caller: Caller): Promise<readonly Receipt[]> {
    const name = nameOf(caller);
    const at = now().getTime();
    const found = known.get(name);
    if (found && at < found.until) return found.receipts;
    if (known.size >= mostKnown) known.clear();
    const receipts = signoffs.receiptsOf(caller.library.school.id, caller.actor).catch((err: unknown) => {
      known.delete(name);
      log.warn({ code: 'signatures-not-read', err }, 'an answer does without what its reader signed');
      return [];
    });
    known.set(name, { until: at + knownMs, receipts });
    return receipts;
  }

  function hashOf(policy: Policy): string {
    const hash = hashes.get(policy) ?? versionHash(policy);
    hashes.set(policy, hash);
    return hash;
  }

  return {
    async noteFor(caller, policy) {
      const { place, library } = caller;
      if (place.kind !== 'personal' || policy.cover.signoff !== 'required') return undefined;
      const receipts = await atOnce(receiptsOf(caller));
      const last = latestOf(receipts.filter(({ document }) => document.policyId === policy.cover.id));
      if (!last) return undefined;
      const day = dayText(schoolDay(new Date(last.at), library.school));
      const note = `You signed ${versionText(last.document)} of this policy on ${day}.`;
      return last.document.hash === hashOf(policy) ? note : `${note} Its text has changed since.`;
    },
    forget: (caller) => void known.delete(nameOf(caller)),
  };
}

/** What is there at once; nothing of what takes longer, which is there the next time. */
async function atOnce(receipts: Promise<readonly Receipt[]>): Promise<readonly Receipt[]> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<readonly Receipt[]>((resolve) => {
    timer = setTimeout(() => resolve([]), patienceMs);
  });
  try {
    return await Promise.race([receipts, late]);
  } finally {
    clearTimeout(timer);
  }
}
