import type { Activity, TurnContext } from 'botbuilder';
import type { AdaptiveCardJson } from '../cards/define-card.ts';
import type { MessagePlace } from '../domain/incidents/incident-draft.ts';
import { messageCard } from '../cards/messages/message.ts';
import type { BotApp, BotDeps } from './bot-deps.ts';
import { callerOf, type Caller } from './caller.ts';
import { answerDialogWith, answerInvokeWith, postCard, replaceWithCard, sendCard } from './reply.ts';
import { refuseReading } from './refuse-reading.ts';
import {
  isDialogPress,
  isPress,
  readData,
  readingVerbs,
  readPress,
  toVerb,
  type Verb,
  type VerbData,
} from './verbs.ts';
import { pointToPrivateChat, servedHere } from './where-to-answer.ts';

/** What a press leads to. `replaces`: the card may take the pressed one's place; else the old card stays as it is. */
export interface Pressed {
  readonly card: AdaptiveCardJson;
  readonly replaces: boolean;
  /** The pressed message is everybody's in a channel, and so is this card, which takes its place there too. */
  readonly shared?: boolean;
  /** What the notification of the card says where it is sent as a message: a fixed text. */
  readonly summary?: string;
  /** Is told where the card stands when it had to be sent as a message of its own. */
  readonly onPlaced?: (place: MessagePlace) => Promise<void>;
  /** What follows as a message of its own. */
  readonly followedBy?: { readonly card: AdaptiveCardJson; readonly summary: string };
}

/** `dialog`: whoever pressed sees the answer alone, wherever the card stands. */
export type PressedIn = 'dialog' | 'conversation';

/** Registers what a verb does for a member of staff. The data has been checked; what it names may still not exist. */
export type OnVerb = <V extends Verb>(
  verb: V,
  handler: (data: VerbData<V>, caller: Caller, pressedIn: PressedIn) => Pressed | Promise<Pressed>,
) => void;

/**
 * Routes the buttons of cards. teams-ai's own card actions are not used: once one answer of theirs is for everybody, all
 * later ones are. Whatever comes in a press, the person gets a card; only a failing handler rejects.
 */
export function createOnVerb(app: BotApp, deps: Pick<BotDeps, 'log' | 'persons'>): OnVerb {
  const handlers = new Map<Verb, (data: unknown, caller: Caller, pressedIn: PressedIn) => Promise<Pressed>>();

  const press = async (turn: TurnContext, caller: Caller): Promise<Pressed> => {
    const { verb: name, data } = readPress(turn.activity);
    const verb = toVerb(name);
    const handler = verb && handlers.get(verb);
    if (!handler) {
      deps.log.info({ code: 'unknown-verb' }, 'a button was not understood');
      return outOfUse();
    }
    return handler(data, caller, isDialogPress(turn.activity) ? 'dialog' : 'conversation');
  };

  const pressed = (type: string) => (turn: TurnContext) =>
    Promise.resolve(turn.activity.type === type && isPress(turn.activity) && callerOf(turn) !== undefined);

  app.addRoute(
    pressed('invoke'),
    async (turn) => {
      const caller = callerOf(turn);
      if (!caller) return;
      if (isReading(turn.activity) && (await refuseReading(turn, deps.log, caller))) return;
      const { card, followedBy } = await press(turn, caller);
      if (isDialogPress(turn.activity)) return answerDialogWith(turn, card);
      await answerInvokeWith(turn, card);
      if (followedBy) await sendCard(turn, deps.log, followedBy.card, followedBy.summary);
    },
    true,
  );

  // Clients without Action.Execute send the same as a message.
  app.addRoute(pressed('message'), async (turn) => {
    const caller = callerOf(turn);
    if (!caller) return;
    if (!findsPlaceItself(turn) && (await servedHere(turn, deps.persons, caller)) === 'elsewhere')
      return pointToPrivateChat(turn, deps.log);
    if (isReading(turn.activity) && (await refuseReading(turn, deps.log, caller))) return;
    const pressed = await press(turn, caller);
    const {
      card,
      replaces,
      shared,
      followedBy,
      onPlaced,
      summary = 'Staffroom: from your school’s policies',
    } = pressed;
    // In a channel the message is everybody's: it stays, and the answer goes below it, unless that is everybody's too.
    const inPlace = replaces && (shared || caller.place.kind === 'personal');
    const place = await (inPlace ? replaceWithCard : postCard)(turn, deps.log, card, summary);
    if (place) await onPlaced?.(place);
    if (followedBy) await sendCard(turn, deps.log, followedBy.card, followedBy.summary);
  });

  return (verb, handler) => {
    handlers.set(verb, async (data, caller, pressedIn) => {
      const read = readData(verb, data);
      if (read) return handler(read, caller, pressedIn);
      deps.log.info({ verb, code: 'malformed-data' }, 'a button was not understood');
      return outOfUse();
    });
  };
}

/** Whether the press only looks at something, or is of no button that there is. */
function isReading(activity: Partial<Activity>): boolean {
  const verb = toVerb(readPress(activity).verb);
  return verb === undefined || readingVerbs.has(verb);
}

/** Channels for reports belong to no staff team; the handlers of what stands in them look where they are pressed. */
function findsPlaceItself({ activity }: TurnContext): boolean {
  const { verb } = readPress(activity);
  return typeof verb === 'string' && /^(reports|safeguarding)\./.test(verb);
}

const outOfUse = (): Pressed => ({
  card: messageCard.render({
    title: 'This button is no longer in use',
    paragraphs: ['Nothing was changed and nothing was sent.', 'Please ask your question again to get a new card.'],
  }),
  replaces: false,
});
