import { describe, expect, it } from 'vitest';
import { loadFindingModel } from '../../src/models/load-finding-model.ts';
import { madeFrom } from './made-from.ts';
import { readLessons } from './read-lessons.ts';

describe('the model that comes with the bot', () => {
  it('was made from the corpus, the training and the search as they are (else: npm run train)', async () => {
    expect(loadFindingModel().madeFrom).toBe(madeFrom(await readLessons()));
  }, 120_000);
});
