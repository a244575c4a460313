import type { BotApp } from '../bot-deps.ts';
import type { Caller } from '../caller.ts';
import { onTyped } from '../on-typed.ts';
import type { OnVerb, Pressed } from '../on-verb.ts';
import { inBroadcast, turnedAway } from './broadcast-access.ts';
import { readSenderCommand } from './broadcast-command.ts';
import type { BroadcastDeps } from './broadcast-deps.ts';
import { broadcastFile } from './broadcast-file.ts';
import { senderSummary } from './broadcast-replies.ts';
import { carryOut } from './carry-out-broadcast.ts';
import { again, correct, end } from './change-sent.ts';
import { composeForm, recompose, showAudience, showPlan, showPreview } from './compose-broadcast.ts';
import { confirmCardFor } from './confirm-card-for.ts';
import { sampleOf } from './preview-broadcast.ts';
import { confirm, openFromToken } from './send-broadcast.ts';
import { broadcastForm, listBroadcasts, showAddressees, showBroadcast } from './show-broadcast.ts';
import { fromForm } from './to-broadcast-draft.ts';

/**
 * Writing to many, and what became of it: for the head, whoever stands in for them, and delegates, in their own chat. Who may
 * confirm a large sign-off may confirm a large broadcast.
 */
export function registerSenderHandlers(app: BotApp, onVerb: OnVerb, deps: BroadcastDeps): void {
  const forSender = async (caller: Caller, then: () => Promise<Pressed> | Pressed): Promise<Pressed> =>
    (await turnedAway(deps, caller)) ?? then();

  onVerb('broadcasts.list', ({ page }, caller) => forSender(caller, () => listBroadcasts(deps, caller, page)));
  onVerb('broadcasts.compose', ({ policy }, caller) =>
    forSender(caller, () => composeForm(deps, caller, { draft: { policyId: policy } })),
  );
  onVerb('broadcasts.recompose', ({ draft }, caller) => forSender(caller, () => recompose(deps, caller, draft)));
  onVerb('broadcasts.plan', (form, caller) =>
    forSender(caller, async () => {
      const { library } = caller;
      return showPlan(deps, caller, fromForm(library, await deps.signoffs.campaigns(library.school.id), form));
    }),
  );
  onVerb('broadcasts.audience', (named, caller) => forSender(caller, () => showAudience(deps, caller, named)));
  onVerb('broadcasts.preview', ({ draft }, caller) => forSender(caller, () => showPreview(deps, caller, draft)));
  onVerb('broadcasts.open', ({ draft, submission }, caller) =>
    forSender(caller, () => openFromToken(deps, caller, draft, caller.actWith(submission))),
  );

  onVerb('broadcasts.show', (named, caller) =>
    inBroadcast(deps, caller, named.broadcast, (broadcast) => showBroadcast(deps, caller, broadcast)),
  );
  onVerb('broadcasts.people', (named, caller) =>
    inBroadcast(deps, caller, named.broadcast, (broadcast) => showAddressees(deps, caller, broadcast, named)),
  );
  onVerb('broadcasts.form', (named, caller) =>
    inBroadcast(deps, caller, named.broadcast, (broadcast) =>
      broadcastForm(deps, caller, broadcast, { form: named.form, submission: deps.newSubmission() }),
    ),
  );
  onVerb('broadcasts.correct', (named, caller) =>
    inBroadcast(deps, caller, named.broadcast, (broadcast) =>
      correct(deps, caller, { act: caller.actWith(named.submission), broadcast }, named),
    ),
  );
  onVerb('broadcasts.cancel', (named, caller) =>
    inBroadcast(deps, caller, named.broadcast, (broadcast) =>
      end(deps, caller, { act: caller.actWith(named.submission), broadcast }, 'cancelled'),
    ),
  );
  onVerb('broadcasts.recall', (named, caller) =>
    inBroadcast(deps, caller, named.broadcast, (broadcast) =>
      end(deps, caller, { act: caller.actWith(named.submission), broadcast }, 'recalled'),
    ),
  );
  onVerb('broadcasts.again', (named, caller) =>
    inBroadcast(deps, caller, named.broadcast, (broadcast) =>
      again(deps, caller, { act: caller.actWith(named.submission), broadcast }),
    ),
  );
  onVerb('broadcasts.file', (named, caller) =>
    inBroadcast(deps, caller, named.broadcast, (broadcast) => broadcastFile(deps, caller, broadcast, named.what)),
  );
  onVerb('broadcasts.confirm', ({ broadcast, submission, answer }, caller) => {
    const act = caller.actWith(submission);
    return inBroadcast(
      deps,
      caller,
      broadcast,
      ({ id }) => confirm(deps, caller, { act, broadcastId: id, yes: answer === 'yes' }),
      { asSecond: true },
    );
  });
  onVerb('broadcasts.sample', (named, caller) =>
    inBroadcast(
      deps,
      caller,
      named.broadcast,
      async (broadcast) => ({
        card: (await confirmCardFor(deps, caller.library, broadcast, { reader: caller.actor })).card,
        replaces: true,
        summary: senderSummary,
        ...(broadcast.state === 'waiting' && {
          followedBy: { card: await sampleOf(deps, caller, broadcast), summary: senderSummary },
        }),
      }),
      { asSecond: true },
    ),
  );

  onTyped(app, deps, {
    lines: true,
    read: readSenderCommand,
    reply: (command, caller, act) => carryOut(deps, caller, command, act),
    summary: senderSummary,
  });
}
