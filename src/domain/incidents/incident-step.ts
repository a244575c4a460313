/** What policies can demand of whoever deals with a report. A closed list, so that each has its words on a card. */
export const incidentSteps = ['support-offered', 'parents-told', 'site-blocked', 'evidence-secured'] as const;
export type IncidentStep = (typeof incidentSteps)[number];
