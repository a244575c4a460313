import { unsureStates, type Delivery } from '../delivery/delivery.ts';
import { progressOf } from '../incidents/incident-progress.ts';
import type { Incident, Report } from '../incidents/incident.ts';
import type { School } from '../people/school.ts';
import { clockFault, type ClockFault } from './clock-fault.ts';
import { isGrave } from './grave-report.ts';
import { longestKeepDays } from './retention-table.ts';

/** A report as far as its end hangs on it. */
export interface HeldReport {
  readonly incident: Incident;
  /** Undefined where its seal does not open. */
  readonly report: Report | undefined;
  /** Every delivery that tells of it or of its draft. */
  readonly deliveries: readonly Delivery[];
}

export interface RetentionRecords {
  readonly reports: readonly HeldReport[];
  /** The latest instant that is stored of anything else. */
  readonly newest: string | undefined;
  /** When a run last believed the clock. */
  readonly lastRun: string | undefined;
  /** A person said that the clock is right. */
  readonly clockConfirmed?: boolean | undefined;
  /** References of reports about whose end a person decided. */
  readonly decided?: readonly string[] | undefined;
}

/**
 * Why a report is kept:
 * - `by-a-person`: abuse, or about an adult of the school: somebody has to decide
 * - `unreadable`: nobody can tell what it is about, because its seal does not open
 * - `open`, `not-acknowledged`, `not-recorded`: nobody closed it, dealt with it, or said that it is in the school's own system
 * - `written-since`: somebody wrote more after that
 * - `undelivered`: a message about it is still to be sent, or did not surely arrive and nobody dealt with it
 * - `not-yet`: its time is not over
 * - `clock`: it would be, if the clock were to be believed
 */
export const keptReasons = [
  'by-a-person',
  'unreadable',
  'open',
  'not-acknowledged',
  'not-recorded',
  'written-since',
  'undelivered',
  'not-yet',
  'clock',
] as const;
export type KeptReason = (typeof keptReasons)[number];

export type ReportEnd =
  | { readonly kind: 'destroy'; readonly incident: Incident; readonly due: string }
  | { readonly kind: 'keep'; readonly incident: Incident; readonly why: KeptReason; readonly due?: string };

export interface RetentionPlan {
  readonly clock: ClockFault | undefined;
  /** Of each report whose text is still there. */
  readonly reports: readonly ReportEnd[];
}

const dayMs = 24 * 60 * 60 * 1000;

/**
 * What is to be destroyed of a school's reports by `now`, and why the others are kept. Nothing is while the clock is not
 * believed.
 */
export function planRetention(records: RetentionRecords, school: School, now: Date): RetentionPlan {
  const { reports, newest, lastRun, clockConfirmed = false, decided = [] } = records;
  const stored = [newest, ...reports.flatMap(instantsOf)].filter((at) => at !== undefined);
  const clock = clockConfirmed ? undefined : clockFault({ newest: latest(stored), lastRun, now });
  const keepDays = school.reporting?.keepDays ?? longestKeepDays;
  return {
    clock,
    reports: reports
      .filter(({ incident }) => incident.sealedReport !== '')
      .map((held) => endOf(held, { clock, keepDays, now, decided })),
  };
}

/** The latest of these instants. */
export function latest(instants: readonly string[]): string | undefined {
  return instants.reduce<string | undefined>(
    (last, at) => (last === undefined || Date.parse(at) > Date.parse(last) ? at : last),
    undefined,
  );
}

/** Every instant at which something of a delivery happened. */
export function instantsOfDelivery({ createdAt, attempts }: Delivery): string[] {
  return [createdAt, ...attempts.map(({ at }) => at)];
}

function instantsOf({ incident, deliveries }: HeldReport): string[] {
  return [incident.submittedAt, ...incident.events.map(({ at }) => at), ...deliveries.flatMap(instantsOfDelivery)];
}

function endOf(
  { incident, report, deliveries }: HeldReport,
  {
    clock,
    keepDays,
    now,
    decided,
  }: { clock: ClockFault | undefined; keepDays: number; now: Date; decided: readonly string[] },
): ReportEnd {
  const keep = (why: KeptReason, due?: string): ReportEnd => ({ kind: 'keep', incident, why, ...(due && { due }) });
  if (!report) return keep('unreadable');
  if (isGrave(incident, report) && !decided.includes(incident.id)) return keep('by-a-person');
  const { isClosed, takenUp, recorded, writtenSinceRecorded } = progressOf(incident);
  if (!isClosed) return keep('open');
  if (!takenUp) return keep('not-acknowledged');
  if (!recorded) return keep('not-recorded');
  if (writtenSinceRecorded) return keep('written-since');
  if (deliveries.some(isUndelivered)) return keep('undelivered');
  const due = new Date(Date.parse(endedAt(incident)) + keepDays * dayMs).toISOString();
  if (Date.parse(due) > now.getTime()) return keep('not-yet', due);
  return clock ? keep('clock', due) : { kind: 'destroy', incident, due };
}

function isUndelivered({ state, acknowledged }: Delivery): boolean {
  return state === 'pending' || state === 'sending' || (unsureStates.some((one) => one === state) && !acknowledged);
}

/** When it was both recorded and closed; what came later is not earlier, whatever the clock said then. */
function endedAt({ submittedAt, events }: Incident): string {
  const end = events.findLastIndex(({ kind }) => kind === 'recorded' || kind === 'closed');
  return latest([submittedAt, ...events.slice(0, end + 1).map(({ at }) => at)]) ?? submittedAt;
}
