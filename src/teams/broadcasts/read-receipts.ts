import type { Activity } from 'botbuilder';
import { z } from 'zod/v4';
import { noteRead } from '../../domain/broadcasts/note-read.ts';
import type { BotApp, BotDeps } from '../bot-deps.ts';
import { callerOf } from '../caller.ts';

/**
 * Source: learn.microsoft.com/microsoftteams/platform/bots/build-conversational-capability#receive-a-read-receipt: only in
 * personal chats, and only where the app has ChatMessageReadReceipt.Read.Chat and the tenant gives read receipts.
 */
const ReadReceipt = z.object({
  type: z.literal('event'),
  name: z.literal('application/vnd.microsoft.readReceipt'),
  value: z.object({ lastReadMessageId: z.string().regex(/^\d{1,20}$/) }),
});

/** The last message of their chat that somebody has seen; undefined for any other activity. */
export function readReceiptOf(activity: Partial<Activity>): string | undefined {
  return ReadReceipt.safeParse(activity).data?.value.lastReadMessageId;
}

/** Notes which messages somebody has seen, where Teams tells it. Nobody is answered. */
export function registerReadReceipts(app: BotApp, deps: Pick<BotDeps, 'broadcasts' | 'now' | 'log'>): void {
  app.addRoute(
    (turn) => Promise.resolve(callerOf(turn) !== undefined && readReceiptOf(turn.activity) !== undefined),
    async (turn) => {
      const caller = callerOf(turn);
      const upTo = readReceiptOf(turn.activity);
      if (!caller || upTo === undefined) return;
      const { actor: person, library, others = [] } = caller;
      const conversationId = turn.activity.conversation.id;
      for (const { id: schoolId } of [library.school, ...others]) {
        const count = await noteRead(deps, { schoolId, person, conversationId, upTo });
        if (count > 0) deps.log.info({ school: schoolId, count }, 'somebody has seen messages to many');
      }
    },
  );
}
