import type { z } from 'zod/v4';
import { StoreError } from '../../domain/store-error.ts';
import type { Row } from './database.ts';

/**
 * The rows as `schema` knows them; a column that is null counts as absent. A row that is anything else was changed by
 * another program: it is refused with a StoreError that names the column and nothing of what stands there.
 */
export function parseRows<Stored>(schema: z.ZodType<Stored>, rows: readonly Row[]): Stored[] {
  return rows.map((row) => {
    const present: Record<string, unknown> = {};
    for (const name in row) if (row[name] !== null) present[name] = row[name];
    const read = schema.safeParse(present);
    if (read.success) return read.data;
    const column = String(read.error.issues[0]?.path[0] ?? 'columns');
    throw new StoreError(
      `A record in PostgreSQL is not as Staffroom wrote it (${column}). Put it right, or restore a backup.`,
      'not-written',
    );
  });
}

/** The first row, likewise; nothing when there is none. */
export function parseFirst<Stored>(schema: z.ZodType<Stored>, rows: readonly Row[]): Stored | undefined {
  return parseRows(schema, rows.slice(0, 1))[0];
}
