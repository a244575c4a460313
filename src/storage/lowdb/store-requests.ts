import { randomUUID } from 'node:crypto';
import { access, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod/v4';
import { recordServerExport, ServerExport } from '../../domain/incidents/export-on-server.ts';
import { chainClasses } from '../../domain/ledger/entry.ts';
import { applyRetention, RetentionDeeds } from '../../domain/records/apply-retention.ts';
import type { StorePorts } from '../stores.ts';
import { renameFile } from './rename-file.ts';
import { writeSynced } from './store-file.ts';

const Entry = z.strictObject({
  schoolId: z.string(),
  chain: z.enum(chainClasses),
  at: z.iso.datetime(),
  kind: z.string(),
  facts: z.record(z.string(), z.union([z.string(), z.boolean(), z.int()])),
});

/** What a command asks of the process that has the store. */
const Request = z.union([
  z.strictObject({
    acknowledge: z.strictObject({ keys: z.array(z.string()), by: z.string(), at: z.iso.datetime() }),
  }),
  z.strictObject({ retain: RetentionDeeds }),
  z.strictObject({ export: ServerExport }),
  z.strictObject({ record: z.strictObject({ act: z.string(), entry: Entry }) }),
]);
export type StoreRequest = z.infer<typeof Request>;

/** What a request may need of the store. */
type Ports = Pick<StorePorts, 'ledger' | 'retention'> & {
  readonly deliveries: Pick<StorePorts['deliveries'], 'acknowledge'>;
  readonly incidents: Pick<StorePorts['incidents'], 'shred' | 'record'>;
  readonly persons: Pick<StorePorts['persons'], 'forgetPerson'>;
  readonly signoffs: Pick<StorePorts['signoffs'], 'destroySignatory' | 'destroyCampaign'>;
  readonly versions: Pick<StorePorts['versions'], 'destroyVersion'>;
  readonly broadcasts: Pick<StorePorts['broadcasts'], 'destroyBroadcast'>;
  readonly slips: Pick<StorePorts['slips'], 'destroySlip'>;
  readonly questions: Pick<StorePorts['questions'], 'destroySuggestion'>;
};

const name = /^staffroom\.request-[0-9a-f-]{36}\.json$/;
const everyMs = 1_000;

/** Leaves a request in the store's folder, for whoever has the store; it is gone when it was taken. Returns its file. */
export async function leaveRequest(dataDir: string, request: StoreRequest): Promise<string> {
  const file = join(dataDir, `staffroom.request-${randomUUID()}.json`);
  await writeSynced(`${file}.new`, Buffer.from(JSON.stringify(request)));
  await renameFile(`${file}.new`, file);
  return file;
}

/** Whether a request is still there. */
export function isWaiting(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}

/**
 * Takes the requests in the folder, now and every second, until it is stopped; `stop` resolves when the one under way is
 * stored. One that the store refuses stays and is tried again; one that cannot be understood is deleted. Whoever may
 * write into the folder could change the store itself, so a request needs no other right.
 */
export function takeRequests(dataDir: string, ports: Ports): { stop(): Promise<void> } {
  let working: Promise<void> = Promise.resolve();
  const look = () => (working = working.then(() => takeAll(dataDir, ports)));
  const timer = setInterval(() => void look(), everyMs);
  timer.unref();
  void look();
  return {
    stop() {
      clearInterval(timer);
      return working;
    },
  };
}

/** Never rejects: what stays is looked at again, and whoever left it says that it was not taken. */
async function takeAll(dataDir: string, ports: Ports): Promise<void> {
  const files = (await readdir(dataDir).catch(() => [])).filter((file) => name.test(file)).sort();
  for (const file of files) await takeOne(join(dataDir, file), ports).catch(() => undefined);
}

async function takeOne(file: string, ports: Ports): Promise<void> {
  const request = Request.safeParse(parseJson(await readFile(file, 'utf8')));
  if (request.success) await fulfil(ports, request.data);
  await rm(file, { force: true });
}

async function fulfil(ports: Ports, request: StoreRequest): Promise<void> {
  if ('acknowledge' in request) {
    const { keys, by, at } = request.acknowledge;
    await ports.deliveries.acknowledge(keys, { by, at });
  } else if ('retain' in request) {
    await applyRetention(ports, request.retain);
  } else if ('export' in request) {
    await recordServerExport(ports.incidents, request.export);
  } else {
    const { act, entry } = request.record;
    await ports.ledger.record({ activityKey: act, submissionId: act }, entry);
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
