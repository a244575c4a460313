import { nameOf } from '../../cards/quotation.ts';
import { entryLine } from '../../cards/questions/entry-line.ts';
import type { Attaching } from '../../domain/answering/phrasings/attach-phrasing.ts';
import type { PhrasingAdded } from '../../domain/answering/phrasings/phrasing.ts';
import { clauseOfPhrasing } from '../../domain/answering/phrasings/clause-of-phrasing.ts';
import type { Clause } from '../../domain/policies/clause.ts';
import { leadInOf } from '../../domain/policies/lead-in-of.ts';
import type { Policy } from '../../domain/policies/policy.ts';
import type { BotDeps } from '../bot-deps.ts';
import type { Caller } from '../caller.ts';
import type { Pressed } from '../on-verb.ts';
import { messageCard } from '../../cards/messages/message.ts';

type Attached = Extract<Attaching, { kind: 'attached' }>;
type Before = Extract<Attaching, { kind: 'before' }>;

/** Adds a phrasing to the school's file. */
export async function writeDown(
  deps: Pick<BotDeps, 'log' | 'addPhrasing'>,
  { library }: Pick<Caller, 'library'>,
  { phrasing }: Attached,
): Promise<PhrasingAdded> {
  const added = await deps.addPhrasing(library.school.id, phrasing);
  if (added !== 'not-written') deps.log.info({ school: library.school.id }, 'a phrasing was attached to a clause');
  return added;
}

/** Adds a phrasing to the school's file unless its words stand there, shows what became of it, and says whether they stand there now. */
export async function showAttached(
  deps: Pick<BotDeps, 'log' | 'addPhrasing'>,
  caller: Pick<Caller, 'library'>,
  outcome: Attached | Before,
): Promise<{ readonly shown: Pressed; readonly isThere: boolean }> {
  if (outcome.kind === 'before') return { shown: attachedBefore(caller, outcome), isThere: true };
  const added = await writeDown(deps, caller, outcome);
  return { shown: nowAttached(outcome, added), isThere: added !== 'not-written' };
}

function attachedBefore({ library }: Pick<Caller, 'library'>, { phrasing, isSame }: Before): Pressed {
  const found = clauseOfPhrasing(library.policies, phrasing);
  const name = found.kind === 'gone' ? 'a clause that is gone' : nameOf(found.policy, found.clause);
  if (found.kind !== 'in-use') return atRest(name);
  return say(isSame ? 'These words lead there already' : 'These words lead to another clause', [
    `They lead to ${name}. Nothing was changed.`,
    'To change it, change the entry in the file phrasings.yaml in the school’s folder.',
  ]);
}

function nowAttached({ phrasing, policy, clause }: Attached, added: PhrasingAdded): Pressed {
  const name = nameOf(policy, clause);
  if (added === 'not-written') return notWritten(entryLine(phrasing));
  const quoted = quotedIn(policy, clause);
  if (added === 'waits') return waiting(`${name}: ${quoted}`);
  return say('Attached: staff who ask like this find this clause', [
    `${name}: ${quoted}`,
    'In these very words it is quoted first. In words that are only alike it may be marked as one that may not answer.',
    'It stands in the file phrasings.yaml in the school’s folder, to be read and changed. When the clause gets new words, it rests until somebody has looked at it.',
  ]);
}

/** A clause's words in quotation marks, after what gives them their meaning. */
function quotedIn(policy: Policy, clause: Clause): string {
  return [leadInOf(policy, clause), clause.column && `${clause.column}:`, `“${clause.text}”`].filter(Boolean).join(' ');
}

/** Nothing was written into the file, and the line to put there. */
export function notWritten(line: string): Pressed {
  return say('This could not be written down', [
    'Nothing was attached. The bot may not write to the school’s folder, or the file phrasings.yaml there cannot be added to.',
    'Whoever keeps the folder can put that right and add this line at the end of phrasings.yaml in it:',
    line,
  ]);
}

function atRest(name: string): Pressed {
  return say('These words stand there already, and rest', [
    `They were attached to ${name}, which says something else by now. Nothing was changed.`,
    'Does it still answer? Then put its new words behind “says” in the file phrasings.yaml in the school’s folder.',
  ]);
}

function waiting(quote: string): Pressed {
  return say('Written down, but not in use yet', [
    quote,
    'It stands in the file phrasings.yaml in the school’s folder. But another file there has a mistake, so the bot still goes by the files of before.',
    'Whoever keeps the folder can see which file it is with “npx staffroom lint”. Once that is put right, staff who ask like this find the clause.',
  ]);
}

/** A card about how staff ask. */
export function say(title: string, paragraphs: readonly string[]): Pressed {
  const card = messageCard.render({ title, paragraphs: [...paragraphs] });
  return { card, replaces: true, summary: 'Staffroom: how staff ask' };
}
