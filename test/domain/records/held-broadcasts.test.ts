import { expect, it } from 'vitest';
import { isSamePerson } from '../../../src/domain/people/same-person.ts';
import { broadcastsOf } from '../../../src/domain/records/held-broadcasts.ts';
import type { Look } from '../../../src/domain/records/held-item.ts';
import type { PersonKey } from '../../../src/domain/people/person-key.ts';
import { addressee, broadcast, listedAddressee, messageOf } from '../../storage/sample-broadcasts.ts';
import { at, otherSchool, owner, person, schoolId } from '../../storage/sample-facts.ts';
import { createMemoryStores } from '../../support/memory-stores.ts';
import { openSampleSchool } from '../../support/sample-school.ts';

async function look(names: readonly string[], key?: PersonKey) {
  const stores = createMemoryStores();
  const ended = { at: at(9), why: 'recalled', by: person(3) } as const;
  const acted = { what: 'done', at: at(8) } as const;
  await stores.broadcasts.record({
    schoolId,
    at: at(1),
    broadcasts: [broadcast(1), broadcast(2, { state: 'ended', ended, message: 'Ask Ola Wrona.' })],
    addressees: [
      addressee(1, { readAt: at(7), acted }),
      addressee(2, { name: 'Ola Wrona' }),
      listedAddressee(4, { name: 'Rosa Field' }),
      addressee(5, { broadcastId: 'BC-2', person: person(1) }),
    ],
    then: { owed: [messageOf(addressee(1))], entries: [] },
  });
  const elsewhere = { broadcasts: [broadcast(1, { schoolId: otherSchool })], then: { owed: [], entries: [] } };
  const theirs = [addressee(1, { schoolId: otherSchool })];
  await stores.broadcasts.record({ schoolId: otherSchool, at: at(1), ...elsewhere, addressees: theirs });
  const library = (await openSampleSchool()).find(schoolId);
  if (!library) throw new Error('the sample school is gone');
  return broadcastsOf({
    desk: stores as unknown as Look['desk'],
    school: library.school,
    subject: { names, keys: key ? [key] : [], person: undefined },
    isThem: (one) => one !== undefined && key !== undefined && isSamePerson(one, key),
    namedIn: () => [],
    redact: (text) => text.replaceAll('Ola Wrona', '[name]'),
  });
}

it('lists what was for somebody and what became of it, by their account, and nothing of anybody else', async () => {
  const items = await look(['Person 1 “é”'], person(1));
  expect(items.map(({ reference, as }) => [reference, ...as])).toEqual([
    ['BC-1', 'recipient'],
    ['BC-2', 'recipient'],
  ]);
  const [first, second] = items.map(({ texts }) => texts.map(({ text }) => text));
  expect(first).toEqual([
    'Please read “é” 🚲 again.',
    'Person 1 “é”, teaching',
    `acted, seen ${at(7)}, pressed “done” ${at(8)}`,
  ]);
  expect(second).toEqual(['Ask [name].', 'Person 5 “é”, teaching', 'cancelled']);
  expect(JSON.stringify(items)).not.toMatch(/Wrona|Field/);
});

it('finds somebody without an account by name, and whoever sent or ended one', async () => {
  const rosa = await look(['rosa field']);
  expect(rosa.map(({ reference, as, texts }) => [reference, ...as, texts.at(-1)?.text])).toEqual([
    ['BC-1', 'recipient', 'no-account'],
  ]);
  expect(await look(['Ola Wrona'])).toEqual([]); // has an account: the name alone is not theirs
  expect((await look(['Head'], owner)).map(({ reference, as }) => [reference, ...as])).toEqual([
    ['BC-1', 'opener'],
    ['BC-2', 'opener'],
  ]);
  expect((await look(['Deputy'], person(3))).map(({ reference }) => reference)).toEqual(['BC-2']);
});
