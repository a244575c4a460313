import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainWords } from '../../../src/domain/answering/messages/plain-words.ts';
import { senseUrgency } from '../../../src/domain/answering/messages/sense-urgency.ts';
import * as unseen from './unseen-messages.ts';
import * as seen from './urgency-messages.ts';

const sense = (text: string) => senseUrgency(plainWords(text));
const share = (list: readonly string[], is: (text: string) => boolean) => list.filter(is).length / list.length;

/** Shares of messages: danger read as danger, danger and incidents that get a safety card at all, and needless cards. */
function rates({ danger, incident, calm }: Pick<typeof seen, 'danger' | 'incident' | 'calm'>) {
  return {
    dangerAsDanger: share(danger, (text) => sense(text) === 'danger'),
    dangerMissed: share(danger, (text) => sense(text) === undefined),
    incidentMissed: share(incident, (text) => sense(text) === undefined),
    falseAlarms: share(calm, (text) => sense(text) !== undefined),
    falseDanger: share(calm, (text) => sense(text) === 'danger'),
  };
}

describe('on messages that the rules were made with', () => {
  const found = rates(seen);
  const count = seen.danger.length + seen.incident.length + seen.calm.length;
  console.log(`${count} known messages:`, found);

  it('there are more than 150 of them, none twice', () => {
    const all = [...seen.danger, ...seen.incident, ...seen.calm];
    expect(count).toBeGreaterThan(150);
    expect(new Set(all).size).toBe(count);
  });

  it('at most 2 in 100 of those about danger get no card', () => expect(found.dangerMissed).toBeLessThanOrEqual(0.02));
  it('at least 95 in 100 of those about danger get the danger card', () =>
    expect(found.dangerAsDanger).toBeGreaterThanOrEqual(0.95));
  it('at most 2 in 100 incidents get no card', () => expect(found.incidentMissed).toBeLessThanOrEqual(0.02));
  it('at most 3 in 100 questions get a needless card', () => expect(found.falseAlarms).toBeLessThanOrEqual(0.03));
});

describe('on messages that caught earlier rules out', () => {
  const found = rates(unseen);
  console.log(`${unseen.danger.length + unseen.incident.length + unseen.calm.length} unseen messages:`, found);

  it('most of those about danger get a card with the emergency number', () =>
    expect(found.dangerMissed).toBeLessThanOrEqual(0.15));
  it('most incidents get a card', () => expect(found.incidentMissed).toBeLessThanOrEqual(0.3));
  it('at most 4 in 100 questions get a needless card, and none the danger card', () => {
    expect(found.falseAlarms).toBeLessThanOrEqual(0.04);
    expect(found.falseDanger).toBe(0);
  });
});

describe('how urgent a message sounds', () => {
  it.each(seen.supposedDanger)('an emergency that is only supposed is no danger, but gets a card: %s', (text) => {
    expect(sense(text)).toBe('incident');
  });

  it.each([
    ['Are pupils allowed knives in food technology?'],
    ['Which policy has danger in its title?'],
    ['What is our policy on pupils carrying knives?'],
    ['What should I do if a pupil sends me a nude?'],
    ['Who do I tell if I am worried about a child?'],
  ])('a question about rules does not cry wolf: %s', (text) => {
    expect(sense(text)).toBeUndefined();
  });

  it.each([
    ['HE HAS A KNIFE', 'danger'],
    ['hes got a knife!!!', 'danger'],
    ['He’s got a knife', 'danger'],
    ['   he   has\na   knife ', 'danger'],
    ['What do I do if a child tells me something? A child has just told me she wants to die.', 'danger'],
    ['if a boy, say, has a knife, what do I do?', 'incident'],
  ])('letter case, marks and what stands around do not hide it: %s', (text, urgency) => {
    expect(sense(text)).toBe(urgency);
  });

  it('says the same of the same text, throws at none, and reads the longest in a moment', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
        expect(sense(text)).toBe(sense(text));
      }),
      { numRuns: 200 },
    );
    const started = process.cpuUsage(); // not by the clock: other tests share the cores
    for (const words of [
      'a pupil has ',
      'he is ',
      'i have lost my ',
      'the if when who ',
      'x',
      'sent me a picture of ',
    ]) {
      sense(words.repeat(20_000));
    }
    const { user, system } = process.cpuUsage(started);
    expect((user + system) / 1_000).toBeLessThan(3_000);
  });
});
