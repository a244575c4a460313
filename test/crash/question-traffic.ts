import { setTimeout as wait } from 'node:timers/promises';
import { actionActivity, ids } from '../support/activities.ts';
import type { Random } from '../support/random.ts';
import type { BotProcess } from '../support/start-bot.ts';
import { owned } from './owners-school.ts';

/** What the person saw: the card's first line and the reference on it. */
export interface Receipt {
  readonly title: string;
  readonly reference: string;
}

/** One person's act, pressed once and delivered any number of times. `receipt`: once the person saw one. */
export interface Pressing {
  readonly kind: 'ask' | 'answer';
  readonly text: string;
  readonly by: string;
  readonly activity: Record<string, unknown>;
  /** Of an ask: who is asked. Of an answer: the reference that it answers. */
  readonly about: string;
  receipt?: Receipt;
}

export const askers = Array.from({ length: 240 }, (_, n) => `a0000000-0000-4000-8000-${String(n).padStart(12, '0')}`);
export const chatOf = (objectId: string): string => `a:${objectId}`;

/** Makes presses that a seed repeats; each has a submission id and words of its own. */
export function createTraffic(random: Random, serviceUrl: string) {
  let made = 0;
  const hex = () => Array.from({ length: 32 }, () => random.below(16).toString(16)).join('');
  const press = (by: string, verb: string, data: object) =>
    actionActivity(serviceUrl, verb, data, {
      id: `act-${hex()}`,
      from: { id: `29:${by}`, name: 'A Person', aadObjectId: by },
      conversation: { id: chatOf(by), conversationType: 'personal', tenantId: ids.tenant },
      replyToId: 'm1',
    });

  return {
    ask(): Pressing {
      const n = made++;
      const { clause, owner } = random.pick(owned);
      const by = askers[n % askers.length] ?? '';
      const text = `May I keep my phone in my bag on the library visit, number ${n}?`;
      const data = { clause, others: [], from: 'answer', submission: hex(), text };
      return { kind: 'ask', text, by, about: owner, activity: press(by, 'questions.ask', data) };
    },
    answer(to: Pressing & { receipt: Receipt }): Pressing {
      const text = `Yes, as long as it is switched off, number ${made++}.`;
      const { reference } = to.receipt;
      const data = { question: reference, submission: hex(), text };
      return {
        kind: 'answer',
        text,
        by: to.about,
        about: reference,
        activity: press(to.about, 'questions.answer', data),
      };
    },
  };
}

/**
 * Delivers a press, under a new activity id if told so, and gives the receipt. `dead`: the bot died before it answered.
 * `failed`: it answered with an error, and Teams would come again, or with words that nothing was done, whose line in the
 * log is printed. Throws on any other answer.
 */
export async function deliver(
  bot: BotProcess,
  token: string,
  { activity }: Pressing,
  newId?: string,
): Promise<Receipt | 'dead' | 'failed'> {
  const headers = { authorization: `Bearer ${token}` };
  const answer = await bot
    .post(newId === undefined ? activity : { ...activity, id: newId }, headers)
    .then(async (response) => ({ status: response.status, body: await response.text() }))
    .catch(() => undefined);
  if (!answer) return 'dead';
  if (answer.status !== 200) return 'failed';
  const [, errorId] = /your request was not completed.*: error (E-\w+)\./.exec(answer.body) ?? [];
  if (errorId !== undefined) {
    console.log(`a turn failed: ${await lineOf(bot, errorId)}`);
    return 'failed';
  }
  const [, title] = /"(Saved, and on its way to [^"]*)"/.exec(answer.body) ?? [];
  const [reference] = /SQ-[2-9A-Z]{4}-[2-9A-Z]/.exec(answer.body) ?? [];
  if (title === undefined || reference === undefined) {
    const { stderr } = bot.output();
    throw new Error(`no receipt, but ${answer.status}: ${answer.body.slice(0, 600)}\n${stderr.slice(-2000)}`);
  }
  return { title, reference };
}

/** What the bot's log says of an error; its lines come a moment later. */
async function lineOf(bot: BotProcess, errorId: string): Promise<string> {
  await wait(500);
  const { stdout, stderr } = bot.output();
  return `${stdout}\n${stderr}`.split('\n').find((line) => line.includes(errorId)) ?? `${errorId} is not in the log`;
}
