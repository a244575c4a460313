import type { Act } from '../delivery/act.ts';
import type { Consequences } from '../delivery/consequences.ts';
import type { PersonKey } from '../people/person-key.ts';
import type { Gap, HandedQuestion, HelpfulMark, Suggestion } from './handed-question.ts';

/** Handed-over questions, marks, suggestions and gaps. Every method is atomic; a promise that resolves means the fact is durable. */
export interface QuestionStore {
  /**
   * Records the question, what is owed and its ledger entries. An act that was seen before, under either of its names,
   * changes nothing and returns the first question. Rejects with a StoreError `taken`, with nothing changed, when
   * another question of the school has this id: references are random, so the caller draws another.
   */
  submit(act: Act, question: HandedQuestion, then: Consequences): Promise<HandedQuestion>;
  /**
   * Records the answer likewise; an act that was seen before is `answered` again, as the first time. `answered-before`,
   * with the first answer, when another act answered it.
   */
  answer(
    act: Act,
    name: { schoolId: string; id: string },
    answer: NonNullable<HandedQuestion['answer']>,
    then: Consequences,
  ): Promise<{ kind: 'answered' | 'answered-before'; question: HandedQuestion } | { kind: 'not-found' }>;
  find(schoolId: string, id: string): Promise<HandedQuestion | undefined>;
  /** Questions in which this person is the asker or the owner, newest first. */
  of(schoolId: string, person: PersonKey): Promise<HandedQuestion[]>;
  /** How many different people of the school wait for the answer to a question. */
  waiting(schoolId: string): Promise<number>;
  /** Records a mark; an act that was seen before changes nothing. */
  mark(act: Act, mark: HelpfulMark): Promise<void>;
  /** How often each clause was marked helpful and not. */
  marks(schoolId: string): Promise<ReadonlyMap<string, { readonly helpful: number; readonly unhelpful: number }>>;
  /**
   * Records a suggestion, what is owed and its ledger entries. An act that was seen before changes nothing and returns the
   * first suggestion. Rejects as `taken` likewise.
   */
  suggest(act: Act, suggestion: Suggestion, then: Consequences): Promise<Suggestion>;
  /**
   * Records what the owner decided, and drops the words in the same step unless they are kept: those wait for `dropWords`.
   * An act that was seen before is `decided` again; `decided-before`, with the first decision, when another act decided it.
   */
  decide(
    act: Act,
    name: { schoolId: string; id: string },
    decided: NonNullable<Suggestion['decided']>,
    then: Consequences,
  ): Promise<{ kind: 'decided' | 'decided-before'; suggestion: Suggestion } | { kind: 'not-found' }>;
  /** Drops the words of a suggestion that is kept, once they stand in the school's file. Of any other nothing is changed. */
  dropWords(name: { schoolId: string; id: string }): Promise<void>;
  findSuggestion(schoolId: string, id: string): Promise<Suggestion | undefined>;
  /** All of a school, newest first. */
  suggestions(schoolId: string): Promise<Suggestion[]>;
  /** Removes a suggestion for good. */
  destroySuggestion(name: { schoolId: string; id: string }): Promise<'destroyed' | 'not-found'>;
  /** Records a gap; an act that was seen before changes nothing. Rejects as `taken` likewise. */
  reportGap(act: Act, gap: Gap): Promise<void>;
  gaps(schoolId: string): Promise<Gap[]>;
  /** Every school that there is any sealed text of. */
  schools(): Promise<string[]>;
  /**
   * Every sealed text of a school with its place (`placeName`: `question:<id>`, `answer:<id>`, `gap:<id>`,
   * `suggestion:<id>`), for key rotation.
   */
  sealed(schoolId: string): Promise<{ readonly place: string; readonly sealedText: string }[]>;
  /** Replaces the sealed text at `place` if it is still `old`. */
  reseal(schoolId: string, place: string, old: string, sealedText: string): Promise<'resealed' | 'changed'>;
}
