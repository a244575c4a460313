import { z } from 'zod/v4';
import { chainClasses, type ChainName } from '../../domain/ledger/entry.ts';
import type { LedgerStore } from '../../domain/ledger/ledger-store.ts';
import { StoredCheckpoint, StoredEntry } from '../stored-rows.ts';
import type { Database } from './database.ts';
import { readHead, StoredHead } from './read-head.ts';
import { lockChain, recordConsequences, recordOwed } from './record-consequences.ts';
import { parseFirst, parseRows } from './rows.ts';
import { takeAct } from './take-act.ts';

const StoredChain: z.ZodType<ChainName> = z.strictObject({ schoolId: z.string(), chain: z.enum(chainClasses) });

/** The ledger on PostgreSQL. */
export function createPostgresLedgerStore(db: Database): LedgerStore {
  return {
    chains: async () => {
      const text = 'select school_id as "schoolId", chain from ledger_entries where seq = 1 order by school_id, chain';
      return parseRows(StoredChain, await db.query(text));
    },

    record: (act, entry) =>
      db.transaction(async (session) => {
        const { schoolId, kind: made, at } = entry;
        const taken = await takeAct(session, { schoolId, kind: 'entry', act, made, at });
        if (taken.kind === 'new') await recordConsequences(session, { owed: [], entries: [entry] });
      }),

    head: (name) => readHead(db, name),

    entries: async ({ schoolId, chain }, from, limit) => {
      const rows = await db.query(
        `select school_id as "schoolId", chain, seq, prev, hash, at, kind, facts from ledger_entries
         where school_id = $1 and chain = $2 and seq >= $3 order by seq limit $4`,
        [schoolId, chain, from, limit],
      );
      return parseRows(StoredEntry, rows);
    },

    signed: async (schoolId, receipt) => {
      const text = `select seq, hash from ledger_entries
        where school_id = $1 and chain = 'signoffs' and kind = 'signed' and facts->>'receipt' = $2`;
      return parseFirst(StoredHead, await db.query(text, [schoolId, receipt]));
    },

    checkpoints: async ({ schoolId, chain }) => {
      const rows = await db.query(
        `select school_id as "schoolId", chain, seq, hash, at, key_id as "keyId", signature from checkpoints
         where school_id = $1 and chain = $2 order by seq`,
        [schoolId, chain],
      );
      return parseRows(StoredCheckpoint, rows);
    },

    addCheckpoint: (checkpoint, after, owed) =>
      db.transaction<'added' | 'overtaken'>(async (session) => {
        const { schoolId, chain, seq, hash, at, keyId, signature } = StoredCheckpoint.parse(checkpoint);
        await lockChain(session, checkpoint);
        const added = await session.query(
          `insert into checkpoints (school_id, chain, seq, hash, at, key_id, signature)
           select $1, $2, $3, $4, $5, $6, $7
           where $8 = (select coalesce(max(seq), 0) from checkpoints where school_id = $1 and chain = $2)
           returning seq`,
          [schoolId, chain, seq, hash, at, keyId, signature, after],
        );
        if (added.length > 0) {
          await recordOwed(session, owed);
          return 'added';
        }
        // Where the first try's connection was lost, this very one stands there.
        const before = await session.query(
          'select seq from checkpoints where school_id = $1 and chain = $2 and seq = $3 and signature = $4',
          [schoolId, chain, seq, signature],
        );
        return before.length > 0 ? 'added' : 'overtaken';
      }),
  };
}
