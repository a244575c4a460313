import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { verbs } from '../../src/teams/verbs.ts';
import { activity, openTurns, presses, submits, type Turns } from './turn-bench.ts';

let turns: Turns;
beforeAll(async () => {
  turns = await openTurns();
});

const outOfUse = 'This button is no longer in use';
const gone = 'This clause is no longer in your school';
const good = { clause: 'phones#own2', others: ['phones#own1'] };
const json = (text: string): unknown => JSON.parse(text);

const hostileData: readonly (readonly [string, unknown, string])[] = [
  ['no data', undefined, outOfUse],
  ['null', null, outOfUse],
  ['a string', 'phones#own2', outOfUse],
  ['a number', 7, outOfUse],
  ['a list', ['phones#own2'], outOfUse],
  ['an empty object', {}, outOfUse],
  ['no others', { clause: 'phones#own2' }, outOfUse],
  ['no clause', { others: [] }, outOfUse],
  ['a number as key', { ...good, clause: 7 }, outOfUse],
  ['an object as key', { ...good, clause: { $ne: null } }, outOfUse],
  ['an empty key', { ...good, clause: '' }, outOfUse],
  ['a key without clause', { ...good, clause: 'phones#' }, outOfUse],
  ['a key in three parts', { ...good, clause: 'phones#own2#own2' }, outOfUse],
  ['a path as key', { ...good, clause: '../../etc/passwd#x' }, outOfUse],
  ['a template as key', { ...good, clause: '${string(1)}#x' }, outOfUse],
  ['a huge key', { ...good, clause: `phones#${'a'.repeat(100_000)}` }, outOfUse],
  ['others of wrong types', { ...good, others: [1, null] }, outOfUse],
  ['others as a word', { ...good, others: 'phones#own1' }, outOfUse],
  ['too many others', { ...good, others: Array.from({ length: 5_000 }, () => 'phones#own1') }, outOfUse],
  ['an identity in the data', { ...good, aadObjectId: '1a000000-0000-4000-8000-000000000001' }, outOfUse],
  ['another school in the data', { ...good, schoolId: 'otter-lane' }, outOfUse],
  ['own __proto__', json('{"clause":"phones#own2","others":[],"__proto__":{"admin":true}}'), outOfUse],
  ['constructor', json('{"clause":"phones#own2","others":[],"constructor":{"prototype":{"admin":true}}}'), outOfUse],
  ['__proto__ as key', { ...good, clause: '__proto__#constructor' }, outOfUse],
  ['names of object methods as key', { ...good, clause: 'constructor#tostring' }, gone],
  ['a stale clause', { ...good, clause: 'phones#zzzzzz' }, gone],
  ['a stale policy', { ...good, clause: 'no-such-policy#own2' }, gone],
  ['a clause of another school', { ...good, clause: 'gifts#gift1' }, gone],
  ['a clause of an addendum that has ended', { ...good, clause: 'summer-trip#trip1' }, gone],
];

describe.each(['answering.section', 'answering.answer'])('%s', (verb) => {
  it.each(hostileData)('with %s gets a card that says what happened', async (_, data, shown) => {
    const invoked = await turns.run(presses(verb, data));
    expect(invoked.answered).toContain(shown);
    expect(invoked.sent).toHaveLength(0);

    const fields = typeof data === 'object' && data !== null && !Array.isArray(data) ? data : { data };
    const submitted = await turns.run(submits({ verb, ...fields }));
    expect(submitted.sent).toHaveLength(1);
    expect(submitted.sent[0]).toContain(shown);
    expect(submitted.replaced).toHaveLength(0);
  });
});

describe.each(Object.keys(verbs))('%s', (verb) => {
  it('with any JSON at all answers with a card and throws nothing', async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), async (data) => {
        const { answered, activities } = await turns.run(presses(verb, data));
        expect(activities).toHaveLength(1);
        expect(answered).toContain('"type":"AdaptiveCard"');
      }),
      { numRuns: 60 },
    );
  });
});

describe('a press with', () => {
  it.each([
    ['no verb', undefined],
    ['an empty verb', ''],
    ['an unknown verb', 'incidents.submit'],
    ['a verb of another case', 'Answering.Section'],
    ['toString', 'toString'],
    ['__proto__', '__proto__'],
    ['constructor', 'constructor'],
    ['hasOwnProperty', 'hasOwnProperty'],
    ['a number', 7],
    ['an object', { toString: 'answering.answer' }],
    ['a list', ['answering.answer']],
  ])('%s for a verb gets a card that says so', async (_, verb) => {
    expect((await turns.run(presses(verb, good))).answered).toContain(outOfUse);
    const { sent, replaced } = await turns.run(submits({ verb, ...good }));
    expect(sent[0]).toContain(outOfUse);
    expect(replaced).toHaveLength(0);
  });

  it.each([
    ['no value', undefined],
    ['null', null],
    ['a string', 'answering.answer'],
    ['an empty object', {}],
    ['no action', { trigger: 'manual' }],
    ['an action that is a word', { action: 'answering.answer' }],
  ])('%s for a value gets a card that says so', async (_, value) => {
    const { answered } = await turns.run(activity({ type: 'invoke', name: 'adaptiveCard/action', value }));
    expect(answered).toContain(outOfUse);
  });

  it('leaves no object in the process changed', async () => {
    await turns.run(
      presses('answering.answer', json('{"__proto__":{"polluted":true},"clause":"phones#own2","others":[]}')),
    );
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it('a list as the value of a message is no crash', async () => {
    const { sent } = await turns.run(submits([1, 2, 3]));
    expect(sent[0]).toContain(outOfUse);
  });
});

describe('other invokes', () => {
  it.each([
    'task/fetch',
    'composeExtension/query',
    'signin/verifyState',
    'message/submitAction',
    'fileConsent/invoke',
    'handoff/action',
    '',
  ])('%s does nothing and throws nothing', async (name) => {
    const { sent, replaced } = await turns.run(activity({ type: 'invoke', name, value: { action: 'accept' } }));
    expect(sent).toHaveLength(0);
    expect(replaced).toHaveLength(0);
  });
});
