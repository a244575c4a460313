import type { TableName } from '../store-content.ts';
import type { Row, Session } from './database.ts';
import { tableColumns } from './table-columns.ts';

/** Rows for one statement. */
const page = 1_000;

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
  const { table, columns } = tableColumns[name];
  const targets = Object.values(columns).map(([column]) => column);
  const values = Object.entries(columns).map(([path, [, type = 'text']]) => {
    const place = `'{${path.replaceAll('.', ',')}}'`;
    return type === 'text' ? `row #>> ${place}` : `(row #>${type === 'json' ? '' : '>'} ${place})::${type}`;
  });
  const text = `insert into ${table} (${targets.join(', ')}) select ${values.join(', ')}
    from json_array_elements($1::json) with ordinality as given (row, place) order by place ${ending}`;
  const returned: Row[] = [];
  for (let from = 0; from < rows.length; from += page) {
    returned.push(...(await session.query(text, [JSON.stringify(rows.slice(from, from + page))])));
  }
  return returned;
}
