import { z } from 'zod/v4';
import type { SchoolLibrary } from '../../domain/policies/library.ts';
import type { HandedQuestion, Suggestion } from '../../domain/questions/handed-question.ts';
import type { NamePerson } from '../../domain/questions/name-people.ts';
import { cutText } from '../cut-text.ts';
import { defineCard } from '../define-card.ts';
import { instantDay, instantText } from '../instant-text.ts';

const RowView = z.strictObject({
  state: z.string(),
  isOpen: z.boolean(),
  isAnswered: z.boolean(),
  /** "SQ-7KQ2-M to Daniel Reid, 20 November 2026 at 10:05" */
  heading: z.string(),
  words: z.string(),
  button: z.string(),
  question: z.string(),
});

const ListView = z.strictObject({
  isEmpty: z.boolean(),
  groups: z.array(
    z.strictObject({ title: z.string(), rows: z.array(RowView), hasMore: z.boolean(), more: z.string() }),
  ),
});
export type ListView = z.infer<typeof ListView>;

/** The questions that somebody asked and those they were asked, newest first, each open or answered. */
export const listCard = defineCard('questions/list', ListView);

/** A question with its words, or without where they cannot be opened. */
export interface ListedQuestion {
  readonly question: HandedQuestion;
  readonly text: string | undefined;
}

/** Words that somebody suggested to the reader, or none where they cannot be opened. */
export interface ListedSuggestion {
  readonly suggestion: Suggestion;
  readonly words: string | undefined;
}

/** How many of each group a card shows. */
export const mostListed = 5;

/** `asked`, `toAnswer` and `toDecide` are newest first and hold what is to be shown of them; the counts are of all there are. */
export function toListView(input: {
  library: SchoolLibrary;
  name: NamePerson;
  asked: { readonly shown: readonly ListedQuestion[]; readonly count: number };
  toAnswer: { readonly shown: readonly ListedQuestion[]; readonly count: number };
  toDecide: { readonly shown: readonly ListedSuggestion[]; readonly count: number };
}): ListView {
  const { library, name, asked, toAnswer, toDecide } = input;
  const row = (as: 'asker' | 'owner', { question, text }: ListedQuestion) => {
    const { id, asker, owner, askedAt, answer } = question;
    const other = cutText(as === 'asker' ? `to ${name(owner)}` : `from ${name(asker)}`, 200);
    return {
      state: answer ? 'Answered' : 'Open',
      isOpen: !answer,
      isAnswered: answer !== undefined,
      heading: `${id} ${other}, ${instantText(askedAt, library.school)}`,
      words: wordsOf(text),
      button: as === 'owner' && !answer ? `Answer ${id}` : `Read ${id}`,
      question: id,
    };
  };
  const decision = ({ suggestion: { id, at }, words }: ListedSuggestion) => ({
    ...{ state: 'Open', isOpen: true, isAnswered: false, question: id },
    heading: `${id} suggested on ${instantDay(at, library.school)}`,
    words: wordsOf(words),
    button: `Decide on ${id}`,
  });
  const group = (title: string, rows: ListView['groups'][number]['rows'], count: number) => ({
    title,
    rows,
    hasMore: count > rows.length,
    more: `${count - rows.length} older ones are not shown.`,
  });
  const groups = [
    group(
      'Questions for you',
      toAnswer.shown.map((one) => row('owner', one)),
      toAnswer.count,
    ),
    group('Words to keep or not', toDecide.shown.map(decision), toDecide.count),
    group(
      'Questions you asked',
      asked.shown.map((one) => row('asker', one)),
      asked.count,
    ),
  ];
  return {
    isEmpty: asked.count + toAnswer.count + toDecide.count === 0,
    groups: groups.filter(({ rows }) => rows.length > 0),
  };
}

function wordsOf(text: string | undefined): string {
  return text === undefined ? 'Its words cannot be opened now.' : cutText(text, 400);
}
