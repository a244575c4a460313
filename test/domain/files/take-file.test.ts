import { expect, test } from 'vitest';
import type { FileOffer } from '../../../src/domain/files/file-offer.ts';
import { codeHash, offerId } from '../../../src/domain/files/file-secret.ts';
import { offerFile } from '../../../src/domain/files/offer-file.ts';
import { takeFile } from '../../../src/domain/files/take-file.ts';
import { createMemoryStores } from '../../support/memory-stores.ts';
import { questionDeps } from '../../support/question-deps.ts';

const to = { tenantId: 'tenant', objectId: 'dsl', name: 'Daniel Reid' };
const subject = { kind: 'report', reference: 'SR-7KQ2-M' } as const;
const file = { name: 'a.pdf', type: 'application/pdf', bytes: Buffer.from('%PDF') } as const;

async function open() {
  const { files, transfer } = createMemoryStores();
  let clock = new Date('2026-11-24T10:00:00.000Z');
  const drawn: FileOffer[] = [];
  const desk = { files, publicUrl: 'https://bot.example', now: () => clock, ...questionDeps() };
  const offered = await offerFile(desk, { schoolId: 'marlow-bridge', subject, to });
  if (!offered) throw new Error('nothing was offered');
  const token = offered.url.replace('https://bot.example/files/', '');
  const draw = (offer: FileOffer) => Promise.resolve((drawn.push(offer), file));
  return {
    ...offered,
    token,
    desk,
    drawn,
    transfer,
    later: (ms: number) => (clock = new Date(clock.getTime() + ms)),
    take: (code: string, of = token) => takeFile({ files, draw, now: () => clock }, { token: of, code }),
  };
}
const anotherCode = (code: string) => (code === '000000' ? '000001' : '000000');

test('a file is given once, to token and code together', async () => {
  const { take, code, token, drawn } = await open();
  expect(token).toMatch(/^[\w-]{22}$/);
  expect(code).toMatch(/^\d{6}$/);
  expect(await take(anotherCode(code))).toBeUndefined();
  expect(await take(code, 'A'.repeat(22))).toBeUndefined();
  expect(await take(code)).toEqual(file);
  expect(await take(code)).toBeUndefined();
  expect(drawn).toMatchObject([{ subject, to: { tenantId: 'tenant', objectId: 'dsl' } }]);
  expect(JSON.stringify(drawn)).not.toContain('Daniel');
});

test('it is gone after ten minutes, and not a moment before', async () => {
  const { take, code, later } = await open();
  later(10 * 60_000);
  expect(await take(code)).toBeUndefined();
  later(-1);
  expect(await take(code)).toEqual(file);
});

test('five wrong codes end it; what is no code is no try', async () => {
  const { take, code } = await open();
  for (const word of ['', '12345', '1234567', 'abcdef', '１２３４５６']) expect(await take(word)).toBeUndefined();
  for (let tries = 0; tries < 5; tries += 1) await take(anotherCode(code));
  expect(await take(code)).toBeUndefined();
});

test('of many who come at once one gets it', async () => {
  const { take, code, drawn } = await open();
  const given = await Promise.all(Array.from({ length: 10 }, () => take(code)));
  expect(given.filter(Boolean)).toHaveLength(1);
  expect(drawn).toHaveLength(1);
});

test('a drawing that fails uses the file up: once never becomes twice', async () => {
  const { token, code, desk, take } = await open();
  const draw = () => Promise.reject(new Error('no font'));
  await expect(takeFile({ ...desk, draw }, { token, code })).rejects.toThrow('no font');
  expect(await take(code)).toBeUndefined();
});

test('the store holds neither token nor code, and a code’s hash belongs to its token', async () => {
  const { token, code, url } = await open();
  expect(url).not.toContain(code);
  const { files } = createMemoryStores();
  const kept: FileOffer[] = [];
  const offer = (one: FileOffer) => files.offer(one).then(() => void kept.push(one));
  const desk = { ...questionDeps(), newFileSecret: () => ({ token, code }), files: { offer }, now: () => new Date(0) };
  await offerFile({ ...desk, publicUrl: 'https://bot.example' }, { schoolId: 's', subject, to });
  expect(JSON.stringify(kept)).not.toContain(token);
  expect(JSON.stringify(kept)).not.toContain(`"${code}"`);
  expect(kept[0]?.id).toBe(offerId(token));
  expect(codeHash({ token, code })).not.toBe(codeHash({ token: 'A'.repeat(22), code }));
});

test('without an address nothing is offered', async () => {
  const { desk } = await open();
  expect(await offerFile({ ...desk, publicUrl: undefined }, { schoolId: 's', subject, to })).toBeUndefined();
});
