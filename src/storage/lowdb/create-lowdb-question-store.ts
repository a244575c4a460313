import type { HandedQuestion } from '../../domain/questions/handed-question.ts';
import type { QuestionStore } from '../../domain/questions/question-store.ts';
import { idTaken } from '../../domain/store-error.ts';
import type { Committed } from './group-commit.ts';
import { findMade, recordAct } from './record-act.ts';
import { recordConsequences } from './record-consequences.ts';
import { replaceSealed, sealedOf } from './sealed-texts.ts';
import { keys, type StoreData } from './store-data.ts';
import { createSuggestions } from './suggestions.ts';
import { StoredGap, StoredMark, StoredQuestion } from '../stored-rows.ts';

type Answered = Awaited<ReturnType<QuestionStore['answer']>>;

/** The questions section of the lowdb store. */
export function createLowdbQuestionStore(db: Committed<StoreData>): QuestionStore {
  const questions = () => db.data().questions;
  return {
    submit: (act, question, then) =>
      db.change((data) => {
        const { id, schoolId, askedAt } = question;
        const made = findMade(data, schoolId, 'question', act);
        const first = made === undefined ? undefined : data.questions.handed.get(keys.ofSchool({ schoolId, id: made }));
        if (first) return { data, result: first };
        if (data.questions.handed.get(keys.ofSchool(question))) throw idTaken();
        const row = StoredQuestion.parse(question);
        const recorded = recordAct(data, { schoolId, kind: 'question', act, made: id, at: askedAt });
        return { data: recordConsequences(withQuestion(recorded, row), then), result: row };
      }),

    answer: (act, { schoolId, id }, answer, then) =>
      db.change<Answered>((data) => {
        const made = findMade(data, schoolId, 'answer', act);
        const question = data.questions.handed.get(keys.ofSchool({ schoolId, id: made ?? id }));
        if (!question) return { data, result: { kind: 'not-found' } };
        if (made !== undefined) return { data, result: { kind: 'answered', question } };
        if (question.answer) return { data, result: { kind: 'answered-before', question } };
        const row = StoredQuestion.parse({ ...question, answer });
        const recorded = recordAct(data, { schoolId, kind: 'answer', act, made: id, at: answer.at });
        return {
          data: recordConsequences(withQuestion(recorded, row), then),
          result: { kind: 'answered', question: row },
        };
      }),

    find: (schoolId, id) => Promise.resolve(questions().handed.get(keys.ofSchool({ schoolId, id }))),

    of: (schoolId, person) => {
      const who = keys.person(person);
      const concerns = (one: HandedQuestion) => keys.person(one.asker) === who || keys.person(one.owner) === who;
      const found = [...questions().handed].filter((one) => one.schoolId === schoolId && concerns(one));
      return Promise.resolve(found.reverse());
    },

    waiting: (schoolId) => {
      const askers = new Set<string>();
      for (const one of questions().handed)
        if (one.schoolId === schoolId && !one.answer) askers.add(keys.person(one.asker));
      return Promise.resolve(askers.size);
    },

    mark: (act, mark) =>
      db.change((data) => {
        const { schoolId, at } = mark;
        if (findMade(data, schoolId, 'mark', act) !== undefined) return { data, result: undefined };
        const row = StoredMark.parse({ ...mark, n: data.questions.marks.size + 1 });
        const recorded = recordAct(data, { schoolId, kind: 'mark', act, made: String(row.n), at });
        const marks = data.questions.marks.with(row);
        return { data: { ...recorded, questions: { ...data.questions, marks } }, result: undefined };
      }),

    marks: (schoolId) => {
      const counts = new Map<string, { helpful: number; unhelpful: number }>();
      for (const mark of questions().marks) {
        if (mark.schoolId !== schoolId) continue;
        const { helpful, unhelpful } = counts.get(mark.clause) ?? { helpful: 0, unhelpful: 0 };
        const count = mark.helpful ? { helpful: helpful + 1, unhelpful } : { helpful, unhelpful: unhelpful + 1 };
        counts.set(mark.clause, count);
      }
      return Promise.resolve(counts);
    },

    ...createSuggestions(db),

    reportGap: (act, gap) =>
      db.change((data) => {
        const { id, schoolId, at } = gap;
        if (findMade(data, schoolId, 'gap', act) !== undefined) return { data, result: undefined };
        if (data.questions.gaps.get(keys.ofSchool(gap))) throw idTaken();
        const recorded = recordAct(data, { schoolId, kind: 'gap', act, made: id, at });
        const gaps = data.questions.gaps.with(StoredGap.parse(gap));
        return { data: { ...recorded, questions: { ...data.questions, gaps } }, result: undefined };
      }),

    gaps: (schoolId) => Promise.resolve([...questions().gaps].filter((gap) => gap.schoolId === schoolId)),

    schools: () => {
      const { handed, suggestions, gaps } = questions();
      return Promise.resolve([...new Set([...handed, ...suggestions, ...gaps].map(({ schoolId }) => schoolId))]);
    },

    sealed: (schoolId) => Promise.resolve(sealedOf(questions(), schoolId)),

    reseal: (schoolId, place, old, sealedText) =>
      db.change<'resealed' | 'changed'>((data) => {
        const changed = replaceSealed(data.questions, { schoolId, place, old, sealedText });
        return changed ? { data: { ...data, questions: changed }, result: 'resealed' } : { data, result: 'changed' };
      }),
  };
}

function withQuestion(data: StoreData, row: HandedQuestion): StoreData {
  return { ...data, questions: { ...data.questions, handed: data.questions.handed.with(row) } };
}
