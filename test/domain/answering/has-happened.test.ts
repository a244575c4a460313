import { describe, expect, it } from 'vitest';
import { hasHappened } from '../../../src/domain/answering/has-happened.ts';

describe('hasHappened', () => {
  it.each([
    'i left my laptop on the train',
    'A pupil has sent me a friend request',
    'We’ve lost a school tablet. What now?',
    'Who do I tell if I sent an email to the wrong parent?',
  ])('is true of “%s”', (message) => {
    expect(hasHappened(message)).toBe(true);
  });

  it.each([
    'May I leave my laptop on the train?',
    'Am I allowed to use my phone?',
    'I am worried about a child',
    'Who approved this policy?',
    'I was told to ask here',
  ])('is false of “%s”', (message) => {
    expect(hasHappened(message)).toBe(false);
  });
});
