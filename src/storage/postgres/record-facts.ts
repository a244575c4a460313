import type { Delivery } from '../../domain/delivery/delivery.ts';
import type { EntryDraft } from '../../domain/ledger/entry.ts';
import { StoreError } from '../../domain/store-error.ts';
import type { TableName } from '../store-content.ts';
import type { Session } from './database.ts';
import type { ActTaken, FactSession } from './fact.ts';
import { insertRows } from './insert-rows.ts';
import { recordConsequences } from './record-consequences.ts';
import { releaseAct, takeActs, type Taken } from './take-acts.ts';

/** A fact of which whoever asked for it keeps the result. */
export interface FactToRecord {
  readonly once?: ActTaken | undefined;
  run(session: FactSession): Promise<void>;
}

/** Of several facts each waits only so long for a row that somebody else holds: the others wait with it. */
const patience = `set local lock_timeout = '1s'`;
const usualPatience = 'set local lock_timeout to default';

/**
 * Records facts one after the other in one transaction, but for those whose act was seen before. What they insert, what
 * is owed and the entries of a chain take one statement each, however many facts there are. Rejects where one of them
 * cannot be recorded.
 */
export async function recordFacts(session: Session, facts: readonly FactToRecord[]): Promise<Taken[]> {
  const taken = await takeActs(
    session,
    facts.map(({ once }) => once),
  );
  const rows = new Map<TableName, unknown[]>();
  const owed: Delivery[] = [];
  const entries: EntryDraft[] = [];
  let hasQueried = false;

  async function insertAll(): Promise<void> {
    for (const [table, waiting] of rows) {
      rows.delete(table);
      const added = await insertRows(session, table, waiting, 'on conflict do nothing returning true');
      if (added.length < waiting.length) throw keyTaken();
    }
  }

  async function beforeStatement(): Promise<void> {
    await insertAll();
    if (!hasQueried && facts.length > 1) await session.script(patience);
    hasQueried = true;
  }

  const createFactSession = (fact: FactToRecord, n: number): FactSession => ({
    query: async (text, values) => {
      await beforeStatement();
      return session.query(text, values);
    },
    script: async (text) => {
      await beforeStatement();
      await session.script(text);
    },
    insert: (table, row) => {
      const waiting = rows.get(table);
      if (waiting) waiting.push(row);
      else rows.set(table, [row]);
    },
    conclude: (then) => {
      owed.push(...then.owed);
      entries.push(...then.entries);
    },
    release: async () => {
      // Whoever has the same act counts as seen already: it has to be recorded without this one.
      if (taken.some((one) => one.kind === 'seen' && one.by === n)) throw new Error('an act that another one shares');
      if (fact.once) await releaseAct(session, fact.once);
    },
  });

  for (const [n, fact] of facts.entries()) {
    if (taken[n]?.kind === 'new') await fact.run(createFactSession(fact, n));
  }
  await insertAll();
  if (hasQueried && facts.length > 1) await session.script(usualPatience);
  await recordConsequences(session, { owed, entries });
  return taken;
}

const keyTaken = () => new StoreError('Another record has this reference. Draw a new one.', 'taken');
