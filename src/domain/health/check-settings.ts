import { green, red, type HealthLine } from './health-line.ts';

/** Whether the configuration is whole. `problems` are its sentences, which quote no secret. */
export function checkSettings(problems: readonly string[]): HealthLine[] {
  if (problems.length === 0) return [green('settings', 'The settings are whole.')];
  return problems.map((problem) =>
    red('settings', problem, 'ICT lead: correct this setting, then run the doctor again.'),
  );
}
