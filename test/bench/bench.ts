import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { messageActivity } from '../support/activities.ts';
import { cpuMsOf } from '../support/cpu-ms-of.ts';
import { openSurroundings, startServer, type Server } from '../support/start-server.ts';
import { askers, introduceAskers, questionOf, writeSchool } from './write-school.ts';

/**
 * Measures the bot with 1,000 clauses beside a bare teams-ai echo bot, each in a process of its own, over HTTP with signed
 * tokens and the same connector: time to ready, one question to one answer, and requests per second at 20 connections.
 * Both take turns in small portions, so that what else the machine does hits both alike; processor time is told as well,
 * because a busy machine disturbs it less. Ends with 1 when a target is missed.
 */
const clauses = 1000;
const starts = 7;
const warmUpQuestions = 1500;
const rounds = 20;
const questionsPerRound = 50;
const connections = 20;
const loadMs = 2500;
const loadRounds = 3;
const targets = { latency: 1.3, ready: 1.5 };

interface Figures {
  readonly ready: number[];
  readonly readyCpu: number[];
  readonly latency: number[];
  readonly latencyCpu: number[];
  readonly perSecond: number[];
}

const policies = mkdtempSync(join(tmpdir(), 'staffroom-bench-'));
writeSchool(policies, clauses);
const staffroom = { entry: 'test/support/server-entry.ts', env: { POLICIES_DIR: policies, LOG_LEVEL: 'info' } };
const echo = { entry: 'test/bench/echo-entry.ts', env: {} };
const figures: { staffroom: Figures; echo: Figures } = {
  staffroom: { ready: [], readyCpu: [], latency: [], latencyCpu: [], perSecond: [] },
  echo: { ready: [], readyCpu: [], latency: [], latencyCpu: [], perSecond: [] },
};
let number = 0;

for (let start = 0; start < starts; start++) {
  for (const [name, options] of [
    ['staffroom', staffroom],
    ['echo', echo],
  ] as const) {
    const server = await startServer(options);
    figures[name].ready.push(server.readyMs);
    figures[name].readyCpu.push(server.readyCpuMs);
    await server.close();
  }
}

const surroundings = await openSurroundings(staffroom.entry);
await introduceAskers({ dataDir: surroundings.dataDir }, surroundings.connector.url);
const servers = { staffroom: await startServer({ ...staffroom, surroundings }), echo: await startServer(echo) };
const names = ['staffroom', 'echo'] as const;
for (const name of names) await askMany(servers[name], 1, warmUpQuestions);
for (let round = 0; round < rounds; round++) {
  for (const name of names) {
    const before = cpuMsOf(servers[name].process.pid);
    figures[name].latency.push(...(await askMany(servers[name], 1, questionsPerRound)));
    figures[name].latencyCpu.push((cpuMsOf(servers[name].process.pid) - before) / questionsPerRound);
  }
}
for (let round = 0; round < loadRounds; round++) {
  for (const name of names) figures[name].perSecond.push(await load(servers[name]));
}
const seen = JSON.stringify(servers.staffroom.connector.seen.map(({ activity }) => activity.attachments));
if (!seen.includes('AdaptiveCard') || seen.includes('more than I can answer'))
  throw new Error('the bot did not answer each question with a card');
for (const name of names) await servers[name].close();
await surroundings.close();
rmSync(policies, { recursive: true });

const rows = [
  row('time to ready, ms (median)', (of) => percentile(of.ready, 0.5)),
  row('processor time to ready, ms (median)', (of) => percentile(of.readyCpu, 0.5)),
  row('one question to one answer, ms (median)', (of) => percentile(of.latency, 0.5)),
  row('one question to one answer, ms (p99)', (of) => percentile(of.latency, 0.99)),
  row('processor time an answer, ms (mean)', (of) => of.latencyCpu.reduce((sum, ms) => sum + ms, 0) / rounds),
  row(`answers a second at ${connections} connections (median)`, (of) => percentile(of.perSecond, 0.5)),
];
console.table(Object.fromEntries(rows));
const ratio = (pick: (of: Figures) => number[]) =>
  percentile(pick(figures.staffroom), 0.5) / percentile(pick(figures.echo), 0.5);
const met = ratio(({ latency }) => latency) <= targets.latency && ratio(({ ready }) => ready) <= targets.ready;
console.log(
  `Targets: answer within ${targets.latency} times, ready within ${targets.ready} times. ${met ? 'Met.' : 'MISSED.'}`,
);
process.exitCode = met ? 0 : 1;

function row(title: string, pick: (of: Figures) => number): [string, Record<string, string>] {
  const [ours, theirs] = [pick(figures.staffroom), pick(figures.echo)];
  return [title, { staffroom: ours.toFixed(1), 'echo bot': theirs.toFixed(1), times: (ours / theirs).toFixed(2) }];
}

/** Asks `count` questions on each of `width` connections, one after the other; the milliseconds that each took. */
async function askMany(server: Server, width: number, count: number): Promise<number[]> {
  const token = await server.authority.sign();
  const agent = new Agent({ keepAlive: true, maxSockets: width });
  const took: number[] = [];
  await Promise.all(
    Array.from({ length: width }, async () => {
      for (let at = 0; at < count; at++) took.push(await ask(server, agent, token));
    }),
  );
  agent.destroy();
  return took;
}

async function load(server: Server): Promise<number> {
  const token = await server.authority.sign();
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const started = performance.now();
  let done = 0;
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (performance.now() - started < loadMs) {
        await ask(server, agent, token);
        done++;
      }
    }),
  );
  agent.destroy();
  return (done * 1000) / (performance.now() - started);
}

function ask(server: Server, agent: Agent, token: string): Promise<number> {
  const from = askers[number % askers.length];
  const body = JSON.stringify(messageActivity(server.connector.url, questionOf(number++), { from }));
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const started = performance.now();
  return new Promise((resolve, reject) => {
    const call = request(`${server.url}/api/messages`, { method: 'POST', agent, headers }, (response) => {
      response.resume().on('end', () => {
        if (response.statusCode === 200) resolve(performance.now() - started);
        else reject(new Error(`the server answered ${response.statusCode}`));
      });
    });
    call.on('error', reject);
    call.end(body);
  });
}

function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}
