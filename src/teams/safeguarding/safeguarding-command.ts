import type { School } from '../../domain/people/school.ts';

/** "connect safeguarding", "accept safeguarding" or "disconnect safeguarding"; `schoolId` where a school was named. */
export interface SafeguardingCommand {
  readonly kind: 'connect' | 'accept' | 'disconnect';
  readonly schoolId?: string;
}

const Command =
  /^(?:please )?(connect|accept|disconnect) (?:the )?safeguarding(?: channel)?(?: (?:to|for|of|from))?(?: (.+?))?(?: please)?[\s.!]*$/i;

/**
 * Reads a command about the safeguarding channel from what a person wrote, without the mention of the bot. Words that go
 * on otherwise than with the id or the name of one of `schools` are no command.
 */
export function readSafeguardingCommand(said: string, schools: readonly School[]): SafeguardingCommand | undefined {
  const [, verb = '', rest] = Command.exec(said.trim()) ?? [];
  const kind = (['connect', 'accept', 'disconnect'] as const).find((one) => one === verb.toLowerCase());
  if (!kind) return undefined;
  const words = rest?.toLowerCase();
  if (words === undefined || words === 'please') return { kind };
  const school = schools.find(({ id, name }) => id === words || name.toLowerCase() === words);
  return school && { kind, schoolId: school.id };
}
