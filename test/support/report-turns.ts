import { expect, vi } from 'vitest';
import { z } from 'zod/v4';
import { actionActivity, ids, messageActivity } from './activities.ts';
import type { FakeConnector } from './fake-connector.ts';
import { chatOf, type Person } from './reporting-schools.ts';
import { buttonsOf } from './buttons-of.ts';

/** A card as it stands in a conversation. */
export interface Standing {
  readonly conversation: string;
  readonly activityId: string;
  readonly card: string;
}

/** A card that answered a press, which its presser alone saw. `after`: how many messages had been seen before it came. */
export interface Answer extends Standing {
  readonly presser: string;
  readonly after: number;
}

interface Bot {
  readonly connector: FakeConnector;
  post(activity: unknown): Promise<Response>;
}

type Way = 'press' | 'fetch' | 'submit-dialog';

/** What people do in Teams with the cards of reports, over the wire. `bot` gives the one that serves at that moment. */
export function createReportTurns(bot: () => Bot) {
  const answers: Answer[] = [];
  const cardsIn = (conversation: string, from = 0): Standing[] =>
    bot()
      .connector.seen.slice(from)
      .filter(({ kind, conversationId }) => kind !== 'opened' && conversationId.split(';')[0] === conversation)
      .filter(({ activity }) => activity.type !== 'typing') // a slow machine shows that the bot is at work
      .map(({ conversationId, activityId, activity }) => ({
        conversation: conversationId,
        activityId,
        card: JSON.stringify((activity.attachments as { content: unknown }[] | undefined)?.[0]?.content ?? activity),
      }));

  const fromOf = (person: Person, conversation: string) => ({
    from: person,
    conversation:
      conversation === chatOf(person)
        ? { id: conversation, conversationType: 'personal', tenantId: ids.tenant }
        : { id: conversation, conversationType: 'channel', isGroup: true, tenantId: ids.tenant },
    ...(conversation !== chatOf(person) && {
      channelData: {
        tenant: { id: ids.tenant },
        team: { id: conversation.split(';')[0] },
        channel: { id: conversation.split(';')[0] },
      },
    }),
  });

  async function post(activity: object): Promise<Response> {
    const response = await bot().post(activity);
    expect(response.status).toBe(200);
    return response;
  }

  return {
    answers,
    cardsIn,
    /** Writes into the person's own chat, or to the bot in a channel; the last card that came of it. */
    async say(
      person: Person,
      text: string,
      more: Record<string, unknown> = {},
      chat: string = chatOf(person),
    ): Promise<Standing> {
      const before = bot().connector.seen.length;
      const words = chat === chatOf(person) ? text : `<at>Staffroom</at> ${text}`;
      const mentioned = { id: `28:${ids.bot}`, name: 'Staffroom' };
      const mention = { entities: [{ type: 'mention', text: '<at>Staffroom</at>', mentioned }] };
      const there = words === text ? {} : mention;
      await post(messageActivity(bot().connector.url, words, { ...fromOf(person, chat), ...there, ...more }));
      const card = cardsIn(chat, before).at(-1);
      if (!card) throw new Error('a message was not answered');
      return card;
    },
    /** Presses a button of a card that stands somewhere; the card that takes its place, or opens in a dialog. */
    async press(
      person: Person,
      on: Standing,
      verb: string,
      data: Record<string, unknown>,
      way: Way = 'press',
    ): Promise<Standing> {
      const { url } = bot().connector;
      const more = { ...fromOf(person, on.conversation), replyToId: on.activityId };
      const name = way === 'fetch' ? 'task/fetch' : 'task/submit';
      const dialog = { type: 'invoke', name, text: undefined, value: { data: { verb, ...data } } };
      const activity =
        way === 'press' ? actionActivity(url, verb, data, more) : messageActivity(url, '', { ...more, ...dialog });
      const after = bot().connector.seen.length;
      const { value, task } = z
        .looseObject({ value: z.unknown(), task: z.unknown() })
        .partial()
        .parse(await (await post(activity)).json());
      const answer = { ...on, card: JSON.stringify(value ?? task) };
      answers.push({ ...answer, presser: person.aadObjectId, after, ...(way !== 'press' && { activityId: 'dialog' }) });
      return answer;
    },
    /** The same from a client that knows only Action.Submit: a message, after which the card is replaced. */
    async submit(person: Person, on: Standing, verb: string, data: Record<string, unknown>): Promise<Standing> {
      const before = bot().connector.seen.length;
      const value = { verb, ...data };
      const more = { ...fromOf(person, on.conversation), replyToId: on.activityId, value, text: undefined };
      await post(messageActivity(bot().connector.url, '', more));
      const card = cardsIn(chatOf(person), before).at(-1);
      if (!card) throw new Error('a press was not answered');
      return card;
    },
    /** Waits for a card in a conversation that holds all these texts. */
    arrived(conversation: string, ...texts: string[]): Promise<Standing> {
      return vi.waitFor(
        () => {
          const found = cardsIn(conversation).findLast(({ card }) => texts.every((text) => card.includes(text)));
          if (!found) throw new Error(`nothing with ${texts.join(', ')} came to ${conversation}`);
          return found;
        },
        { timeout: 600_000, interval: 100 },
      );
    },
  };
}
export type ReportTurns = ReturnType<typeof createReportTurns>;

/** The data of the first button with this verb, whichever kind of button it is, of those that `which` picks. */
export function dataOf(card: string, verb: string, which: Record<string, unknown> = {}): Record<string, unknown> {
  const data = buttonsOf(card, verb).find((one) => Object.entries(which).every(([name, value]) => one[name] === value));
  if (!data) throw new Error(`the card has no such button ${verb}: ${card}`);
  return data;
}

export function referenceOn(card: string, prefix: 'SR' | 'SD' | 'SP'): string {
  const [reference] = new RegExp(`${prefix}-[2-9A-Z]{4}-[2-9A-Z]`).exec(card) ?? [];
  if (!reference) throw new Error(`the card has no reference: ${card}`);
  return reference;
}
