import type { Act } from '../delivery/act.ts';
import type { Consequences } from '../delivery/consequences.ts';
import { isSamePerson } from '../people/same-person.ts';
import type { SchoolLibrary } from '../policies/library.ts';
import { hashOf } from '../questions/hand-over-question.ts';
import { StoreError } from '../store-error.ts';
import type { Answers } from './answers.ts';
import { withAllCards } from './change-draft.ts';
import { schoolNow, type DialogDesk, type SchoolNow } from './dialog-desk.ts';
import { endedConsequences } from './draft-asks.ts';
import type { IncidentDraft, MessagePlace } from './incident-draft.ts';
import { toDelivery } from './incident-deliveries.ts';
import { rungTo } from './incident-ladder.ts';
import type { Incident, Report } from './incident.ts';
import { kindTable } from './kind-table.ts';
import { findOwnDraft, type DraftName, type OpenDraft } from './open-draft.ts';
import { withoutDescription } from './read-given.ts';
import { recipientsNamed } from './recipients-named.ts';
import { toReportEntry } from './report-entry.ts';
import { goesOnAt, heldUntil, waitsUntil } from './report-pace.ts';
import { kindOf, routeDraft } from './route-draft.ts';

/**
 * - `submitted`: it is safe, as of this act or an earlier one
 * - `asks-recipient`: a name that was typed is that of somebody who would receive it, and nobody said yet whether it is
 *   about them; nothing left
 * - `incomplete`: nobody said whom it is about
 */
export type Submitted =
  | { readonly kind: 'submitted'; readonly incident: Incident }
  | ({ readonly kind: 'asks-recipient'; readonly personId: string } & OpenDraft)
  | ({ readonly kind: 'incomplete' | 'overtaken' } & OpenDraft)
  | { readonly kind: 'ended' | 'unreadable'; readonly draft: IncidentDraft }
  | { readonly kind: 'not-found' };

interface Sent {
  readonly act: Act;
  readonly name: DraftName;
  readonly library: SchoolLibrary;
  /** What the card says that was pressed; undefined where whatever is saved is to be sent. */
  readonly turn: number | undefined;
  /** Where the receipt stands. */
  readonly receipt: MessagePlace | undefined;
}

const mostTries = 20;
/** So often a turn is drawn anew because its sender sent others at the same moment; then the report goes on without one. */
const mostTurns = 12;

/**
 * Sends a report: routed anew, sealed, and stored in one step with what is owed to the first who receive it, with the
 * edits that turn every card of the draft into the receipt, and a ledger entry. Where its sender has sent many within the
 * hour it is stored all the same, and what it owes its readers waits its turn (report-pace.ts). A second call for the same
 * draft gives the first report. An answer that is given meanwhile is never lost: the draft is read again. Rejects when the store or
 * the keys fail: then nothing was sent and the draft stays.
 */
export async function submitIncident(desk: DialogDesk, sent: Sent): Promise<Submitted> {
  for (let tries = 1; ; tries++) {
    try {
      return await submitOnce(desk, sent, { takesTurn: tries <= mostTurns });
    } catch (error) {
      const comesAgain = error instanceof StoreError && (error.kind === 'taken' || error.kind === 'outdated');
      if (!comesAgain || tries === mostTries) throw error;
    }
  }
}

async function submitOnce(desk: DialogDesk, sent: Sent, { takesTurn }: { takesTurn: boolean }): Promise<Submitted> {
  const { act, name, library, turn, receipt } = sent;
  const found = await findOwnDraft(desk, name);
  if (found.kind === 'ended' && found.draft.state === 'submitted') {
    const first = await reportOf(desk, found.draft);
    return first ? { kind: 'submitted', incident: first } : found;
  }
  if (found.kind !== 'open') return found;
  const { draft } = found;
  const answers = withoutDescription(found.answers);
  if (turn !== undefined && answers.turn !== turn) return { kind: 'overtaken', draft, answers };
  if (answers.about.length === 0) return { kind: 'incomplete', draft, answers };

  const school = await schoolNow(desk, library.school, name.reporter.tenantId);
  const asked = recipientToAsk(answers, school, sent);
  if (asked !== undefined) return { kind: 'asks-recipient', personId: asked, draft, answers };
  const whole = await withAllCards(desk, draft, receipt);
  const report: Report = { answers, route: routeDraft(answers, school, { reporter: name.reporter, library }) };
  const earlier = await desk.incidents.of(whole.schoolId, whole.reporter);
  const incident = await toIncident(desk, { draft: whole, report, receipt, earlier: takesTurn ? earlier : [] });
  const owed = owedAtOnce(incident, report, whole);
  const hangsOnOthers = takesTurn && !incident.urgent && report.route.rungs.length > 0;
  const seen = { revision: whole.revision, ...(hangsOnOthers && { reports: earlier.length }) };
  return { kind: 'submitted', incident: await desk.incidents.submit(act, incident, owed, seen) };
}

/** The report that a sent draft became. */
export async function reportOf(
  { incidents }: Pick<DialogDesk, 'incidents'>,
  { schoolId, id, reporter }: IncidentDraft,
): Promise<Incident | undefined> {
  return (await incidents.of(schoolId, reporter)).find(({ draftId }) => draftId === id);
}

/** The next of those who would receive it, whose name was typed, and of whom nobody said whether it is about them. */
export function recipientToAsk(
  answers: Answers,
  school: SchoolNow,
  { name, library }: Pick<Sent, 'name' | 'library'>,
): string | undefined {
  const route = routeDraft(answers, school, { reporter: name.reporter, library });
  const reporter = school.school.people.find((person) => isSamePerson(school.keyOf(person), name.reporter))?.id;
  return recipientsNamed(textsOf(answers), route, school.school).find(
    (personId) => personId !== reporter && !Object.hasOwn(answers.aboutRecipient, personId),
  );
}

/** Everything that was typed, for names to be looked for in it. */
function textsOf(answers: Answers): string[] {
  const { place, platform, people, seen, childsWords, opinion, evidence, done, whoKnows, wishes, onBehalfOf } = answers;
  return [place, platform, people, seen, childsWords, opinion, evidence, done, whoKnows, wishes, onBehalfOf].filter(
    (text) => text !== '',
  );
}

async function toIncident(
  desk: DialogDesk,
  {
    draft,
    report,
    receipt,
    earlier,
  }: { draft: IncidentDraft; report: Report; receipt: MessagePlace | undefined; earlier: readonly Incident[] },
): Promise<Incident> {
  const id = desk.newReference('SR');
  const { schoolId, reporter, id: draftId } = draft;
  const kind = kindOf(report.answers);
  const submittedAt = desk.now().toISOString();
  const urgent = report.answers.danger === 'yes' || kindTable[kind].urgent;
  const isSentOn = report.route.rungs.length > 0;
  const held = isSentOn ? waitsUntil({ urgent, submittedAt }, earlier) : undefined;
  return {
    id,
    schoolId,
    draftId,
    reporter,
    kind,
    urgent,
    sealedReport: await desk.sealer.seal(JSON.stringify(report), { schoolId, type: 'report', id }),
    submittedAt,
    ...(receipt && { receipt }),
    events: [
      {
        ...{ seq: 1, kind: 'submitted', at: submittedAt, by: reporter },
        ...(held !== undefined && { facts: { heldUntil: held } }),
      },
    ],
  };
}

/** The first rung of the ladder, in its turn; all else is planned from what becomes of it. */
function owedAtOnce(incident: Incident, report: Report, draft: IncidentDraft): Consequences {
  const { submittedAt, sealedReport, events } = incident;
  const turn = goesOnAt(incident);
  const reports = rungTo(incident, report, 0).map((owed) => toDelivery(incident, owed, submittedAt, turn));
  const { owed: edits } = endedConsequences(draft, new Date(submittedAt));
  const held = heldUntil(incident);
  const entries = events.map((event) => {
    const entry = toReportEntry(incident, event);
    return {
      ...entry,
      facts: { ...entry.facts, sealedHash: hashOf(sealedReport), ...(held !== undefined && { heldUntil: held }) },
    };
  });
  return { owed: [...reports, ...edits], entries };
}
