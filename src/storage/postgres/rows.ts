import type { z } from 'zod/v4';
import type { Row } from './database.ts';

/** The rows as `schema` knows them; a column that is null counts as absent. Throws on a row that is anything else. */
export function parseRows<Stored>(schema: z.ZodType<Stored>, rows: readonly Row[]): Stored[] {
  return rows.map((row) => schema.parse(Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null))));
}

/** The first row, likewise; nothing when there is none. */
export function parseFirst<Stored>(schema: z.ZodType<Stored>, rows: readonly Row[]): Stored | undefined {
  return parseRows(schema, rows.slice(0, 1))[0];
}
