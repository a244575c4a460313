import { expect, test } from 'vitest';
import { School } from '../../../src/domain/people/school.ts';
import { readStaffCommand } from '../../../src/teams/people/staff-command.ts';

const schools = [['oak', 'Oak Primary School'] as const, ['yew-academy', 'Yew Academy'] as const].map(([id, name]) =>
  School.parse({ id, name, timeZone: 'Europe/London', people: [{ id: 'ann', name: 'Ann' }] }),
);

test.each([
  ['connect staff', { kind: 'connect' }],
  ['  Connect Staff. ', { kind: 'connect' }],
  ['please connect the staff team', { kind: 'connect' }],
  ['connect staff please!', { kind: 'connect' }],
  ['CONNECT STAFF', { kind: 'connect' }],
  ['disconnect staff', { kind: 'disconnect' }],
  ['connect staff oak', { kind: 'connect', schoolId: 'oak' }],
  ['connect staff to Oak Primary School', { kind: 'connect', schoolId: 'oak' }],
  ['connect staff team for yew-academy please', { kind: 'connect', schoolId: 'yew-academy' }],
  ['disconnect staff from oak', { kind: 'disconnect', schoolId: 'oak' }],
])('"%s" is a command', (said, command) => {
  expect(readStaffCommand(said, schools)).toEqual(command);
});

test.each([
  'connect staff laptops to the wifi',
  'connect staff elm',
  'connect',
  'connect staffroom',
  'how do I connect staff?',
  'staff connect',
  'reconnect staff',
  'connect staff '.repeat(2000),
  '',
])('"%.40s" is a question like any other', (said) => {
  expect(readStaffCommand(said, schools)).toBeUndefined();
});
