import { roleWords } from '../../people/role-words.ts';
import type { Person } from '../../people/school.ts';
import type { NameParts } from './parts-of-name.ts';
import type { TextWord } from './text-words.ts';

const between = new Set(['the', 'our', 'my', 'is', 'as', 'who']);

/** "Helen, the head", "our DSL Daniel": the first name beside a word for a role that the person holds. */
export function isRoleOf({ roles }: Person, { first }: NameParts, words: readonly TextWord[], at: number): boolean {
  if (words[at]?.plain !== first) return false;
  const called = new Set(roles.flatMap((role) => roleWords[role] ?? []).filter((each) => !each.includes(' ')));
  const after = words.slice(at + 1, at + 4).find(({ plain }) => !between.has(plain));
  const before = words[at - 1];
  return [before, after].some((word) => word !== undefined && called.has(word.plain));
}
