import type { AnswerLine } from '../../src/tools/ask/answer-line.ts';
import type { EvalQuestion } from './question.ts';

/** The measures of one run; shares lie in 0…1. */
export interface Scores {
  readonly questions: number;
  /** Quoted, and the first clause holds a gold text (of the answerable). */
  readonly hit1: number;
  /** One of the first three clauses does, whatever the outcome (of the answerable). */
  readonly hit3: number;
  /** Unsure, as it should be (of the unanswerable). */
  readonly refused: number;
  /** Unsure although a clause answers it (of the answerable). */
  readonly wronglyRefused: number;
  /** Quoted, and the first clause does not answer (of all): the harm to keep small. */
  readonly wrong: number;
  /** Length of the first quote in characters. */
  readonly medianQuote: number;
  readonly p90Quote: number;
}

/** A question with what came out. */
export interface AnsweredQuestion {
  readonly question: EvalQuestion;
  readonly answer: AnswerLine;
}

const longest = 800;

/** Whether the first clause holds a gold text, quoted or not. */
export function isRight({ question, answer }: AnsweredQuestion): boolean {
  const first = plain(answer.clauses[0]?.quote ?? '');
  return question.gold.some((one) => first.includes(plain(typeof one === 'string' ? one : one.text)));
}

/** Scores answers, in the order of their questions; `textOf` gives the text of a gold that is a clause's id. */
export function scoreAnswers(
  questions: readonly EvalQuestion[],
  answers: readonly AnswerLine[],
  textOf: (gold: string) => string = (gold) => gold,
): Scores {
  const count = { answerable: 0, hit1: 0, hit3: 0, refused: 0, wronglyRefused: 0, wrong: 0 };
  const lengths: number[] = [];
  questions.forEach(({ gold }, at) => {
    const answer = answers[at] ?? { outcome: 'unsure', clauses: [] };
    const quoted = answer.outcome === 'quoted';
    const texts = answer.clauses.map(({ quote }) => plain(quote));
    const [first] = texts;
    if (first !== undefined) lengths.push(first.length);
    if (gold.length === 0) {
      if (quoted) count.wrong += 1;
      else count.refused += 1;
      return;
    }
    const golds = gold.map((one) => plain(textOf(typeof one === 'string' ? one : one.text)));
    const rank = texts.findIndex((text) => text.length <= longest && golds.some((one) => text.includes(one)));
    count.answerable += 1;
    if (!quoted) count.wronglyRefused += 1;
    else if (rank === 0) count.hit1 += 1;
    else count.wrong += 1;
    if (rank >= 0 && rank < 3) count.hit3 += 1;
  });
  lengths.sort((one, other) => one - other);
  const { answerable } = count;
  return {
    questions: questions.length,
    hit1: share(count.hit1, answerable),
    hit3: share(count.hit3, answerable),
    refused: share(count.refused, questions.length - answerable),
    wronglyRefused: share(count.wronglyRefused, answerable),
    wrong: share(count.wrong, questions.length),
    medianQuote: lengths[Math.floor(lengths.length / 2)] ?? 0,
    p90Quote: lengths[Math.floor(lengths.length * 0.9)] ?? 0,
  };
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((part / whole) * 1000) / 1000;
}

/** White space, quotation marks, dashes and Markdown marks aside. */
function plain(text: string): string {
  return text
    .replace(/<[^>]+>/g, ' ')
    .replace(/[*_`]+/g, '')
    .replace(/[\u2018\u2019\u02BC]/g, "'")
    .replace(/[\u201C\u201D]/g, '"')
    .replace(/[\u2013\u2014]/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}
