import { expect, it } from 'vitest';
import { signoffsOf } from '../../../src/domain/records/held-signoffs.ts';
import type { Look } from '../../../src/domain/records/held-item.ts';
import { isSamePerson } from '../../../src/domain/people/same-person.ts';
import { createMemoryStores } from '../../support/memory-stores.ts';
import { openSampleSchool } from '../../support/sample-school.ts';
import { sampleChange, sampleSigning } from '../signoffs/sample-evidence.ts';

async function look(names: readonly string[], objectId?: string) {
  const stores = createMemoryStores();
  await stores.signoffs.record(sampleChange());
  await stores.signoffs.record(sampleSigning());
  const library = (await openSampleSchool()).find('marlow-bridge');
  if (!library) throw new Error('the sample school is gone');
  const keys = objectId === undefined ? [] : [{ tenantId: 't', objectId }];
  return signoffsOf({
    desk: stores as unknown as Look['desk'],
    school: library.school,
    subject: { names, keys, person: undefined },
    isThem: (key) => key !== undefined && keys.some((own) => isSamePerson(own, key)),
    namedIn: () => [],
    redact: (text) => text,
  });
}

it('lists where somebody was asked and what they signed, by their account, and nothing of anybody else', async () => {
  const items = await look(['Zoë Ünal'], 'person-2');
  expect(items.map(({ reference, as }) => [reference, ...as])).toEqual([
    ['CA-7KQ2-M', 'signatory'],
    ['SG-7KQ2-M', 'signatory'],
    ['CA-8KQ2-F', 'signatory'],
  ]);
  expect(JSON.stringify(items)).toContain('typed as “zoë ünal”');
  expect(JSON.stringify(items)).not.toMatch(/Wrona|Okafor/);
});

it('finds somebody without an account by name, whoever witnessed a signature, and whoever asked', async () => {
  const rosa = await look(['Rosa Field']);
  expect(rosa.filter(({ as }) => as.includes('signatory'))).toHaveLength(4);
  const dan = await look(['Dan Hill']);
  expect(dan.map(({ reference, as }) => [reference, ...as])).toEqual([
    ['SG-7KQ4-M', 'witness'],
    ['SG-7KQ9-M', 'witness'],
  ]);
  expect(JSON.stringify(dan)).not.toContain('rosa'); // what others typed is theirs
  const head = await look(['Helen Marsh'], 'head');
  expect(head.map(({ as }) => as.join())).toEqual(['opener', 'witness', 'opener', 'witness']);
  expect(await look(['Ola Wrona'])).toEqual([]); // has an account: the name alone is not theirs
});
