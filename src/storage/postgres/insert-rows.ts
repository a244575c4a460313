import type { TableName } from '../store-content.ts';
import type { Row, Session } from './database.ts';
import { tableColumns, type TableColumns } from './table-columns.ts';

/** Rows for one statement. */
const page = 1_000;

interface Insertion {
  /** The statement without its end; its one value is the rows as flat JSON objects, a member for each column. */
  readonly text: string;
  readonly parts: readonly (readonly [column: string, path: readonly string[]])[];
}

const insertions = new Map(Object.entries(tableColumns).map(([name, table]) => [name, insertionInto(table)]));

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
  const { text, parts } = insertions.get(name) ?? insertionInto(tableColumns[name]);
  const returned: Row[] = [];
  for (let from = 0; from < rows.length; from += page) {
    const flat = rows
      .slice(from, from + page)
      .map((row) => Object.fromEntries(parts.map(([column, path]) => [column, partOf(row, path)])));
    returned.push(...(await session.query(`${text} ${ending}`, [JSON.stringify(flat)])));
  }
  return returned;
}

// The server reads a record set once; picking each part out of the whole row by its path read the row for every column.
function insertionInto({ table, columns }: TableColumns): Insertion {
  const names = Object.values(columns).map(([column]) => `"${column}"`);
  const types = Object.values(columns).map(([column, type = 'text']) => `"${column}" ${type}`);
  return {
    text: `insert into ${table} (${names.join(', ')}) select ${names.join(', ')}
      from rows from (json_to_recordset($1::json) as (${types.join(', ')})) with ordinality
        as given (${names.join(', ')}, place) order by place`,
    parts: Object.entries(columns).map(([path, [column]]) => [column, path.split('.')]),
  };
}

function partOf(row: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((part, name) => (part as Record<string, unknown> | null | undefined)?.[name], row);
}
