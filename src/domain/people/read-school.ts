import type { School } from './school.ts';

/** What somebody of several schools says about which of them they mean; without a `schoolId` they ask which there are. */
export interface SchoolSaid {
  readonly schoolId?: string;
}

const Command = /^(?:(?:my|which|other) )?schools?(?:[ :]+(.+?))?[\s.!?]*$/i;

/**
 * Reads "school", "my schools" or "school Otter Lane" as somebody types it who works in `schools`. A school goes by its id or
 * its name, with or without "school" at the end; other words are no command: "school trips" is a question.
 */
export function readSchool(said: string, schools: readonly Pick<School, 'id' | 'name'>[]): SchoolSaid | undefined {
  const read = Command.exec(said.trim());
  if (!read) return undefined;
  const wanted = plain(read[1] ?? '');
  if (wanted === '') return {};
  const [found, ...more] = schools.filter(
    ({ id, name }) => plain(id) === wanted || plain(name) === wanted || withoutKind(name) === withoutKind(wanted),
  );
  return found && more.length === 0 ? { schoolId: found.id } : undefined;
}

function plain(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}'’“”"]/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** "Larch Road" for "Larch Road Primary School". */
function withoutKind(name: string): string {
  return plain(name).replace(/(?: (?:primary|infant|junior|secondary|nursery|high|academy|school|college))+$/, '');
}
