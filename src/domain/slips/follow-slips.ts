import type { School } from '../people/school.ts';
import { recordFresh } from '../signoffs/record-fresh.ts';
import { openSlip, slipSchool } from './open-slip.ts';
import { planSlip } from './plan-slip.ts';
import type { SlipDesk } from './slip-desk.ts';
import { standingOf } from './slip-standing.ts';
import type { Slip } from './slip.ts';

/**
 * Records what the slips of a school owe, and gives of how many. Done twice, or by several instances at once, it tells
 * nobody twice. One whose seal does not open is passed over. Rejects when the store fails; what was recorded stays so.
 */
export async function followSlips(
  desk: Pick<SlipDesk, 'slips' | 'persons' | 'absences' | 'sealer' | 'now'>,
  school: School,
): Promise<number> {
  let changed = 0;
  for (const { id } of (await desk.slips.all(school.id)).filter(mayOwe)) {
    const outcome = await recordFresh(async () => {
      const slip = await desk.slips.find(school.id, id);
      if (!slip) return { kind: 'seen' as const };
      const place = await slipSchool(desk, school, slip.author.tenantId);
      const opened = await openSlip(desk.sealer, slip, place.today);
      const change = opened && planSlip(opened, place, desk.now());
      return { kind: change ? await desk.slips.record(change) : ('seen' as const) };
    });
    if (outcome.kind === 'recorded') changed += 1;
  }
  return changed;
}

/** What is settled owes nothing, and its seal is left alone. */
function mayOwe(slip: Slip): boolean {
  const { state, waits, owesEnd } = standingOf(slip, '');
  return waits || owesEnd || state === 'given';
}
