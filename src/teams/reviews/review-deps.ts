import type { BotDeps } from '../bot-deps.ts';

/** What reviews of policies and other duties need of the bot. */
export type ReviewDeps = Pick<
  BotDeps,
  'reviews' | 'versions' | 'absences' | 'onVersions' | 'newSubmission' | 'now' | 'log' | 'ownAppId'
>;
