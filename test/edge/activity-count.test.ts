import { expect, test } from 'vitest';
import { activityLimit } from '../../src/domain/people/activity-limit.ts';
import { createActivityCount } from '../../src/teams/activity-count.ts';

const person = (n: number, tenantId = 'tenant') => ({ tenantId, objectId: `person-${n}` });

test('each person of each tenant is counted by themselves', () => {
  const count = createActivityCount(() => 0);
  for (let n = 0; n < activityLimit.most; n++) expect(count(person(1))).toBeUndefined();
  expect(count(person(1))).toMatchObject({ seconds: 60 });
  expect(count(person(2))).toBeUndefined();
  expect(count(person(1, 'other'))).toBeUndefined();
});

test('what went into the log was not told to the person yet', () => {
  const count = createActivityCount(() => 0);
  for (let n = 0; n < activityLimit.most; n++) count(person(1));
  const tooMany = count(person(1));
  expect([tooMany?.tellNow('log'), tooMany?.tellNow('person')]).toEqual([true, true]);
  expect([tooMany?.tellNow('log'), tooMany?.tellNow('person')]).toEqual([false, false]);
});

test('whoever asks too much is to be told once in each minute', () => {
  let now = 0;
  const count = createActivityCount(() => now);
  const told = () => Array.from({ length: 100 }, () => count(person(1))?.tellNow('person')).filter((tells) => tells);
  expect(told()).toHaveLength(1);
  expect(told()).toHaveLength(0);
  now = 2 * activityLimit.windowMs;
  const all = Array.from({ length: 100 }, () => count(person(1)));
  expect(all.map((one) => one?.tellNow('person')).filter((tells) => tells)).toHaveLength(1);
  now = 3 * activityLimit.windowMs;
  expect(told()).toHaveLength(1);
});
