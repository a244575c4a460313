import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { placeNamed } from '../../src/domain/secrecy/sealer.ts';
import { openKeys } from '../../src/keys/open-keys.ts';
import { openStores } from '../../src/storage/open-stores.ts';
import { ids } from '../support/activities.ts';
import { buildEntry } from '../support/build-entry.ts';
import { outboxAtRest } from '../support/outbox-at-rest.ts';
import { findPostgres, startPostgresServer, type PostgresServer } from '../support/postgres-server.ts';
import { createReportTurns } from '../support/report-turns.ts';
import { introduceSchools, writeReportingSchools, type ReportingSchool } from '../support/reporting-schools.ts';
import { openSurroundings, startServer, type Server, type Surroundings } from '../support/start-server.ts';
import { flowNames, isOfReaders, runFlow, type Told } from './canary/flows.ts';
import { judgeTraffic } from './canary/judge-traffic.ts';
import { runSlipFlow, slipFlowNames, type SlipTold } from './canary/slip-flows.ts';
import { findMarks, marksIn, searchFolder, type Mark } from './canary/marks.ts';

const reports = Number(process.env.REPORTS ?? flowNames.length);
const perSchool = 48;
/** What is told and asked is counted apart from reports. */
const firstSlip = 1_000_000;
const atOnce = 6;
const longestMs = 120_000 + reports * 5_000;

const bin = findPostgres();
if (!bin) console.log('not run: canary run on PostgreSQL (no server is installed)');
const kept = bin ? (['a file', 'PostgreSQL'] as const) : (['a file'] as const);

describe.each(kept)('what is written in reports, and told and asked, kept in %s', (store) => {
  let postgres: PostgresServer | undefined;
  let root: string;
  let schools: ReportingSchool[];
  let surroundings: Surroundings;
  let databaseUrl: string | undefined;
  let server: Server;
  const inRoot = (name: string) => join(root, name);

  beforeAll(async () => {
    if (store === 'PostgreSQL') postgres = await startPostgresServer(bin ?? '');
  });
  afterAll(() => postgres?.remove());
  beforeEach(async () => {
    root = mkdtempSync(join(tmpdir(), 'staffroom-canary-'));
    for (const folder of ['policies', 'tmp', 'kept']) mkdirSync(inRoot(folder));
    const count = Math.ceil(reports / perSchool);
    schools = writeReportingSchools(inRoot('policies'), {
      schools: count,
      reporters: Math.min(reports, perSchool) + slipFlowNames.length,
    });
    surroundings = await openSurroundings();
    databaseUrl = await postgres?.openEmpty();
    await introduceSchools({ dataDir: surroundings.dataDir, databaseUrl }, surroundings.connector.url, schools);
    for (const { channel, dsls } of schools) surroundings.connector.setMembers(channel, dsls);
    server = await startServer({ surroundings, env: environment() });
  });
  afterEach(async () => {
    await server.close();
    await surroundings.close();
    rmSync(root, { recursive: true, force: true });
  });

  function environment(): Record<string, string> {
    return {
      POLICIES_DIR: inRoot('policies'),
      TMPDIR: inRoot('tmp'),
      ...(databaseUrl !== undefined && { DATABASE_URL: databaseUrl }),
    };
  }

  test(
    'is in clear nowhere but with its writer and its readers',
    async () => {
      const turns = createReportTurns(() => server);
      const told = new Map<number, Told>();
      const waiting = Array.from({ length: reports }, (_, n) => n);
      const work = async () => {
        for (let n = waiting.shift(); n !== undefined; n = waiting.shift()) {
          const school = schools[Math.floor(n / perSchool)];
          const reporter = school?.reporters[n % perSchool];
          if (!school || !reporter) throw new Error('a report has no school');
          told.set(n, await runFlow({ turns, school, reporter, n }));
        }
      };
      const slips = new Map<number, SlipTold>();
      const workSlips = async () => {
        const [school] = schools;
        for (const [at, flow] of slipFlowNames.entries()) {
          const author = school?.reporters.at(-1 - at);
          if (!school || !author) throw new Error('a slip has no school');
          const n = firstSlip + at;
          slips.set(n, await runSlipFlow({ turns, school, author, n, flow }));
        }
        const head = schools[0]?.holder('head');
        if (!head) throw new Error('there is no head');
        // What the head sees of other things has no word of it.
        for (const text of ['sign-offs', 'broadcasts', 'reviews', 'versions', 'ask for signatures', 'broadcast'])
          expect(marksIn((await turns.say(head, text)).card)).toEqual([]);
      };
      await Promise.all([...Array.from({ length: atOnce }, work), workSlips()]);
      await outboxAtRest({ dataDir: surroundings.dataDir, databaseUrl }, longestMs, 500);
      for (const path of ['/healthz', '/readyz', '/metrics'])
        writeFileSync(join(inRoot('kept'), path.slice(1)), await (await fetch(`${server.url}${path}`)).text());
      await backUp(inRoot('kept/one.backup'));
      if (databaseUrl !== undefined) writeFileSync(inRoot('kept/dump.sql'), dump(databaseUrl));
      const serving = await searchFolder(surroundings.dataDir);
      const { stdout, stderr } = await server.settledOutput();
      server.process.kill('SIGTERM');
      await server.ended;
      writeFileSync(inRoot('kept/output'), stdout + stderr);
      const files = await Promise.all([
        ...['kept', 'tmp'].map((folder) => searchFolder(inRoot(folder))),
        searchFolder(surroundings.dataDir),
        ...(postgres ? [searchFolder(dirname(postgres.socket))] : []),
      ]).then((found) => [...serving, ...found.flat()]);

      const { seen } = surroundings.connector;
      const { answers } = turns;
      const faults = judgeTraffic({ seen, answers }, { mayRead, mayStand });
      const all = marksIn(JSON.stringify([seen, answers]));
      const written = all.filter(({ report }) => report < firstSlip).length;
      const asked = all.length - written;
      console.log(
        `canary run (${store}): ${told.size} reports and ${slips.size} slips, ${seen.length} messages and ${answers.length} answers with ` +
          `${written} and ${asked} marks where they may be, ` +
          `${files.length} files of ${Math.round(files.reduce((sum, { bytes }) => sum + bytes, 0) / 1024)} kB, ` +
          `${stderr.split('\n').length} lines of log: ${files.flatMap(({ marks }) => marks).length + faults.length} marks where they may not be`,
      );
      expect(faults).toEqual([]);
      expect(files.filter(({ marks }) => marks.length > 0)).toEqual([]);
      expect(findMarks(readFileSync(inRoot('kept/output')))).toEqual([]);
      // The run told something: what was written did arrive where it belongs, and the artefacts hold the reports.
      expect(written).toBeGreaterThan(reports * 10);
      expect(told.size).toBe(reports);
      expect(readFileSync(inRoot('kept/one.backup'), 'utf8').match(/\["reports",/g)?.length).toBe(
        [...told.values()].filter(({ state }) => state === 'sent').length,
      );

      const isSent = [...slips.values()].filter((one) => one.isSent).length;
      expect(asked).toBeGreaterThan(isSent * 5);
      expect(readFileSync(inRoot('kept/one.backup'), 'utf8').match(/\["slips",/g)?.length).toBe(isSent);
      expect(await marksUnderOtherSeals()).toEqual([]);

      function mayReadSlip({ report, field }: Mark, objectId: string): boolean {
        const slip = slips.get(report);
        if (!slip || slip.untaken.includes(field)) return false;
        return objectId === slip.author || (slip.isSent && slip.readers.includes(objectId));
      }
      function mayRead(mark: Mark, objectId: string): boolean {
        if (mark.report >= firstSlip) return mayReadSlip(mark, objectId);
        const report = told.get(mark.report);
        if (!report || report.untaken.includes(mark.field)) return false;
        if (objectId === report.reporter) return !isOfReaders(mark);
        return report.state === 'sent' && mark.field !== 'dslname' && report.readers.includes(objectId);
      }
      function mayStand(mark: Mark, objectId: string): boolean {
        // A slip protects its author: what they wrote stays with them and with whoever answers.
        if (mark.report >= firstSlip) return mayReadSlip(mark, objectId);
        const report = told.get(mark.report);
        if (mark.field === 'question') return objectId === report?.reporter;
        return report?.state === 'open' && objectId === report.reporter;
      }
    },
    longestMs + 60_000,
  );

  /** The marks of slips in what is sealed of other records: words of reports and of questions. */
  async function marksUnderOtherSeals(): Promise<Mark[]> {
    const { sealer } = await openKeys(surroundings.keyFile);
    const stores = await openStores({ dataDir: surroundings.dataDir, databaseUrl });
    try {
      const texts: (string | undefined)[] = [];
      for (const { id } of schools)
        for (const kept of [stores.incidents, stores.questions])
          for (const { place, sealedText } of await kept.sealed(id))
            texts.push(await sealer.open(sealedText, placeNamed(id, place)));
      expect(texts.filter((text) => text !== undefined).length).toBeGreaterThan(reports);
      return marksIn(texts.join('\n')).filter(({ report }) => report >= firstSlip);
    } finally {
      await stores.close();
    }
  }

  async function backUp(file: string): Promise<void> {
    const command = await buildEntry('test/tools/run-main.ts');
    const child = spawn(process.execPath, [command, 'backup', file], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: {
        ...{ PATH: process.env.PATH, STAFFROOM_MODE: 'production', PORT: '9', BOT_ID: ids.bot, BOT_SECRET: 'not used' },
        BOT_TENANT_ID: ids.tenant,
        DATA_DIR: surroundings.dataDir,
        REPORT_KEY_FILE: surroundings.keyFile,
        ...environment(),
      },
    });
    const code = await new Promise((resolve) => child.once('close', resolve));
    expect(code).toBe(0);
  }

  function dump(url: string): Buffer {
    const [address = ''] = url.split('&options=');
    const programs = dirname(realpathSync(join(bin ?? '', 'initdb')));
    return execFileSync(join(programs, 'pg_dump'), ['--dbname', address], { maxBuffer: 2 ** 30 });
  }
});
