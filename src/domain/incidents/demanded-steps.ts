import type { School } from '../people/school.ts';
import type { IncidentKind } from './incident-kind.ts';
import { kindTable, type KindGroup } from './kind-table.ts';

/** What policies can demand of whoever deals with a report. A closed list, so that each has its words on a card. */
export const incidentSteps = ['support-offered', 'parents-told', 'site-blocked', 'evidence-secured'] as const;
export type IncidentStep = (typeof incidentSteps)[number];

/** As a card prints it. */
export const stepTitles: Readonly<Record<IncidentStep, string>> = {
  'support-offered': 'Support offered to the person harmed',
  'parents-told': 'Parents told',
  'site-blocked': 'Site blocked',
  'evidence-secured': 'Evidence secured',
};

const usual: Readonly<Record<KindGroup, readonly IncidentStep[]>> = {
  image: ['support-offered', 'parents-told', 'evidence-secured'],
  child: ['support-offered', 'parents-told', 'evidence-secured'],
  adult: ['support-offered', 'evidence-secured'],
  ict: ['evidence-secured'],
};
const more: Partial<Record<IncidentKind, readonly IncidentStep[]>> = { content: ['site-blocked'] };

/** The steps that have to be done, or explained, before a report of that kind is closed. */
export function demandedSteps(_school: School, kind: IncidentKind): readonly IncidentStep[] {
  return [...usual[kindTable[kind].group], ...(more[kind] ?? [])];
}
