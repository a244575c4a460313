import { countRows, tableNames, type StoreContent } from '../storage/store-content.ts';
import { checkContent } from './check-content.ts';

/** What tells two contents apart, counts of rows and heads of chains, as the end of a sentence; nothing when nothing does. */
export async function findDifference(given: StoreContent, stored: StoreContent): Promise<string | undefined> {
  const [before, after] = [countRows(given), countRows(stored)];
  const table = tableNames.find((name) => before[name] !== after[name]);
  if (table) return `${before[table]} rows (${table}) became ${after[table]}`;
  const checked = await checkContent(stored, new Map());
  if (checked.kind === 'broken') return `what was stored ${checked.why}`;
  const headOf = (content: StoreContent, schoolId: string, chain: string) =>
    content.entries.findLast((entry) => entry.schoolId === schoolId && entry.chain === chain)?.hash;
  const other = checked.chains.find(({ schoolId, chain, hash }) => headOf(given, schoolId, chain) !== hash);
  return other && `the chain ${other.chain} of ${other.schoolId} ends elsewhere`;
}
