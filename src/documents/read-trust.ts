import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Problem } from '../domain/policies/problem.ts';
import { parseTrust } from '../domain/trust/parse-trust.ts';
import type { Trust } from '../domain/trust/trust.ts';
import { decodeUtf8 } from './decode-utf8.ts';

const trustFile = 'trust.yaml';

/**
 * Reads `<policiesDir>/trust.yaml`: the trust, or what is wrong with the file; neither where `inside`, the names of all that is
 * in the folder, has no such file, or it is gone by now. A file that is nearly called so is a problem: whoever wrote it would
 * wait for the totals. Never rejects.
 */
export async function readTrust(
  policiesDir: string,
  inside: readonly string[],
): Promise<{ readonly trust?: Trust; readonly problems: readonly Problem[] }> {
  const names = inside.filter((name) => /^trust\.ya?ml$/i.test(name));
  const other = names.find((name) => name !== trustFile);
  if (other !== undefined) return told(other, `this file is not read under this name; call it ${trustFile}`);
  if (names.length === 0) return { problems: [] };
  try {
    const yaml = decodeUtf8(await readFile(join(policiesDir, trustFile)));
    if (yaml === undefined) return told(trustFile, 'the file is not UTF-8 text; save it again as UTF-8');
    const parsed = parseTrust(yaml, trustFile);
    return parsed.kind === 'parsed' ? { trust: parsed.trust, problems: [] } : { problems: parsed.problems };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === 'ENOENT') return { problems: [] }; // gone meanwhile
    return told(trustFile, `the file cannot be read (${code}); give the bot the right to read it`);
  }
}

function told(file: string, message: string): { problems: Problem[] } {
  return { problems: [{ file, line: 1, message }] };
}
