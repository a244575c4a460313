import type { BotDeps } from '../bot-deps.ts';

/** What connecting a channel for reports needs of the bot. */
export type SafeguardingDeps = Pick<
  BotDeps,
  'shelf' | 'persons' | 'places' | 'absences' | 'rosterOf' | 'allMembersOf' | 'onOwed' | 'now' | 'log' | 'ownAppId'
>;
