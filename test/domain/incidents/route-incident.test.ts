import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Subject } from '../../../src/domain/incidents/answers.ts';
import { incidentKinds } from '../../../src/domain/incidents/incident-kind.ts';
import { kindTable } from '../../../src/domain/incidents/kind-table.ts';
import { RouteDecision } from '../../../src/domain/incidents/route-decision.ts';
import { roles } from '../../../src/domain/people/role.ts';
import { Route } from '../../../src/domain/people/route.ts';
import { Person } from '../../../src/domain/people/school.ts';
import {
  keyOf,
  objectIdOf,
  peopleOf,
  place,
  reachedBy,
  receiving,
  route,
  schoolOf,
  tenantId,
  today,
  usual,
} from './routing-school.ts';

const key = (number: number) => ({ tenantId, objectId: objectIdOf(number) });
const standard = { ...place, channelId: '19:team@thread.tacv2', kind: 'standard' as const };

describe('how a report is delivered', () => {
  it('tries the private channel, a standard channel of the DSLs’ team, then each one’s own chat', () => {
    const waiting = { ...place, channelId: '19:waiting@thread.tacv2', acceptedAt: undefined };
    const foreign = { ...place, channelId: '19:foreign@thread.tacv2', schoolId: 'dale' };
    const everyone = [key(2), key(3), key(4)];
    expect(route({ places: [standard, waiting, foreign, place] }).rungs).toEqual([
      { kind: 'channel', tenantId, channelId: place.channelId, alert: everyone, also: [] },
      { kind: 'channel', tenantId, channelId: standard.channelId, alert: everyone, also: [] },
      { kind: 'people', to: everyone },
    ]);
    expect(route({ places: [] }).rungs).toEqual([{ kind: 'people', to: everyone }]);
  });

  it('gives whoever receives it and is not in the channel the card in their own chat', () => {
    const [channel, people] = route({ kind: 'content' }).rungs;
    expect(channel).toMatchObject({ alert: [key(2), key(3), key(4)], also: [key(6)] });
    expect(people).toEqual({ kind: 'people', to: [key(2), key(3), key(4), key(6)] });
  });

  it('uses no channel where somebody may be in it who does not receive the report', () => {
    const onlyDsl = Route.parse({ rule: 'all', to: ['dsl'] });
    const school = { ...schoolOf(usual), routes: [onlyDsl] };
    expect(route({ school }).rungs.map(({ kind }) => kind)).toEqual(['people']);
  });

  it('hands a report on paper where Teams knows none of those who receive it', () => {
    const chairUnknown: typeof keyOf = (person) => (person.id === 'mo' ? undefined : keyOf(person));
    const decision = route({ about: ['role:head'], keyOf: chairUnknown });
    expect(decision).toMatchObject({
      recipients: [{ personId: 'mo', role: 'chair' }],
      rungs: [],
      onPaper: { personId: 'mo', title: 'Chair of Governors' },
    });
    expect(route({ keyOf: () => undefined, places: [] }).onPaper).toEqual({
      personId: 'dan',
      title: 'Designated Safeguarding Lead',
    });
  });

  it('names the LADO on paper where nobody at school is left, listed by the school or not', () => {
    const decision = route({ about: ['role:head', 'role:chair'] });
    expect(decision).toMatchObject({ recipients: [], rungs: [], escalation: [], outside: ['lado'] });
    expect(decision.onPaper).toEqual({ contact: 'lado', title: 'LADO' });
    const unlisted = route({ about: ['role:chair'], school: { ...schoolOf(usual), contacts: [] } });
    expect(unlisted.onPaper).toEqual({ title: 'Local authority designated officer (LADO)' });
    expect(unlisted.outside).toEqual([]);
  });
});

describe('who is told when nobody acknowledges', () => {
  const escalation = (...given: Parameters<typeof route>) =>
    route(...given).escalation.map(({ role, to }) => [role, ...to.map(({ objectId }) => Number(objectId.slice(-2)))]);

  it('the deputies, then the head', () => {
    expect(escalation()).toEqual([
      ['deputyDsl', 3, 4],
      ['head', 1],
    ]);
  });

  it('never a subject, never the reporter, and for a report about an adult nobody but the reporter', () => {
    expect(escalation({ about: ['role:dsl'] })).toEqual([]);
    expect(escalation({ about: ['role:head'] })).toEqual([]);
    expect(escalation({ reporter: { objectId: objectIdOf(1) } })).toEqual([['deputyDsl', 3, 4]]);
    expect(escalation({ reporter: { objectId: objectIdOf(3) } })).toEqual([
      ['deputyDsl', 4],
      ['head', 1],
    ]);
  });

  it('the deputies where an image cannot wait, if they are not subjects; the head where only the ICT lead received it', () => {
    expect(escalation({ kind: 'image', about: ['person:tess'] })).toEqual([['deputyDsl', 3, 4]]);
    expect(escalation({ kind: 'image', about: ['role:deputyDsl'] })).toEqual([]);
    expect(escalation({ kind: 'virus' })).toEqual([['head', 1]]);
  });
});

describe('people who are away', () => {
  const staff = {
    hana: ['head'],
    dan: ['dsl'],
    pia: ['deputyDsl'],
    tim: ['deputyHead'],
    mo: ['chair'],
    tess: [],
  } as const;

  it('are covered by whom the school names, who gets the card in their own chat if they are no DSL', () => {
    const decision = route({}, peopleOf(staff, { dan: 'tess' }));
    expect(receiving(decision)).toEqual(['tess', 'pia']);
    expect(decision.recipients[0]?.role).toBe('dsl');
    expect(decision.rungs[0]).toMatchObject({ kind: 'channel', alert: [key(3)], also: [key(6)] });
  });

  it('a role’s cover is a subject too when the role is named, since nobody can tell which of them is meant', () => {
    const people = peopleOf(staff, { hana: 'tim' });
    const decision = route({ about: ['role:head'] }, people);
    expect(receiving(decision)).toEqual(['mo']);
    expect(decision.subjects).toEqual(expect.arrayContaining(['hana', 'tim']));
  });

  it('whoever covers for the head counts as the head', () => {
    expect(receiving(route({ about: ['person:tim'] }, peopleOf(staff, { hana: 'tim' })))).toEqual(['mo']);
    expect(receiving(route({ about: ['person:tess'] }, peopleOf(staff, { hana: 'tim' })))).toEqual(['tim']);
  });

  it('without cover give way to the deputy head, or to whoever is next above', () => {
    const alone = [{ from: today, to: today, cover: 'nobody' }];
    const uncovered = (id: string) =>
      peopleOf(staff).map((person) => (person.id === id ? { ...person, away: alone } : person));
    const toDeputyHead = route({ kind: 'misuse' }, uncovered('hana'));
    expect(toDeputyHead.recipients).toMatchObject([{ personId: 'tim', role: 'deputyHead' }]);
    expect(receiving(route({}, uncovered('dan')))).toEqual(['pia']);
    expect(receiving(route({ about: ['role:head'] }, uncovered('mo')))).toEqual(['mo']);
  });
});

describe('a reporter who would receive their own report', () => {
  const by = (id: string, input: Parameters<typeof route>[0] = {}, people = usual) =>
    route({ reporter: { objectId: objectIdOf(people.findIndex((each) => each.id === id) + 1) }, ...input }, people);

  it('the normal way, and somebody else acknowledges', () => {
    const decision = by('dan');
    expect(receiving(decision)).toEqual(['dan', 'pia', 'tim']);
    expect(decision.rungs.at(-1)).toEqual({ kind: 'people', to: [key(3), key(4)] });
  });

  it('goes up only where they are alone or a subject', () => {
    expect(receiving(by('hana', { kind: 'misuse' }))).toEqual(['hana', 'mo']);
    expect(by('mo', { about: ['role:head'] })).toMatchObject({ rungs: [], onPaper: { contact: 'lado' } });
    expect(receiving(by('dan', { about: ['person:dan'] }))).toEqual(['hana']);
    expect(receiving(by('hana', { kind: 'staff-conduct', about: ['person:hana'] }))).toEqual(['mo']);
  });
});

describe('the school’s own routes', () => {
  const withRoutes = (...routes: object[]) => ({ ...schoolOf(usual), routes: routes.map((each) => Route.parse(each)) });

  it('come first, top down; where none fits, the built-in ones decide', () => {
    const school = withRoutes(
      { rule: 'adult', about: ['adult'], to: ['head', 'dsl'], clause: 'code#aaaaaa' },
      { rule: 'breach', kinds: ['breach'], to: ['businessManager'] },
    );
    expect(route({ school, about: ['person:tess'] })).toMatchObject({ rule: 'adult', clause: 'code#aaaaaa' });
    expect(receiving(route({ school, about: ['person:tess'] }))).toEqual(['hana', 'dan']);
    expect(route({ school, kind: 'misuse' }).rule).toBe('misuse');
    // Nobody holds the role: the head does what it would.
    expect(receiving(route({ school, kind: 'breach' }))).toEqual(['hana']);
  });

  it('cannot give a report to a subject, however they are written', () => {
    const school = withRoutes({ rule: 'all', to: ['head', 'dsl', 'deputyDsl', 'chair'] });
    expect(receiving(route({ school, about: ['role:head'] }))).toEqual(['mo', 'dan', 'pia', 'tim']);
    expect(receiving(route({ school, about: ['role:deputyDsl'] }))).toEqual(['hana', 'dan', 'mo']);
  });
});

describe('the reason that the reporter is shown', () => {
  it.each([
    [{ about: ['role:head'] }, 'This goes to the Chair of Governors because it is about the headteacher.'],
    [
      { about: ['role:dsl'] },
      'This goes to the headteacher because it is about the Designated Safeguarding Lead or a deputy.',
    ],
    [{ about: ['person:tess'] }, 'This goes to the headteacher because it is about an adult of the school.'],
    [{ kind: 'virus' }, 'This goes to the ICT lead because a device may have a virus.'],
    [{ about: ['role:chair'] }, 'This goes outside the school because it is about the Chair of Governors.'],
    [
      { kind: undefined },
      'This goes to the Designated Safeguarding Lead and the Deputy Designated Safeguarding Lead because it may be about the safety of a child.',
    ],
    [
      { kind: 'image', about: ['role:head'] },
      'This goes to the Designated Safeguarding Lead and the Chair of Governors because an indecent image of somebody under 18 is involved and it is about an adult of the school. It does not go to the headteacher.',
    ],
    [
      { kind: 'misuse', reporter: { objectId: objectIdOf(1) } },
      'This goes to the Chair of Governors because equipment or an account was used against the rules. You would receive it yourself, so it goes to somebody above you too.',
    ],
  ] satisfies [Parameters<typeof route>[0], string][])('%j', (input, reason) => {
    expect(route(input).reason).toBe(reason);
  });

  it('cites the clause as it is printed', () => {
    const school = {
      ...schoolOf(usual),
      routes: [Route.parse({ rule: 'about-head', about: ['head'], to: ['chair'], clause: 'code#aaaaaa' })],
    };
    expect(route({ school, about: ['role:head'], cite: (clause) => `The Code 10.1 of ${clause}` }).reason).toBe(
      'This goes to the Chair of Governors because it is about the headteacher (The Code 10.1 of code#aaaaaa).',
    );
  });

  it('is a sentence for every kind, and names nobody', () => {
    for (const kind of incidentKinds)
      for (const about of ['pupil', 'staff', 'role:head', 'role:chair'] as const) {
        const { reason } = route({ kind, about: [about] });
        expect(reason).toMatch(/^This goes (to|outside) .*\.$/);
        for (const { id } of usual) expect(reason).not.toContain(id);
        expect(kindTable[kind].because).toMatch(/^[a-z].*[a-z0-9]$/);
      }
  });
});

describe('any school, any day, any report', () => {
  const ids = ['ann', 'ben', 'cai', 'dee', 'eve', 'fay'] as const;
  const awayTo = fc.option(fc.constantFrom(...ids, 'nobody'), { nil: undefined });
  const anyStaff = fc.array(
    fc.record({
      roles: fc.uniqueArray(fc.constantFrom(...roles), { maxLength: 4 }),
      cover: awayTo,
      known: fc.boolean(),
    }),
    { minLength: 1, maxLength: ids.length },
  );
  const anySubject: fc.Arbitrary<Subject> = fc.oneof(
    fc.constantFrom<Subject>(
      'role:head',
      'role:dsl',
      'role:deputyDsl',
      'role:chair',
      'staff',
      'pupil',
      'outsider',
      'not-known',
    ),
    fc.constantFrom(...ids).map((id) => `person:${id}`),
    fc.integer({ min: 1, max: 8 }).map((number) => `member:${objectIdOf(number)}`),
  );

  it('nobody it is about is ever reached, somebody always is or it goes on paper, and the decision can be kept', () => {
    fc.assert(
      fc.property(
        anyStaff,
        fc.array(anySubject, { maxLength: 4 }),
        fc.constantFrom(undefined, ...incidentKinds),
        fc.integer({ min: 1, max: 8 }),
        (staff, about, kind, reporter) => {
          const people = staff.map(({ roles: held, cover }, at): Person => ({
            ...Person.parse({ id: ids[at], name: 'Some Body', objectId: objectIdOf(at + 1), roles: held }),
            away: cover && cover !== ids[at] ? [{ from: today, to: today, cover }] : [],
          }));
          const decision = route(
            {
              kind,
              about,
              reporter: { objectId: objectIdOf(reporter) },
              keyOf: (person) => (staff[people.indexOf(person)]?.known === false ? undefined : keyOf(person)),
            },
            people,
          );
          expect(RouteDecision.parse(decision)).toEqual(decision);
          const reached = [
            ...decision.rungs.flatMap(reachedBy),
            ...decision.escalation.flatMap(({ to }) => to.map(({ objectId }) => objectId)),
          ];
          const subjects = new Set(decision.subjects);
          for (const subject of about) {
            const [form, name = ''] = subject.split(':');
            if (form === 'person' && people.some(({ id }) => id === name)) expect(subjects).toContain(name);
            if (form === 'member') expect(subjects).toContain(name);
          }
          expect(reached.filter((id) => subjects.has(id))).toEqual([]);
          expect(receiving(decision).filter((id) => subjects.has(id))).toEqual([]);
          expect(decision.onPaper?.personId ?? '').not.toSatisfy((id: string) => subjects.has(id));
          expect(reached).not.toContain(objectIdOf(reporter));
          expect(decision.rungs.length > 0).toBe(decision.onPaper === undefined);
          // Whoever a rung reaches may read the report.
          const readers = decision.recipients.map(({ key: known }) => known?.objectId);
          expect(readers).toEqual(expect.arrayContaining(decision.rungs.flatMap(reachedBy)));
          // A channel has everybody of the safeguarding team in it.
          const inChannel = people.filter(({ roles: held }) => held.includes('dsl') || held.includes('deputyDsl'));
          if (decision.rungs.some((rung) => rung.kind === 'channel'))
            expect(inChannel.filter(({ id }) => subjects.has(id))).toEqual([]);
          // Order and repetition of what was said change nothing.
          const again = route(
            {
              kind,
              about: [...about, ...about].reverse(),
              reporter: { objectId: objectIdOf(reporter) },
              keyOf: (person) => (staff[people.indexOf(person)]?.known === false ? undefined : keyOf(person)),
            },
            people,
          );
          expect({ ...again, subjects: new Set(again.subjects) }).toEqual({ ...decision, subjects });
        },
      ),
      { numRuns: 400 },
    );
  });
});
