import type { School } from '../people/school.ts';
import type { Answers } from './answers.ts';
import { imageSteps, incidentSteps, type DialogStep, type Field, type StepId } from './incident-steps.ts';

/** A field with the school's own words for it, where it has some. */
export interface AskedField extends Field {
  readonly ownWords?: string | undefined;
}

export interface AskedStep extends Omit<DialogStep, 'fields'> {
  readonly fields: readonly AskedField[];
  /** "Step 3 of 9" */
  readonly number: number;
  readonly count: number;
}

/**
 * The cards that this report takes at this school, in order. An image makes it short; school.yaml may put questions into
 * its own words, leave some out and offer fewer kinds. Danger, image, whom it is about and the read-back are always asked.
 */
export function stepsFor(answers: Pick<Answers, 'image'>, school: Pick<School, 'reporting'>): AskedStep[] {
  const hasImage = answers.image === 'yes';
  const taken = incidentSteps.filter(({ id }) => !hasImage || imageSteps.includes(id));
  return taken.map((step, at) => ({
    ...step,
    guidance: [...step.guidance, ...(hasImage && step.id === 'about' ? [noDescription] : [])],
    fields: step.fields.filter(({ name }) => name !== 'imageOn' || hasImage).flatMap((field) => asked(field, school)),
    number: at + 1,
    count: taken.length,
  }));
}

const noDescription =
  'Do not look at the image or describe it, here or to anybody. Do not copy, forward or delete it. This report needs no words.';

/** The step with that id, or the last before it that this report takes. */
export function stepNamed(steps: readonly AskedStep[], id: StepId): AskedStep {
  const found = steps.find((step) => step.id === id) ?? steps.at(-1);
  if (!found) throw new Error('every report has a read-back');
  return found;
}

function asked(field: Field, { reporting }: Pick<School, 'reporting'>): AskedField[] {
  const own = Object.entries(reporting?.questions ?? {}).find(([name]) => name === field.name)?.[1];
  if (own?.ask === false) return [];
  const offered = reporting?.limitTo;
  const choices =
    field.name === 'kind' && offered
      ? field.choices?.filter(({ value }) => offered.some((kind) => kind === value))
      : field.choices;
  return [{ ...field, ...(choices && { choices }), ...(own?.text !== undefined && { ownWords: own.text }) }];
}
