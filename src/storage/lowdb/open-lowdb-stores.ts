import { mkdir } from 'node:fs/promises';
import { StoreError } from '../store-error.ts';
import type { StoreFinding, Stores } from '../stores.ts';
import { createLowdbStores } from './create-lowdb-stores.ts';
import { lockFolder } from './lock-folder.ts';
import { requireLocalDisk } from './local-disk.ts';
import { openLowdb } from './open-lowdb.ts';
import { codeOf } from './read-generation.ts';
import { readNotes } from './restored-notes.ts';
import { takeRequests } from './store-requests.ts';

/** From this size on a change takes noticeably long, because the whole file is written each time. */
const largeBytes = 10 * 1024 * 1024;

export interface LowdbPlace {
  readonly dataDir: string;
  /** The process runs on Azure App Service. */
  readonly appService?: boolean | undefined;
  readonly now?: (() => Date) | undefined;
  /** Is told at once what a person has to know; the same stands in `health()` while it lasts. */
  readonly onFinding?: ((finding: StoreFinding) => void) | undefined;
}

/**
 * Opens the stores in the folder `dataDir`, which is made when it does not exist, for this process alone; what other
 * processes ask for by a file in the folder it takes meanwhile.
 * Rejects with a StoreError, one line for whoever starts the bot, when what is there cannot be used.
 */
export async function openLowdbStores({
  dataDir,
  appService = false,
  now = () => new Date(),
  onFinding,
}: LowdbPlace): Promise<Stores> {
  try {
    await mkdir(dataDir, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw new StoreError(
      `The folder ${dataDir} cannot be made (${codeOf(error)}). Check DATA_DIR and its permissions.`,
    );
  }
  await requireLocalDisk(dataDir, { appService });
  const unlock = await lockFolder(dataDir);
  try {
    let largeTold = false;
    const tellLarge = () => {
      const large = largeTold ? undefined : findLarge(dataDir, bytes());
      if (!large) return;
      largeTold = true;
      onFinding?.(large);
    };
    const { db, bytes, finding } = await openLowdb(dataDir, { now, onWrite: tellLarge });
    if (finding) onFinding?.(finding);
    const doubts = finding?.kind === 'doubtful' ? [finding] : [];
    tellLarge();
    const ports = createLowdbStores(db);
    const requests = takeRequests(dataDir, ports);
    return {
      ...ports,
      kind: 'lowdb',
      health: async () => {
        if (db.failure()) await db.probe().catch(() => undefined);
        const failure = db.failure();
        const findings = [
          ...(failure ? [toFinding(failure)] : []),
          ...doubts,
          ...(await inspectFolder(dataDir, bytes())),
        ];
        return { serves: failure === undefined, bytes: bytes(), findings };
      },
      close: async () => {
        await requests.stop();
        await db.settled();
        await unlock();
      },
    };
  } catch (error) {
    await unlock();
    throw error;
  }
}

/** What the store's folder itself tells, whether a bot is running with it or not. `bytes` is the size of the file. */
export async function inspectFolder(dataDir: string, bytes: number): Promise<StoreFinding[]> {
  const large = findLarge(dataDir, bytes);
  const notes = await readNotes(dataDir);
  return [...notes.map((message) => ({ kind: 'restored' as const, message })), ...(large ? [large] : [])];
}

function findLarge(dataDir: string, bytes: number): StoreFinding | undefined {
  if (bytes <= largeBytes) return undefined;
  const size = (bytes / 1024 / 1024).toFixed(0);
  const message = `The store in ${dataDir} has grown to ${size} MB; above 10 MB saving gets slow. Whoever looks after the server: move it to PostgreSQL (DATABASE_URL).`;
  return { kind: 'large', message };
}

function toFinding({ kind, message }: StoreError): StoreFinding {
  return { kind: kind === 'full' || kind === 'broken' ? kind : 'not-written', message };
}
