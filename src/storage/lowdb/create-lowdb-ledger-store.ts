import type { LedgerEntry } from '../../domain/ledger/entry.ts';
import type { LedgerStore } from '../../domain/ledger/ledger-store.ts';
import type { Committed } from './group-commit.ts';
import { findMade, recordAct } from './record-act.ts';
import { recordConsequences, recordOwed } from './record-consequences.ts';
import { keys, type StoreData } from './store-data.ts';
import { StoredCheckpoint } from '../stored-rows.ts';

/** The ledger of the lowdb store. */
export function createLowdbLedgerStore(db: Committed<StoreData>): LedgerStore {
  const ledger = () => db.data().ledger;
  return {
    chains: () => Promise.resolve([...ledger().heads].map(({ schoolId, chain }) => ({ schoolId, chain }))),

    record: (act, entry) =>
      db.change((data) => {
        const { schoolId, kind: made, at } = entry;
        if (findMade(data, schoolId, 'entry', act) !== undefined) return { data, result: undefined };
        const recorded = recordAct(data, { schoolId, kind: 'entry', act, made, at });
        return { data: recordConsequences(recorded, { owed: [], entries: [entry] }), result: undefined };
      }),

    head: (name) => {
      const head = ledger().heads.get(keys.chain(name));
      return Promise.resolve(head && { seq: head.seq, hash: head.hash });
    },

    entries: ({ schoolId, chain }, from, limit) => {
      const { entries } = ledger();
      const found: LedgerEntry[] = [];
      for (let seq = Math.max(1, from); found.length < limit; seq++) {
        const entry = entries.get(keys.link({ schoolId, chain, seq }));
        if (!entry) break;
        found.push(entry);
      }
      return Promise.resolve(found);
    },

    signed: (schoolId, receipt) => {
      const name = { schoolId, chain: 'signoffs' } as const;
      for (let seq = ledger().heads.get(keys.chain(name))?.seq ?? 0; seq > 0; seq--) {
        const entry = ledger().entries.get(keys.link({ ...name, seq }));
        if (entry?.kind === 'signed' && entry.facts.receipt === receipt)
          return Promise.resolve({ seq, hash: entry.hash });
      }
      return Promise.resolve(undefined);
    },

    checkpoints: (name) => {
      const own = [...ledger().checkpoints].filter((one) => keys.chain(one) === keys.chain(name));
      return Promise.resolve(own.sort((a, b) => a.seq - b.seq));
    },

    addCheckpoint: (checkpoint, after, owed) =>
      db.change<'added' | 'overtaken'>((data) => {
        const { checkpoints } = data.ledger;
        const own = [...checkpoints].filter((one) => keys.chain(one) === keys.chain(checkpoint));
        if (Math.max(0, ...own.map(({ seq }) => seq)) !== after) return { data, result: 'overtaken' };
        const next = checkpoints.with(StoredCheckpoint.parse(checkpoint));
        return {
          data: recordOwed({ ...data, ledger: { ...data.ledger, checkpoints: next } }, owed),
          result: 'added',
        };
      }),
  };
}
