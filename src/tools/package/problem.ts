/** A field by its names and places, from the top: `['bots', 0, 'botId']`. */
export type FieldPath = readonly (string | number)[];

/** What is wrong with the app, and what to do. */
export interface FieldProblem {
  /** Where it stands; empty for the manifest as a whole. */
  readonly path: FieldPath;
  /** "It is so. Do that." */
  readonly message: string;
}

/** The same, ready to print. */
export interface PackageProblem {
  /** The file's name in the manifest's folder. */
  readonly file: string;
  readonly line: number;
  /** `bots[0].botId`; empty for the file as a whole. */
  readonly field: string;
  readonly message: string;
}

export function fieldName(path: FieldPath): string {
  return path.map((step, at) => (typeof step === 'number' ? `[${step}]` : at === 0 ? step : `.${step}`)).join('');
}
