import { isReference } from '../../domain/delivery/reference.ts';
import type { SchoolLibrary } from '../../domain/policies/library.ts';
import { readTold, type Told } from './read-told.ts';

/** `broadcast` is a reference, in capitals. */
export type SenderCommand =
  | { readonly kind: 'list' | 'compose' }
  | { readonly kind: 'plan' | 'preview' | 'open'; readonly told: Told }
  | { readonly kind: 'show' | 'cancel' | 'recall' | 'again'; readonly broadcast: string }
  | { readonly kind: 'people'; readonly broadcast: string; readonly state: 'missed' | 'all' }
  | { readonly kind: 'confirm'; readonly broadcast: string; readonly yes: boolean }
  | { readonly kind: 'correct'; readonly broadcast: string; readonly message: string }
  | { readonly kind: 'file'; readonly broadcast: string; readonly what: 'csv' | 'pdf' };

const list = /^(?:(?:show|list|see) (?:me )?)?(?:the |all |our |my )?broadcasts$/i;
const compose = /^(?:(?:new |a )?broadcast|new message to (?:everybody|many)|write to many)$/i;
const doing = /^(send|preview)(?: it)? ?[:,] ?/i;
const ref = '(?<broadcast>BC-[0-9A-Z]{4}-[0-9A-Z])';

type Groups = Readonly<Record<string, string | undefined>>;

const patterns: readonly (readonly [RegExp, (groups: Groups, broadcast: string) => SenderCommand])[] = [
  [new RegExp(`^(?:(?:progress|status|state) of|show|open) ${ref}$`, 'i'), simple('show')],
  [new RegExp(`^(?:cancel|stop) ${ref}$`, 'i'), simple('cancel')],
  [new RegExp(`^(?:recall|take back|withdraw) ${ref}$`, 'i'), simple('recall')],
  [new RegExp(`^(?:send|try) ${ref} again$`, 'i'), simple('again')],
  [new RegExp(`^(?:who did not get|who was not reached by|not reached by) ${ref}$`, 'i'), people('missed')],
  [new RegExp(`^(?:people|names|everybody) in ${ref}$`, 'i'), people('all')],
  [new RegExp(`^(?:yes,? send:? |confirm )${ref}$`, 'i'), confirm(true)],
  [new RegExp(`^(?:no,? send nothing:? |do not confirm )${ref}$`, 'i'), confirm(false)],
  [new RegExp(`^(?:correct|change) ${ref}(?:[ :]+(?<message>.*))?$`, 'is'), toCorrect],
  [new RegExp(`^export ${ref} (?:as|to) (?:a |an )?(?<what>csv|pdf)$`, 'i'), toFile],
];

/** Reads what a sender types. `said` may have several lines. Other words, and what is no reference, are no command. */
export function readSenderCommand(
  said: string,
  { today, library }: { readonly today: string; readonly library: SchoolLibrary },
): SenderCommand | undefined {
  const words = said.trim().replace(/^please /i, '');
  const line = words.replace(/[ .?!]*$/, '');
  if (list.test(line)) return { kind: 'list' };
  if (compose.test(line)) return { kind: 'compose' };
  const { groups } = library.school;
  const isGroup = (name: string) => groups.some((one) => [one.id, one.name.toLowerCase()].includes(name.toLowerCase()));
  const told = readTold(words.replace(doing, ''), today, isGroup);
  if (told) {
    const doingIt = doing.exec(words)?.[1]?.toLowerCase();
    return { kind: doingIt === 'send' ? 'open' : doingIt === 'preview' ? 'preview' : 'plan', told };
  }
  for (const [pattern, toCommand] of patterns) {
    // The words of a message keep the mark at their end.
    const found = pattern.exec(toCommand === toCorrect ? words : line)?.groups;
    const broadcast = found?.broadcast?.toUpperCase() ?? '';
    if (found && isReference(broadcast)) return toCommand(found, broadcast);
  }
  return undefined;
}

function simple(kind: 'show' | 'cancel' | 'recall' | 'again') {
  return (_: Groups, broadcast: string): SenderCommand => ({ kind, broadcast });
}

function people(state: 'missed' | 'all') {
  return (_: Groups, broadcast: string): SenderCommand => ({ kind: 'people', broadcast, state });
}

function confirm(yes: boolean) {
  return (_: Groups, broadcast: string): SenderCommand => ({ kind: 'confirm', broadcast, yes });
}

function toCorrect({ message = '' }: Groups, broadcast: string): SenderCommand {
  return { kind: 'correct', broadcast, message: message.trim() };
}

function toFile({ what = '' }: Groups, broadcast: string): SenderCommand {
  return { kind: 'file', broadcast, what: what.toLowerCase() === 'csv' ? 'csv' : 'pdf' };
}
