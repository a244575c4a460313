import { availableParallelism } from 'node:os';
import { buildEntry } from '../support/build-entry.ts';
import { createRandom } from '../support/random.ts';
import { runKillPart, type KillPart, type KillReport } from './kill-part.ts';

export interface KillRun extends Omit<KillPart, 'entry' | 'databaseUrl'> {
  /** How many parts, each with a store and a service of its own, are killed at the same time. */
  readonly atOnce: number;
  /** How many parts; without, as many as it takes for parts of 50 cycles. */
  readonly parts?: number | undefined;
  /** Makes an empty place for tables in PostgreSQL; without, the store is a file. */
  readonly openDatabase?: (() => Promise<string>) | undefined;
}

/** Longer runs are made of parts of this many cycles: while one waits for its second copies, the next is killed. */
const longestPart = 50;

/** The parts at once: AT_ONCE, or one for each core where there are several parts. */
export const atOnceOf = (): number => Number(process.env.AT_ONCE ?? availableParallelism());

/**
 * Runs so many kill cycles, in parts, and adds up what came out of them. The seed draws the seeds of the parts.
 */
export async function runKillCycles({
  cycles,
  seed,
  atOnce,
  openDatabase,
  parts = Math.max(1, Math.ceil(cycles / longestPart)),
  ...run
}: KillRun): Promise<KillReport> {
  console.log(`kill -9: ${cycles} cycles in ${parts} parts, SEED=${seed}`);
  const random = createRandom(seed);
  const waiting = Array.from({ length: parts }, (_, n) => ({
    number: n + 1,
    cycles: Math.floor((cycles * (n + 1)) / parts) - Math.floor((cycles * n) / parts),
    seed: random.below(2 ** 31),
  }));
  const built = await buildEntry('test/support/server-entry.ts');
  const reports: Promise<KillReport>[] = [];
  const work = async () => {
    for (let part = waiting.shift(); part; part = waiting.shift()) {
      const { number, ...rest } = part;
      const databaseUrl = await openDatabase?.();
      const { report } = await runKillPart({ ...run, ...rest, entry: built, databaseUrl });
      reports.push(report);
      void report.then((one) => console.log(`kill -9, part ${number} of ${parts}: ${JSON.stringify(one)}`));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return (await Promise.all(reports)).reduce(addUp);
}

function addUp(one: KillReport, other: KillReport): KillReport {
  const sum = (of: (report: KillReport) => number) => of(one) + of(other);
  return {
    lost: sum(({ lost }) => lost),
    torn: sum(({ torn }) => torn),
    recordedTwice: sum(({ recordedTwice }) => recordedTwice),
    unlabelledDuplicates: sum(({ unlabelledDuplicates }) => unlabelledDuplicates),
    extraSecondCopies: sum(({ extraSecondCopies }) => extraSecondCopies),
    silent: sum(({ silent }) => silent),
    chain: one.chain === 'whole' ? other.chain : one.chain,
    records: sum(({ records }) => records),
    ambiguous: sum(({ ambiguous }) => ambiguous),
    secondCopies: sum(({ secondCopies }) => secondCopies),
    unknown: sum(({ unknown }) => unknown),
    killed: sum(({ killed }) => killed),
    struck: sum(({ struck }) => struck),
    acknowledged: sum(({ acknowledged }) => acknowledged),
    unanswered: sum(({ unanswered }) => unanswered),
    failedTurns: sum(({ failedTurns }) => failedTurns),
    otherReceipts: sum(({ otherReceipts }) => otherReceipts),
    redelivered: sum(({ redelivered }) => redelivered),
    slowestStartMs: Math.max(one.slowestStartMs, other.slowestStartMs),
    slowestStartCpuMs: Math.max(one.slowestStartCpuMs, other.slowestStartCpuMs),
    breaches: {
      overLimit: sum(({ breaches }) => breaches.overLimit),
      insideWindow: sum(({ breaches }) => breaches.insideWindow),
    },
  };
}
