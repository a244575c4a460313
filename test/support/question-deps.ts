import { randomBytes, randomInt } from 'node:crypto';
import { newReference } from '../../src/domain/delivery/reference.ts';
import { createSubmission } from '../../src/domain/delivery/submission.ts';
import type { RosterReader } from '../../src/domain/people/roster-reader.ts';
import { createSealer } from '../../src/keys/create-sealer.ts';
import { createSigner } from '../../src/keys/create-signer.ts';
import { newKeyRing, type KeyRing } from '../../src/keys/key-ring.ts';

/** What the bot needs beside the stores, as app.ts makes it; error ids are counted, and no roster can be read. */
export function questionDeps(ring: KeyRing = newKeyRing(new Date())) {
  let errors = 0;
  return {
    sealer: createSealer(() => Promise.resolve(ring)),
    signer: () => Promise.resolve(createSigner(ring)),
    newReference: (prefix: string) => newReference(prefix, randomBytes),
    newSubmission: () => createSubmission(randomBytes),
    newFileSecret: () => ({
      token: randomBytes(16).toString('base64url'),
      code: String(randomInt(1_000_000)).padStart(6, '0'),
    }),
    newErrorId: () => `E-${++errors}`,
    // Their clocks stand still, and some ask all day in one minute: the limit has its own tests.
    countActivity: () => undefined,
    // Policies are as their files stand.
    proposedHash: () => undefined,
    onVersions: () => Promise.resolve(),
    addPhrasing: () => Promise.resolve('not-written' as const),
    rosterOf: (): RosterReader => () => Promise.resolve({ kind: 'unreadable', code: 'no-teams' }),
  };
}
