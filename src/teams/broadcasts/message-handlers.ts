import type { BotApp } from '../bot-deps.ts';
import type { Caller } from '../caller.ts';
import { onTyped } from '../on-typed.ts';
import type { OnVerb, Pressed } from '../on-verb.ts';
import { act, readPage, showMessage, type MessageDeps } from './act-on-message.ts';
import { readMessageCommand, type MessageCommand } from './message-command.ts';
import { inOwnChat, messageSummary, noMessage } from './message-replies.ts';
import { registerReadReceipts } from './read-receipts.ts';

/** What whoever got a message does with it: by its buttons or by typing, in their own chat alone; and that they saw it. */
export function registerMessageHandlers(app: BotApp, onVerb: OnVerb, deps: MessageDeps): void {
  registerReadReceipts(app, deps);

  onVerb('broadcasts.act', ({ addressee, what }, caller) => act(deps, caller, { addresseeId: addressee, what }));
  onVerb('broadcasts.read', ({ addressee, page }, caller) => readPage(deps, caller, { addresseeId: addressee, page }));

  onTyped(app, deps, {
    read: readMessageCommand,
    reply: async (command, caller) => (caller.place.kind === 'personal' ? reply(caller, command) : inOwnChat()),
    summary: messageSummary,
  });

  async function reply(caller: Caller, command: MessageCommand): Promise<Pressed> {
    const own = await deps.broadcasts.addresseesOf(caller.library.school.id, caller.actor);
    const addressee = own.find(({ addressee: one }) => one.broadcastId === command.broadcast)?.addressee;
    if (!addressee) return noMessage();
    const { id: addresseeId } = addressee;
    switch (command.kind) {
      case 'show':
        return showMessage(deps, caller, addresseeId);
      case 'page':
        return readPage(deps, caller, { addresseeId, page: command.page - 1 });
      case 'act':
        return act(deps, caller, { addresseeId, what: command.what, text: command.text });
    }
  }
}
