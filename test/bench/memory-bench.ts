import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { openStores } from '../../src/storage/open-stores.ts';
import { act, delivery, entryDraft, question } from '../storage/sample-facts.ts';
import { ids, messageActivity } from '../support/activities.ts';
import { openSurroundings, startServer, type Server } from '../support/start-server.ts';
import { askers, questionOf } from './write-school.ts';

/**
 * What memory the bot takes with the sample school, and what room its store: with so many people in the staff team and so
 * many questions handed over, each with its delivery and its ledger entry. At rest, after a thousand questions, and the most
 * that it took. Linux alone tells the memory of a process in /proc. docs/set-up.md has the figures.
 */
const schools = [
  { staff: 60, handedOver: 0 },
  { staff: 60, handedOver: 1_000 },
  { staff: 600, handedOver: 4_000 },
];
const questions = 1_000;
const restMs = 20_000;

for (const { staff, handedOver } of schools) {
  const surroundings = await openSurroundings();
  await fill(surroundings.dataDir, { staff, handedOver, serviceUrl: surroundings.connector.url });
  const server = await startServer({ surroundings });
  await new Promise((resolve) => setTimeout(resolve, restMs));
  const atRest = memoryOf(server, 'VmRSS');
  for (let n = 0; n < questions; n++) await ask(server, n, staff);
  const after = memoryOf(server, 'VmRSS');
  const most = memoryOf(server, 'VmHWM');
  const stored = statSync(join(surroundings.dataDir, 'staffroom.json')).size / 1024 / 1024;
  await server.close();
  await surroundings.close();
  console.log(
    `${staff} staff, ${handedOver} questions handed over: ${atRest} MB at rest, ${after} MB after ${questions} questions, ${most} MB at most; store ${stored.toFixed(1)} MB`,
  );
}

async function fill(
  dataDir: string,
  { staff, handedOver, serviceUrl }: { staff: number; handedOver: number; serviceUrl: string },
): Promise<void> {
  const stores = await openStores({ dataDir });
  const now = new Date().toISOString();
  await stores.persons.saveStaffTeam({
    ...{ schoolId: 'marlow-bridge', tenantId: ids.tenant, serviceUrl, connectedBy: ids.bot, connectedAt: now },
    ...{ refreshedAt: now, teamId: 'group-1', teamName: 'Staff', conversationId: '19:staff@thread.tacv2' },
    members: askers.slice(0, staff).map(({ aadObjectId, name }) => ({ objectId: aadObjectId, name })),
  });
  const handOver = (_: unknown, n: number) => {
    const words = question(n, { sealedText: `sealed ${n} `.repeat(40) });
    const owed = delivery(n, { state: 'sent' });
    return stores.questions.submit(act(n), words, { owed: [owed], entries: [entryDraft(n)] });
  };
  await Promise.all(Array.from({ length: handedOver }, handOver));
  await stores.close();
}

async function ask(server: Server, n: number, staff: number): Promise<void> {
  const from = askers[n % staff];
  const answer = await server.post(messageActivity(server.connector.url, questionOf(n), from ? { from } : {}));
  if (answer.status !== 200) throw new Error(`the server answered ${answer.status}`);
}

function memoryOf({ process: { pid } }: Server, what: 'VmRSS' | 'VmHWM'): number {
  const [, kB = NaN] = new RegExp(`${what}:\\s+(\\d+) kB`).exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Math.round(Number(kB) / 1024);
}
