import { describe, expect, it } from 'vitest';
import type { Subject } from '../../../src/domain/incidents/answers.ts';
import { incidentKinds, type IncidentKind } from '../../../src/domain/incidents/incident-kind.ts';
import type { Role } from '../../../src/domain/people/role.ts';
import type { Person } from '../../../src/domain/people/school.ts';
import { objectIdOf, peopleOf, reachedBy, receiving, route, usual } from './routing-school.ts';

const asked = ['role:dsl', 'role:deputyDsl', 'role:head', 'role:chair'] as const satisfies Subject[];
const subsets = Array.from({ length: 16 }, (_, bits) => asked.filter((_, at) => bits & (1 << at)));
const nameOf = (about: readonly string[]) => about.map((role) => role.slice(5)).join('+') || 'pupil';

/** Who receives a report with an image, by whom it is about, in the usual school. Written down by hand. */
const imageTable: Record<string, string> = {
  pupil: 'dan pia tim',
  dsl: 'hana',
  deputyDsl: 'dan hana',
  head: 'dan mo',
  chair: 'dan hana',
  'dsl+deputyDsl': 'hana',
  'dsl+head': 'mo',
  'dsl+chair': 'hana',
  'deputyDsl+head': 'dan mo',
  'deputyDsl+chair': 'dan hana',
  'head+chair': 'dan',
  'dsl+deputyDsl+head': 'mo',
  'dsl+deputyDsl+chair': 'hana',
  'dsl+head+chair': 'LADO',
  'deputyDsl+head+chair': 'dan',
  'dsl+deputyDsl+head+chair': 'LADO',
};
/** Who receives any other report about one of them. */
const otherTable: Record<string, string> = {
  dsl: 'hana',
  deputyDsl: 'hana',
  head: 'mo',
  chair: 'LADO',
  'dsl+deputyDsl': 'hana',
  'dsl+head': 'mo',
  'dsl+chair': 'LADO',
  'deputyDsl+head': 'mo',
  'deputyDsl+chair': 'LADO',
  'head+chair': 'LADO',
  'dsl+deputyDsl+head': 'mo',
  'dsl+deputyDsl+chair': 'LADO',
  'dsl+head+chair': 'LADO',
  'deputyDsl+head+chair': 'LADO',
  'dsl+deputyDsl+head+chair': 'LADO',
};
/** Who receives a report about nobody who works here. */
const pupilTable: Record<Exclude<IncidentKind, 'image'>, string> = {
  disclosure: 'dan pia tim',
  contact: 'dan pia tim',
  content: 'dan pia tim cal',
  conduct: 'dan pia tim',
  commerce: 'dan pia tim',
  fgm: 'dan pia tim',
  'other-child': 'dan pia tim',
  'staff-conduct': 'hana',
  'staff-targeted': 'hana',
  'accidental-access': 'hana',
  misuse: 'hana',
  breach: 'hana',
  password: 'hana cal',
  virus: 'cal',
};

function expected(kind: IncidentKind, about: readonly string[]): string | undefined {
  const name = nameOf(about);
  if (kind === 'image') return imageTable[name];
  return name === 'pupil' ? pupilTable[kind] : otherTable[name];
}

const shown = (decision: ReturnType<typeof route>) =>
  decision.recipients.length === 0 ? decision.onPaper?.title : receiving(decision).join(' ');

describe('the conflict matrix of the usual school', () => {
  it.each(incidentKinds)('%s: every subset of DSL, deputies, head and chair', (kind) => {
    for (const about of subsets) {
      const decision = route({ kind, about: about.length > 0 ? [...about] : ['pupil'] });
      expect(shown(decision), nameOf(about)).toBe(expected(kind, about));
      // A pupil beside them changes nothing.
      if (about.length > 0) expect(route({ kind, about: ['pupil', ...about] })).toEqual(decision);
    }
  });

  it('takes an image on the school’s or a colleague’s equipment to the DSL and the head, who ring police and LADO', () => {
    for (const imageOn of ['school-device', 'staff-device'] as const) {
      for (const about of ['pupil', 'not-known', 'outsider'] as const) {
        const decision = route({ kind: 'image', imageOn, about: [about] });
        expect(receiving(decision)).toEqual(['dan', 'hana']);
        expect(decision.outside).toEqual(['police', 'lado']);
      }
    }
    for (const imageOn of ['pupil-device', 'online', 'not-known', undefined] as const) {
      const decision = route({ kind: 'image', imageOn });
      expect([receiving(decision), decision.outside]).toEqual([['dan', 'pia', 'tim'], []]);
    }
  });

  it('takes what another adult did to the head alone, and not to the DSLs’ channel', () => {
    const unnamed: Subject[] = [
      'staff',
      'person:cal',
      'person:tess',
      `member:${objectIdOf(7)}`,
      `member:${objectIdOf(50)}`,
    ];
    for (const about of unnamed) {
      for (const kind of incidentKinds.filter((each) => each !== 'image')) {
        const decision = route({ kind, about: [about] });
        expect(receiving(decision)).toEqual(['hana']);
        expect(decision.rungs.map((rung) => rung.kind)).toEqual(['people']);
        expect(decision.escalation).toEqual([]);
      }
    }
  });
});

type Staff = Readonly<Record<string, readonly Role[]>>;
const schools: Readonly<Record<string, Staff>> = {
  usual: Object.fromEntries(usual.map(({ id, roles }) => [id, roles])),
  'the head is the DSL': { hana: ['head', 'dsl'], pia: ['deputyDsl'], mo: ['chair'], cal: ['ictLead'], tess: [] },
  'one person does it all': { hana: ['head', 'dsl', 'ictLead'], mo: ['chair'], tess: [] },
  'the head is a deputy': { hana: ['head', 'deputyDsl'], dan: ['dsl'], mo: ['chair'], cal: ['ictLead'] },
  'the deputy head is the DSL': { hana: ['head'], dan: ['deputyHead', 'dsl'], mo: ['chair'], cal: ['ictLead'] },
  'the ICT lead is a deputy': { hana: ['head'], dan: ['dsl'], cal: ['ictLead', 'deputyDsl'], mo: ['chair'] },
  'two heads and two DSLs': { hana: ['head'], hugo: ['head'], dan: ['dsl'], dora: ['dsl'], mo: ['chair'] },
  nursery: { hana: ['head', 'dsl'], pia: ['deputyDsl'], mo: ['registeredPerson'], tess: [] },
  'the owner leads the nursery': { hana: ['head', 'registeredPerson'], dan: ['dsl'], tess: [] },
  'no chair': { hana: ['head'], dan: ['dsl'], cal: ['ictLead'] },
  'the chair is a deputy': { hana: ['head'], dan: ['dsl'], mo: ['chair', 'deputyDsl'] },
};

/**
 * The rules once more, for a day on which nobody is away: who but the reporter receives it, an empty list for paper.
 * Sets of people, climbed one by one; none of the words of the routes.
 */
function othersByHand(
  staff: Staff,
  kind: IncidentKind,
  about: readonly Subject[],
  subjects: Set<string>,
  reporter: string,
) {
  const of = (...roles: Role[]) => Object.keys(staff).filter((id) => roles.some((role) => staff[id]?.includes(role)));
  const hit = (ids: readonly string[]) => ids.some((id) => subjects.has(id));
  const free = (ids: readonly string[]) => (hit(ids) ? [] : ids);
  const heads = of('head');
  const board = of('chair').length > 0 ? of('chair') : of('registeredPerson');
  const boardIsMeant =
    about.includes('role:chair') ||
    of('chair', 'registeredPerson').some((id) => !heads.includes(id) && subjects.has(id));
  const team = of('dsl', 'deputyDsl');
  const teamIsMeant = about.includes('role:dsl') || about.includes('role:deputyDsl') || hit(team);
  const overHead = [free(board)];
  const overTeam = [free(heads), ...overHead];
  const climb = (levels: readonly (readonly string[])[]) => levels.find((ids) => ids.length > 0) ?? [];
  const leads = [free(of('dsl')), ...(teamIsMeant ? [] : [of('deputyDsl')]), ...overTeam];
  const deputies = [...(teamIsMeant ? [] : [of('deputyDsl')]), free(of('dsl')), ...overTeam];
  const head = [free(heads), ...overHead];
  const ict = [free(of('ictLead')), ...overTeam];

  const adult = about.length > 0 || kind === 'staff-conduct';
  const rows = (): (readonly (readonly string[])[])[] => {
    if (kind === 'image') return adult ? [leads, head] : [leads, deputies];
    if (boardIsMeant) return [];
    if (hit(heads)) return [overHead];
    if (adult) return [head];
    if (kind === 'content') return [leads, deputies, ict];
    if (kind === 'password') return [head, ict];
    if (kind === 'virus') return [ict];
    if (['staff-targeted', 'misuse', 'accidental-access', 'breach'].includes(kind)) return [head];
    return [leads, deputies];
  };
  const named = new Set(rows().flatMap(climb));
  const others = [...named].filter((id) => id !== reporter);
  if (others.length > 0 || named.size === 0) return others;
  // Only the reporter: whoever stands next above in the first of the rows that has somebody.
  for (const levels of rows()) {
    const above = climb(levels.slice(1).map((ids) => ids.filter((id) => id !== reporter)));
    if (above.length > 0) return [...above];
  }
  return [];
}

describe.each(Object.entries(schools))('%s', (_, staff) => {
  const people: Person[] = peopleOf(staff);
  const idsOf = (about: readonly string[]) =>
    new Set(
      about.flatMap((each) => {
        const role = each.slice(5);
        const holders = people.filter(({ roles }) => roles.some((held) => held === role));
        const stood =
          holders.length > 0 || role !== 'chair'
            ? holders
            : people.filter(({ roles }) => roles.includes('registeredPerson'));
        const leaders =
          role === 'head' && holders.length === 0 ? people.filter(({ roles }) => roles.includes('deputyHead')) : [];
        return [...stood, ...leaders].map(({ id }) => id);
      }),
    );

  it('gives every report to whom the rules say, whoever reports; never to a subject; always to somebody or on paper', () => {
    const wrong: string[] = [];
    for (const kind of incidentKinds)
      for (const about of subsets)
        for (const reporter of [...people, { id: 'somebody', objectId: objectIdOf(99) }]) {
          const subjects = idsOf(about);
          const decision = route(
            {
              kind,
              about: about.length > 0 ? [...about] : ['pupil'],
              reporter: { objectId: reporter.objectId ?? '', personId: reporter.id },
            },
            people,
          );
          const objectIds = people.filter(({ id }) => subjects.has(id)).map(({ objectId }) => objectId);
          const reached = [
            ...decision.rungs.flatMap(reachedBy),
            ...decision.escalation.flatMap(({ to }) => to.map((key) => key.objectId)),
          ];
          const others = receiving(decision).filter((id) => id !== reporter.id);
          const byHand = othersByHand(staff, kind, about, subjects, reporter.id);
          const said = `${kind} about ${nameOf(about)} by ${reporter.id}`;
          if ([...others].sort().join() !== [...byHand].sort().join())
            wrong.push(`${said}: ${others.join()} not ${byHand.join()}`);
          if (receiving(decision).some((id) => subjects.has(id))) wrong.push(`${said}: a subject receives it`);
          if (objectIds.some((id) => id && reached.includes(id))) wrong.push(`${said}: a subject is reached`);
          if (decision.onPaper?.personId && subjects.has(decision.onPaper.personId))
            wrong.push(`${said}: paper to a subject`);
          if (reporter.objectId && reached.includes(reporter.objectId)) wrong.push(`${said}: told what they said`);
          if ((decision.rungs.length === 0) !== (decision.onPaper !== undefined)) wrong.push(`${said}: silence`);
        }
    expect(wrong).toEqual([]);
  });

  it('means the same person by a role, by name, by object id, and by an answer about a recipient', () => {
    for (const person of people) {
      const byName = route({ about: [`person:${person.id}`] }, people);
      expect(route({ about: [`member:${person.objectId ?? ''}`] }, people)).toEqual(byName);
      expect(route({ about: ['pupil'], aboutRecipient: { [person.id]: true } }, people)).toEqual(byName);
      expect(route({ about: ['pupil'], aboutRecipient: { [person.id]: false } }, people)).toEqual(route({}, people));
    }
  });
});
