import { mkdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { createKeyFile } from '../../src/keys/key-file.ts';
import { newKeyRing } from '../../src/keys/key-ring.ts';
import type { StoresPlace } from '../../src/storage/open-stores.ts';
import { ids } from '../support/activities.ts';
import { buildEntry } from '../support/build-entry.ts';
import { spawnFakeConnector } from '../support/fake-connector-spawn.ts';
import { outboxAtRest } from '../support/outbox-at-rest.ts';
import { createRandom, type Random } from '../support/random.ts';
import { introduceSchools, writeReportingSchools, type ReportingSchool } from '../support/reporting-schools.ts';
import { startBot, type BotProcess } from '../support/start-bot.ts';
import { startTokenAuthority } from '../support/token-authority.ts';
import type { Seen } from '../support/fake-connector.ts';
import { createMomentKiller, createTurnKiller } from './kill-moments.ts';
import { pump, type Activity, type Session, type TurnCount } from './report-traffic.ts';

/** Where the bots of a run are, and what drew them. */
export interface KillWorld {
  readonly random: Random;
  readonly serviceUrl: string;
  readonly school: ReportingSchool;
  readonly stores: StoresPlace;
  readonly policiesDir: string;
  readonly keyFile: string;
}

/** What people do while bots are killed, and what has to be so in the end. */
export interface KillWork<Told, Verdict> {
  /** What is done, and answered, before anybody is killed. */
  prepare?(post: (activity: Activity) => Promise<unknown>): Promise<void>;
  begin(): Session<Told>;
  /** What is sent before a cycle's people begin, and may be cut off with its bot. */
  before?(cycle: number): Promise<Activity | undefined>;
  judge(told: readonly Told[], seen: readonly Seen[]): Promise<Verdict>;
}

export interface SessionKillRun {
  readonly cycles: number;
  readonly seed: number;
  readonly instances: number;
  /** How many parts run at the same time. */
  readonly atOnce: number;
  /** Makes an empty place for tables in PostgreSQL; without, the store is a file. */
  readonly openDatabase?: (() => Promise<string>) | undefined;
}

interface Killed {
  readonly killed: number;
  /** Of these, the ones in which it died before its moment had passed. */
  readonly struck: number;
  /** And the ones in which it died while a turn was posted that nobody had an answer to. */
  readonly midst: number;
  readonly sessions: number;
  readonly failedTurns: number;
}

/** What every part of a run does. */
interface Parts<Told, Verdict> {
  /** So many people begin in each cycle. */
  readonly freshEach: number;
  /** So many turns each of them takes at least: then bots are killed by turns, and half of all presses come twice. */
  readonly fewestTurns?: number | undefined;
  readonly work: (world: KillWorld) => KillWork<Told, Verdict>;
}

/** Longer runs are made of parts of this many cycles, each with a store and a service of its own. */
const longestPart = 50;
/** One person waits 90 s for each second copy, and what is owed to them meanwhile piles up: a short run is judged before. */
const restMs = 15 * 60_000;
const shortRun = 20;
const shortRestMs = 3_000;

/**
 * Kills a serving bot again and again while people are at work, and goes on with each of them after the next start. In the
 * end nobody is killed any more, everybody finishes, and all is judged. Runs so many cycles, in parts, and adds up what came
 * out of them; the seed draws the seeds of the parts.
 */
export async function runSessionKills<Told, Verdict extends object>(
  what: string,
  { cycles, seed, instances, atOnce, openDatabase }: SessionKillRun,
  { freshEach, fewestTurns, work }: Parts<Told, Verdict>,
): Promise<Verdict & Killed> {
  const parts = Math.max(1, Math.ceil(cycles / longestPart));
  console.log(`kill -9 of ${what}: ${cycles} cycles in ${parts} parts, SEED=${seed}`);
  const random = createRandom(seed);
  const waiting = Array.from({ length: parts }, (_, n) => ({
    number: n + 1,
    cycles: Math.floor((cycles * (n + 1)) / parts) - Math.floor((cycles * n) / parts),
    seed: random.below(2 ** 31),
  }));
  const reports: (Verdict & Killed)[] = [];
  const next = async () => {
    for (let part = waiting.shift(); part; part = waiting.shift()) {
      const { number, ...rest } = part;
      const databaseUrl = await openDatabase?.();
      const report = await runPart({ ...rest, instances, freshEach, fewestTurns, work, databaseUrl });
      if (parts > 1) console.log(`kill -9 of ${what}, part ${number} of ${parts}: ${JSON.stringify(report)}`);
      reports.push(report);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, next));
  return reports.reduce(addUp);
}

/** Numbers are added; of words the first that is not "whole" stays. */
function addUp<Report extends object>(one: Report, other: Report): Report {
  const others = new Map<string, unknown>(Object.entries(other));
  const added = Object.entries(one).map(([name, value]: [string, unknown]) => {
    const more = others.get(name);
    return [
      name,
      typeof value === 'number' && typeof more === 'number' ? value + more : value === 'whole' ? more : value,
    ];
  });
  return Object.fromEntries(added) as Report; // with the names of both
}

async function runPart<Told, Verdict extends object>({
  cycles,
  seed,
  instances,
  databaseUrl,
  freshEach,
  fewestTurns,
  work: workOf,
}: Parts<Told, Verdict> & {
  cycles: number;
  seed: number;
  instances: number;
  databaseUrl?: string | undefined;
}): Promise<Verdict & Killed> {
  const root = await mkdtemp(join(tmpdir(), 'staffroom-kill-sessions-'));
  const inRoot = (name: string) => join(root, name);
  const policiesDir = inRoot('policies');
  mkdirSync(policiesDir);
  const [school] = writeReportingSchools(policiesDir, { schools: 1, reporters: cycles * freshEach });
  if (!school) throw new Error('no school was written');
  const random = createRandom(seed);
  const built = await buildEntry('test/support/server-entry.ts');
  const connector = await spawnFakeConnector();
  const authority = await startTokenAuthority(ids.bot, connector.url);
  const keyFile = inRoot('keys.json');
  await createKeyFile(keyFile, newKeyRing(new Date()));
  const stores = { dataDir: inRoot('data'), databaseUrl };
  await introduceSchools(stores, connector.url, [school]);
  await connector.setMembers(school.channel, school.dsls);
  const place = {
    ...{ entry: built, authorityUrl: authority.url, connectorUrl: connector.url },
    ...{ dataDir: stores.dataDir, keyFile },
  };
  const env = { POLICIES_DIR: policiesDir, ...(databaseUrl !== undefined && { DATABASE_URL: databaseUrl }) };
  const turns: TurnCount = { posted: 0, ended: 0 };
  const tools = { random, connector };
  const killer =
    fewestTurns === undefined
      ? createMomentKiller(tools)
      : createTurnKiller(tools, { turns, fewest: fewestTurns * freshEach });
  const people = workOf({ random, serviceUrl: connector.url, school, stores, policiesDir, keyFile });
  const sessions: Session<Told>[] = [];
  const bots: BotProcess[] = [];
  let [killed, struck, midst, failedTurns] = [0, 0, 0, 0];

  const start = () => startBot(place, { env });
  const work = async (token: string, isPaused: () => boolean) => {
    const how = {
      botOf: () => random.pick(bots),
      token,
      random,
      isPaused,
      turns,
      redelivers: fewestTurns !== undefined,
    };
    const outcomes = await Promise.all(sessions.filter(({ isOver }) => !isOver).map((session) => pump(session, how)));
    failedTurns += outcomes.filter((outcome) => outcome === 'failed').length;
  };

  async function killOnce(cycle: number): Promise<void> {
    sessions.push(...Array.from({ length: freshEach }, () => people.begin()));
    const which = random.below(bots.length);
    const victim = bots[which];
    if (!victim) throw new Error('there is nobody to kill');
    const token = await authority.sign();
    const first = await people.before?.(cycle);
    const strike = await killer.arm(victim, cycle);
    let isPaused = false;
    const opening = first && victim.post(first, { authorization: `Bearer ${token}` }).catch(() => undefined);
    const working = work(token, () => isPaused);
    await strike();
    if (victim.process.signalCode !== null) struck++;
    if (turns.posted > turns.ended) midst++;
    await victim.end('SIGKILL');
    isPaused = true;
    killed++;
    await Promise.all([working, opening]);
    bots[which] = await start();
  }

  try {
    for (let n = 0; n < instances; n++) bots.push(await start());
    const token = await authority.sign();
    await people.prepare?.(
      (activity) => bots[0]?.post(activity, { authorization: `Bearer ${token}` }) ?? Promise.resolve(),
    );
    for (let cycle = 0; cycle < cycles; cycle++) await killOnce(cycle);
    for (let tries = 0; sessions.some(({ isOver }) => !isOver); tries++) {
      if (tries === 5) throw new Error('somebody could not finish though nobody was killed');
      await work(await authority.sign(), () => false);
    }
    if (cycles > shortRun) await outboxAtRest(stores, restMs);
    else await wait(shortRestMs);
    await Promise.all(bots.splice(0).map((bot) => bot.end('SIGTERM')));
    const { seen } = await connector.record();
    const verdict = await people.judge(
      sessions.map(({ told }) => told),
      seen,
    );
    return { ...verdict, killed, struck, midst, failedTurns, sessions: sessions.length };
  } finally {
    await Promise.all(bots.map((bot) => bot.end('SIGKILL')));
    await Promise.all([connector.close(), authority.close()]);
    await rm(root, { recursive: true, force: true });
  }
}
