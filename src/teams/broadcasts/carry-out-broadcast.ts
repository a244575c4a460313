import type { Act } from '../../domain/delivery/act.ts';
import type { Caller } from '../caller.ts';
import type { Pressed } from '../on-verb.ts';
import { inBroadcast, turnedAway } from './broadcast-access.ts';
import type { SenderCommand } from './broadcast-command.ts';
import type { BroadcastDeps } from './broadcast-deps.ts';
import { broadcastFile } from './broadcast-file.ts';
import { again, correct, end } from './change-sent.ts';
import { composeForm, showPlan, showTypedPreview } from './compose-broadcast.ts';
import { otherSchoolsOf } from './other-schools.ts';
import { confirm, openDraft } from './send-broadcast.ts';
import { listBroadcasts, showAddressees, showBroadcast } from './show-broadcast.ts';
import { fromTold } from './to-broadcast-draft.ts';

/** Does what somebody typed, where they may. */
export async function carryOut(
  deps: BroadcastDeps,
  caller: Caller,
  command: SenderCommand,
  act: Act,
): Promise<Pressed> {
  if ('broadcast' in command) return inOne(deps, caller, command, act);
  const refused = await turnedAway(deps, caller);
  if (refused) return refused;
  switch (command.kind) {
    case 'list':
      return listBroadcasts(deps, caller, 0);
    case 'compose':
      return composeForm(deps, caller);
    default: {
      const { library } = caller;
      const others = (await otherSchoolsOf(deps, caller)).map((one) => one.library.school);
      const draft = fromTold(library, await deps.signoffs.campaigns(library.school.id), command.told, others);
      if (command.kind === 'open') return openDraft(deps, caller, draft, { act });
      return command.kind === 'preview' ? showTypedPreview(deps, caller, draft) : showPlan(deps, caller, draft);
    }
  }
}

type OfOne = Extract<SenderCommand, { readonly broadcast: string }>;

function inOne(deps: BroadcastDeps, caller: Caller, command: OfOne, act: Act): Promise<Pressed> {
  const asSecond = command.kind === 'confirm';
  return inBroadcast(
    deps,
    caller,
    command.broadcast,
    (broadcast) => {
      switch (command.kind) {
        case 'show':
          return showBroadcast(deps, caller, broadcast);
        case 'people':
          return showAddressees(deps, caller, broadcast, { state: command.state, page: 0 });
        case 'file':
          return broadcastFile(deps, caller, broadcast, command.what);
        case 'cancel':
          return end(deps, caller, { act, broadcast }, 'cancelled');
        case 'recall':
          return end(deps, caller, { act, broadcast }, 'recalled');
        case 'again':
          return again(deps, caller, { act, broadcast });
        case 'correct':
          return correct(deps, caller, { act, broadcast }, { ...command, submission: deps.newSubmission() });
        case 'confirm':
          return confirm(deps, caller, { act, broadcastId: broadcast.id, yes: command.yes });
      }
    },
    { asSecond },
  );
}
