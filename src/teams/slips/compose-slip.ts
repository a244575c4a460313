import { safetyCard, toSafetyView } from '../../cards/answering/safety.ts';
import { messageCard } from '../../cards/messages/message.ts';
import { chooseCard, toChooseView } from '../../cards/slips/choose.ts';
import { composeCard, toComposeView, type Filled } from '../../cards/slips/compose.ts';
import { namedCard, toNamedView } from '../../cards/slips/named.ts';
import { soundsUrgent } from '../../domain/answering/read-message.ts';
import type { Act } from '../../domain/delivery/act.ts';
import { findClause } from '../../domain/policies/library.ts';
import { kindOf, kindsOf } from '../../domain/slips/kinds-of.ts';
import { seeSlip, slipSchool } from '../../domain/slips/open-slip.ts';
import type { SlipKind, SlipWay } from '../../domain/slips/slip-kind.ts';
import type { Slip } from '../../domain/slips/slip.ts';
import { submitSlip, type SlipDraft } from '../../domain/slips/submit-slip.ts';
import { whoAnswers } from '../../domain/slips/who-answers.ts';
import type { Caller } from '../caller.ts';
import type { Pressed } from '../on-verb.ts';
import { nobodyLeft, notTaken, problems, say, slipSummary, unreachable } from './slip-replies.ts';
import type { SlipDeps } from './slip-deps.ts';
import { sealedSlip } from './sealed-slip.ts';
import { slipCardFor } from './show-slip.ts';

/** The kinds of one way, to choose from. */
export function chooseKind({ library: { school } }: Caller, way: SlipWay, problem?: string): Pressed {
  const kinds = kindsOf(school, way);
  if (kinds.length === 0) return notTaken();
  return { card: chooseCard.render(toChooseView({ way, kinds, problem })), replaces: true, summary: slipSummary };
}

export interface Composing {
  readonly kind: SlipKind;
  /** The clause on whose card it began; empty where it began on none. */
  readonly clause: string;
  readonly whole?: boolean;
  readonly filled?: Filled;
  readonly named?: string;
  readonly problem?: string;
  readonly submission?: string;
}

/** The form for one kind; where nobody could answer it, what to do instead. */
export async function composeSlip(deps: SlipDeps, caller: Caller, composing: Composing): Promise<Pressed> {
  const { actor, library } = caller;
  const { submission = deps.newSubmission(), clause, ...rest } = composing;
  const place = await slipSchool(deps, library.school, actor.tenantId);
  const kind = kindOf(place.school, composing.kind);
  if (!kind) return notTaken();
  const receivers = whoAnswers({ ...place, kind: kind.kind, about: [], author: actor });
  if (receivers.length === 0) return nobodyLeft(caller);
  const known = findClause(library, clause) ? clause : undefined;
  const view = toComposeView({ ...rest, library, kind, receivers, today: caller.today, submission, clause: known });
  return { card: composeCard.render(view), replaces: true, summary: slipSummary };
}

/** Sends it, or shows the form again with what was typed and why nothing was sent. */
export async function sendSlip(
  deps: SlipDeps,
  caller: Caller,
  { act, draft, submission }: { act: Act; draft: SlipDraft; submission?: string },
): Promise<Pressed> {
  const { actor, library } = caller;
  const { kind, texts, until, aboutHead, inOneGo } = draft;
  const clause = draft.clause !== undefined && findClause(library, draft.clause) ? draft.clause : undefined;
  const again = (more: Pick<Composing, 'problem' | 'named'>) =>
    composeSlip(deps, caller, {
      ...{ kind, clause: clause ?? '', whole: inOneGo, filled: { texts, until, aboutHead } },
      ...(submission !== undefined && { submission }),
      ...more,
    });
  const outcome = await submitSlip(deps, { act, actor, library, draft: { ...draft, clause } });
  switch (outcome.kind) {
    case 'sent':
      deps.onOwed();
      deps.log.info({ school: library.school.id, reference: outcome.slip.id, kind }, 'a slip was sent');
      return receipt(deps, caller, outcome.slip, texts);
    case 'asks-named':
      return askNamed(deps, caller, {
        draft: { ...draft, clause },
        names: outcome.people.map(({ name }) => name),
        submission,
        again,
      });
    case 'empty':
    case 'too-long':
    case 'until':
      return again({ problem: problems[outcome.kind] });
    case 'danger':
      return danger(caller, deps.newSubmission());
    case 'not-taken':
      return notTaken();
    case 'nobody':
      return nobodyLeft(caller);
    case 'unreachable':
      return unreachable(outcome.asked);
  }
}

/** Asks on a card of its own, which carries what was written under a seal; where that is too long, on the form. */
async function askNamed(
  deps: SlipDeps,
  caller: Caller,
  {
    draft,
    names,
    submission = deps.newSubmission(),
    again,
  }: {
    draft: SlipDraft;
    names: readonly string[];
    submission?: string | undefined;
    again: (more: Pick<Composing, 'problem' | 'named'>) => Promise<Pressed>;
  },
): Promise<Pressed> {
  const token = await sealedSlip.toToken(deps.sealer, caller, { draft, seen: '' });
  const kind = kindOf(caller.library.school, draft.kind);
  if (token === undefined || !kind)
    return again({
      named: names.join(' and '),
      problem: 'Nothing was sent yet: please answer one more question below.',
    });
  const view = toNamedView({ way: kind.way, kind: kind.kind, names, draft: token, submission });
  return { card: namedCard.render(view), replaces: true, summary: slipSummary };
}

/** Sends what the card of one more question carries. */
export async function sendNamed(
  deps: SlipDeps,
  caller: Caller,
  { token, about, submission }: { token: string; about: boolean; submission: string },
): Promise<Pressed> {
  const packed = await sealedSlip.fromToken(deps.sealer, caller, token);
  if (!packed) return say('This card cannot be used any more', 'Nothing was sent. Please write it again.');
  const draft = { ...packed.draft, aboutNamed: about };
  return sendSlip(deps, caller, { act: caller.actWith(submission), draft, submission });
}

async function receipt(deps: SlipDeps, caller: Caller, slip: Slip, texts: readonly string[]): Promise<Pressed> {
  const place = await slipSchool(deps, caller.library.school, caller.actor.tenantId);
  const sight = await seeSlip(deps.sealer, slip, { ...place, reader: caller.actor });
  if (sight.kind !== 'seen') return say('Saved', `It is saved as ${slip.id}. Write “my permissions” to see it.`);
  const more = [
    'The answer comes to this chat. Write “my permissions” to see where it stands.',
    ...(soundsUrgent(texts.join('\n'))
      ? ['This is no report. If a child may have been harmed, speak to your Designated Safeguarding Lead today.']
      : []),
  ];
  return {
    card: await slipCardFor(deps, caller, sight.seen, { occasion: 'sent', more }),
    replaces: true,
    summary: slipSummary,
  };
}

function danger({ library, today }: Caller, submission: string): Pressed {
  const words = messageCard.render({
    title: 'What you wrote was not passed on',
    paragraphs: [
      'It sounds as if somebody may be in danger now. That belongs with 999 and your Designated Safeguarding Lead, in person.',
      'Nothing of it was sent or kept.',
    ],
  });
  return {
    card: safetyCard.render(toSafetyView({ library, urgency: 'danger', today, submission })),
    replaces: true,
    summary: 'In danger now? Call 999.',
    followedBy: { card: words, summary: 'Staffroom: not passed on' },
  };
}
