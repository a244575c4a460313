import { messageCard } from '../../cards/messages/message.ts';
import { detailsCard, toDetailsView } from '../../cards/reports/details.ts';
import {
  handOverCard,
  noteCard,
  stepCard,
  toHandOverView,
  toNoteView,
  toStepView,
  toWriteView,
  writeCard,
} from '../../cards/reports/forms.ts';
import { reportCard, toReportView } from '../../cards/reports/report.ts';
import { toWorkView, workCard } from '../../cards/reports/work.ts';
import type { Act } from '../../domain/delivery/act.ts';
import { actOnReport } from '../../domain/incidents/act-on-report.ts';
import type { Deed } from '../../domain/incidents/deed.ts';
import { eventTexts } from '../../domain/incidents/event-texts.ts';
import type { OpenedIncident } from '../../domain/incidents/open-incident.ts';
import { namePeople, type NamePerson } from '../../domain/questions/name-people.ts';
import type { Caller } from '../caller.ts';
import type { Pressed } from '../on-verb.ts';
import { fileCard } from './file-card.ts';
import { detailsOverCard } from './report-delivery-cards.ts';
import type { ReportDeps } from './report-deps.ts';
import { noticeOf } from './report-words.ts';
import type { WherePressed } from './where-pressed.ts';

const summary = 'Staffroom: about a report';

/** What is shown after a deed: the card, all that can be recorded, names and narrative, where the file or the sheet can be fetched, or a line. */
export type Shows =
  | { readonly kind: 'report' }
  | { readonly kind: 'work' }
  | { readonly kind: 'details'; readonly part: number; readonly read: number }
  | { readonly kind: 'file'; readonly hasBack: boolean }
  | { readonly kind: 'sheet' }
  | { readonly kind: 'line' };

interface DeedOf {
  readonly id: string;
  readonly deed: Deed;
  readonly act: Act;
  readonly where: Exclude<WherePressed, 'elsewhere'>;
  readonly shows: Shows;
  /** The form is only asked for: it comes without a word on what is missing. */
  readonly isFirst?: boolean;
}

/**
 * Does the caller's deed and shows what became of it. A form whose words were not taken comes back with the reason; what is
 * shown in a channel holds no names and no narrative, whatever was asked for. Rejects when the store or the keys fail.
 */
export async function doDeed(
  deps: ReportDeps,
  caller: Caller,
  { id, deed, act, where, shows, isFirst = false }: DeedOf,
): Promise<Pressed> {
  const { actor, library } = caller;
  const { school } = library;
  const outcome = await actOnReport(deps, { act, by: actor, school, id, deed });
  if (outcome.kind === 'not-found') {
    deps.log.info({ school: school.id, code: outcome.exists ? 'not-theirs' : 'not-there' }, 'a report was not shown');
    return noSuchReport(where);
  }
  if (outcome.kind === 'done' && outcome.owed) deps.onOwed();
  if (outcome.kind === 'done' && deed.kind !== 'show')
    deps.log.info({ school: school.id, reference: id, kind: deed.kind }, 'something was done with a report');
  const name = await namePeople(deps.persons, library, actor.tenantId);
  const notice = noticeOf(deed, outcome, name, school);
  const isForm = outcome.kind === 'empty' || outcome.kind === 'too-long';
  const form =
    isForm && where !== 'channel'
      ? await formOf(deps, outcome.opened, { deed, name, problem: isFirst ? undefined : notice })
      : undefined;
  if (form) return { card: form, replaces: true, summary };
  return { ...(await show(deps, caller, { opened: outcome.opened, name, notice, where, shows })), summary };
}

async function show(
  deps: ReportDeps,
  { actor, library }: Caller,
  {
    opened,
    name,
    notice,
    where,
    shows,
  }: {
    opened: OpenedIncident;
    name: NamePerson;
    notice: string | undefined;
    where: DeedOf['where'];
    shows: Shows;
  },
): Promise<Pressed> {
  const submission = deps.newSubmission();
  const reference = opened.incident.id;
  if (shows.kind === 'line' || (shows.kind === 'sheet' && notice !== undefined)) {
    const card = messageCard.render({ title: `Report ${reference}`, paragraphs: [notice ?? 'Saved.'] });
    return { card, replaces: true };
  }
  if (shows.kind === 'sheet') {
    const sheet = { kind: 'sheet', to: actor, title: `Report ${reference} on paper`, hasBack: false } as const;
    return { card: await fileCard(deps, opened, sheet), replaces: false };
  }
  if (where === 'channel' || shows.kind === 'report') {
    const reader = where === 'channel' ? {} : { reader: actor };
    const view = toReportView({ library, opened, name, submission, notice, ...reader });
    return { card: reportCard.render(view), replaces: true, shared: where === 'channel' };
  }
  if (shows.kind === 'work')
    return { card: workCard.render(toWorkView({ opened, name, reader: actor, submission, notice })), replaces: true };
  if (shows.kind === 'file') {
    const file = { kind: 'report', to: actor, title: `Report ${reference} as a PDF`, hasBack: shows.hasBack } as const;
    return { card: await fileCard(deps, opened, file), replaces: true };
  }
  const texts = await eventTexts(deps.sealer, opened.incident);
  const { part, read } = shows;
  const view = toDetailsView({ library, opened, name, texts, part, notice, read: where === 'chat' ? read : 0 });
  return { card: detailsCard.render(view), replaces: true };
}

/** The form whose words were not taken, with the reason; undefined for what has none. */
async function formOf(
  { newSubmission, sealer }: Pick<ReportDeps, 'newSubmission' | 'sealer'>,
  { incident }: OpenedIncident,
  { deed, name, problem }: { deed: Deed; name: NamePerson; problem?: string | undefined },
): Promise<Pressed['card'] | undefined> {
  const input = { report: incident.id, submission: newSubmission(), problem };
  switch (deed.kind) {
    case 'ask':
    case 'close':
    case 'reopen':
    case 'add':
      return writeCard.render(toWriteView(deed.kind, input));
    case 'reply': {
      const asked = incident.events.find(({ kind, seq }) => kind === 'asked' && seq === deed.question);
      const text = (await eventTexts(sealer, incident)).get(deed.question);
      if (!asked?.by || text === undefined) return undefined;
      const question = { text, seq: deed.question, from: name(asked.by) };
      return writeCard.render(toWriteView('reply', { ...input, question }));
    }
    case 'note':
      return noteCard.render(toNoteView(input));
    case 'hand-over':
      return handOverCard.render(toHandOverView(input));
    case 'step':
      return stepCard.render(toStepView(deed.step, input));
    default:
      return undefined;
  }
}

/** The same for a report that there is not and for one that is not theirs. */
export function noSuchReport(where: DeedOf['where']): Pressed {
  const card = messageCard.render({
    title: 'There is no such report for you',
    paragraphs: [
      'Nothing was changed. A report can be seen only by those who receive it.',
      'Write “my reports” to see where those stand that you sent yourself.',
    ],
  });
  return { card, replaces: where !== 'channel', summary };
}

/** The details leave the chat at once, and for good when the message itself is edited. */
export function detailsGone(id: string): Pressed {
  return { card: detailsOverCard(id), replaces: true, summary };
}
