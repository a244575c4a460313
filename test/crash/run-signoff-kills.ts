import { setTimeout as wait } from 'node:timers/promises';
import { endorsedKeys } from '../../src/domain/ledger/ledger-keys.ts';
import { openKeys } from '../../src/keys/open-keys.ts';
import { openSnapshot } from '../../src/storage/open-snapshot.ts';
import { openStores } from '../../src/storage/open-stores.ts';
import { judgeSignoffs, type SignoffVerdict } from './judge-signoffs.ts';
import { runSessionKills, type KillWork, type KillWorld, type SessionKillRun } from './kill-sessions.ts';
import { createSignoffTraffic, type AskedIn, type Signing } from './signoff-traffic.ts';

/** Kills a serving bot again and again while campaigns are opened in the place of others, and people sign, ask and decline. */
export function runSignoffKills(run: SessionKillRun) {
  return runSessionKills('sign-offs', run, { freshEach: 2, work: signoffWork });
}

const policies = ['staff-acceptable-use', 'staff-code-of-conduct'] as const;
const dayMs = 24 * 60 * 60 * 1000;

function signoffWork({
  random,
  serviceUrl,
  school,
  stores: at,
  keyFile,
}: KillWorld): KillWork<Signing, SignoffVerdict> {
  let asked = new Map<string, AskedIn>();
  const traffic = createSignoffTraffic(random, serviceUrl, school, ({ aadObjectId }) => asked.get(aadObjectId));

  /** Who is asked now by the first policy's campaign, read from the store beside the bot. */
  async function lookUp(): Promise<void> {
    const snapshot = await openSnapshot(at);
    if (!snapshot) return;
    const { signoffs } = snapshot.ports;
    const campaigns = await signoffs.campaigns(school.id);
    const open = campaigns.filter(({ state }) => state === 'open');
    const next = new Map<string, AskedIn>();
    for (const { id, document } of open) {
      if (document.kind !== 'policy' || document.policyId !== policies[0]) continue;
      for (const { id: signatory, person } of await signoffs.signatories(school.id, id))
        if (person)
          next.set(person.objectId, { signatory, hash: document.hash, statements: document.statements.length });
    }
    await snapshot.close();
    asked = next;
  }

  const dayAhead = (days: number) => new Date(Date.now() + days * dayMs).toISOString().slice(0, 10);
  return {
    // A bot that has just started for the first time stores the versions of its policies in a moment.
    async prepare(post) {
      for (let tries = 0; asked.size === 0; tries++) {
        if (tries === 60) throw new Error('no campaign was opened');
        await post(traffic.opening(policies[0], dayAhead(20)));
        await wait(500);
        await lookUp();
      }
    },
    begin: () => traffic.begin(),
    async before(cycle) {
      await lookUp();
      const policy = policies[cycle % 8 === 1 ? 1 : 0];
      return cycle % 4 === 1 ? traffic.opening(policy, dayAhead(21 + (cycle % 200))) : undefined;
    },
    async judge(told, seen) {
      const { signer } = await openKeys(keyFile);
      const stores = await openStores(at);
      const content = await stores.transfer.exportAll();
      await stores.close();
      return judgeSignoffs(told, content, { schoolId: school.id, keys: endorsedKeys((await signer()).keys), seen });
    },
  };
}
