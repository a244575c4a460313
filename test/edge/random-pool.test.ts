import { expect, test } from 'vitest';
import { createRandomPool } from '../../src/random-pool.ts';

test('no bytes are given twice, over many pages', () => {
  const random = createRandomPool();
  const given = Array.from({ length: 20_000 }, () => Buffer.from(random(16)).toString('hex'));
  expect(new Set(given).size).toBe(given.length);
  expect(given.every((hex) => hex.length === 32)).toBe(true);
});

test('what was given stays as it was', () => {
  const random = createRandomPool();
  const first = random(16);
  const before = Buffer.from(first).toString('hex');
  for (let at = 0; at < 1_000; at++) random(16);
  expect(Buffer.from(first).toString('hex')).toBe(before);
});

test('sizes that do not divide a page are given whole, and more than a page is refused', () => {
  const random = createRandomPool();
  const given = Array.from({ length: 500 }, () => random(1_000));
  expect(given.every((bytes) => bytes.length === 1_000 && bytes.some((byte) => byte !== 0))).toBe(true);
  expect(() => random(5_000)).toThrow(/at most 4096/);
});
