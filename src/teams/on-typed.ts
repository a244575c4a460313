import type { TurnContext } from 'botbuilder';
import type { Act } from '../domain/delivery/act.ts';
import type { BotApp, BotDeps } from './bot-deps.ts';
import { callerOf, type Caller } from './caller.ts';
import type { Pressed } from './on-verb.ts';
import { refuseReading } from './refuse-reading.ts';
import { sendCard } from './reply.ts';
import { said } from './said.ts';
import { isPress } from './verbs.ts';

/** What a feature does with what a member of staff types. */
export interface Typed<Command> {
  /** Whether the words are read with their lines; else on one line. */
  readonly lines?: boolean;
  /** Words that are no command of this feature are left to those that come later. */
  readonly read: (words: string, caller: Caller) => Command | undefined;
  /** Where words alone do not tell: whether this command is meant. */
  readonly isMeant?: (command: Command, caller: Caller) => Promise<boolean>;
  /** Whether it only looks at something: put off where somebody asks too much in a minute. */
  readonly isReading?: (command: Command) => boolean;
  /** `act`: there is no form, so no submission id but the message's own. */
  readonly reply: (command: Command, caller: Caller, act: Act) => Promise<Pressed>;
  /** What the notification of the answer shows where the answer does not say so itself. */
  readonly summary: string;
}

/** Registers commands that are typed: each is answered by a card below it, and by what follows that. */
export function onTyped<Command>(
  app: BotApp,
  { log, ownAppId }: Pick<BotDeps, 'log' | 'ownAppId'>,
  { lines = false, read, isMeant, isReading, reply, summary }: Typed<Command>,
): void {
  const commandIn = ({ activity }: TurnContext, caller: Caller): Command | undefined =>
    activity.type !== 'message' || isPress(activity) ? undefined : read(said(activity, ownAppId, { lines }), caller);

  app.addRoute(
    async (turn) => {
      const caller = callerOf(turn);
      const command = caller && commandIn(turn, caller);
      if (command === undefined || !caller) return false;
      return isMeant ? isMeant(command, caller) : true;
    },
    async (turn) => {
      const caller = callerOf(turn);
      const command = caller && commandIn(turn, caller);
      if (command === undefined || !caller) return;
      if (isReading?.(command) && (await refuseReading(turn, log, caller))) return;
      const act = caller.actWith(`typed|${turn.activity.id ?? ''}`);
      const { card, followedBy, summary: own = summary } = await reply(command, caller, act);
      await sendCard(turn, log, card, own);
      if (followedBy) await sendCard(turn, log, followedBy.card, followedBy.summary);
    },
  );
}
