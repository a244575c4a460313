import { expect, test } from 'vitest';
import { renameFile } from '../../src/storage/lowdb/rename-file.ts';

/** A rename that fails with `code` the first `times` times. */
function failing(code: string, times: number) {
  const calls: string[] = [];
  const move = (from: string | Buffer | URL, to: string | Buffer | URL): Promise<void> => {
    calls.push(`${String(from)} ${String(to)}`);
    return calls.length <= times ? Promise.reject(Object.assign(new Error(code), { code })) : Promise.resolve();
  };
  return { calls, move };
}

test.each(['EPERM', 'EACCES', 'EBUSY'])('on Windows a rename that fails with %s is tried again', async (code) => {
  const { calls, move } = failing(code, 3);
  await renameFile('a', 'b', { platform: 'win32', move });
  expect(calls).toEqual(Array.from({ length: 4 }, () => 'a b'));
});

test('on Windows it gives up in the end', async () => {
  const { calls, move } = failing('EBUSY', Infinity);
  await expect(renameFile('a', 'b', { platform: 'win32', move })).rejects.toThrow('EBUSY');
  expect(calls).toHaveLength(9);
});

test.each([
  ['win32', 'ENOSPC'],
  ['linux', 'EBUSY'],
] as const)('on %s a rename that fails with %s is not tried again', async (platform, code) => {
  const { calls, move } = failing(code, Infinity);
  await expect(renameFile('a', 'b', { platform, move })).rejects.toThrow(code);
  expect(calls).toHaveLength(1);
});
