import { isChannel, type Delivery } from '../../src/domain/delivery/delivery.ts';
import { Answers } from '../../src/domain/incidents/answers.ts';
import { Report } from '../../src/domain/incidents/incident.ts';
import { verifyChain } from '../../src/domain/ledger/verify-chain.ts';
import type { Sealer } from '../../src/domain/secrecy/sealer.ts';
import type { StoreContent } from '../../src/storage/store-content.ts';
import type { Seen } from '../support/fake-connector.ts';
import type { Dictated } from './report-traffic.ts';

/** What came out of a run. All but the last line must be 0, the chain whole. */
export interface ReportVerdict {
  /** Reports, answers and deeds that somebody was told are saved, and that are not there. */
  readonly lost: number;
  /** What does not open, or is there in part: an event without its ledger entry, an entry without its event. */
  readonly torn: number;
  readonly recordedTwice: number;
  /** Told "delivered" before, or without, anybody having seen a card of the report. */
  readonly toldFalsely: number;
  readonly unlabelledDuplicates: number;
  readonly extraSecondCopies: number;
  /** The store says `sent` and nobody saw it. */
  readonly silent: number;
  readonly chain: string;
  readonly reports: number;
  readonly drafts: number;
  readonly secondCopies: number;
}

interface Left {
  readonly content: Pick<
    StoreContent,
    'drafts' | 'reports' | 'reportEvents' | 'deliveries' | 'entries' | 'checkpoints'
  >;
  readonly seen: readonly Pick<Seen, 'kind' | 'conversationId' | 'activity'>[];
  readonly sealer: Pick<Sealer, 'open'>;
  readonly keys: ReadonlyMap<string, string>;
  readonly schoolId: string;
}

/** Compares what people were told, what the store holds and what was seen in Teams, once nobody is at work any more. */
export async function judgeReports(told: readonly Dictated[], left: Left): Promise<ReportVerdict> {
  const { content, schoolId } = left;
  const { reports, drafts } = content;
  const records = await Promise.all(told.map((one) => judgeDictated(one, left)));
  const lost = records.reduce((sum, one) => sum + one.lost, 0);
  let torn = records.reduce((sum, one) => sum + one.torn, 0);

  const count = new Map<string, number>();
  for (const { kind, facts } of content.entries.filter(({ chain }) => chain === 'reports')) {
    const event = `${String(facts['reference'])} ${String(facts['seq'])} ${kind}`;
    count.set(event, (count.get(event) ?? 0) + 1);
  }
  for (const { reportId, seq, kind } of content.reportEvents) {
    const event = `${reportId} ${seq} report-${kind}`;
    if (count.get(event) !== 1) torn++;
    count.delete(event);
  }
  torn += count.size;

  const shown = judgeShown(left);
  return {
    lost,
    torn,
    recordedTwice:
      twice(reports.map(({ draftId }) => draftId)) + twice(drafts.map(({ reporter }) => reporter.objectId)),
    ...shown,
    toldFalsely: toldFalsely(left),
    chain: await chainOf(left),
    reports: reports.filter((one) => one.schoolId === schoolId).length,
    drafts: drafts.filter(({ state }) => state === 'open').length,
  };
}

async function judgeDictated(
  { reporter, draft, reference, isSent, answers, deeds }: Dictated,
  { content, sealer, schoolId }: Left,
): Promise<{ lost: number; torn: number }> {
  const report = content.reports.find((one) => one.reporter.objectId === reporter);
  const open = content.drafts.find((one) => one.reporter.objectId === reporter && one.state === 'open');
  if (isSent && (!report || (reference !== undefined && report.id !== reference))) return { lost: 1, torn: 0 };
  if (draft !== undefined && report?.draftId !== draft && open?.id !== draft) return { lost: 1, torn: 0 };
  if (Object.keys(answers).length === 0) return { lost: 0, torn: 0 };
  const text = report
    ? await sealer.open(report.sealedReport, { schoolId, type: 'report', id: report.id })
    : open && (await sealer.open(open.sealedAnswers, { schoolId, type: 'draft', id: open.id }));
  if (text === undefined) return { lost: 0, torn: 1 };
  const held: Record<string, unknown> = report
    ? Report.parse(JSON.parse(text)).answers
    : Answers.parse(JSON.parse(text));
  let lost = Object.entries(answers).filter(([name, answer]) => held[name] !== answer).length;
  let torn = 0;
  for (const { kind, by, text: written } of deeds) {
    const events = content.reportEvents.filter(
      (one) => one.reportId === report?.id && one.kind === kind && one.by?.objectId === by,
    );
    const [event] = events;
    if (!event) lost++;
    else if (events.length > 1) torn++;
    else if (written !== undefined) {
      const place = { schoolId, type: 'report-event', id: `${event.reportId}-${event.seq}` };
      if ((await sealer.open(event.sealedText ?? '', place)) !== written) torn++;
    }
  }
  return { lost, torn };
}

/** How the messages of each delivery were seen; edits of messages are no messages. */
function judgeShown({ content, seen }: Left) {
  const messages = seen.flatMap(({ kind, conversationId, activity }) =>
    kind === 'created' ? [{ conversationId: conversationId.split(';')[0], text: JSON.stringify(activity) }] : [],
  );
  const verdict = { unlabelledDuplicates: 0, extraSecondCopies: 0, silent: 0, secondCopies: 0 };
  for (const delivery of content.deliveries) {
    const words = wordsOf(delivery);
    if (words === undefined) continue;
    const { to, state, attempts } = delivery;
    const place = isChannel(to) ? to.channelId : `a:${to.objectId}`;
    const found = messages.filter(
      ({ conversationId, text }) => conversationId === place && words.some((one) => text.includes(one)),
    );
    const labelled = found.filter(({ text }) => text.includes('Second copy of')).length;
    const isAmbiguous = attempts.some(({ outcome }) => outcome === 'ambiguous');
    verdict.secondCopies += labelled;
    if (found.length - labelled > 1) verdict.unlabelledDuplicates++;
    if (labelled > 1 || (labelled > 0 && !isAmbiguous)) verdict.extraSecondCopies++;
    if (state === 'sent' && found.length === 0) verdict.silent++;
  }
  return verdict;
}

/** What a message of this delivery alone says; undefined for edits and for what has no words of its own. */
function wordsOf({ subject }: Pick<Delivery, 'subject'>): string[] | undefined {
  if (!('reference' in subject)) return undefined;
  const { reference } = subject;
  if (subject.kind === 'incident-report') return [`"Report ${reference}"`, `Second copy of ${reference}: report`];
  if (subject.kind === 'incident-alert') return [`New report ${reference} in `];
  return undefined;
}

/** Whoever reads "delivered" reads it after a card of the report stood with somebody else. */
function toldFalsely({ content, seen }: Left): number {
  let falsely = 0;
  for (const { id, reporter } of content.reports) {
    const chat = `a:${reporter.objectId}`;
    const at = seen.findIndex(
      ({ conversationId, activity }) =>
        conversationId === chat && /was delivered/.test(JSON.stringify(activity)) && holds(activity, id),
    );
    const isSaid = content.reportEvents.some(({ reportId, kind }) => reportId === id && kind === 'delivered');
    const stood = seen.findIndex(
      ({ kind, conversationId, activity }) =>
        kind === 'created' && conversationId !== chat && holds(activity, `Report ${id}`),
    );
    if ((at >= 0 && (stood < 0 || stood > at)) || (isSaid && stood < 0)) falsely++;
  }
  return falsely;
}

const holds = (activity: object, text: string) => JSON.stringify(activity).includes(text);

function twice(names: readonly string[]): number {
  return names.length - new Set(names).size;
}

async function chainOf({ content, keys, schoolId }: Left): Promise<string> {
  const name = { schoolId, chain: 'reports' } as const;
  const entries = content.entries.filter((one) => one.schoolId === schoolId && one.chain === 'reports');
  const checkpoints = content.checkpoints.filter((one) => one.schoolId === schoolId && one.chain === 'reports');
  const ledger = {
    head: () => Promise.resolve(entries.at(-1)),
    entries: (_: object, from: number, limit: number) => Promise.resolve(entries.slice(from - 1, from - 1 + limit)),
    checkpoints: () => Promise.resolve(checkpoints),
  };
  const verified = await verifyChain(ledger, name, keys);
  return verified.kind === 'whole' ? 'whole' : `entry ${verified.entry}: ${verified.why}`;
}
