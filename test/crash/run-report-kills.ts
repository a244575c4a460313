import { mkdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { openShelf } from '../../src/documents/open-shelf.ts';
import { endorsedKeys } from '../../src/domain/ledger/ledger-keys.ts';
import { progressOf } from '../../src/domain/incidents/incident-progress.ts';
import { createIncidentFollower } from '../../src/jobs/follow-incidents.ts';
import { createKeyFile } from '../../src/keys/key-file.ts';
import { newKeyRing } from '../../src/keys/key-ring.ts';
import { openKeys } from '../../src/keys/open-keys.ts';
import { createLog } from '../../src/log.ts';
import { openStores } from '../../src/storage/open-stores.ts';
import { ids } from '../support/activities.ts';
import { buildEntry } from '../support/build-entry.ts';
import { spawnFakeConnector } from '../support/fake-connector-spawn.ts';
import { outboxAtRest } from '../support/outbox-at-rest.ts';
import { createRandom } from '../support/random.ts';
import { introduceSchools, writeReportingSchools } from '../support/reporting-schools.ts';
import { startBot, type BotProcess } from '../support/start-bot.ts';
import { startTokenAuthority } from '../support/token-authority.ts';
import { judgeReports, type ReportVerdict } from './judge-reports.ts';
import { createMomentKiller } from './kill-moments.ts';
import { createReportTraffic, pump, type Session } from './report-traffic.ts';

export interface ReportKillReport extends ReportVerdict {
  readonly killed: number;
  /** Of these, the ones in which it died before its moment had passed. */
  readonly struck: number;
  readonly sessions: number;
  readonly failedTurns: number;
  /** Reports that nobody dealt with and of which nobody else would be told, however late; and the other way round. */
  readonly silenced: number;
  readonly escalatedThoughTaken: number;
}

const freshEach = 3;
/** One person waits 90 s for each second copy, and what is owed to them meanwhile piles up: a short run is judged before. */
const restMs = 15 * 60_000;
const shortRun = 20;
const shortRestMs = 3_000;

/** Longer runs are made of parts of this many cycles, each with a store and a service of its own. */
const longestPart = 50;

export interface ReportKillRun {
  readonly cycles: number;
  readonly seed: number;
  readonly instances: number;
  /** How many parts run at the same time. */
  readonly atOnce: number;
  /** Makes an empty place for tables in PostgreSQL; without, the store is a file. */
  readonly openDatabase?: (() => Promise<string>) | undefined;
}

/** Runs so many kill cycles, in parts, and adds up what came out of them. The seed draws the seeds of the parts. */
export async function runReportKills({ cycles, seed, instances, atOnce, openDatabase }: ReportKillRun) {
  const parts = Math.max(1, Math.ceil(cycles / longestPart));
  console.log(`kill -9 of reports: ${cycles} cycles in ${parts} parts, SEED=${seed}`);
  const random = createRandom(seed);
  const waiting = Array.from({ length: parts }, (_, n) => ({
    number: n + 1,
    cycles: Math.floor((cycles * (n + 1)) / parts) - Math.floor((cycles * n) / parts),
    seed: random.below(2 ** 31),
  }));
  const reports: ReportKillReport[] = [];
  const work = async () => {
    for (let part = waiting.shift(); part; part = waiting.shift()) {
      const { number, ...rest } = part;
      const report = await runPart({ ...rest, instances, databaseUrl: await openDatabase?.() });
      if (parts > 1) console.log(`kill -9 of reports, part ${number} of ${parts}: ${JSON.stringify(report)}`);
      reports.push(report);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return reports.reduce(addUp);
}

function addUp(one: ReportKillReport, other: ReportKillReport): ReportKillReport {
  const sum = (of: (report: ReportKillReport) => number) => of(one) + of(other);
  return {
    lost: sum(({ lost }) => lost),
    torn: sum(({ torn }) => torn),
    recordedTwice: sum(({ recordedTwice }) => recordedTwice),
    toldFalsely: sum(({ toldFalsely }) => toldFalsely),
    unlabelledDuplicates: sum(({ unlabelledDuplicates }) => unlabelledDuplicates),
    extraSecondCopies: sum(({ extraSecondCopies }) => extraSecondCopies),
    silent: sum(({ silent }) => silent),
    chain: one.chain === 'whole' ? other.chain : one.chain,
    reports: sum(({ reports }) => reports),
    drafts: sum(({ drafts }) => drafts),
    secondCopies: sum(({ secondCopies }) => secondCopies),
    killed: sum(({ killed }) => killed),
    struck: sum(({ struck }) => struck),
    sessions: sum(({ sessions }) => sessions),
    failedTurns: sum(({ failedTurns }) => failedTurns),
    silenced: sum(({ silenced }) => silenced),
    escalatedThoughTaken: sum(({ escalatedThoughTaken }) => escalatedThoughTaken),
  };
}

interface Part {
  readonly cycles: number;
  readonly seed: number;
  readonly instances: number;
  readonly databaseUrl?: string | undefined;
}

/**
 * Kills a serving bot again and again while people dictate, send and work reports, and goes on with each of them after the
 * next start. In the end nobody is killed any more, everybody finishes, and all is judged.
 */
async function runPart({ cycles, seed, instances, databaseUrl }: Part): Promise<ReportKillReport> {
  const root = await mkdtemp(join(tmpdir(), 'staffroom-kill-reports-'));
  const inRoot = (name: string) => join(root, name);
  mkdirSync(inRoot('policies'));
  const [school] = writeReportingSchools(inRoot('policies'), { schools: 1, reporters: cycles * freshEach });
  if (!school) throw new Error('no school was written');
  const random = createRandom(seed);
  const built = await buildEntry('test/support/server-entry.ts');
  const connector = await spawnFakeConnector();
  const authority = await startTokenAuthority(ids.bot, connector.url);
  const keyFile = inRoot('keys.json');
  await createKeyFile(keyFile, newKeyRing(new Date()));
  const at = { dataDir: inRoot('data'), databaseUrl };
  await introduceSchools(at, connector.url, [school]);
  await connector.setMembers(school.channel, school.dsls);
  const place = {
    ...{ entry: built.path, authorityUrl: authority.url, connectorUrl: connector.url },
    ...{ dataDir: at.dataDir, keyFile },
  };
  const env = {
    POLICIES_DIR: inRoot('policies'),
    ...(databaseUrl !== undefined && { DATABASE_URL: databaseUrl }),
  };
  const killer = createMomentKiller({ random, connector });
  const traffic = createReportTraffic(random, connector.url, school);
  const sessions: Session[] = [];
  const bots: BotProcess[] = [];
  let [killed, struck, failedTurns] = [0, 0, 0];

  const start = () => startBot(place, { env });
  const work = async (token: string, isPaused: () => boolean) => {
    const tools = { botOf: () => random.pick(bots), token, random, isPaused };
    const outcomes = await Promise.all(sessions.filter(({ isOver }) => !isOver).map((session) => pump(session, tools)));
    failedTurns += outcomes.filter((outcome) => outcome === 'failed').length;
  };

  async function killOnce(cycle: number): Promise<void> {
    sessions.push(...Array.from({ length: freshEach }, () => traffic.begin()));
    const which = random.below(bots.length);
    const victim = bots[which];
    if (!victim) throw new Error('there is nobody to kill');
    const strike = await killer.arm(victim, cycle);
    let isPaused = false;
    const working = work(await authority.sign(), () => isPaused);
    await strike();
    if (victim.process.signalCode !== null) struck++;
    await victim.end('SIGKILL');
    isPaused = true;
    killed++;
    await working;
    bots[which] = await start();
  }

  try {
    for (let n = 0; n < instances; n++) bots.push(await start());
    for (let cycle = 0; cycle < cycles; cycle++) await killOnce(cycle);
    for (let tries = 0; sessions.some(({ isOver }) => !isOver); tries++) {
      if (tries === 5) throw new Error('somebody could not finish though nobody was killed');
      await work(await authority.sign(), () => false);
    }
    if (cycles > shortRun) await outboxAtRest(at, restMs);
    else await wait(shortRestMs);
    await Promise.all(bots.splice(0).map((bot) => bot.end('SIGTERM')));
    return {
      ...(await judge()),
      ...{ killed, struck, failedTurns, sessions: sessions.length },
    };
  } finally {
    await Promise.all(bots.map((bot) => bot.end('SIGKILL')));
    await Promise.all([connector.close(), authority.close()]);
    built.remove();
    await rm(root, { recursive: true, force: true });
  }

  async function judge() {
    const { sealer, signer } = await openKeys(keyFile);
    const stores = await openStores(at);
    const content = await stores.transfer.exportAll();
    const { seen } = await connector.record();
    const schoolId = school?.id ?? '';
    const told = sessions.map((session) => session.told);
    const keys = endorsedKeys((await signer()).keys);
    const verdict = await judgeReports(told, { content, seen, sealer, keys, schoolId });

    const shelf = await openShelf(inRoot('policies'), { watch: false });
    for (const days of [1, 4, 8, 12]) {
      const now = () => new Date(Date.now() + days * 24 * 3_600_000);
      const log = createLog('silent');
      await createIncidentFollower({ ...stores, sealer, shelf, now, onOwed: () => undefined, log })();
    }
    const reports = await stores.incidents.all(schoolId);
    await stores.close();
    const escalated = (one: (typeof reports)[number]) => one.events.some(({ kind }) => kind === 'escalated');
    return {
      ...verdict,
      silenced: reports.filter((one) => !progressOf(one).takenUp && !escalated(one)).length,
      escalatedThoughTaken: reports.filter((one) => progressOf(one).takenUp && escalated(one)).length,
    };
  }
}
