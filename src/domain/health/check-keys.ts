import { amber, green, red, type HealthLine } from './health-line.ts';

export type KeyFacts =
  /** `message` says what is wrong and what to do. */
  | { readonly kind: 'unusable'; readonly message: string }
  | {
      readonly kind: 'usable';
      /** Whether somebody confirmed that the sheet with all these keys lies in the safe. */
      readonly inSafe: boolean;
      /** How many stored texts are sealed under keys that are not there. */
      readonly unreadable: number;
    };

/** Whether the keys are there, the bot's alone, in the safe as well, and open what is stored. */
export function checkKeys(keys: KeyFacts): HealthLine[] {
  if (keys.kind === 'unusable') {
    return [red('key', keys.message, 'ICT lead: do this now; without the key nothing that staff wrote can be read.')];
  }
  const { unreadable, inSafe } = keys;
  return [
    unreadable === 0
      ? green('key', 'The key file is there, nobody but its owner may use it, and it opens what is stored.')
      : red(
          'key',
          `${unreadable} stored texts are sealed under a key that is not in the key file.`,
          'ICT lead: bring that key back from the sheet in the safe: staffroom keys import.',
        ),
    inSafe
      ? green('key-sheet', 'The sheet with the keys lies in the safe.')
      : amber(
          'key-sheet',
          'Nobody has confirmed that the sheet with the present keys lies in the safe. If this machine is lost, no backup can be read without it.',
          'ICT lead: print it (staffroom keys export), let the head lock it away, then staffroom keys confirm-safe --by NAME.',
        ),
  ];
}
