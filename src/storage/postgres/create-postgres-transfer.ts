import { z } from 'zod/v4';
import {
  contentTables,
  countRows,
  isEmptyContent,
  tableNames,
  type RowCounts,
  type StoreContent,
  type StoreTransfer,
  type TableName,
} from '../store-content.ts';
import type { Database, Session } from './database.ts';
import { insertRows } from './insert-rows.ts';
import { parseRows } from './rows.ts';
import { tableColumns } from './table-columns.ts';

/** Rows at a time. */
const page = 1_000;

/** Takes all rows out of a PostgreSQL database, and puts them into an empty one. */
export function createPostgresTransfer(db: Database): StoreTransfer {
  return {
    exportAll: () => db.transaction(readAll),
    importAll: (content) => {
      let wasEmpty = false; // where the first try's connection was lost, what is there now may be what it committed
      return db.transaction(async (session) => {
        const tables = tableNames.map((name) => tableColumns[name].table);
        await session.script(`lock table ${tables.join(', ')} in share row exclusive mode`);
        const counts = await countAll(session);
        if (Object.values(counts).some((count) => count > 0)) {
          const isThis = wasEmpty && tableNames.every((name) => counts[name] === content[name].length);
          return isThis && !isEmptyContent(content) ? 'imported' : 'not-empty';
        }
        wasEmpty = true;
        for (const name of tableNames) await insertRows(session, name, content[name]);
        return 'imported';
      });
    },
  };
}

const Counted = z.strictObject({ name: z.enum(tableNames), count: z.int() });

async function countAll(session: Session): Promise<RowCounts> {
  const selects = tableNames.map(
    (name) => `select '${name}' as name, (select count(*)::integer from ${tableColumns[name].table}) as count`,
  );
  const counted = parseRows(Counted, await session.query(selects.join(' union all ')));
  const counts = { ...countRows(emptyContent()) };
  for (const { name, count } of counted) counts[name] = count;
  return counts;
}

const Flat = z.strictObject({
  name: z.enum(tableNames),
  place: z.int(),
  parts: z.record(z.string(), z.unknown()),
});

/** One statement reads all tables, so that they are of one moment; its cursor hands the rows out in pages. */
async function readAll(session: Session): Promise<StoreContent> {
  await session.script(`declare whole_store no scroll cursor for ${tableNames.map(selectOf).join(' union all ')}`);
  const found = new Map<TableName, { place: number; row: unknown }[]>(tableNames.map((name) => [name, []]));
  for (;;) {
    const rows = parseRows(Flat, await session.query(`fetch ${page} from whole_store`));
    if (rows.length === 0) break;
    for (const { name, place, parts } of rows) found.get(name)?.push({ place, row: rowOf(parts) });
  }
  const rowsOf = (name: TableName) => (found.get(name) ?? []).sort((a, b) => a.place - b.place);
  const content: Record<TableName, readonly unknown[]> = emptyContent();
  for (const name of tableNames) {
    const rows = rowsOf(name).map(({ row }, at) => (name === 'marks' ? { ...asRecord(row), n: at + 1 } : row));
    content[name] = z.array(contentTables[name]).parse(rows);
  }
  return content as StoreContent; // each table was parsed with its own schema
}

function selectOf(name: TableName): string {
  const { table, order, columns } = tableColumns[name];
  const parts = Object.entries(columns).map(([path, [column]]) => `'${path}', ${column}`);
  return `select '${name}' as name, (row_number() over (order by ${order}))::integer as place,
    json_build_object(${parts.join(', ')}) as parts from ${table}`;
}

/** A row of its parts; what is null is absent. */
function rowOf(parts: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const row: Record<string, unknown> = {};
  for (const [path, value] of Object.entries(parts)) {
    if (value === null) continue;
    const names = path.split('.');
    const last = names.pop() ?? path;
    let at = row;
    for (const name of names) at = at[name] = asRecord(at[name]);
    at[last] = value;
  }
  return row;
}

function emptyContent(): Record<TableName, []> {
  return Object.fromEntries(tableNames.map((name) => [name, []])) as unknown as Record<TableName, []>; // one for each
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
