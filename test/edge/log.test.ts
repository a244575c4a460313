import { expect, test } from 'vitest';
import { createLog } from '../../src/log.ts';

function linesOf(write: (log: ReturnType<typeof createLog>) => void): string {
  const lines: string[] = [];
  write(createLog('debug', { write: (line) => void lines.push(line) }));
  return lines.join('');
}

test('a fact that is not on the list is not written, whatever the caller passes', () => {
  const facts = { errorId: 'E-1', text: 'what somebody wrote', from: { name: 'A Teacher' } };
  const line = linesOf((log) => log.info(facts, 'an event'));
  expect(line).toContain('"errorId":"E-1"');
  expect(line).not.toMatch(/somebody|Teacher/);
});

test('of an error only its name, codes and places are written', () => {
  const error = Object.assign(new SyntaxError('Unexpected token in "a pupil told me\n    at home"'), {
    code: 'E_PARSE',
    statusCode: 400,
  });
  const line = linesOf((log) => log.error({ err: error }, 'an event'));
  expect(line).not.toMatch(/pupil|home/);
  const { err } = JSON.parse(line) as { err: { name: string; code: string; statusCode: number; at: string[] } };
  expect(err).toMatchObject({ name: 'SyntaxError', code: 'E_PARSE', statusCode: 400 });
  expect(err.at[0]).toContain('log.test.ts');
});

test('a code that is not one word, a nested object and a long text are left out or cut', () => {
  const error = Object.assign(new Error('x'), { code: 'words of a person' });
  const line = linesOf((log) => log.warn({ err: error, code: 'c'.repeat(500), status: '200' as never }, 'an event'));
  expect(line).not.toMatch(/words of a person|"status"/);
  expect(line.length).toBeLessThan(1500);
});
