import { afterAll, describe, expect, it } from 'vitest';
import { openSchools, roles, schools } from '../schools/leak-bench.ts';

const turns = await openSchools(afterAll);
const [here] = schools;
const onlyTotals = 'Here you see the totals of your schools';

describe('the trust’s central team', () => {
  it.each(['trust', 'Trust totals', 'show me the trust', 'the trust’s totals, page 2'])(
    'sees the totals of every school after “%s”',
    async (words) => {
      const card = await turns.say(here, 'central', words);
      expect(card).toContain('Totals of The Marlow Valley Trust');
      expect(card).toContain('As they stand on 20 November 2026 at 10:05');
      for (const name of ['All 3 schools', 'School Qzxmarlo', 'School Qzxotter', 'School Qzxlarch'])
        expect(card).toContain(`"${name}"`);
    },
  );

  it('is told no number below five, though one person asked at each school', async () => {
    const card = await turns.say(here, 'central', 'trust');
    const [, ...waiting] = [...card.matchAll(/"Waiting for an answer: "},{"type":"TextRun","text":"([^"]*)"/g)];
    expect(waiting.map(([, text]) => text)).toEqual(schools.map(() => 'fewer than 5'));
    expect(card).toContain('"too few at each school"');
  });

  it.each([
    'May I use my own phone?',
    'help',
    'report',
    'sign-offs',
    'broadcasts',
    'reviews',
    'open reports',
    'trusts',
  ])('is served nothing else: “%s”', async (words) => {
    const before = await turns.stored(here);
    const card = await turns.say(here, 'central', words);
    expect(card).toContain(onlyTotals);
    expect(card).toContain('999');
    expect(await turns.stored(here)).toEqual(before);
  });

  it.each(roles.filter((role) => role !== 'central'))('is nobody but them: not the %s', async (role) => {
    for (const school of schools) {
      const card = await turns.say(school, role, 'trust');
      expect(card).not.toMatch(/Totals of|totals of your schools/);
    }
  });
});
