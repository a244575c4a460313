/** One line of the doctor. Counts, codes and our own ids only: nothing personal. */
export interface HealthLine {
  /** The check's name; never changes. */
  readonly check: string;
  /** `amber`: somebody should do something soon; `red`: now. */
  readonly colour: 'green' | 'amber' | 'red';
  readonly message: string;
  /** Who must do what, unless green: "ICT lead: …". */
  readonly todo?: string;
}

export function green(check: string, message: string): HealthLine {
  return { check, colour: 'green', message };
}

export function amber(check: string, message: string, todo: string): HealthLine {
  return { check, colour: 'amber', message, todo };
}

export function red(check: string, message: string, todo: string): HealthLine {
  return { check, colour: 'red', message, todo };
}

/** The worst colour of all. */
export function colourOf(lines: readonly HealthLine[]): HealthLine['colour'] {
  if (lines.some(({ colour }) => colour === 'red')) return 'red';
  return lines.some(({ colour }) => colour === 'amber') ? 'amber' : 'green';
}
