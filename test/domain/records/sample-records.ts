import { Answers } from '../../../src/domain/incidents/answers.ts';
import type { NewEvent } from '../../../src/domain/incidents/incident-store.ts';
import type { IncidentKind } from '../../../src/domain/incidents/incident-kind.ts';
import type { Report } from '../../../src/domain/incidents/incident.ts';
import { toReportEntry } from '../../../src/domain/incidents/report-entry.ts';
import type { PersonKey } from '../../../src/domain/people/person-key.ts';
import type { Sealer } from '../../../src/domain/secrecy/sealer.ts';
import type { StorePorts } from '../../../src/storage/stores.ts';

export const schoolId = 'marlow-bridge';
export const tenantId = '11111111-1111-4111-8111-111111111111';
/** The sample school's DSL, and a member of its staff team who holds no role. */
export const dsl: PersonKey = { tenantId, objectId: '00000000-0000-4000-8000-000000000002' };
export const teacher: PersonKey = { tenantId, objectId: 'b0000000-0000-4000-8000-000000000001' };
export const teacherName = 'Amara Okafor';

const dayMs = 24 * 60 * 60 * 1000;

/** A step of a report: what happened, how many days after it was sent, and what was written then. */
export type Step = readonly [kind: NewEvent['kind'], day: number, text?: string];
/** Dealt with, in the school's own system, and closed. */
export const dealtWith: readonly Step[] = [
  ['acknowledged', 0],
  ['noted', 1, 'Rang the mother of Jamie Dray'],
  ['recorded', 2],
  ['closed', 2, 'Nothing more to do for Jamie'],
];

interface Sample {
  readonly id: string;
  readonly sentAt: string;
  readonly kind?: IncidentKind;
  readonly answers?: object;
  readonly subjects?: readonly string[];
  readonly recipients?: Report['route']['recipients'];
  readonly steps?: readonly Step[];
  readonly reporter?: PersonKey;
}

/** Stores a report as it comes to be: sealed, with its events and its ledger entries. Returns every sealed text of it. */
export async function storeReport(
  { incidents }: Pick<StorePorts, 'incidents'>,
  sealer: Sealer,
  {
    id,
    sentAt,
    kind = 'other-child',
    answers = {},
    subjects = [],
    recipients = [],
    steps = [],
    reporter = teacher,
  }: Sample,
): Promise<string[]> {
  const route = { rule: 'child', reason: '', recipients: [...recipients], rungs: [], escalation: [], outside: [] };
  const said = Answers.parse({ at: 'end', about: ['pupil'], seen: 'Jamie Dray cried', ...answers });
  const report: Report = { answers: said, route: { ...route, subjects: [...subjects] } };
  const sealedReport = await sealer.seal(JSON.stringify(report), { schoolId, type: 'report', id });
  const first = { kind: 'submitted', at: sentAt, by: reporter } as const;
  const act = (n: number) => ({ activityKey: `${id}-${n}`, submissionId: `${id}-${n}` });
  const name = { schoolId, id };
  const parts = { draftId: `draft of ${id}`, reporter, kind, urgent: false, submittedAt: sentAt };
  const incident = { ...name, ...parts, sealedReport, events: [{ seq: 1, ...first }] };
  await incidents.submit(act(0), incident, { owed: [], entries: [toReportEntry(name, { seq: 1, ...first })] });
  const sealed = [sealedReport];
  for (const [n, [what, day, text]] of steps.entries()) {
    const seq = n + 2;
    const at = new Date(Date.parse(sentAt) + day * dayMs).toISOString();
    const place = { schoolId, type: 'report-event', id: `${id}-${seq}` };
    const sealedText = text === undefined ? undefined : await sealer.seal(text, place);
    if (sealedText !== undefined) sealed.push(sealedText);
    const event: NewEvent = { kind: what, at, by: dsl, ...(sealedText !== undefined && { sealedText }) };
    const entries = [toReportEntry(name, { seq, ...event })];
    await incidents.record(act(seq), name, { seen: seq - 1, events: [event] }, { owed: [], entries });
  }
  return sealed;
}
