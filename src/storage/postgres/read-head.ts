import { z } from 'zod/v4';
import type { ChainName } from '../../domain/ledger/entry.ts';
import type { Head } from '../../domain/ledger/entry-fault.ts';
import type { Database, Session } from './database.ts';
import { parseFirst } from './rows.ts';

export const StoredHead: z.ZodType<Head> = z.strictObject({ seq: z.int().min(1), hash: z.string() });

/** The last entry of a chain. */
export async function readHead(
  from: Pick<Session | Database, 'query'>,
  { schoolId, chain }: ChainName,
): Promise<Head | undefined> {
  const rows = await from.query(
    'select seq, hash from ledger_entries where school_id = $1 and chain = $2 order by seq desc limit 1',
    [schoolId, chain],
  );
  return parseFirst(StoredHead, rows);
}
