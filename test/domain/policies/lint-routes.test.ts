import { describe, expect, it } from 'vitest';
import { lintPolicies } from '../../../src/domain/policies/lint/lint-policies.ts';
import { parseSchool } from '../../../src/domain/people/parse-school.ts';

const staff = `people:
  - { id: ada, name: Ada Hill, roles: [head], upn: ada@hill.example, phone: 01632 960101 }
  - { id: dan, name: Dan Hill, roles: [dsl], upn: dan@hill.example, phone: 01632 960102 }
  - { id: mo, name: Mo Hill, roles: [chair], upn: mo@hill.example, phone: 01632 960103 }
`;
const contacts = `contacts:
  - { id: lado, name: LADO, for: advice, phone: 01632 960620, checkedOn: 2026-10-10 }
  - { id: police, name: Police, for: crime, phone: '101', checkedOn: 2026-10-10 }
  - { id: duty, name: Duty team, for: children, phone: 01632 960611, checkedOn: 2026-10-10 }
`;
const reporting = 'reporting: { outOfHours: duty }\n';
const clause = 'clause: code#aaaaaa';
const yamlOf = (...parts: string[]) => `id: hill\nname: Hill school\ntimeZone: Europe/London\n${parts.join('')}`;

function problemsOf(yaml: string): string[] {
  const parsed = parseSchool(yaml, 'school.yaml');
  return parsed.kind === 'invalid' ? parsed.problems.map(({ line, message }) => `${line} ${message}`) : [];
}

/** "severity rule line" of each finding about routes; the one about the missing clause file is left out. */
function lint(yaml: string): string[] {
  const parsed = parseSchool(yaml, 'school.yaml');
  if (parsed.kind === 'invalid') throw new Error(JSON.stringify(parsed.problems));
  const lineOf = (words: string) => yaml.split('\n').findIndex((line) => line.includes(words)) + 1;
  const place = { school: parsed.school, file: 'school.yaml', lineOf };
  return lintPolicies({ documents: [], school: place, today: '2026-11-24' })
    .filter(({ rule }) => rule !== 'vanished-clause')
    .map(({ severity, rule, line }) => `${severity} ${rule} ${line}`);
}

describe('routes of a school', () => {
  it('are sound, built-in or the school’s own', () => {
    expect(lint(yamlOf(staff))).toEqual([]);
    expect(lint(yamlOf(staff, contacts, reporting))).toEqual([]);
    const own = `routes:\n  - { rule: head, about: [head], to: [chair], ${clause} }\n  - { rule: breach, kinds: [breach], about: [pupil, outsider], to: [head], ${clause} }\n`;
    expect(lint(yamlOf(staff, contacts, reporting, own))).toEqual([]);
  });

  it('need somebody in every role that they name, and the DSL and the head in any case', () => {
    const ict = `routes:\n  - { rule: virus, kinds: [virus], about: [pupil], to: [ictLead], ${clause} }\n`;
    expect(lint(yamlOf(staff, contacts, ict))).toEqual(['error route-to-nobody 13']);
    expect(lint(yamlOf(staff.replace('[dsl]', '[hr]'), contacts, reporting))).toEqual(['error route-to-nobody 12']);
  });

  it('must not decide about the head, the chair or a DSL by the way', () => {
    const careless = `routes:\n  - { rule: child, kinds: [disclosure], to: [dsl], ${clause} }\n`;
    expect(lint(yamlOf(staff, contacts, careless))).toEqual(['error route-passes-by 13']);
    const careful = ['head', 'chair', 'dsl'].map(
      (who) => `  - { rule: ${who}, about: [${who}], to: [head, chair], ${clause} }\n`,
    );
    expect(lint(yamlOf(staff, contacts, careless.replace('routes:\n', `routes:\n${careful.join('')}`)))).toEqual([]);
  });

  it('are told when they are never reached or cite no clause', () => {
    const twice = `routes:\n  - { rule: one, about: [chair], outside: [lado] }\n  - { rule: two, about: [chair], kinds: [misuse], to: [head], ${clause} }\n`;
    expect(lint(yamlOf(staff, contacts, twice))).toEqual([
      'advice route-without-clause 13',
      'advice route-never-decides 14',
    ]);
  });

  it('need the numbers of LADO and police, and a chair within reach', () => {
    const without = contacts.replace(/ {2}- \{ id: (lado|police).*\n/g, '');
    expect(lint(yamlOf(staff, without, reporting))).toEqual([
      'error report-contact-missing 8',
      'error report-contact-missing 8',
    ]);
    expect(lint(yamlOf(staff.replace('upn: mo@hill.example, ', ''), contacts, reporting))).toEqual([
      'advice chair-out-of-reach 7',
    ]);
    expect(lint(yamlOf(staff.replace('[chair]', '[registeredPerson]'), contacts, reporting))).toEqual([]);
    expect(lint(yamlOf(staff.replace('[chair]', '[hr]'), contacts, reporting))).toEqual([
      'error nobody-above-the-head 4',
    ]);
  });
});

describe('what school.yaml may say about reports', () => {
  it('the number for the evening and the weekend is needed, with a phone', () => {
    expect(problemsOf(yamlOf(staff, contacts, 'reporting: { keepDays: 30 }\n'))).toEqual([
      '12 "reporting.outOfHours" is missing; add it',
    ]);
    const without = contacts.replace('phone: 01632 960611', 'email: duty@hill.example');
    expect(problemsOf(yamlOf(staff, without, reporting))).toEqual([
      '12 "reporting.outOfHours": name a contact of this file that has a phone: reporters ring it out of hours',
    ]);
  });

  it.each([
    ['keepDays: 91', 'keep them for 90 days at most'],
    ["hours: { from: '16:00', to: '08:30' }", 'ends before it begins'],
    ['limitTo: []', 'expected array to have >=1 items'],
    ['questions: { people: { ask: false } }', 'this question cannot be left out; these can: happenedAt'],
    ['questions: { danger: { text: "Is it safe?" } }', ''],
    ['questions: { seen: { text: "Why did the child say it?" } }', 'do not ask for pictures, reasons'],
    ['questions: { evidence: { text: "Please attach the screenshot." } }', 'do not ask for pictures, reasons'],
    ['steps: [{ step: dance, clause: code#aaaaaa }]', 'use one of support-offered'],
    ['steps: [{ step: parents-told }]', 'clause" is missing'],
  ])('refuses %s', (part, message) => {
    const problems = problemsOf(yamlOf(staff, contacts, `reporting: { outOfHours: duty, ${part} }\n`));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(message);
  });

  it.each([
    ['{ rule: none }', 'say who gets it'],
    ['{ rule: one, to: [head], outside: [nobody] }', 'no contact here has the id "nobody"'],
    ['{ rule: one, to: [caretaker] }', 'use one of head'],
    ['{ kind: child-safety, to: [dsl] }', '"routes.0.rule" is missing'],
  ])('refuses the route %s', (route, message) => {
    expect(problemsOf(yamlOf(staff, contacts, `routes:\n  - ${route}\n`)).join('\n')).toContain(message);
  });

  it('takes questions in the school’s own words, left out, and fewer kinds', () => {
    const own =
      'reporting: { outOfHours: duty, limitTo: [content, staff-conduct], questions: { platform: { ask: false }, seen: { text: "What did you see or hear?" } } }\n';
    const parsed = parseSchool(yamlOf(staff, contacts, own), 'school.yaml');
    expect(parsed).toMatchObject({
      kind: 'parsed',
      school: {
        reporting: {
          hours: { from: '08:30', to: '16:00' },
          keepDays: 90,
          limitTo: ['content', 'staff-conduct'],
          questions: { platform: { ask: false }, seen: { ask: true, text: 'What did you see or hear?' } },
        },
      },
    });
  });

  it('may say nothing at all', () => {
    expect(problemsOf(yamlOf(staff))).toEqual([]);
  });
});
