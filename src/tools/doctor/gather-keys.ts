import type { KeyFacts } from '../../domain/health/check-keys.ts';
import { KeyError } from '../../keys/key-error.ts';
import { readKeyFile } from '../../keys/key-file.ts';
import type { KeyRing } from '../../keys/key-ring.ts';
import { isSheetInSafe } from '../../keys/key-sheet.ts';

export type GatheredKeys =
  | { readonly facts: Extract<KeyFacts, { kind: 'unusable' }>; readonly ring?: undefined }
  | { readonly facts: Extract<KeyFacts, { kind: 'usable' }>; readonly ring: KeyRing };

/** Reads the key file, which has to be its owner's alone. How many texts it cannot open is for whoever has the store. */
export async function gatherKeys(file: string | undefined): Promise<GatheredKeys> {
  try {
    if (file === undefined) throw new KeyError('No key file is set (REPORT_KEY_FILE).');
    const ring = await readKeyFile(file);
    return { ring, facts: { kind: 'usable', inSafe: isSheetInSafe(ring), unreadable: 0 } };
  } catch (error) {
    if (error instanceof KeyError) return { facts: { kind: 'unusable', message: error.message } };
    throw error;
  }
}
