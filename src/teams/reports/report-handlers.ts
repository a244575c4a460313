import type { Act } from '../../domain/delivery/act.ts';
import { actOnReport } from '../../domain/incidents/act-on-report.ts';
import type { Deed } from '../../domain/incidents/deed.ts';
import type { BotApp } from '../bot-deps.ts';
import type { Caller } from '../caller.ts';
import type { OnVerb, Pressed, PressedIn } from '../on-verb.ts';
import type { Verb, VerbData } from '../verbs.ts';
import { detailsGone, doDeed, noSuchReport, type Shows } from './do-deed.ts';
import type { ReportDeps } from './report-deps.ts';
import { registerReportMessages } from './report-messages.ts';
import { reportsInPrivate } from './reports-in-private.ts';
import { wherePressed, type WherePressed } from './where-pressed.ts';

type ReportVerb = Extract<Verb, `reports.${string}`>;
interface Way {
  readonly deed: Deed;
  readonly shows: Shows;
}

const report: Shows = { kind: 'report' };
const work: Shows = { kind: 'work' };

/** Everything that recipients do with reports, and what the reporter answers or adds. Pressed or typed, it is one deed. */
export function registerReportHandlers(app: BotApp, onVerb: OnVerb, deps: ReportDeps): void {
  registerReportMessages(app, deps);

  const on = <V extends ReportVerb>(verb: V, toWay: (data: VerbData<V>, where: WherePressed) => Way) =>
    onVerb(verb, async (data, caller, pressedIn) => {
      const where = await wherePressed(deps, caller, pressedIn);
      if (where === 'elsewhere') return reportsInPrivate(deps.ownAppId);
      const { deed, shows } = toWay(data, where);
      return doDeed(deps, caller, { id: data.report, deed, shows, where, act: actOf(deps, caller, data) });
    });

  on('reports.acknowledge', () => ({ deed: { kind: 'acknowledge' }, shows: report }));
  on('reports.take', ({ seen }) => ({ deed: { kind: 'take', seen }, shows: report }));
  on('reports.send-details', () => ({ deed: { kind: 'send-details' }, shows: report }));
  on('reports.recorded', () => ({ deed: { kind: 'record' }, shows: work }));
  on('reports.work', () => ({ deed: { kind: 'show' }, shows: work }));
  // In a dialog the way back leads to the details, which are read anew.
  on('reports.show', (_, where) =>
    where === 'dialog'
      ? { deed: { kind: 'read', part: 1 }, shows: { kind: 'details', part: 1, read: 0 } }
      : { deed: { kind: 'show' }, shows: report },
  );
  on('reports.note', ({ what, text }) => ({ deed: { kind: 'note', what, text }, shows: work }));
  on('reports.hand-over', ({ to, done, day, time, text }) => ({
    deed: to === '' ? unfilled.handOver : { kind: 'hand-over', to, done: done === 'yes', day, time, text },
    shows: work,
  }));
  on('reports.step', ({ step, done, text }) => ({
    deed: { kind: 'step', step, done: done === 'yes', text },
    shows: work,
  }));
  on('reports.write', ({ form, question, text }) =>
    form === 'reply'
      ? { deed: { kind: form, question: Number(question), text }, shows: { kind: 'line' } }
      : { deed: { kind: form, text }, shows: form === 'add' ? { kind: 'line' } : work },
  );
  on('reports.details', ({ part, read }, where) => {
    // Names and narrative are shown where nobody else looks: in a dialog, or in a message that is taken away again.
    const mayStand = where === 'dialog' || (where === 'chat' && read !== undefined && read > 0);
    return mayStand
      ? { deed: { kind: 'read', part }, shows: { kind: 'details', part, read: read ?? 0 } }
      : { deed: { kind: 'send-details' }, shows: report };
  });

  onVerb('reports.done', async (data, caller, pressedIn) => {
    const shown = await onDone(deps, caller, data, pressedIn);
    return shown ?? detailsGone(data.report);
  });
  const inPrivate = (verb: 'reports.file' | 'reports.sheet', { deed, shows }: Way) =>
    onVerb(verb, async ({ report: id }, caller, pressedIn) => {
      const where = await wherePressed(deps, caller, pressedIn);
      if (where === 'channel' || where === 'elsewhere') return reportsInPrivate(deps.ownAppId);
      return doDeed(deps, caller, { id, deed, shows, where, act: caller.actWith(deps.newSubmission()) });
    });
  inPrivate('reports.file', { deed: { kind: 'show' }, shows: { kind: 'file', hasBack: true } });
  inPrivate('reports.sheet', { deed: { kind: 'print', fetched: false }, shows: { kind: 'sheet' } });
  onVerb('reports.compose', (data, caller, pressedIn) => compose(deps, caller, data, pressedIn));
}

/** Takes the details out of the chat; what is shown instead where they are not the caller's. */
async function onDone(
  deps: ReportDeps,
  caller: Caller,
  { report: id, read }: VerbData<'reports.done'>,
  pressedIn: PressedIn,
): Promise<Pressed | undefined> {
  const where = await wherePressed(deps, caller, pressedIn);
  if (where !== 'chat') return reportsInPrivate(deps.ownAppId);
  const deed: Deed = { kind: 'end-details', read };
  const act = caller.actWith(`details-over|${id}|${read}`);
  const outcome = await actOnReport(deps, { act, by: caller.actor, school: caller.library.school, id, deed });
  if (outcome.kind === 'not-found') return noSuchReport(where);
  deps.onOwed();
  return undefined;
}

/** The empty form, or why it cannot be filled in now. In a channel there is none: what is typed there could be seen. */
async function compose(
  deps: ReportDeps,
  caller: Caller,
  { report: id, form, step }: VerbData<'reports.compose'>,
  pressedIn: PressedIn,
): Promise<Pressed> {
  const where = await wherePressed(deps, caller, pressedIn);
  if (where === 'channel' || where === 'elsewhere') return reportsInPrivate(deps.ownAppId);
  const deed = emptyDeed(form, step);
  const act = caller.actWith(deps.newSubmission());
  const shows: Shows = form === 'add' ? { kind: 'line' } : work;
  return deed ? doDeed(deps, caller, { id, deed, act, where, shows, isFirst: true }) : noSuchReport(where);
}

/** Not done and without a reason: never taken. */
const unfilled = {
  handOver: { kind: 'hand-over', to: 'social-care', done: false, day: '', time: '', text: '' },
} as const satisfies Record<string, Deed>;

/** The deed of a form that nobody has filled in: it is not taken, and the form comes instead. */
function emptyDeed(
  form: VerbData<'reports.compose'>['form'],
  step: VerbData<'reports.compose'>['step'],
): Deed | undefined {
  const text = '';
  switch (form) {
    case 'note':
      return { kind: 'note', what: 'action', text };
    case 'hand-over':
      return unfilled.handOver;
    case 'step':
      return step === '' ? undefined : { kind: 'step', step, done: false, text };
    default:
      return { kind: form, text };
  }
}

/** A form's act has its own id; looking at something is an act of the moment. */
function actOf({ newSubmission }: Pick<ReportDeps, 'newSubmission'>, caller: Caller, data: VerbData<ReportVerb>): Act {
  return caller.actWith('submission' in data ? data.submission : newSubmission());
}
