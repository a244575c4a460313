import { amber, green, red, type HealthLine } from './health-line.ts';

export interface StaffFacts {
  readonly schoolId: string;
  /** When the rosters of its connected teams were last read: instants. */
  readonly refreshedAt: readonly string[];
}

const dayMs = 24 * 60 * 60 * 1000;

/** Whether each school's staff team is connected and its roster not older than two days, or seven. */
export function checkStaff(schools: readonly StaffFacts[], now: Date): HealthLine[] {
  return schools.map(({ schoolId, refreshedAt }) => {
    if (refreshedAt.length === 0) {
      return amber(
        'staff',
        `No staff team of ${schoolId} is connected: only people named in school.yaml are served.`,
        'Head or ICT lead: add Staffroom to the staff team and write "@Staffroom connect staff" in it.',
      );
    }
    const oldest = Math.min(...refreshedAt.map((at) => Date.parse(at)));
    const days = Math.floor((now.getTime() - oldest) / dayMs);
    const told = `The staff list of ${schoolId} was read ${days < 1 ? 'within a day' : `${days} days ago`}.`;
    const todo =
      'ICT lead: check that the bot runs and is still a member of the staff team; leavers are served until then.';
    if (days >= 7) return red('staff', told, todo);
    return days >= 2 ? amber('staff', told, todo) : green('staff', told);
  });
}
