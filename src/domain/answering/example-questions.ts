import type { AnswerFinder } from './answer.ts';

/** Questions that staff of many schools ask, the everyday ones first. */
const candidates = [
  'May I use my own phone while pupils are present?',
  'What do I do if a pupil contacts me on social media?',
  'May I take photographs of pupils on my own phone?',
  'What do I do if I lose a school laptop?',
  'May I be friends with parents on social media?',
  'Who do I tell if I am worried about a child?',
  'May I share my password with a colleague?',
  'What is a low-level concern?',
  'May I use artificial intelligence for school work?',
  'May I put pupil data on a memory stick?',
  'How soon must a data breach be reported?',
  'What do I do if a pupil shows me an indecent picture?',
  'May I give a pupil my own mobile number?',
  'May I use the school laptop for private things?',
];
const clear = 0.85;

/**
 * Up to three questions that this school's policies clearly answer, from different policies where there are such: what
 * a newcomer may try. The same policies always give the same ones.
 */
export function exampleQuestions(finder: AnswerFinder): string[] {
  const chosen = new Map<string, string>();
  for (const question of candidates) {
    const answer = finder.answer(question);
    if (answer.kind !== 'quoted' || answer.best.score < clear) continue;
    const { id } = answer.best.policy.cover;
    if (!chosen.has(id)) chosen.set(id, question);
    if (chosen.size === 3) break;
  }
  return [...chosen.values()];
}
