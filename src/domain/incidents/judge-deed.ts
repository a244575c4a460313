import type { PersonKey } from '../people/person-key.ts';
import { isSamePerson } from '../people/same-person.ts';
import { longestNote, type Deed } from './deed.ts';
import { demandedSteps } from './demanded-steps.ts';
import type { IncidentStep } from './incident-step.ts';
import { progressOf } from './incident-progress.ts';
import type { Incident, IncidentEvent, IncidentEventKind, Report } from './incident.ts';
import type { OpenedIncident } from './open-incident.ts';

/** The event that a deed makes, before its text is sealed. */
export interface DeedEvent {
  readonly kind: IncidentEventKind;
  readonly facts?: IncidentEvent['facts'];
  readonly text?: string;
}

/**
 * - `do`: this event is to be recorded; none where the deed leaves no trace of its own, or was done before
 * - `overtaken`: `by` was faster
 * - `own-report`: that needs somebody else than the one who reported it
 * - `on-its-way`: Staffroom delivers it, or has; there is nothing to hand over on paper
 * - `closed`, `open`: the report is, so this cannot be done
 * - `steps-missing`: these were neither done nor explained
 */
export type Judgement =
  | { readonly kind: 'do'; readonly event?: DeedEvent }
  | { readonly kind: 'overtaken'; readonly by: IncidentEvent }
  | { readonly kind: 'own-report' }
  | { readonly kind: 'on-its-way' }
  | { readonly kind: 'closed' }
  | { readonly kind: 'open' }
  | { readonly kind: 'empty' }
  | { readonly kind: 'too-long'; readonly longest: number }
  | { readonly kind: 'steps-missing'; readonly steps: readonly IncidentStep[] };

const done: Judgement = { kind: 'do' };

/** Whether `by`, who may work on the report, can do this now. */
export function judgeDeed({ incident, report, school }: OpenedIncident, by: PersonKey, deed: Deed): Judgement {
  const { isClosed, recorded, writtenSinceRecorded } = progressOf(incident);
  const text = textOf(deed);
  if (text.length > longestNote) return { kind: 'too-long', longest: longestNote };
  switch (deed.kind) {
    case 'show':
    case 'end-details':
      return done;
    case 'read':
      return { kind: 'do', event: { kind: 'read', facts: { part: deed.part } } };
    case 'send-details':
      return { kind: 'do', event: { kind: 'read', facts: { part: 1 } } };
    case 'export':
      return { kind: 'do', event: { kind: 'exported', facts: { as: deed.as } } };
    case 'print':
      if (!isToCarry({ incident, report })) return { kind: 'on-its-way' };
      return { kind: 'do', ...(deed.fetched && { event: { kind: 'exported', facts: { as: 'sheet' } } }) };
    case 'add':
      return text === '' ? { kind: 'empty' } : { kind: 'do', event: { kind: 'added', text } };
    case 'reply': {
      const isAsked = incident.events.some(({ kind, seq }) => kind === 'asked' && seq === deed.question);
      if (text === '' || !isAsked) return { kind: 'empty' };
      return { kind: 'do', event: { kind: 'replied', facts: { question: deed.question }, text } };
    }
    case 'record':
      return recorded && !writtenSinceRecorded ? done : { kind: 'do', event: { kind: 'recorded' } };
    case 'reopen':
      if (!isClosed) return { kind: 'open' };
      return text === '' ? { kind: 'empty' } : { kind: 'do', event: { kind: 'reopened', text } };
    default:
      return isClosed ? judgeClosed(incident, by, deed) : judgeOpen({ incident, school }, by, deed);
  }
}

/** Only closing again, by whoever closed it, is as if it were done anew. */
function judgeClosed({ events }: OpenedIncident['incident'], by: PersonKey, deed: Deed): Judgement {
  const closing = events.findLast(({ kind }) => kind === 'closed');
  return deed.kind === 'close' && isSamePerson(closing?.by, by) ? done : { kind: 'closed' };
}

type WorkDeed = Exclude<
  Deed,
  {
    kind: 'show' | 'end-details' | 'read' | 'send-details' | 'export' | 'print' | 'add' | 'reply' | 'record' | 'reopen';
  }
>;

/** What can be done with an open report alone. */
function judgeOpen(
  { incident, school }: Pick<OpenedIncident, 'incident' | 'school'>,
  by: PersonKey,
  deed: WorkDeed,
): Judgement {
  const { takenUp, holder } = progressOf(incident);
  const isOwn = isSamePerson(by, incident.reporter);
  const text = textOf(deed);
  switch (deed.kind) {
    case 'acknowledge':
      if (isOwn) return { kind: 'own-report' };
      if (!takenUp) return { kind: 'do', event: { kind: 'acknowledged' } };
      return isSamePerson(takenUp.by, by) ? done : { kind: 'overtaken', by: takenUp };
    case 'take':
      if (isSamePerson(holder?.by, by)) return done;
      if (holder && deed.seen !== undefined && deed.seen < holder.seq) return { kind: 'overtaken', by: holder };
      return { kind: 'do', event: { kind: 'taken' } };
    case 'ask':
      if (isOwn) return { kind: 'own-report' };
      return text === '' ? { kind: 'empty' } : { kind: 'do', event: { kind: 'asked', text } };
    case 'note':
      return text === ''
        ? { kind: 'empty' }
        : { kind: 'do', event: { kind: 'noted', facts: { what: deed.what }, text } };
    case 'hand-over': {
      if (!deed.done && text === '') return { kind: 'empty' };
      const { to, day, time } = deed;
      const when = { ...(day && { day }), ...(time && { time }) };
      return {
        kind: 'do',
        event: { kind: 'handed-over', facts: { to, done: deed.done, ...(deed.done && when) }, text },
      };
    }
    case 'step':
      if (!deed.done && text === '') return { kind: 'empty' };
      return { kind: 'do', event: { kind: 'step', facts: { step: deed.step, done: deed.done }, text } };
    case 'close': {
      if (!takenUp && isOwn) return { kind: 'own-report' };
      const steps = missingSteps({ incident, school });
      if (steps.length > 0) return { kind: 'steps-missing', steps };
      return text === '' ? { kind: 'empty' } : { kind: 'do', event: { kind: 'closed', text } };
    }
  }
}

function textOf(deed: Deed): string {
  return 'text' in deed ? deed.text.trim() : '';
}

/** Whether the report reaches nobody unless its reporter takes it there. */
export function isToCarry({ incident, report }: { incident: Incident; report: Pick<Report, 'route'> }): boolean {
  const { delivered, notDelivered } = progressOf(incident);
  return !delivered && (report.route.onPaper !== undefined || notDelivered !== undefined);
}

/** What the policies demand and nobody has done or explained yet. */
export function missingSteps({ incident, school }: Pick<OpenedIncident, 'incident' | 'school'>): IncidentStep[] {
  const settled = new Set(incident.events.filter(({ kind }) => kind === 'step').map(({ facts }) => facts?.step));
  return demandedSteps(school, incident.kind).filter((step) => !settled.has(step));
}
