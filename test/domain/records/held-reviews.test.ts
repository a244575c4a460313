import { expect, it } from 'vitest';
import type { Look } from '../../../src/domain/records/held-item.ts';
import { reviewsOf } from '../../../src/domain/records/held-reviews.ts';
import { isSamePerson } from '../../../src/domain/people/same-person.ts';
import type { PersonKey } from '../../../src/domain/people/person-key.ts';
import { createMemoryStores } from '../../support/memory-stores.ts';
import { openSampleSchool } from '../../support/sample-school.ts';
import { at, owner, person } from '../../storage/sample-facts.ts';
import { decided, review } from '../../storage/sample-reviews.ts';

it('lists what somebody began and recorded, by their account, and nothing of others', async () => {
  const stores = createMemoryStores();
  const then = { owed: [], entries: [] };
  const begun = { by: person(1), at: at(5) };
  await stores.reviews.record({ review: review(1, { begun, done: decided }), at: at(9), then });
  await stores.reviews.record({ review: review(2), at: at(9), then });
  const library = (await openSampleSchool()).find('marlow-bridge');
  if (!library) throw new Error('the sample school is gone');
  const heldOf = (them: PersonKey) =>
    reviewsOf({
      desk: stores as unknown as Look['desk'],
      school: library.school,
      subject: { names: [], keys: [them], person: undefined },
      isThem: (key) => isSamePerson(key, them),
      namedIn: () => [],
      redact: (text) => text.replace('Autumn', '…'),
    });
  expect(await heldOf(person(1))).toMatchObject([{ record: 'review', reference: 'duty-1 2026-12-18', at: at(5) }]);
  expect(await heldOf(owner)).toMatchObject([
    { at: at(9), texts: [{ text: 'unchanged, on 2026-11-18' }, { text: '… “é” meeting' }] },
  ]);
  expect(await heldOf(person(3))).toEqual([]);
});
