import type { Act } from '../../domain/delivery/act.ts';
import { isReference } from '../../domain/delivery/reference.ts';
import { actOnSlip } from '../../domain/slips/act-on-slip.ts';
import { seeSlip, slipSchool } from '../../domain/slips/open-slip.ts';
import type { SlipAct } from '../../domain/slips/slip-act.ts';
import type { Caller } from '../caller.ts';
import type { Pressed } from '../on-verb.ts';
import { faults, notFound, notYours, say, slipSummary, unreadable } from './slip-replies.ts';
import type { SlipDeps } from './slip-deps.ts';
import { slipCardFor, type Shown } from './show-slip.ts';

/** Shows a slip, if the caller may see it. */
export async function openSlipCard(deps: SlipDeps, caller: Caller, id: string): Promise<Pressed> {
  if (!isReference(id)) return notFound();
  const { actor, library } = caller;
  const place = await slipSchool(deps, library.school, actor.tenantId);
  const slip = await deps.slips.find(library.school.id, id);
  const sight = await seeSlip(deps.sealer, slip, { ...place, reader: actor });
  if (sight.kind === 'not-found') return notFound();
  if (sight.kind === 'unreadable') return unreadable(deps, sight.slip);
  return shown(deps, caller, sight.seen, { occasion: 'seen' });
}

/** Does something with a slip, and shows what it is now: a receipt, or why nothing changed. */
export async function actSlip(
  deps: SlipDeps,
  caller: Caller,
  { act, id, deed }: { act: Act; id: string; deed: SlipAct },
): Promise<Pressed> {
  if (!isReference(id)) return notFound();
  const { actor, library } = caller;
  const outcome = await actOnSlip(deps, { act, actor, school: library.school, id, deed });
  switch (outcome.kind) {
    case 'done':
      deps.onOwed();
      deps.log.info({ school: library.school.id, reference: id, kind: deed.deed }, 'something was done with a slip');
      return shown(deps, caller, outcome.seen, { occasion: 'saved' });
    case 'settled':
      return shown(deps, caller, outcome.seen, {
        occasion: 'settled',
        more: ['It was answered, or is over, and that stands. What you wrote now was not kept.'],
      });
    case 'fault':
      return shown(deps, caller, outcome.seen, { occasion: 'seen', problem: faults[outcome.what] });
    case 'not-yours':
      return notYours();
    case 'not-found':
      return notFound();
    case 'unreadable':
      return unreadable(deps, outcome.slip);
    case 'overtaken':
      return say('Nothing was changed', 'Others changed it at the same moment. Please try again.');
  }
}

async function shown(
  deps: SlipDeps,
  caller: Caller,
  seen: Parameters<typeof slipCardFor>[2],
  how: Shown,
): Promise<Pressed> {
  return { card: await slipCardFor(deps, caller, seen, how), replaces: true, summary: slipSummary };
}
