import type { WholeReport } from '../../src/cards/reports/report-passages.ts';
import { Answers } from '../../src/domain/incidents/answers.ts';
import type { Incident } from '../../src/domain/incidents/incident.ts';
import { keyOf, keyOfId, sampleReport, teacher } from '../domain/incidents/sample-report.ts';

const daniel = keyOfId('dan');
const at = (minute: number) => `2026-11-24T10:${String(minute).padStart(2, '0')}:00.000Z`;
const events: Incident['events'] = [
  { seq: 1, kind: 'submitted', at: at(0), by: teacher },
  { seq: 2, kind: 'delivered', at: at(1), facts: { role: 'dsl' } },
  { seq: 3, kind: 'read', at: at(4), by: daniel, facts: { part: 1 } },
  { seq: 4, kind: 'opened', at: at(4), by: daniel },
  { seq: 5, kind: 'taken', at: at(5), by: daniel },
  { seq: 6, kind: 'asked', at: at(9), by: daniel, sealedText: 'sealed' },
  { seq: 7, kind: 'replied', at: at(20), by: teacher, sealedText: 'sealed' },
  {
    seq: 8,
    kind: 'handed-over',
    at: at(31),
    by: daniel,
    facts: { to: 'social-care', done: true, day: '2026-11-24', time: '10:30' },
    sealedText: 'sealed',
  },
  { seq: 9, kind: 'refused', at: at(40), by: keyOfId('cal') },
  { seq: 10, kind: 'closed', at: at(55), by: daniel, sealedText: 'sealed' },
];

export const sampleAnswers = {
  people:
    'Zofia Wójcik, year 5 (harmed)\nИван Петров, year 6 (took part)\nΕλένη Παπαδοπούλου, year 6 (saw it)\nÇağla Şımarık, teaching assistant',
  seen: 'I came into the cloakroom after lunch and saw Zofia crying under the coats. Ivan held a phone up. Another child laughed.\nShe would not say what had been filmed. I asked nobody to show me anything.',
  childsWords: 'They said they would send it to everybody. 🔪',
  opinion: 'I think that it has been going on since half-term.',
  place: 'The year 5 cloakroom',
  platform: 'A group on a messenger',
  evidence: 'The phone is in the office safe, switched off.',
  done: 'Sat with her until her mother came.',
  whoKnows: 'The class teacher and the office.',
  wishes: 'To know that somebody has spoken to her mother.',
  happenedOn: '2026-11-23',
  happenedAt: '12:50',
  device: 'pupil-own',
  intent: 'deliberate',
} as const;

export const sampleTexts: ReadonlyMap<number, string> = new Map([
  [6, 'Was anybody else in the cloakroom?'],
  [7, 'Yes: two children of year 4, whose names I do not know.'],
  [8, 'Spoke to Mrs Adeyemi, who opens a case. Her number is in CPOMS.'],
  [10, 'Handed over; Zofia has a named person whom she can speak to.'],
]);

/** A report with everything, by the people of Hill School; `answers` and `texts` in the place of the sample's. */
export function sampleWhole(
  answers: Partial<Answers> = sampleAnswers,
  texts: ReadonlyMap<number, string> = sampleTexts,
  changes: Partial<Incident> = {},
): WholeReport {
  const { incident, report, school } = sampleReport({}, { urgent: true, events, ...changes });
  const opened = {
    incident,
    report: { ...report, answers: Answers.parse({ ...report.answers, ...answers }) },
    school,
    today: '2026-11-24',
    keyOf,
  };
  const names = new Map([
    [teacher.objectId, 'Amara Okafor'],
    [daniel.objectId, 'Dan Hill, Designated Safeguarding Lead'],
    [keyOfId('cal').objectId, 'Cal Hill, ICT lead'],
  ]);
  return {
    library: { school, policies: [] },
    opened,
    texts,
    name: ({ objectId }) => names.get(objectId) ?? 'a former colleague',
  };
}
