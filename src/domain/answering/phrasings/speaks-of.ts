import type { ReadQuestion, Unit } from '../read-question.ts';
import { stemOf } from '../words.ts';

/** What a question is about above all: the word or phrase in it that tells most among the policies; none where nothing tells. */
export function subjectOf({ units }: Pick<ReadQuestion, 'units'>): Unit | undefined {
  return units.reduce<Unit | undefined>((most, unit) => (unit.mass > (most?.mass ?? 0) ? unit : most), undefined);
}

/** Whether a question has `subject`, by the word itself (misspelt or not) or by a concept that both name. */
export function speaksOf({ units, corrected }: Pick<ReadQuestion, 'units' | 'corrected'>, subject: Unit): boolean {
  const means = new Set(conceptsOf(subject));
  const named = stemsOf(subject.label.split(' '));
  return units.some(
    (unit) =>
      stemsOf(unit.label.split(' ').map((word) => corrected.get(word) ?? word)) === named ||
      conceptsOf(unit).some((name) => means.has(name)),
  );
}

function stemsOf(words: readonly string[]): string {
  return words.map(stemOf).join(' ');
}

function conceptsOf({ alternatives }: Unit): string[] {
  return alternatives.filter(({ how }) => how === 'concept').map(({ label }) => label);
}
