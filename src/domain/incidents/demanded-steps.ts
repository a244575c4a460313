import type { School } from '../people/school.ts';
import type { IncidentKind } from './incident-kind.ts';
import type { IncidentStep } from './incident-step.ts';
import { kindTable, type KindGroup } from './kind-table.ts';

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

/**
 * The steps that have to be done, or explained, before a report of that kind is closed: the school's own where it names any
 * for the kind, else the usual ones.
 */
export function demandedSteps({ reporting }: Pick<School, 'reporting'>, kind: IncidentKind): readonly IncidentStep[] {
  const own = (reporting?.steps ?? []).filter(({ kinds }) => kinds === undefined || kinds.includes(kind));
  if (own.length === 0) return [...usual[kindTable[kind].group], ...(more[kind] ?? [])];
  return [...new Set(own.map(({ step }) => step))];
}
