import { openShelf } from '../../src/documents/open-shelf.ts';
import { endorsedKeys } from '../../src/domain/ledger/ledger-keys.ts';
import { progressOf } from '../../src/domain/incidents/incident-progress.ts';
import { createIncidentFollower } from '../../src/jobs/follow-incidents.ts';
import { openKeys } from '../../src/keys/open-keys.ts';
import { createLog } from '../../src/log.ts';
import { openStores } from '../../src/storage/open-stores.ts';
import { judgeReports, type ReportVerdict } from './judge-reports.ts';
import { runSessionKills, type KillWork, type KillWorld, type SessionKillRun } from './kill-sessions.ts';
import { createReportTraffic, type Dictated } from './report-traffic.ts';

export interface FollowedVerdict extends ReportVerdict {
  /** Reports that nobody dealt with and of which nobody else would be told, however late; and the other way round. */
  readonly silenced: number;
  readonly escalatedThoughTaken: number;
}
export type ReportKillReport = Awaited<ReturnType<typeof runReportKills>>;

/** Kills a serving bot again and again while people dictate, send and work reports. */
export function runReportKills(run: SessionKillRun) {
  return runSessionKills('reports', run, { freshEach: 3, work: reportWork });
}

function reportWork({
  random,
  serviceUrl,
  school,
  stores: at,
  policiesDir,
  keyFile,
}: KillWorld): KillWork<Dictated, FollowedVerdict> {
  const traffic = createReportTraffic(random, serviceUrl, school);
  return {
    begin: () => traffic.begin(),
    async judge(told, seen) {
      const { sealer, signer } = await openKeys(keyFile);
      const stores = await openStores(at);
      const content = await stores.transfer.exportAll();
      const keys = endorsedKeys((await signer()).keys);
      const verdict = await judgeReports(told, { content, seen, sealer, keys, schoolId: school.id });

      const shelf = await openShelf(policiesDir, { watch: false });
      for (const days of [1, 4, 8, 12]) {
        const now = () => new Date(Date.now() + days * 24 * 3_600_000);
        const log = createLog('silent');
        await createIncidentFollower({ ...stores, sealer, shelf, now, onOwed: () => undefined, log })();
      }
      const reports = await stores.incidents.all(school.id);
      await stores.close();
      const escalated = (one: (typeof reports)[number]) => one.events.some(({ kind }) => kind === 'escalated');
      return {
        ...verdict,
        silenced: reports.filter((one) => !progressOf(one).takenUp && !escalated(one)).length,
        escalatedThoughTaken: reports.filter((one) => progressOf(one).takenUp && escalated(one)).length,
      };
    },
  };
}
