import { expect, test } from 'vitest';
import { parseSchool } from '../../../src/domain/people/parse-school.ts';

const base = `id: hill
name: Hill School
timeZone: Europe/London
people:
  - { id: ada, name: Ada Hill, roles: [head] }
`;
const read = (more: string) => parseSchool(base + more, 'school.yaml');

test('a school without groups and settings has the usual ones', () => {
  expect(read('')).toMatchObject({
    kind: 'parsed',
    school: {
      groups: [],
      signoffs: { secondPersonAbove: 150, quietHours: { from: '18:00', to: '07:30' }, chaseEvery: 5 },
    },
  });
});

test('names of members are compared in lower case, and a group is staff where nothing is said', () => {
  const groups = `groups:
  - { id: teaching, name: Teaching, people: [ada], members: [B.Ng@Hill.example, AAAAAAAA-0000-4000-8000-000000000001] }
`;
  expect(read(groups)).toMatchObject({
    school: {
      groups: [
        {
          audience: 'staff',
          people: ['ada'],
          members: ['b.ng@hill.example', 'aaaaaaaa-0000-4000-8000-000000000001'],
        },
      ],
    },
  });
});

test.each([
  ['groups:\n  - { id: a, name: Aa }\n  - { id: a, name: Bb }\n', 8, 'an earlier entry has the same id'],
  ['groups:\n  - { id: a, name: Aa }\n  - { id: b, name: Aa }\n', 8, 'an earlier entry has the same name'],
  ['groups:\n  - { id: a, name: Aa, people: [bo] }\n', 7, 'nobody here has the id "bo"'],
  ['groups:\n  - { id: a, name: Aa, members: [bo] }\n', 7, 'write a sign-in name or an Entra object id'],
  ['groups:\n  - { id: a, name: Aa, audience: pupils }\n', 7, 'use one of staff, governors, volunteers, contractors'],
  ['signoffs: { secondPersonAbove: 151 }\n', 6, '150 is the most'],
  ['signoffs: { secondPersonAbove: 0 }\n', 6, 'secondPersonAbove'],
  ["signoffs: { quietHours: { from: '07:30', to: '18:00' } }\n", 6, 'quiet hours begin in the evening'],
  ['signoffs: { list: ../people.csv }\n', 6, 'name a .csv file in this folder'],
  ['signoffs: { chaseEvery: -1 }\n', 6, 'chaseEvery'],
  ['signoffs: { quiet: 1 }\n', 6, 'unknown key "quiet"'],
])('says what is wrong with %j', (more, line, message) => {
  const outcome = read(more);
  expect(outcome.kind === 'invalid' && outcome.problems).toEqual([
    { file: 'school.yaml', line, message: expect.stringContaining(message) as string },
  ]);
});
