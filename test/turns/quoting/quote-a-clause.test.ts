import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod/v4';
import {
  openTurns,
  activity,
  otherTenant,
  people,
  places,
  tenant,
  type Turns,
  type Where,
  type Who,
} from '../turn-bench.ts';

const Answer = z.object({
  composeExtension: z.union([
    z.strictObject({ type: z.literal('message'), text: z.string() }),
    z.strictObject({
      type: z.literal('result'),
      attachmentLayout: z.literal('list'),
      attachments: z.array(
        z.object({
          contentType: z.literal('application/vnd.microsoft.card.adaptive'),
          content: z.looseObject({ type: z.literal('AdaptiveCard'), version: z.literal('1.5') }),
          preview: z.strictObject({
            contentType: z.literal('application/vnd.microsoft.card.thumbnail'),
            content: z.strictObject({ title: z.string(), text: z.string() }),
          }),
        }),
      ),
    }),
  ]),
});

let larch: Turns;
let marlow: Turns;
beforeAll(async () => {
  larch = await openTurns();
  marlow = await openTurns({ policiesDir: 'policies' });
});

/** A search as Teams sends it while somebody writes a message. */
function search(words: string | undefined, where: Where = 'personal', who: Who = 'teacher', changes: object = {}) {
  const parameters = words === undefined ? [{ name: 'initialRun', value: 'true' }] : [{ name: 'words', value: words }];
  const value = { commandId: 'quoteClause', parameters, queryOptions: { skip: 0, count: 25 } };
  return activity({
    type: 'invoke',
    name: 'composeExtension/query',
    value,
    from: people[who],
    ...places[where],
    ...changes,
  });
}

async function seek(turns: Turns, incoming: ReturnType<typeof activity>) {
  const { activities, sent } = await turns.run(incoming);
  expect(sent).toEqual([]); // nobody else in the chat sees anything
  const [invoke, ...more] = activities;
  expect(more).toEqual([]);
  const value = z.object({ status: z.literal(200), body: Answer }).parse(invoke?.value);
  const { composeExtension } = value.body;
  return composeExtension.type === 'message'
    ? { words: composeExtension.text, results: [] }
    : { words: '', results: composeExtension.attachments };
}
const titles = async (turns: Turns, words: string | undefined) =>
  (await seek(turns, search(words))).results.map(({ preview }) => preview.content.title);

describe('quoting a clause', () => {
  it.each(Object.keys(places) as Where[])('finds it for staff who write in the %s', async (where) => {
    const { results } = await seek(larch, search('own phone in the staff room', where));
    expect(results.length).toBeGreaterThan(0);
    expect(JSON.stringify(results[0]?.content)).toContain('in the staff room at break');
  });

  it('puts the words, number, policy, version, review date and day on a card without buttons', async () => {
    const { results } = await seek(marlow, search('When may I use my phone in school?'));
    expect(results.length).toBeGreaterThan(3);
    expect(results.length).toBeLessThanOrEqual(8);
    const card = JSON.stringify(results[0]?.content);
    for (const shown of [
      '“You may use your phone in the staffroom, the planning room and the offices when no pupil is there, and nowhere else in the building.”',
      'Mobile Devices and Images Policy',
      'Clause 2.2',
      'Version 2.1 · Approved 18 March 2026 · Review due 31 March 2027',
      'Marlow Bridge Primary School, as it stood on 20 November 2026',
    ])
      expect(card).toContain(shown);
    expect(results.every(({ content }) => !/"Action\.|"actions"|01632/.test(JSON.stringify(content)))).toBe(true);
    expect(results[0]?.preview.content).toEqual({
      title: 'Mobile Devices and Images Policy, clause 2.2',
      text: expect.stringMatching(/^“You may use your phone .*”$/) as string,
    });
    expect(JSON.stringify(results).length).toBeLessThan(80_000);
  });

  it('marks what is overdue, in the list and on the card', async () => {
    const { results } = await seek(marlow, search('social media policy friend request from a pupil'));
    const overdue = results.filter(({ preview }) => preview.content.title.startsWith('Social Media Policy'));
    expect(overdue.length).toBeGreaterThan(0);
    for (const { content, preview } of overdue) {
      expect(preview.content.text).toMatch(/^Review overdue · /);
      expect(JSON.stringify(content)).toContain('Review overdue since ');
    }
  });

  it('shows what there is to quote from before anything is typed, each with its dates', async () => {
    const { results } = await seek(marlow, search(undefined));
    const named = results.map(({ preview }) => preview.content.title);
    expect(named).toEqual([...named].sort());
    expect(named).toContain('Mobile Devices and Images Policy');
    expect(named).toEqual(await titles(marlow, '  '));
    const social = results.find(({ preview }) => preview.content.title === 'Social Media Policy');
    expect(social?.preview.content.text).toMatch(/^Review overdue since .* · Version /);
    expect(JSON.stringify(social?.content)).toContain('Review overdue since');
  });

  it('finds a clause by its number, and by its policy and number', async () => {
    expect((await titles(marlow, 'mobile devices 2.2'))[0]).toBe('Mobile Devices and Images Policy, clause 2.2');
    expect((await titles(marlow, '2.2')).filter((title) => title.endsWith('clause 2.2')).length).toBeGreaterThan(1);
    expect((await titles(marlow, 'Clause 2.2 of Mobile Devices'))[0]).toBe(
      'Mobile Devices and Images Policy, clause 2.2',
    );
  });

  it('finds it where the words beside the number are in no title, and puts no chance number before what was found', async () => {
    expect(await titles(marlow, 'phone 2.2')).toContain('Mobile Devices and Images Policy, clause 2.2');
    const [first] = await titles(marlow, 'may I keep a pupil for 2.5 hours after school');
    expect(first).not.toMatch(/clause 2\.5$/);
  });

  it('ends the list where it is scrolled to its end', async () => {
    const first = await seek(marlow, search('phone'));
    const value = (skip: number) => ({
      commandId: 'quoteClause',
      parameters: [{ name: 'words', value: 'phone' }],
      queryOptions: { skip, count: 25 },
    });
    const next = await seek(marlow, search('phone', 'personal', 'teacher', { value: value(first.results.length) }));
    expect(next).toEqual({ words: '', results: [] });
  });

  it.each([
    ['nothing that the policies know', 'zzzqqq', 'No clause was found'],
    ['a whole document', 'phone '.repeat(400), 'too long to search with'],
    ['something that is happening now', 'a child in my class has a knife', '999'],
  ])('says what to do for %s', async (_what, words, told) => {
    const answer = await seek(marlow, search(words));
    expect(answer.results).toEqual([]);
    expect(answer.words).toContain(told);
    if (told === '999') expect(answer.words).toMatch(/Daniel Reid.*01632 960102.*nobody was told anything/);
  });

  it.each([
    undefined,
    {},
    { commandId: 'another', parameters: [] },
    { commandId: 'quoteClause', parameters: [{ name: 'words', value: { $ne: 1 } }], queryOptions: 'all' },
    { commandId: 'quoteClause', parameters: 'words', queryOptions: { skip: -1 } },
  ])('answers a search that is malformed: %j', async (value) => {
    const answer = await seek(marlow, search('', 'group chat', 'teacher', { value }));
    expect(answer.words !== '' || answer.results.length > 0).toBe(true);
  });

  it('is searched by the command that the manifest names', () => {
    const manifest = readFileSync('manifest/manifest.json', 'utf8');
    expect(manifest).toContain('"id": "quoteClause"');
    expect(manifest).toContain('"name": "words"');
  });
});

describe('whoever is not staff', () => {
  it.each(Object.keys(places) as Where[])('finds nothing in the %s and is told whom to turn to', async (where) => {
    for (const words of ['own phone', undefined, 'a child has a knife']) {
      const answer = await seek(larch, search(words, where, 'pupil'));
      expect(answer.results).toEqual([]);
      expect(answer.words).toMatch(/for school staff.*0800 1111.*999/);
    }
  });

  it('of another tenant finds nothing either', async () => {
    const place = places.personal;
    const foreign = {
      conversation: { ...place.conversation, tenantId: otherTenant },
      channelData: { tenant: { id: otherTenant } },
    };
    expect((await seek(larch, search('own phone', 'personal', 'head', foreign))).words).toContain('for school staff');
  });

  it('of another school finds their own school’s clauses only', async () => {
    const { results } = await seek(larch, search('phone gifts trip', 'staff team', 'otherHead'));
    expect(results.length).toBeGreaterThan(0);
    expect(JSON.stringify(results)).not.toContain('Larch');
  });
});

describe('what is searched', () => {
  it('says nothing of where its sender can be written to: the chat may be with anybody', async () => {
    const turns = await openTurns();
    const { aadObjectId } = people.teacher;
    await seek(
      turns,
      search('own phone', 'personal', 'teacher', {
        conversation: { ...places.personal.conversation, id: '19:a_b@unq.gbl.spaces' },
      }),
    );
    expect(await turns.persons.findAddress(tenant, aadObjectId)).toBeUndefined();
    await turns.run(activity({ text: 'hello' }));
    expect(await turns.persons.findAddress(tenant, aadObjectId)).toBeDefined();
  });

  it('is in no log', async () => {
    const turns = await openTurns({ policiesDir: 'policies' });
    for (const who of ['teacher', 'pupil'] as const)
      for (const words of ['canaryword phone', 'a child in my class has a knife canaryword'])
        await seek(turns, search(words, 'group chat', who));
    expect(turns.logged.join('\n')).toContain('policies were searched');
    expect(turns.logged.join('\n')).not.toMatch(/canaryword|knife|phone/);
  });
});
