import { expect, it } from 'vitest';
import { createSlipsFollower } from '../../src/jobs/follow-slips.ts';
import { createLog } from '../../src/log.ts';
import { createSlipWorld, library } from '../domain/slips/slip-world.ts';

it('looks after every school, wakes the sender once, and a school that fails holds up no other', async () => {
  const world = createSlipWorld();
  await world.submit('tess');
  await world.do('hana', { deed: 'answer', answer: { kind: 'given', until: '2026-11-25', text: '' } });
  world.at('2026-11-26T10:00:00Z');
  const logged: string[] = [];
  let woken = 0;
  const broken = { ...library, school: { ...library.school, id: 'broken' } };
  const slips = {
    ...world.desk.slips,
    all: (id: string) => (id === 'broken' ? Promise.reject(new Error('no store')) : world.desk.slips.all(id)),
  };
  const look = createSlipsFollower({
    ...{ ...world.desk, slips },
    shelf: { schools: () => [broken, library] },
    onOwed: () => void woken++,
    log: createLog('debug', { write: (line: string) => void logged.push(line) }),
  });
  await look();
  await look();
  expect(woken).toBe(1);
  expect(logged.join()).toMatch(/"count":1.*slips were looked after/);
  expect(logged.filter((line) => line.includes('not-followed'))).toHaveLength(2);
  expect((await world.owed()).at(-1)).toBe('told 2 tess');
});
