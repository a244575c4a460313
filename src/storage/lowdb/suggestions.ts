import type { Suggestion } from '../../domain/questions/handed-question.ts';
import type { QuestionStore } from '../../domain/questions/question-store.ts';
import { idTaken } from '../../domain/store-error.ts';
import type { Committed } from './group-commit.ts';
import { findMade, recordAct } from './record-act.ts';
import { recordConsequences } from './record-consequences.ts';
import { keys, type StoreData } from './store-data.ts';
import { StoredSuggestion } from '../stored-rows.ts';

type Suggestions = Pick<
  QuestionStore,
  'suggest' | 'decide' | 'dropWords' | 'findSuggestion' | 'suggestions' | 'destroySuggestion'
>;
type Decided = Awaited<ReturnType<Suggestions['decide']>>;

/** The part of the question store that holds suggested words. */
export function createSuggestions(db: Committed<StoreData>): Suggestions {
  const rows = () => db.data().questions.suggestions;
  return {
    suggest: (act, suggestion, then) =>
      db.change((data) => {
        const { id, schoolId, at } = suggestion;
        const { suggestions } = data.questions;
        const made = findMade(data, schoolId, 'suggestion', act);
        const first = made === undefined ? undefined : suggestions.get(keys.ofSchool({ schoolId, id: made }));
        if (first) return { data, result: first };
        if (suggestions.get(keys.ofSchool(suggestion))) throw idTaken();
        const row = StoredSuggestion.parse(suggestion);
        const recorded = recordAct(data, { schoolId, kind: 'suggestion', act, made: id, at });
        return { data: recordConsequences(withSuggestion(recorded, row), then), result: row };
      }),

    decide: (act, { schoolId, id }, decided, then) =>
      db.change<Decided>((data) => {
        const made = findMade(data, schoolId, 'decision', act);
        const suggestion = data.questions.suggestions.get(keys.ofSchool({ schoolId, id: made ?? id }));
        if (!suggestion) return { data, result: { kind: 'not-found' } };
        if (made !== undefined) return { data, result: { kind: 'decided', suggestion } };
        if (suggestion.decided) return { data, result: { kind: 'decided-before', suggestion } };
        const row = StoredSuggestion.parse({ ...suggestion, ...(!decided.kept && { sealedText: '' }), decided });
        const recorded = recordAct(data, { schoolId, kind: 'decision', act, made: id, at: decided.at });
        return {
          data: recordConsequences(withSuggestion(recorded, row), then),
          result: { kind: 'decided', suggestion: row },
        };
      }),

    dropWords: (name) =>
      db.change((data) => {
        const suggestion = data.questions.suggestions.get(keys.ofSchool(name));
        if (!suggestion?.decided) return { data, result: undefined };
        return { data: withSuggestion(data, { ...suggestion, sealedText: '' }), result: undefined };
      }),

    findSuggestion: (schoolId, id) => Promise.resolve(rows().get(keys.ofSchool({ schoolId, id }))),

    suggestions: (schoolId) => Promise.resolve([...rows()].filter((one) => one.schoolId === schoolId).reverse()),

    destroySuggestion: (name) =>
      db.change<'destroyed' | 'not-found'>((data) => {
        const { suggestions } = data.questions;
        if (!suggestions.get(keys.ofSchool(name))) return { data, result: 'not-found' };
        const left = { ...data.questions, suggestions: suggestions.without(keys.ofSchool(name)) };
        return { data: { ...data, questions: left }, result: 'destroyed' };
      }),
  };
}

function withSuggestion(data: StoreData, row: Suggestion): StoreData {
  return { ...data, questions: { ...data.questions, suggestions: data.questions.suggestions.with(row) } };
}
