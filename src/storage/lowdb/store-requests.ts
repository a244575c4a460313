import { randomUUID } from 'node:crypto';
import { access, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod/v4';
import type { DeliveryStore } from '../../domain/delivery/delivery-store.ts';
import { renameFile } from './rename-file.ts';
import { writeSynced } from './store-file.ts';

/** What a command asks of the process that has the store. */
const Request = z.strictObject({
  acknowledge: z.strictObject({ keys: z.array(z.string()), by: z.string(), at: z.iso.datetime() }),
});
type Request = z.infer<typeof Request>;

const name = /^staffroom\.request-[0-9a-f-]{36}\.json$/;
const everyMs = 1_000;

/** Leaves a request in the store's folder, for whoever has the store; it is gone when it was taken. Returns its file. */
export async function leaveRequest(dataDir: string, request: Request): Promise<string> {
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
export function takeRequests(
  dataDir: string,
  deliveries: Pick<DeliveryStore, 'acknowledge'>,
): { stop(): Promise<void> } {
  let working: Promise<void> = Promise.resolve();
  const look = () => (working = working.then(() => takeAll(dataDir, deliveries)));
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
async function takeAll(dataDir: string, deliveries: Pick<DeliveryStore, 'acknowledge'>): Promise<void> {
  const files = (await readdir(dataDir).catch(() => [])).filter((file) => name.test(file)).sort();
  for (const file of files) await takeOne(join(dataDir, file), deliveries).catch(() => undefined);
}

async function takeOne(file: string, deliveries: Pick<DeliveryStore, 'acknowledge'>): Promise<void> {
  const request = Request.safeParse(parseJson(await readFile(file, 'utf8')));
  if (request.success) {
    const { keys, by, at } = request.data.acknowledge;
    await deliveries.acknowledge(keys, { by, at });
  }
  await rm(file, { force: true });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
