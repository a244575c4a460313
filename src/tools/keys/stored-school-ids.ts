import { readdir } from 'node:fs/promises';
import type { Config } from '../../config.ts';
import type { Stores } from '../../storage/stores.ts';

/** Every school that the store may hold anything of: those with a folder of policies and those with a ledger. */
export async function storedSchoolIds(
  { policiesDir }: Pick<Config, 'policiesDir'>,
  { ledger }: Stores,
): Promise<string[]> {
  const folders = await readdir(policiesDir, { withFileTypes: true });
  const named = folders.filter((one) => one.isDirectory()).map(({ name }) => name);
  return [...new Set([...named, ...(await ledger.chains()).map(({ schoolId }) => schoolId)])];
}
