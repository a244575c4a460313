import { green, red, type HealthLine } from './health-line.ts';

/** A file or folder that other users of the machine must not open: what it is, for a sentence. */
export interface PrivateFacts {
  readonly of: string;
  readonly path: string;
  readonly isOpen: boolean;
}

/** Whether nobody else on the machine can open what the bot keeps. No line where there is nothing to look at. */
export function checkPrivate(files: readonly PrivateFacts[]): HealthLine[] {
  if (files.length === 0) return [];
  const open = files.filter(({ isOpen }) => isOpen);
  if (open.length === 0)
    return [green('files', 'Only the bot’s own user can open its settings, its store and its backups.')];
  return open.map(({ of, path }) =>
    red(
      'files',
      `Other users of this machine can open ${of}.`,
      `ICT lead: “chmod go= ${path}” takes their rights away.`,
    ),
  );
}
