import { colourOf, type HealthLine } from '../../domain/health/health-line.ts';

const summaries = {
  green: 'All is well.',
  amber: 'Nothing is urgent; the amber lines should be dealt with soon.',
  red: 'Something must be done now: the red lines.',
};

/** The lines for a terminal, each with who must do what beneath. */
export function printHealth(lines: readonly HealthLine[]): string {
  const printed = lines.flatMap(({ check, colour, message, todo }) => [
    `${colour.padEnd(5)}  ${check.padEnd(9)}  ${message}`,
    ...(todo === undefined ? [] : [`${' '.repeat(18)}→ ${todo}`]),
  ]);
  return `${[...printed, '', summaries[colourOf(lines)]].join('\n')}\n`;
}
