import { expect, it } from 'vitest';
import { partiesIn } from '../../../src/domain/answering/parties.ts';

it('knows groups of people by everyday and by policy words', () => {
  expect(partiesIn('can the kids text my mum')).toEqual(['pupils', 'parents']);
  expect(partiesIn('Visitors sign in; governors do not.')).toEqual(['visitors', 'governors']);
  expect(partiesIn('Lock the shed.')).toEqual([]);
});
