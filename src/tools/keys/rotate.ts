import { setTimeout as wait } from 'node:timers/promises';
import type { Config } from '../../config.ts';
import { resealAll, type ResealDeps } from '../../domain/secrecy/reseal-all.ts';
import { KeyError } from '../../keys/key-error.ts';
import { changeKeyFile, readKeyFile } from '../../keys/key-file.ts';
import { hasPreparedKey, retiringKeys, withNewestInUse, withPreparedKey } from '../../keys/key-ring.ts';
import { openKeys } from '../../keys/open-keys.ts';
import { StoreError } from '../../storage/store-error.ts';
import type { Stores } from '../../storage/stores.ts';
import { openConfiguredStores } from '../open-configured-stores.ts';

export const rotateSteps = ['prepare', 'use', 'drop'] as const;
export type RotateStep = (typeof rotateSteps)[number];

/** As long as a text may take from being sealed under the old key to being stored, by any instance. */
const graceMs = 60_000;
const patienceMs = 10 * 60_000;

/**
 * Changes the key that seals. Without `step` all of it: makes a new key, seals everything under it and drops the old one;
 * where a running bot has the store to itself, that bot does the sealing, and this waits for it. Returns the exit code.
 */
export async function rotate(config: Config, step: RotateStep | undefined): Promise<number> {
  const file = config.reportKeyFile;
  const now = new Date();
  switch (step) {
    case 'prepare':
      await changeKeyFile(file, (ring) => {
        if (hasPreparedKey(ring)) throw new KeyError('A new key is prepared already. Next: --step use');
        return withPreparedKey(ring, now);
      });
      say(
        'A new key is prepared; nothing is sealed under it yet. Copy the key file to every machine, then --step use.',
      );
      return 0;
    case 'use':
      await changeKeyFile(file, (ring) => {
        if (!hasPreparedKey(ring)) throw new KeyError('No new key is prepared. First: --step prepare');
        return withNewestInUse(ring, false);
      });
      say('The new key seals from now on. Copy the key file to every machine; a few minutes later --step drop.');
      return 0;
    case 'drop':
      return retire(config);
    case undefined:
      await changeKeyFile(file, (ring) => {
        const prepared = hasPreparedKey(ring) || retiringKeys(ring).length > 0 ? ring : withPreparedKey(ring, now);
        return withNewestInUse(prepared, true); // also takes up again a change that was broken off
      });
      say('The new key seals from now on.');
      return retire(config);
  }
}

async function retire(config: Config): Promise<number> {
  const file = config.reportKeyFile;
  if (retiringKeys(await readKeyFile(file)).length === 0) {
    say('There is no old key to drop.');
    return 0;
  }
  let stores: Stores;
  try {
    stores = await openConfiguredStores(config);
  } catch (error) {
    if (!(error instanceof StoreError) || error.kind !== 'in-use') throw error;
    await changeKeyFile(file, (ring) => ({ ...ring, dropUnused: true }));
    return waitForBot(file);
  }
  try {
    const keys = await openKeys(file);
    const { questions, incidents, slips } = stores;
    return await retireHere({ ...keys, questions, incidents, slips }, stores.kind === 'lowdb' ? 0 : graceMs);
  } finally {
    await stores.close();
  }
}

/** Seals everything under the new key and drops the old ones that nothing was sealed under, before and after `grace`. */
async function retireHere(deps: ResealDeps, grace: number): Promise<number> {
  const first = await resealAll(deps);
  if (grace > 0) say(`${first.resealed} texts were sealed anew. Waiting a minute for what is being stored just now …`);
  await wait(grace);
  const second = await resealAll(deps);
  const unused = second.unused.filter((kid) => first.unused.includes(kid));
  await deps.rotation.drop(unused);
  const { retiring } = await deps.rotation.state();
  say(`${first.resealed + second.resealed} texts were sealed under the new key.`);
  if (retiring.length === 0) {
    say('The old key was dropped. Next: staffroom keys export, for the new sheet in the safe.');
    return 0;
  }
  const { unreadable } = second;
  say(
    unreadable > 0
      ? `${unreadable} texts cannot be opened, so their key stays on the ring: ${retiring.join(', ')}.`
      : 'Texts were stored under the old key meanwhile. Run staffroom keys rotate --step drop in a few minutes.',
  );
  return 1;
}

async function waitForBot(file: string): Promise<number> {
  say('The running bot seals everything under the new key and then drops the old one; this takes a few minutes …');
  for (let waited = 0; waited < patienceMs; waited += 1_000) {
    if (retiringKeys(await readKeyFile(file)).length === 0) {
      say('The old key was dropped. Next: staffroom keys export, for the new sheet in the safe.');
      return 0;
    }
    await wait(1_000);
  }
  say('The old key is still on the ring. Look into the bot’s log for why; it goes on by itself.');
  return 1;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
