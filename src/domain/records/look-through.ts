import type { BroadcastStore } from '../broadcasts/broadcast-store.ts';
import type { DeliveryStore } from '../delivery/delivery-store.ts';
import type { Delivery } from '../delivery/delivery.ts';
import type { IncidentStore } from '../incidents/incident-store.ts';
import { Report, type Incident } from '../incidents/incident.ts';
import type { LedgerStore } from '../ledger/ledger-store.ts';
import type { PersonStore } from '../people/person-store.ts';
import type { School } from '../people/school.ts';
import { schoolDay } from '../people/school-day.ts';
import type { QuestionStore } from '../questions/question-store.ts';
import type { Sealer } from '../secrecy/sealer.ts';
import type { SlipStore } from '../slips/slip-store.ts';
import { clockFault, type ClockFault } from './clock-fault.ts';
import type { SchoolLibrary } from '../policies/library.ts';
import { lookAtSignoffs, type SignoffLook } from './look-at-signoffs.ts';
import { planBroadcasts, type BroadcastEnds } from './plan-broadcasts.ts';
import { planLeavers, servedNow, type LeaverPlan } from './plan-leavers.ts';
import { instantsOfDelivery, latest, planRetention, type HeldReport, type ReportEnd } from './plan-retention.ts';
import { planSignoffs, type SignoffEnds } from './plan-signoffs.ts';
import { planSlips, type SlipEnds } from './plan-slips.ts';
import { planSuggestions, type SuggestionEnds } from './plan-suggestions.ts';
import { runMemo, type RetentionStore } from './retention-store.ts';

/** What looking through the records needs. */
export interface RecordsDesk extends Omit<SignoffLook, 'persons'> {
  readonly incidents: Pick<IncidentStore, 'all'>;
  readonly deliveries: Pick<DeliveryStore, 'all'>;
  readonly broadcasts: Pick<BroadcastStore, 'broadcasts'>;
  readonly slips: Pick<SlipStore, 'all'>;
  readonly questions: Pick<QuestionStore, 'suggestions'>;
  readonly persons: Pick<PersonStore, 'staffTeams' | 'addresses' | 'boundUpns'>;
  readonly ledger: Pick<LedgerStore, 'chains' | 'head' | 'entries'>;
  readonly retention: Pick<RetentionStore, 'memos'>;
  readonly sealer: Pick<Sealer, 'open'>;
}

/** What is to be destroyed at one moment in all schools, and what is kept. */
export interface RetentionRun {
  /** ISO 8601 instant. */
  readonly at: string;
  readonly clock: ClockFault | undefined;
  readonly schools: readonly {
    readonly schoolId: string;
    readonly reports: readonly ReportEnd[];
    readonly signoffs: SignoffEnds;
    readonly broadcasts: BroadcastEnds;
    readonly slips: SlipEnds;
    readonly suggestions: SuggestionEnds;
  }[];
  readonly leavers: LeaverPlan;
}

/**
 * Looks through the records of these schools; records of others are left alone. Changes nothing. `clockConfirmed`: a
 * person said that the clock is right; `decided`: of which reports a person decided the end.
 */
export async function lookThrough(
  desk: RecordsDesk,
  libraries: readonly SchoolLibrary[],
  {
    now,
    clockConfirmed = false,
    decided = [],
  }: { readonly now: Date; readonly clockConfirmed?: boolean; readonly decided?: readonly string[] },
): Promise<RetentionRun> {
  const { incidents, deliveries, persons, retention, sealer } = desk;
  const [memos, teams, addresses] = await Promise.all([retention.memos(), persons.staffTeams(), persons.addresses()]);
  const owed: Delivery[] = [];
  const held: { library: SchoolLibrary; school: School; reports: HeldReport[]; own: Delivery[] }[] = [];
  for (const library of libraries) {
    const { school } = library;
    const own = await deliveries.all(school.id);
    owed.push(...own);
    const reports: HeldReport[] = [];
    for (const incident of await incidents.all(school.id)) {
      reports.push({ incident, report: await openReport(sealer, incident), deliveries: own.filter(isAbout(incident)) });
    }
    held.push({ library, school, reports, own });
  }
  const newest = latest([
    ...(await lastEntries(desk)),
    ...teams.map(({ refreshedAt }) => refreshedAt),
    ...owed.flatMap(instantsOfDelivery),
    ...held.flatMap(({ reports }) => reports.flatMap(({ incident }) => incident.events.map(({ at }) => at))),
  ]);
  const lastRun = memos.find(({ name }) => name === runMemo)?.at;
  const clock = clockConfirmed ? undefined : clockFault({ newest, lastRun, now });
  const tenants = [...new Set(addresses.map(({ tenantId }) => tenantId))];
  const bound = new Map(
    await Promise.all(tenants.map(async (tenantId) => [tenantId, await persons.boundUpns(tenantId)] as const)),
  );
  const isServed = servedNow({ teams, schools: held.map(({ school }) => school), bound });
  const plans = await Promise.all(
    held.map(async ({ library, school, reports, own }) => ({
      schoolId: school.id,
      ...planRetention({ reports, newest, lastRun, clockConfirmed, decided }, school, now),
      signoffs: planSignoffs({ ...(await lookAtSignoffs(desk, library, teams)), memos, clock }, now),
      broadcasts: planBroadcasts(
        { broadcasts: await desk.broadcasts.broadcasts(school.id), deliveries: own, clock },
        now,
      ),
      slips: planSlips(
        { slips: await desk.slips.all(school.id), isKnown: isServed, today: schoolDay(now, school), clock },
        now,
      ),
      suggestions: planSuggestions({ suggestions: await desk.questions.suggestions(school.id), clock }, now),
    })),
  );
  return {
    at: now.toISOString(),
    clock,
    schools: plans.map(({ schoolId, reports, signoffs, broadcasts, slips, suggestions }) => ({
      ...{ schoolId, reports, signoffs, broadcasts, slips, suggestions },
    })),
    leavers: planLeavers(
      { addresses, teams, schools: held.map(({ school }) => school), bound, deliveries: owed, memos, clock },
      now,
    ),
  };
}

async function openReport(
  sealer: RecordsDesk['sealer'],
  { schoolId, id, sealedReport }: Incident,
): Promise<Report | undefined> {
  if (sealedReport === '') return undefined;
  const text = await sealer.open(sealedReport, { schoolId, type: 'report', id });
  return text === undefined ? undefined : Report.parse(JSON.parse(text));
}

/** Whether a delivery tells of the report or of the draft that it was. */
function isAbout({ id, draftId }: Incident): (delivery: Delivery) => boolean {
  return ({ subject }) =>
    ('reference' in subject && subject.reference === id) || ('draft' in subject && subject.draft === draftId);
}

async function lastEntries({ ledger }: RecordsDesk): Promise<string[]> {
  const chains = await ledger.chains();
  const last = await Promise.all(
    chains.map(async (name) => ledger.entries(name, (await ledger.head(name))?.seq ?? 1, 1)),
  );
  return last.flat().map(({ at }) => at);
}
