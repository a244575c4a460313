import { expect, it } from 'vitest';
import { demandedSteps } from '../../../src/domain/incidents/demanded-steps.ts';
import { Reporting } from '../../../src/domain/people/reporting.ts';

it('a school’s own steps stand for the kinds that they name, the usual ones for all others', () => {
  const reporting = Reporting.parse({
    outOfHours: 'duty',
    steps: [
      { step: 'site-blocked', kinds: ['content', 'conduct'], clause: 'a#b' },
      { step: 'parents-told', kinds: ['content'], clause: 'a#b' },
    ],
  });
  expect(demandedSteps({ reporting }, 'content')).toEqual(['site-blocked', 'parents-told']);
  expect(demandedSteps({ reporting }, 'conduct')).toEqual(['site-blocked']);
  expect(demandedSteps({ reporting }, 'disclosure')).toEqual(['support-offered', 'parents-told', 'evidence-secured']);
  expect(demandedSteps({ reporting: undefined }, 'content')).toEqual([
    'support-offered',
    'parents-told',
    'evidence-secured',
    'site-blocked',
  ]);
});
