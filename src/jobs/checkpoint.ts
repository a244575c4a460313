import { Cron } from 'croner';
import type { PersonKey } from '../domain/people/person-key.ts';
import { findWitness, owedForCheckpoint } from '../domain/ledger/checkpoint-witness.ts';
import type { LedgerSigner } from '../domain/ledger/ledger-signer.ts';
import type { LedgerStore } from '../domain/ledger/ledger-store.ts';
import { makeCheckpoint } from '../domain/ledger/make-checkpoint.ts';
import type { PersonStore } from '../domain/people/person-store.ts';
import { tenantOf } from '../domain/people/tenant-of.ts';
import type { School } from '../domain/people/school.ts';
import type { LibraryShelf } from '../domain/policies/library-shelf.ts';
import type { Log } from '../log.ts';

export interface CheckpointDeps {
  readonly ledger: LedgerStore;
  readonly persons: Pick<PersonStore, 'staffTeams' | 'boundUpns'>;
  readonly shelf: Pick<LibraryShelf, 'find'>;
  readonly signer: () => Promise<LedgerSigner>;
  /** The tenant that the bot serves; without one it is that of the school's staff team. */
  readonly tenantId: string | undefined;
  readonly now: () => Date;
  readonly log: Log;
  /** Is called when something was put into the outbox. */
  readonly onOwed?: (() => void) | undefined;
}

const everyMinute = '* * * * *';

/**
 * Signs checkpoints of every chain when they are due (`checkpointDue`), looking once a minute and at the start, and owes
 * each one's hash to the school's witness. `stop` resolves when what is being signed is stored.
 */
export function startCheckpoints(deps: CheckpointDeps): { stop(): Promise<void> } {
  let working: Promise<void> = Promise.resolve();
  const look = () => (working = working.then(() => makeCheckpoints(deps)));
  const job = new Cron(everyMinute, { protect: true }, look);
  void look();
  return {
    stop() {
      job.stop();
      return working;
    },
  };
}

/** Makes the checkpoints that are due now. Never rejects; a chain that does not hold holds up no other. */
export async function makeCheckpoints(deps: CheckpointDeps): Promise<void> {
  const { ledger, shelf, signer, now, log, onOwed } = deps;
  try {
    for (const name of await ledger.chains()) {
      const { schoolId: school, chain: kind } = name;
      const found = shelf.find(school)?.school;
      const witness = found && (await reachWitness(found, deps));
      const at = now();
      const owedFor = (checkpoint: Parameters<typeof owedForCheckpoint>[0]) =>
        witness ? [owedForCheckpoint(checkpoint, witness, at)] : [];
      const made = await makeCheckpoint(ledger, name, { now: at, signer: await signer(), owedFor });
      if (made.kind === 'broken') {
        log.error(
          { school, kind, code: 'ledger-broken', count: made.entry },
          'a ledger does not hold; it is not signed',
        );
      } else if (made.kind === 'other-key') {
        log.error(
          { school, kind, code: 'signed-by-another-key' },
          'a ledger was last signed with a key that is not in the key file; it is not signed',
        );
      } else if (made.kind === 'made') {
        if (!witness) log.warn({ school, kind, code: 'no-witness' }, 'nobody outside keeps this checkpoint');
        log.info({ school, kind, count: made.checkpoint.seq }, 'a checkpoint was signed');
        if (witness) onOwed?.();
      }
    }
  } catch (err) {
    log.error({ code: 'no-checkpoint', err }, 'checkpoints were not made; the next run tries again');
  }
}

async function reachWitness(
  school: School,
  { persons, tenantId }: Pick<CheckpointDeps, 'persons' | 'tenantId'>,
): Promise<PersonKey | undefined> {
  const tenant = await tenantOf(persons, school.id, tenantId);
  if (tenant === undefined) return undefined;
  const bound = await persons.boundUpns(tenant);
  const objectId = findWitness(school, (person) => person.objectId ?? (person.upn && bound.get(person.upn)));
  return objectId === undefined ? undefined : { tenantId: tenant, objectId };
}
