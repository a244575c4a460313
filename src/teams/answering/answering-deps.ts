import type { BotDeps } from '../bot-deps.ts';
import type { SignedNotes } from '../signoffs/signed-notes.ts';

/** What answering needs: all of the bot, and what readers signed. */
export type AnsweringDeps = BotDeps & { readonly signedNotes: SignedNotes };
