import type { NewEvent } from '../../src/domain/incidents/incident-store.ts';
import type { IncidentDraft } from '../../src/domain/incidents/incident-draft.ts';
import type { Incident, IncidentEventKind } from '../../src/domain/incidents/incident.ts';
import type { SafeguardingPlace } from '../../src/domain/incidents/safeguarding-place.ts';
import type { Absence } from '../../src/domain/people/absence.ts';
import { asker, at, owner, schoolId } from './sample-facts.ts';

export const draft = (n: number, changed: Partial<IncidentDraft> = {}): IncidentDraft => ({
  id: `SD-${n}`,
  schoolId,
  reporter: asker,
  state: 'open',
  revision: 1,
  sealedAnswers: `sealed answers ${n}`,
  typing: false,
  startedAt: at(n),
  touchedAt: at(n),
  asked: 0,
  nextAskAt: at(n + 900),
  cards: [],
  ...changed,
});

export const newEvent = (kind: IncidentEventKind, n: number, changed: Partial<NewEvent> = {}): NewEvent => ({
  kind,
  at: at(n),
  by: owner,
  ...changed,
});

/** The report of draft `n`, with its first event. */
export const incident = (n: number, changed: Partial<Incident> = {}): Incident => ({
  id: `SR-${n}`,
  schoolId,
  draftId: `SD-${n}`,
  reporter: asker,
  kind: 'disclosure',
  urgent: false,
  sealedReport: `sealed report ${n}`,
  submittedAt: at(n),
  events: [{ seq: 1, ...newEvent('submitted', n, { by: asker }) }],
  ...changed,
});

export const place = (n: number, changed: Partial<SafeguardingPlace> = {}): SafeguardingPlace => ({
  schoolId,
  tenantId: asker.tenantId,
  channelId: `19:channel-${n}@thread.tacv2`,
  teamId: 'team-1',
  teamName: 'Safeguarding — “Ω”',
  channelName: 'DSL',
  kind: 'private',
  serviceUrl: 'https://smba.trafficmanager.net/uk/',
  connectedBy: owner.objectId,
  connectedAt: at(n),
  ...changed,
});

export const absence = (n: number, changed: Partial<Absence> = {}): Absence => ({
  id: `SA-${n}`,
  schoolId,
  personId: 'priya-nair',
  cover: 'tom-whitlock',
  from: '2026-11-20',
  to: '2026-11-27',
  at: at(n),
  ...changed,
});
