import type { Activity } from 'botbuilder';
import { z } from 'zod/v4';

/** The search command of the app's manifest. */
export const quoteCommand = 'quoteClause';

const Query = z.object({
  commandId: z.literal(quoteCommand),
  parameters: z.array(z.object({ name: z.string(), value: z.unknown() })).catch([]),
  queryOptions: z.object({ skip: z.int().min(0).catch(0) }).catch({ skip: 0 }),
});

/** What somebody looks for beside a chat: nothing yet where there are no words. `skip`: so many results are on their screen. */
export interface SearchAsked {
  readonly words: string;
  readonly skip: number;
}

/** Whether somebody searches from the box in which messages are written, however broken the search is. */
export function isSearch({ type, name }: Partial<Activity>): boolean {
  return type === 'invoke' && name === 'composeExtension/query';
}

/** Undefined where it is no search of this app's. */
export function readSearch({ value }: Partial<Activity>): SearchAsked | undefined {
  const read = Query.safeParse(value);
  if (!read.success) return undefined;
  const { parameters, queryOptions } = read.data;
  const words = parameters.find(({ name }) => name === 'words')?.value;
  return { words: typeof words === 'string' ? words : '', skip: queryOptions.skip };
}
