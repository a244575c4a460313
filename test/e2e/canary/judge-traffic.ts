import { z } from 'zod/v4';
import type { Seen } from '../../support/fake-connector.ts';
import type { Answer } from '../../support/report-turns.ts';
import { marksIn, type Mark } from './marks.ts';

/** Who may see what of the reports. */
export interface Permission {
  /** Whether somebody may see what was written into a field: the person whose chat it is, or who pressed. */
  mayRead(mark: Mark, objectId: string): boolean;
  /** Whether what was written into a field may stand in that chat when all is over. */
  mayStand(mark: Mark, objectId: string): boolean;
}

export interface Traffic {
  readonly seen: readonly Seen[];
  readonly answers: readonly Answer[];
}

/** Everything that somebody could see and should not, one line each. */
export function judgeTraffic({ seen, answers }: Traffic, permission: Permission): string[] {
  const faults: string[] = [];
  const accuse = (where: string, marks: readonly Mark[]) =>
    marks.forEach(({ report, field }) => faults.push(`${where}: ${field} of report ${report}`));

  for (const { kind, conversationId, activity } of seen) {
    const { attachments, recipient, ...around } = activity;
    const reader = readerOf(conversationId);
    accuse(`${kind} message, around the card`, marksIn(JSON.stringify(around)));
    // An answer names, as the SDK has it, the one whom it answers, by the name that they came with.
    if (!isPerson(recipient, reader)) accuse('the recipient', marksIn(JSON.stringify(recipient ?? null)));
    accuse('data of a button', marksInActions(attachments));
    const marks = marksIn(JSON.stringify(attachments ?? null));
    accuse(
      `${kind} in ${conversationId}`,
      marks.filter((mark) => reader === undefined || !permission.mayRead(mark, reader)),
    );
  }
  for (const { card, presser } of answers) {
    accuse('data of a button', marksInActions(JSON.parse(card)));
    accuse(
      `answer to ${presser}`,
      marksIn(card).filter((mark) => !permission.mayRead(mark, presser)),
    );
  }
  for (const { conversation, card } of standingIn({ seen, answers })) {
    const reader = readerOf(conversation);
    accuse(
      `still stands in ${conversation}`,
      marksIn(card).filter((mark) => reader === undefined || !permission.mayStand(mark, reader)),
    );
  }
  return faults;
}

function isPerson(recipient: unknown, objectId: string | undefined): boolean {
  return z.looseObject({ aadObjectId: z.literal(objectId ?? 'nobody') }).safeParse(recipient).success;
}

/** Whose own chat it is; undefined for a channel. */
function readerOf(conversationId: string): string | undefined {
  return conversationId.startsWith('a:') ? conversationId.slice('a:'.length) : undefined;
}

/** Each message as it is when all is over: what replaced it last, as an answer to a press or as an edit. */
function standingIn({ seen, answers }: Traffic): { conversation: string; card: string }[] {
  const standing = new Map<string, { conversation: string; card: string }>();
  const pressed = [...answers];
  const put = (conversation: string, activityId: string, card: string) =>
    standing.set(`${conversation}|${activityId}`, { conversation, card });
  seen.forEach(({ kind, conversationId, activityId, activity }, at) => {
    for (let next = pressed[0]; next && next.after <= at; next = pressed[0]) {
      pressed.shift();
      put(next.conversation, next.activityId, next.card);
    }
    if (kind === 'deleted') standing.delete(`${conversationId}|${activityId}`);
    else put(conversationId, activityId, JSON.stringify(activity.attachments ?? null));
  });
  for (const { conversation, activityId, card } of pressed) put(conversation, activityId, card);
  // A dialog is gone when it is closed.
  return [...standing].filter(([key]) => !key.endsWith('|dialog')).map(([, one]) => one);
}

/** What stands in the data of any button, or in what a card asks for by itself. */
function marksInActions(content: unknown): Mark[] {
  const found: Mark[] = [];
  JSON.parse(JSON.stringify(content ?? null), (name, value: unknown) => {
    const isAction =
      typeof value === 'object' &&
      value !== null &&
      'type' in value &&
      typeof value.type === 'string' &&
      value.type.startsWith('Action.');
    if (isAction || name === 'refresh') found.push(...marksIn(JSON.stringify(value)));
    return value;
  });
  return found;
}
