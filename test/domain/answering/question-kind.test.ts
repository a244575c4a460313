import { describe, expect, it } from 'vitest';
import { readQuestionKind } from '../../../src/domain/answering/question-kind.ts';

describe('readQuestionKind', () => {
  it.each([
    ['Can I ride my bike in the corridor?', 'may-i'],
    ['is it ok to park here', 'may-i'],
    ['Do we have to wear helmets?', 'must-i'],
    ['Who do I tell if a bike is stolen?', 'tell-whom'],
    ['who signs off a bike trip', 'who-approves'],
    ['Who is the bicycle lead?', 'who-is'],
    ['who oils the chains', 'who'],
    ['which company services the bikes', 'which-firm'],
    ['What happens if I lose the lock?', 'what-if'],
    ['when is the bicycle policy reviewed', 'when-reviewed'],
    ['How often are brakes tested?', 'how-often'],
    ['How long may a bike stay overnight?', 'how-long'],
    ['How soon must I report a crash?', 'how-soon'],
    ['How many bikes fit in the shed?', 'how-many'],
    ['How much is a new lock?', 'how-much'],
    ['How old must a rider be?', 'how-old'],
    ['what is the phone number for the bike shop', 'contact'],
    ['How do I reach the bicycle lead?', 'contact'],
    ['Where are the helmets?', 'where'],
    ['what counts as a bicycle', 'what-is'],
    ['why do we lock the shed', 'why'],
    ['Does this apply to volunteers too?', 'applies'],
    ['what should I do with a flat tyre', 'what-to-do'],
    ['helmets', 'open'],
  ])('reads “%s” as %s', (question, kind) => {
    expect(readQuestionKind(question).kind).toBe(kind);
  });

  it('goes by the last question of a message', () => {
    expect(readQuestionKind('Who left this bike here? It is in my way. May I move it?').kind).toBe('may-i');
  });

  it('does not take a relative “who” for a question about a person', () => {
    expect(readQuestionKind('Can a parent who has no lock use the shed?').kind).toBe('may-i');
  });
});
