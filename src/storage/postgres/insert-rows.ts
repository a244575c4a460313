import type { TableName } from '../store-content.ts';
import type { Row, Session } from './database.ts';
import { tableColumns, type TableColumns } from './table-columns.ts';

/** Rows for one statement. */
const page = 1_000;

interface RowSet {
  readonly table: string;
  readonly names: readonly string[];
  /** The rows as a relation `given`: its one value are the rows as flat JSON objects, a member for each column. */
  readonly given: string;
  readonly parts: readonly (readonly [column: string, path: readonly string[]])[];
}

const rowSets = new Map(Object.entries(tableColumns).map(([name, table]) => [name, rowSetOf(table)]));

/**
 * Inserts rows of one table in their order; `ending` is the end of the statement (`on conflict …`, `returning …`), and
 * what that returns is given back. The rows were parsed by the table's schema.
 */
export async function insertRows(
  session: Session,
  name: TableName,
  rows: readonly unknown[],
  ending = '',
): Promise<Row[]> {
  const rowSet = rowSets.get(name) ?? rowSetOf(tableColumns[name]);
  const { table, names, given } = rowSet;
  const columns = names.join(', ');
  const text = `insert into ${table} (${columns}) select ${columns} from ${given} order by place ${ending}`;
  const returned: Row[] = [];
  for (let from = 0; from < rows.length; from += page) {
    returned.push(...(await session.query(text, [valueOf(rowSet, rows.slice(from, from + page))])));
  }
  return returned;
}

/** Puts rows in the place of those with the same school and id, which are there and held by this transaction. */
export async function updateRows(session: Session, name: TableName, rows: readonly unknown[]): Promise<void> {
  const rowSet = rowSets.get(name) ?? rowSetOf(tableColumns[name]);
  const { table, names, given } = rowSet;
  const set = names.map((column) => `${column} = given.${column}`).join(', ');
  const text = `update ${table} as old set ${set} from ${given} where old.school_id = given.school_id and old.id = given.id`;
  for (let from = 0; from < rows.length; from += page) {
    await session.query(text, [valueOf(rowSet, rows.slice(from, from + page))]);
  }
}

// The server reads a record set once; picking each part out of the whole row by its path read the row for every column.
function rowSetOf({ table, columns }: TableColumns): RowSet {
  const names = Object.values(columns).map(([column]) => `"${column}"`);
  const types = Object.values(columns).map(([column, type = 'text']) => `"${column}" ${type}`);
  return {
    table,
    names,
    given: `rows from (json_to_recordset($1::json) as (${types.join(', ')})) with ordinality
      as given (${names.join(', ')}, place)`,
    parts: Object.entries(columns).map(([path, [column]]) => [column, path.split('.')]),
  };
}

const valueOf = ({ parts }: RowSet, rows: readonly unknown[]) =>
  JSON.stringify(rows.map((row) => Object.fromEntries(parts.map(([column, path]) => [column, partOf(row, path)]))));

function partOf(row: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((part, name) => (part as Record<string, unknown> | null | undefined)?.[name], row);
}
