import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { ids, messageActivity } from '../support/activities.ts';
import { badTokens } from '../support/bad-tokens.ts';
import { chatOf, introduceSchools, writeReportingSchools } from '../support/reporting-schools.ts';
import { sendRaw } from '../support/send-raw.ts';
import { openSurroundings, startServer } from '../support/start-server.ts';

/*
 * What 500 bad requests a second do to those who ask well: every way of failing to prove who sends, compressed, broken,
 * deep and large bodies, other tenants, and one member of staff who never stops asking; beside them ten questions a second
 * by two hundred others. MINUTES=30 for the whole run, five by default: a shorter one measures the start. Ends with 1 when a good question took over a second
 * (p99), the process ended, or grew by 20 MB or more after its first twenty seconds.
 */
const minutes = Number(process.env.MINUTES ?? 5);
const [badPerSecond, goodPerSecond] = [500, 10];
const tickMs = 20;
const settleMs = 20_000;
const targets = { p99Ms: 1_000, growthMb: 20 };

const policies = mkdtempSync(join(tmpdir(), 'staffroom-bench-flood-'));
const [school] = writeReportingSchools(policies, { schools: 1, reporters: 201 });
if (!school) throw new Error('no school was written');
const [flooder, ...askers] = school.reporters;
const surroundings = await openSurroundings();
const { connector, authority } = surroundings;
await introduceSchools({ dataDir: surroundings.dataDir }, connector.url, [school]);
const server = await startServer({ surroundings, env: { POLICIES_DIR: policies, LOG_LEVEL: 'info' } });
const url = `${server.url}/api/messages`;
const json = ['content-type', 'application/json'] as const;
const good = ['authorization', `Bearer ${await authority.sign({ claims: { exp: 4e9 } })}`] as const;

type Who = typeof flooder;
const askedBy = (from: Who) =>
  JSON.stringify(
    messageActivity(connector.url, 'May I use my own phone in the classroom?', {
      from,
      conversation: { id: from ? chatOf(from) : 'a:x', conversationType: 'personal', tenantId: ids.tenant },
    }),
  );
const elsewhere = messageActivity(connector.url, 'hello', { channelData: { tenant: { id: ids.otherTenant } } });
const bomb = gzipSync(Buffer.alloc(10 * 1024 * 1024, ' '));
const bodies: readonly (() => Parameters<typeof sendRaw>[1])[] = [
  () => ({ headers: [good, json], body: askedBy(flooder) }),
  () => ({ headers: [good, json, ['content-encoding', 'gzip']], body: bomb }),
  () => ({ headers: [good, json], body: '{"a":'.repeat(40_000) + '1' + '}'.repeat(40_000) }),
  () => ({ headers: [good, json], body: Buffer.alloc(300 * 1024, ' ') }),
  () => ({ headers: [good, json], body: '{"type":"message"' }),
  () => ({ headers: [good, json], body: JSON.stringify(elsewhere) }),
  () => ({ headers: [good, ['content-type', 'text/plain']], body: 'x' }),
];
const tokens = await badTokens(authority, connector.url);
const withTokens = tokens.map(([, headers]) => () => ({
  headers: [json, ...headers.map((value) => ['authorization', value] as const)],
  body: askedBy(askers[0]),
}));
// Every second one has a token that is no good.
const bad = Array.from({ length: 2 * withTokens.length }, (_, at) =>
  at % 2 === 0 ? withTokens[at / 2] : bodies[((at - 1) / 2) % bodies.length],
);

const took: number[] = [];
const statuses = new Map<number, number>();
const memory: number[] = [];
const underWay = new Set<Promise<unknown>>();
const start = performance.now();
const endAt = start + minutes * 60_000;
let [badSent, goodSent, measuredAt] = [0, 0, start];
while (performance.now() < endAt && server.process.exitCode === null) {
  const seconds = (performance.now() - start) / 1000;
  for (; badSent < seconds * badPerSecond && underWay.size < badPerSecond; badSent++) {
    const made = bad[badSent % bad.length]?.();
    if (made) track(sendRaw(url, made).then(({ status }) => count(status)));
  }
  for (; goodSent < seconds * goodPerSecond; goodSent++) track(askWell(askers[goodSent % askers.length]));
  if (performance.now() - measuredAt >= 1_000) {
    measuredAt = performance.now();
    memory.push(residentMb(server.process.pid));
  }
  await wait(tickMs);
}
const seconds = (performance.now() - start) / 1000;
await Promise.all(underWay);
const exitCode = server.process.exitCode;
await server.close();
await surroundings.close();
rmSync(policies, { recursive: true });

const settled = memory.slice(settleMs / 1000);
const growthMb = median(settled.slice(-10)) - median(settled.slice(0, 10));
const p99 = percentile(took, 0.99);
console.log(`${(badSent / seconds).toFixed(0)} bad requests a second for ${(seconds / 60).toFixed(1)} minutes`);
console.log(
  `answered with ${[...statuses]
    .sort(([a], [b]) => a - b)
    .map(([status, times]) => `${status}: ${times}`)
    .join(', ')}`,
);
console.log(`${took.length} good questions: p50 ${percentile(took, 0.5).toFixed(0)} ms, p99 ${p99.toFixed(0)} ms`);
console.log(`memory ${median(settled.slice(0, 10)).toFixed(0)} MB, grown by ${growthMb.toFixed(1)} MB`);
const met = p99 < targets.p99Ms && growthMb < targets.growthMb && exitCode === null;
console.log(
  `Targets: p99 below ${targets.p99Ms} ms, growth below ${targets.growthMb} MB, no exit. ${met ? 'Met.' : 'MISSED.'}`,
);
process.exitCode = met ? 0 : 1;

async function askWell(from: Who): Promise<void> {
  const started = performance.now();
  const { status } = await sendRaw(url, { headers: [good, json], body: askedBy(from) });
  if (status !== 200) throw new Error(`a good question was answered with ${status}`);
  took.push(performance.now() - started);
}

function track(work: Promise<void>): void {
  underWay.add(work);
  void work.finally(() => underWay.delete(work));
}

function count(status: number): void {
  statuses.set(status, (statuses.get(status) ?? 0) + 1);
}

function residentMb(pid: number | undefined): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024;
}

function percentile(all: readonly number[], share: number): number {
  const sorted = [...all].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}

function median(all: readonly number[]): number {
  return percentile(all, 0.5);
}
