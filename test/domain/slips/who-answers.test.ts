import { describe, expect, it } from 'vitest';
import type { Subject } from '../../../src/domain/incidents/answers.ts';
import type { Role } from '../../../src/domain/people/role.ts';
import type { Person, School } from '../../../src/domain/people/school.ts';
import { mayAnswer, mayReadSlip, whoAnswers, whoCouldAnswer } from '../../../src/domain/slips/who-answers.ts';
import { keyOf, objectIdOf, peopleOf, schoolOf, tenantId, today, usual } from '../incidents/routing-school.ts';

interface Case {
  readonly to?: readonly Role[];
  readonly about?: readonly Subject[];
  readonly author?: string;
  readonly people?: readonly Person[];
  readonly handedOn?: boolean;
}

function input({ to = ['head'], about = [], author = 'tess', people = usual, handedOn = false }: Case) {
  const at = people.findIndex(({ id }) => id === author);
  const slips: School['slips'] = [{ kind: 'misread', clause: 'code#aaaaaa', to: [...to] }];
  return {
    kind: 'misread',
    about,
    author: { tenantId, objectId: objectIdOf(at < 0 ? 99 : at + 1) },
    school: { ...schoolOf(people), slips },
    today,
    keyOf,
    handedOn,
  } as const;
}
const answering = (one: Case) =>
  whoAnswers(input(one))
    .map(({ person }) => person.id)
    .join(' ');

describe('who answers', () => {
  it.each<[string, Case, string]>([
    ['the head', {}, 'hana'],
    ['whom the kind names', { to: ['ictLead'] }, 'cal'],
    ['all of those whom the kind names', { to: ['ictLead', 'dsl'] }, 'cal dan'],
    ['about the head: the chair', { about: ['role:head'] }, 'mo'],
    ['about the head, of a kind that another answers: the chair', { to: ['ictLead'], about: ['role:head'] }, 'mo'],
    ['about the head by name: the chair', { about: ['person:hana'] }, 'mo'],
    ['about whom the kind names: the head', { to: ['ictLead'], about: ['person:cal'] }, 'hana'],
    ['about the chair: the head', { about: ['role:chair'] }, 'hana'],
    ['about head and chair: nobody', { about: ['role:head', 'role:chair'] }, ''],
    ['from the head: the chair', { author: 'hana' }, 'mo'],
    ['from the head about the chair: nobody', { author: 'hana', about: ['role:chair'] }, ''],
    ['from the chair: the head', { author: 'mo' }, 'hana'],
    ['from the chair about the head: nobody', { author: 'mo', about: ['role:head'] }, ''],
    ['from whom the kind names: the head', { author: 'cal', to: ['ictLead'] }, 'hana'],
    ['from one of two whom the kind names: the other', { author: 'cal', to: ['ictLead', 'dsl'] }, 'dan'],
    ['a role that nobody holds: the head', { to: ['dpo'] }, 'hana'],
  ])('%s', (_, one, expected) => {
    expect(answering(one)).toBe(expected);
  });

  it('is whoever stands in for a head who is away, and the chair where that is the author', () => {
    const roles = { hana: ['head'], tim: ['deputyHead'], mo: ['chair'], tess: [] } as const;
    const people = peopleOf(roles, { hana: 'tim' });
    expect(answering({ people })).toBe('tim');
    expect(answering({ people, author: 'tim' })).toBe('mo');
    // Nobody can tell which of the two is meant.
    expect(answering({ people, about: ['role:head'] })).toBe('mo');
  });
});

describe('who is asked as well where nobody answers', () => {
  it.each<[string, Case, string]>([
    ['after the head: the deputy head', {}, 'hana tim'],
    ['after another: the head', { to: ['ictLead'] }, 'cal hana'],
    ['about the head: nobody is left, never a deputy', { about: ['role:head'] }, 'mo'],
    ['about the deputy head: the chair', { about: ['person:tim'] }, 'hana mo'],
    ['from the deputy head: the chair', { author: 'tim' }, 'hana mo'],
    ['from the head: nobody is left', { author: 'hana' }, 'mo'],
    ['after two: the head once', { to: ['ictLead', 'dsl'] }, 'cal dan hana'],
    [
      'about whom the kind names: the deputy head after the head',
      { to: ['ictLead'], about: ['person:cal'] },
      'hana tim',
    ],
    ['about head and chair: nobody', { about: ['role:head', 'role:chair'] }, ''],
  ])('%s', (_, one, expected) => {
    expect(answering({ ...one, handedOn: true })).toBe(expected);
  });

  it('is the chair where the deputy head stands in already', () => {
    const people = peopleOf({ hana: ['head'], tim: ['deputyHead'], mo: ['chair'], tess: [] }, { hana: 'tim' });
    expect(answering({ people, handedOn: true })).toBe('tim mo');
  });

  it('is nobody whom Teams does not know: then whoever is above', () => {
    const people = usual.map((one) => (one.id === 'tim' ? { ...one, objectId: undefined } : one));
    expect(answering({ people, handedOn: true })).toBe('hana mo');
  });
});

describe('who may answer and read', () => {
  const ids = usual.map(({ id }) => id);
  const keyOfId = (id: string) => ({ tenantId, objectId: objectIdOf(ids.indexOf(id) + 1) });
  const may = (one: Case) => {
    const asked = input(one);
    const answer = ids.filter((id) => mayAnswer(asked, keyOfId(id)));
    const read = ids.filter((id) => mayReadSlip(asked, keyOfId(id)));
    return `${answer.join(' ')} | ${read.join(' ')}`;
  };

  it.each<[string, Case, string]>([
    ['of the head', {}, 'hana | hana tess'],
    ['of another: the head reads', { to: ['ictLead'] }, 'cal | hana cal tess'],
    ['about the head: the head never', { about: ['role:head'] }, 'mo | mo tess'],
    ['of another, about the head', { to: ['ictLead'], about: ['role:head'] }, 'mo | mo tess'],
    ['of another, about them', { to: ['ictLead'], about: ['person:cal'] }, 'hana | hana tess'],
    ['from the head', { author: 'hana' }, 'mo | hana mo'],
    ['about head and chair: the author alone', { about: ['role:head', 'role:chair'] }, ' | tess'],
  ])('%s', (_, one, expected) => {
    expect(may(one)).toBe(expected);
  });

  it('is nobody of another tenant, and nobody whom school.yaml does not name', () => {
    const asked = input({});
    expect(mayReadSlip(asked, { ...keyOfId('hana'), tenantId: 'another' })).toBe(false);
    expect(mayReadSlip(asked, { tenantId, objectId: objectIdOf(50) })).toBe(false);
  });

  it('is, on any later day, somebody who could have been named when it was written: every two who are away and were to cover for each other', () => {
    const strangers: string[] = [];
    const tos: Role[][] = [['head'], ['ictLead'], ['dsl'], ['deputyDsl'], ['deputyHead'], ['chair'], ['dpo']];
    for (const to of tos)
      for (const about of [[], ['role:head'], ['role:chair']] as Subject[][]) {
        const could = whoCouldAnswer(input({ to, about })).map(({ id }) => id);
        for (const one of ids)
          for (const other of ids.filter((id) => id !== one)) {
            const away = (cover: string) => [{ from: today, to: today, cover }];
            const people = usual.map((each) => {
              if (each.id === one) return { ...each, away: away(other) };
              return each.id === other ? { ...each, away: away(one) } : each;
            });
            const later = whoAnswers(input({ to, about, people, handedOn: true })).map(({ person }) => person.id);
            for (const id of later) if (!could.includes(id)) strangers.push(`${to.join()} ${about.join()} ${id}`);
          }
      }
    expect([...new Set(strangers)]).toEqual([]);
  });

  it('never is whom it is about, nor do its author’s own roles let them answer: every case', () => {
    const faults: string[] = [];
    const abouts: Subject[] = ['role:head', 'role:chair', 'role:dsl', 'person:cal', 'person:tim', 'person:pia'];
    const tos: Role[][] = [['head'], ['ictLead'], ['dsl', 'head'], ['deputyHead'], ['chair'], ['dpo', 'deputyDsl']];
    for (const to of tos)
      for (const author of ids)
        for (const [at, first] of abouts.entries())
          for (const second of abouts.slice(at)) {
            // Whoever may before may then as well.
            const later = input({ to, author, about: [first, second], handedOn: true });
            const named = [first, second].filter((one) => one.startsWith('person:')).map((one) => one.slice(7));
            if ([first, second].includes('role:head')) named.push('hana');
            if ([first, second].includes('role:chair')) named.push('mo');
            const could = whoCouldAnswer(later).map((person) => person.id);
            const answers = whoAnswers(later).map((one) => one.person.id);
            if (answers.some((id) => !could.includes(id)))
              faults.push(`${to.join()} ${author} ${first} ${second}: not among those`);
            for (const id of new Set([...named, author])) {
              const isAsked = could.includes(id) || answers.includes(id) || mayAnswer(later, keyOfId(id));
              if (isAsked || mayReadSlip(later, keyOfId(id)) !== (id === author))
                faults.push(`${to.join()} ${author} ${first} ${second}: ${id}`);
            }
          }
    expect(faults).toEqual([]);
  });
});
