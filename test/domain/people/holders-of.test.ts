import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { holdersOf } from '../../../src/domain/people/holders-of.ts';
import type { Role } from '../../../src/domain/people/role.ts';
import { Person, School } from '../../../src/domain/people/school.ts';

const away = (cover: string, from = '2026-11-16', to = '2026-11-20') => ({ from, to, cover });
const person = (id: string, roles: Role[] = [], absences: ReturnType<typeof away>[] = []) =>
  Person.parse({ id, name: `Name of ${id}`, roles, away: absences });
const school = (...people: Person[]): School => ({
  ...School.parse({ id: 'school', name: 'School', timeZone: 'Europe/London', people: [person('somebody')] }),
  people,
});
const names = (holders: ReturnType<typeof holdersOf>) =>
  holders.map((holder) => [holder.person.id, holder.away, holder.coveredBy?.id]);

describe('who holds a role', () => {
  test('gives every holder, in the order of the file', () => {
    const listed = school(person('ann', ['dsl']), person('ben', ['head']), person('cai', ['dsl', 'head']));
    expect(names(holdersOf(listed, 'dsl', '2026-11-20'))).toEqual([
      ['ann', false, undefined],
      ['cai', false, undefined],
    ]);
  });

  test('gives nobody for a role that nobody holds, and no deputy in place of a holder', () => {
    expect(holdersOf(school(person('dee', ['deputyDsl'])), 'dsl', '2026-11-20')).toEqual([]);
  });

  test.each([
    ['2026-11-15', false],
    ['2026-11-16', true],
    ['2026-11-20', true],
    ['2026-11-21', false],
  ])('the first and the last day of an absence are covered: %s', (today, covered) => {
    const listed = school(person('ann', ['dsl'], [away('ben')]), person('ben'));
    expect(names(holdersOf(listed, 'dsl', today))).toEqual([['ann', covered, covered ? 'ben' : undefined]]);
  });

  test('a cover who is away is covered in turn', () => {
    const listed = school(person('ann', ['dsl'], [away('ben')]), person('ben', [], [away('cai')]), person('cai'));
    expect(names(holdersOf(listed, 'dsl', '2026-11-20'))).toEqual([['ann', true, 'cai']]);
  });

  test('covers that run in a circle cover nobody', () => {
    const listed = school(person('ann', ['dsl'], [away('ben')]), person('ben', ['head'], [away('ann')]));
    expect(names(holdersOf(listed, 'dsl', '2026-11-20'))).toEqual([['ann', true, undefined]]);
    expect(names(holdersOf(listed, 'head', '2026-11-20'))).toEqual([['ben', true, undefined]]);
  });

  test('nobody covers for themselves, and a cover who is not listed covers nobody', () => {
    const listed = school(person('ann', ['dsl'], [away('ann')]), person('ben', ['dsl'], [away('nobody')]));
    expect(names(holdersOf(listed, 'dsl', '2026-11-20'))).toEqual([
      ['ann', true, undefined],
      ['ben', true, undefined],
    ]);
  });

  test('where two absences overlap, the second cover answers when the first cannot', () => {
    const listed = school(
      person('ann', ['dsl'], [away('ben'), away('cai', '2026-11-20', '2026-11-20')]),
      person('ben', [], [away('ann')]),
      person('cai'),
    );
    expect(names(holdersOf(listed, 'dsl', '2026-11-20'))).toEqual([['ann', true, 'cai']]);
    expect(names(holdersOf(listed, 'dsl', '2026-11-19'))).toEqual([['ann', true, undefined]]);
  });

  test('whatever the covers, it ends, and whoever answers is here', () => {
    const ids = ['p0', 'p1', 'p2', 'p3', 'p4', 'p5'];
    const absences = fc.array(fc.constantFrom(...ids, 'gone'), { maxLength: 3 });
    fc.assert(
      fc.property(fc.tuple(...ids.map(() => absences)), (covers) => {
        const people = ids.map((id, n) =>
          person(
            id,
            ['dsl'],
            (covers[n] ?? []).map((cover) => away(cover)),
          ),
        );
        const holders = holdersOf(school(...people), 'dsl', '2026-11-20');
        expect(holders).toHaveLength(ids.length);
        for (const holder of holders) {
          expect(holder.away).toBe(holder.person.away.length > 0);
          if (holder.coveredBy) expect(holder.coveredBy.away).toEqual([]);
          if (!holder.away) expect(holder.coveredBy).toBeUndefined();
        }
      }),
    );
  });
});
