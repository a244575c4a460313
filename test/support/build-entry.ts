import { builtFrom } from '../../src/build.mjs';

/** Compiles an entry file as the `staffroom` command does its own, once for all tests; gives the module to run. */
export function buildEntry(entry: string): Promise<string> {
  return builtFrom(entry, ['src', 'test']);
}
