import type { School } from '../../domain/people/school.ts';

/** "connect staff" or "disconnect staff"; `schoolId` where the person named a school. */
export interface StaffCommand {
  readonly kind: 'connect' | 'disconnect';
  readonly schoolId?: string;
}

const Command =
  /^(?:please )?(connect|disconnect) (?:the )?staff(?: team)?(?: (?:to|for|of|from))?(?: (.+?))?(?: please)?[\s.!]*$/i;

/**
 * Reads a command about the staff team from what a person wrote, without the mention of the bot. Words that go on
 * otherwise than with the id or the name of one of `schools` are no command: "connect staff laptops to the printer?".
 */
export function readStaffCommand(said: string, schools: readonly School[]): StaffCommand | undefined {
  const [, verb, rest] = Command.exec(said.trim()) ?? [];
  if (!verb) return undefined;
  const kind = verb.toLowerCase() === 'connect' ? 'connect' : 'disconnect';
  const words = rest?.toLowerCase();
  if (words === undefined || words === 'please') return { kind };
  const school = schools.find(({ id, name }) => id === words || name.toLowerCase() === words);
  return school && { kind, schoolId: school.id };
}
