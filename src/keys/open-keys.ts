import type { LedgerSigner } from '../domain/ledger/ledger-signer.ts';
import type { Sealer } from '../domain/secrecy/sealer.ts';
import type { KeyRotation } from '../domain/secrecy/key-rotation.ts';
import { createSealer, sealedUnder } from './create-sealer.ts';
import { createSigner } from './create-signer.ts';
import { KeyError } from './key-error.ts';
import { changeKeyFile, createKeyFile, fileStamp, readKeyFile } from './key-file.ts';
import { type KeyRing, newKeyRing, retiringKeys, withoutKeys } from './key-ring.ts';

export interface Keys {
  readonly file: string;
  readonly sealer: Sealer;
  /** Signs with the key that signs now. */
  readonly signer: () => Promise<LedgerSigner>;
  readonly rotation: KeyRotation;
  /** The ring as the file holds it now; the last good one while the file cannot be read. */
  ring(): Promise<KeyRing>;
  /** Whether the file can be read now. For /readyz. */
  isReadable(): Promise<boolean>;
}

/**
 * Opens the key file. A change of the file is taken up by itself, before the next text is sealed and whenever a text
 * names a key that is not known yet; while the new content cannot be read (`onUnreadable` hears of it) the old stays.
 * With `make`, a file that is missing is made. Rejects with a KeyError when the keys cannot be used.
 */
export async function openKeys(
  file: string,
  { make, onUnreadable }: { make?: Date | undefined; onUnreadable?: ((error: KeyError) => void) | undefined } = {},
): Promise<Keys> {
  if (make && (await fileStamp(file)) === undefined) await createKeyFile(file, newKeyRing(make));
  let stamp = await fileStamp(file);
  let current = await readKeyFile(file);

  const ring = async () => {
    const now = await fileStamp(file);
    if (now === stamp) return current;
    try {
      current = await readKeyFile(file);
      stamp = now;
    } catch (error) {
      if (!(error instanceof KeyError)) throw error;
      onUnreadable?.(error);
    }
    return current;
  };
  const ringFor = async (kid?: string) => (current.wrapping.some((one) => one.kid === kid) ? current : ring());

  return {
    file,
    sealer: createSealer(ringFor),
    signer: async () => createSigner(await ring()),
    rotation: {
      async state() {
        const { sealsWith, dropUnused, ...rest } = await ring();
        return { sealsWith, dropUnused, retiring: retiringKeys({ sealsWith, ...rest }) };
      },
      keyOf: sealedUnder,
      drop: async (kids) => void (await changeKeyFile(file, (now) => withoutKeys(now, kids))),
    },
    ring,
    isReadable: () =>
      readKeyFile(file).then(
        () => true,
        () => false,
      ),
  };
}
