import { afterAll, beforeAll, expect, test } from 'vitest';
import { startPeopleBench } from '../people/people-bench.ts';

let bench: Awaited<ReturnType<typeof startPeopleBench>>;
beforeAll(async () => {
  bench = await startPeopleBench();
  bench.reset();
});
afterAll(() => bench.close());

const search = async (who: 'head' | 'trustHead') => {
  const value = { commandId: 'quoteClause', parameters: [{ name: 'words', value: 'phone' }] };
  return (await bench.event(who, 'group chat', { type: 'invoke', name: 'composeExtension/query', value })).text();
};

test('somebody of several schools is asked to choose in their own chat, and nothing is sent beside the one they are in', async () => {
  const calls = bench.calls().filter(({ method }) => method === 'POST').length;
  expect(await search('trustHead')).toContain('listed at more than one school, so nothing was searched');
  expect(await search('head')).toContain('No clause was found');
  expect(bench.calls().filter(({ method }) => method === 'POST')).toHaveLength(calls);
  expect(await bench.addressOf('trustHead')).toBeUndefined();
});
