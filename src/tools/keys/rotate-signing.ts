import { withNewSigningKey } from '../../keys/change-signing-key.ts';
import { createSigner } from '../../keys/create-signer.ts';
import { changeKeyFile } from '../../keys/key-file.ts';

/** Changes the key that signs the ledgers; whoever serves with this file signs with the new one within a minute. */
export async function rotateSigning(file: string): Promise<number> {
  const ring = await changeKeyFile(file, (old) => withNewSigningKey(old, new Date()));
  if (!ring) throw new Error('a key file that was changed is not there');
  process.stdout.write(
    [
      `The ledgers are signed with a new key from now on: ${createSigner(ring).keyId}`,
      'The old key signed that it takes its place, and is gone; what it signed before stays verifiable.',
      'Where other machines have a copy of the key file, copy it now: until then they sign nothing.',
      'Next: staffroom keys export, for the new sheet in the safe. It has the id for staffroom verify --key.',
      '',
    ].join('\n'),
  );
  return 0;
}
