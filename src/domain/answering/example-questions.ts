import type { AnswerFinder } from './answer.ts';
import { certaintyOf } from './certainty.ts';

/** Questions that staff of many schools ask, the everyday ones first. */
const candidates = [
  'May I take photographs of pupils on my own phone?',
  'May I accept a friend request from a pupil?',
  'Who do I tell if a school laptop is lost or stolen?',
  'May I give a pupil a lift in my car?',
  'What is a low-level concern?',
  'May I accept a gift from a parent?',
  'May I use a memory stick?',
  'May I use my personal email for school business?',
  'Who do I tell if I am worried about a child?',
  'May I give a pupil my own mobile number?',
  'When may I use my phone in school?',
  'What do I do if a pupil shows me an indecent picture?',
  'How long do we keep photographs of pupils?',
  'May I have a former pupil as a friend on social media?',
];
/** From this score on an answer is clear enough to be shown to a newcomer: well above what is merely quoted. */
const clear = 0.75;

/** What was chosen for a search: it is the same as long as the search is, and costs as much as fourteen answers. */
const known = new WeakMap<AnswerFinder, readonly string[]>();

/**
 * Up to three questions that one clause of this school's policies clearly answers, from different policies where there are such: what
 * a newcomer may try. The same policies always give the same ones.
 */
export function exampleQuestions(finder: AnswerFinder): readonly string[] {
  const examples = known.get(finder) ?? choose(finder);
  known.set(finder, examples);
  return examples;
}

function choose(finder: AnswerFinder): readonly string[] {
  const chosen = new Map<string, string>();
  for (const question of candidates) {
    const answer = finder.answer(question);
    if (answer.kind !== 'quoted' || answer.best.score < clear) continue;
    if (certaintyOf(answer.best, answer.others) !== 'sure') continue;
    const { id } = answer.best.policy.cover;
    if (!chosen.has(id)) chosen.set(id, question);
    if (chosen.size === 3) break;
  }
  return [...chosen.values()];
}
