import { z } from 'zod/v4';
import type { Receiver } from '../../domain/incidents/who-receives.ts';
import { roleTitles } from '../../domain/people/role.ts';
import type { SchoolLibrary } from '../../domain/policies/library.ts';
import { usualChaseAfter } from '../../domain/slips/kind-table.ts';
import type { TakenKind } from '../../domain/slips/kinds-of.ts';
import { cutText } from '../cut-text.ts';
import { defineCard } from '../define-card.ts';
import { LabelText } from '../label-text.ts';
import { orNames } from '../listed-names.ts';
import { AboutView, toAbout } from '../questions/about.ts';

const ComposeView = z.strictObject({
  title: z.string(),
  /** "Helen Marsh, Headteacher" */
  who: z.string(),
  /** Whether anybody else gets it. */
  others: z.string(),
  ...AboutView,
  hasProblem: z.boolean(),
  problem: z.string(),
  asks: z.array(z.strictObject({ id: z.enum(['a1', 'a2', 'a3', 'a4']), label: LabelText })).min(1),
  /** What was written before, to copy from: the form is shown again. */
  hasWritten: z.boolean(),
  written: z.array(z.strictObject({ text: z.string() })),
  isAsk: z.boolean(),
  until: z.string(),
  /** That it is about the head can be said, where the head would get it. */
  canBeAbout: z.boolean(),
  aboutTitle: LabelText,
  aboutHead: z.enum(['yes', 'no']),
  /** It names somebody who could get it, and whether it is about them is asked. */
  asksNamed: z.boolean(),
  namedLabel: LabelText,
  typed: z.string(),
  button: z.string(),
  kind: z.string(),
  clause: z.string(),
  way: z.enum(['tell', 'ask']),
  whole: z.enum(['yes', 'no']),
  submission: z.string(),
});
export type ComposeView = z.infer<typeof ComposeView>;

/** The form by which something is told or asked: who gets it, by which clause, and what it has to say. */
export const composeCard = defineCard('slips/compose', ComposeView);

const ids = ['a1', 'a2', 'a3', 'a4'] as const;

/** What was typed before, where the form is shown again. */
export interface Filled {
  readonly texts: readonly string[];
  readonly until: string;
  readonly aboutHead: boolean;
}

/**
 * `clause` is the one on whose card it began. `whole`: one text for all that is asked, as it was typed in one go. `named`:
 * whose name stands in it and who could get it. `problem` says why nothing was sent.
 */
export function toComposeView(input: {
  library: SchoolLibrary;
  kind: TakenKind;
  receivers: readonly Receiver[];
  today: string;
  submission: string;
  clause?: string | undefined;
  filled?: Filled | undefined;
  whole?: boolean;
  named?: string | undefined;
  problem?: string | undefined;
}): ComposeView {
  const { library, kind, receivers, today, submission, clause, filled, whole = false, named, problem } = input;
  const isAsk = kind.way === 'ask';
  const asks = whole ? [isAsk ? 'What do you ask for?' : 'What do you want to tell?'] : kind.asks;
  const goesOn = (kind.chaseAfter ?? usualChaseAfter) > 0;
  const head = receivers.find(({ role }) => role === 'head')?.person.name;
  const command = isAsk ? 'ask permission' : 'tell';
  return {
    title: cutText(kind.title, 240),
    who: whoText(receivers),
    others: goesOn ? 'If no answer comes, it goes on to whoever stands in or is above.' : 'Nobody else gets it.',
    ...toAbout(library, clause ?? kind.clause, today),
    hasProblem: problem !== undefined,
    problem: problem ?? '',
    asks: asks.slice(0, ids.length).map((label, at) => ({
      id: ids[at] ?? 'a1',
      label: cutText(label, 400),
    })),
    ...writtenFields(filled?.texts ?? []),
    isAsk,
    until: filled?.until ?? '',
    canBeAbout: head !== undefined,
    aboutTitle: `It is about ${cutText(head ?? '', 160)}: send it to the chair of governors instead`,
    aboutHead: filled?.aboutHead ? 'yes' : 'no',
    asksNamed: named !== undefined,
    namedLabel: `It names ${cutText(named ?? '', 340)}, who could get it. Is it about them?`,
    typed: typedText(command, kind, { isAsk, named }),
    button: isAsk ? 'Ask for it' : 'Tell it',
    ...{ kind: kind.kind, clause: clause ?? '', way: kind.way, whole: whole ? 'yes' : 'no', submission },
  };
}

/** "Callum Price (ICT lead) or Janet Alcott (School business manager)" */
export function whoText(receivers: readonly Receiver[]): string {
  return orNames(receivers.map(({ person, role }) => `${cutText(person.name, 160)} (${roleTitles[role]})`));
}

function typedText(
  command: string,
  { kind }: TakenKind,
  { isAsk, named }: { isAsk: boolean; named: string | undefined },
): string {
  if (named !== undefined)
    return `Or write it again: “${command} ${kind}, about them: …” or “${command} ${kind}, not about them: …”.`;
  return `Or write it in one go: “${command} ${kind}${isAsk ? ', until 18 December' : ''}: …”.`;
}

/** Room in bytes for all of it: 2,400 ordinary characters weigh 4,800. */
const writtenRoom = 6_400;

function writtenFields(texts: readonly string[]) {
  const given = texts.map((text) => text.trim()).filter((text) => text !== '');
  const room = Math.floor(writtenRoom / Math.max(1, given.length));
  return { hasWritten: given.length > 0, written: given.map((text) => ({ text: cutText(text, room) })) };
}
