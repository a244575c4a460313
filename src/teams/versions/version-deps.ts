import type { BotDeps } from '../bot-deps.ts';

/** What putting versions of policies in force needs of the bot. */
export type VersionDeps = Pick<
  BotDeps,
  'versions' | 'absences' | 'proposedHash' | 'onVersions' | 'shelf' | 'newSubmission' | 'now' | 'log' | 'ownAppId'
>;
