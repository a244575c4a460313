import type { IncidentKind } from '../../src/domain/incidents/incident-kind.ts';
import { kindTable } from '../../src/domain/incidents/kind-table.ts';
import type { Random } from '../support/random.ts';
import type { Person, ReportingSchool } from '../support/reporting-schools.ts';
import type { BotProcess } from '../support/start-bot.ts';
import { createChatActivities } from './chat-activities.ts';

/** What one person dictated and the bot told them that it has: of their draft, their report and what was done with it. */
export interface Dictated {
  readonly reporter: string;
  /** What was answered, by the name of the answer. */
  readonly answers: Record<string, string>;
  draft?: string;
  /** They saw the receipt, with this reference where they have one. */
  isSent: boolean;
  reference?: string;
  /** What whoever received it did, and was told is saved. */
  readonly deeds: { kind: string; by: string; text?: string }[];
}

export type Activity = Record<string, unknown>;
/** Gives one activity after another; gets what was answered to each. */
export type Steps = Generator<Activity, void, string>;

/** Somebody at work, who goes on where they were when the bot died. */
export interface Session<Told = Dictated> {
  readonly told: Told;
  readonly steps: Steps;
  /** The activity whose answer nobody has seen yet; undefined before the first. */
  current?: Activity;
  isOver: boolean;
}

/** Makes sessions that a seed repeats: by cards or by typing, urgent or not, worked by a DSL or left. */
export function createReportTraffic(random: Random, serviceUrl: string, school: ReportingSchool) {
  let made = 0;
  const { hex, press, say } = createChatActivities(random, serviceUrl);

  function* byCards(told: Dictated, reporter: Person, kind: IncidentKind, text: (of: string) => string): Steps {
    const draft = referenceIn(yield press(reporter, 'incidents.new', { submission: hex() }), 'SD');
    told.draft = draft;
    const cards: readonly [string, Record<string, string>][] = [
      ['danger', { answer: 'no' }],
      ['image', { answer: 'no' }],
      ['about', { about: 'pupil' }],
      ['kind', { kind }],
      ['when', { place: text('place'), platform: text('platform') }],
      ['people', { people: text('people') }],
      ['seen', { seen: text('seen'), childsWords: text('words') }],
      ['more', { done: text('done'), wishes: text('wishes') }],
    ];
    for (const [turn, [step, inputs]] of cards.entries()) {
      const body = yield press(reporter, 'incidents.answer', {
        draft,
        turn: String(turn),
        step,
        to: 'next',
        ...inputs,
      });
      if (!body.includes(`step ${turn + 2} of 9`)) throw new Error(`an answer led elsewhere: ${body.slice(0, 800)}`);
      const { answer, about: _, ...written } = inputs;
      Object.assign(told.answers, answer === undefined ? written : { [step]: answer });
    }
    const receipt = yield press(reporter, 'incidents.send', { draft, turn: String(cards.length) });
    told.reference = referenceIn(receipt, 'SR');
    told.isSent = true;
  }

  function* byTyping(told: Dictated, reporter: Person, kind: IncidentKind, text: (of: string) => string): Steps {
    yield say(reporter, 'new report by typing');
    const lines: readonly [string | undefined, string][] = [
      ['danger', 'no'],
      ['image', 'no'],
      [undefined, 'pupil'],
      [undefined, kindTable[kind].title],
      ...['happenedOn', 'happenedAt', 'learnedOn'].map((): [undefined, string] => [undefined, 'skip']),
      ['place', text('place')],
      ['platform', text('platform')],
      [undefined, 'skip'],
      ['people', text('people')],
      ['onBehalfOf', text('behalf')],
      ['seen', text('seen')],
      ['childsWords', text('words')],
      ['opinion', text('opinion')],
    ];
    for (const [name, line] of lines) {
      yield say(reporter, line);
      if (name !== undefined) told.answers[name] = line;
    }
    told.answers['kind'] = kind;
    yield say(reporter, 'send');
    told.isSent = true;
  }

  function* worked(told: Dictated, dsl: Person, text: (of: string) => string): Steps {
    const report = told.reference;
    if (report === undefined) return;
    const deeds: readonly [string, string, string, Record<string, string>][] = [
      ['acknowledged', 'reports.acknowledge', 'You acknowledged it', {}],
      ['noted', 'reports.note', 'Saved', { what: 'action', text: text('note') }],
      ['asked', 'reports.write', 'on its way to the reporter', { form: 'ask', question: '', text: text('question') }],
    ];
    for (const [kind, verb, notice, data] of deeds) {
      const body = yield press(dsl, verb, { report, submission: hex(), ...data });
      if (!body.includes(notice)) throw new Error(`a deed was not done: ${body.slice(0, 800)}`);
      told.deeds.push({ kind, by: dsl.aadObjectId, ...(data['text'] !== undefined && { text: data['text'] }) });
    }
  }

  return {
    begin(): Session {
      const n = made++;
      const reporter = school.reporters[n];
      if (!reporter) throw new Error('the school has too few reporters');
      const told: Dictated = { reporter: reporter.aadObjectId, answers: {}, isSent: false, deeds: [] };
      const text = (of: string) => `What was written as ${of} by number ${n}`;
      const kind = random.pick(['disclosure', 'conduct', 'other-child'] as const);
      const dsl = school.dsls[n % school.dsls.length];
      const isTyped = n % 3 === 2;
      const isWorked = n % 2 === 0;
      function* all(): Steps {
        if (!reporter || !dsl) return;
        yield* (isTyped ? byTyping : byCards)(told, reporter, kind, text);
        if (isWorked) yield* worked(told, dsl, text);
      }
      return { told, steps: all(), isOver: false };
    },
  };
}

/** How many turns were posted to bots, and how many of them were answered or cut off. */
export interface TurnCount {
  posted: number;
  ended: number;
}

/**
 * Goes on with a session until it is over, the bot dies or `isPaused`. What was not answered comes again, from cards under
 * the same id or under a new one, as Teams does it. Some presses come twice at once; `redelivers`: half of all turns do, under
 * the same id or another, and to whichever bot. Gives how often a turn was answered by an error.
 */
export async function pump(
  session: Session<unknown>,
  {
    botOf,
    token,
    random,
    isPaused,
    turns,
    redelivers = false,
  }: {
    botOf: () => BotProcess | undefined;
    token: string;
    random: Random;
    isPaused: () => boolean;
    turns: TurnCount;
    redelivers?: boolean;
  },
): Promise<'over' | 'dead' | 'paused' | 'failed'> {
  let isAgain = session.current !== undefined;
  for (;;) {
    if (!session.current && !moveOn(session, '')) return 'over';
    if (isPaused()) return 'paused';
    const bot = botOf();
    const { current } = session;
    if (!bot || !current) return 'dead';
    const isPress = current['type'] === 'invoke';
    const id = isAgain && isPress && random.below(2) === 0 ? `again-${random.below(2 ** 31)}` : current['id'];
    const twice = isPress && random.below(redelivers ? 2 : 8) === 0;
    const other = redelivers && random.below(2) === 0 ? id : `twice-${random.below(2 ** 31)}`;
    turns.posted++;
    const [answer] = await Promise.all([
      deliver(bot, token, { ...current, id }),
      twice ? deliver((redelivers && botOf()) || bot, token, { ...current, id: other }) : undefined,
    ]);
    turns.ended++;
    if (answer === 'dead' || answer === 'failed') return answer;
    isAgain = false;
    if (!moveOn(session, answer)) return 'over';
  }
}

/** Takes the answer and makes ready what comes next. */
function moveOn(session: Session<unknown>, answer: string): boolean {
  const next = session.steps.next(answer);
  delete session.current;
  if (next.done) session.isOver = true;
  else session.current = next.value;
  return !session.isOver;
}

async function deliver(bot: BotProcess, token: string, activity: Activity): Promise<string> {
  const answer = await bot
    .post(activity, { authorization: `Bearer ${token}` })
    .then(async (response) => ({ status: response.status, body: await response.text() }))
    .catch(() => undefined);
  if (!answer) return 'dead';
  return answer.status === 200 && !answer.body.includes('your request was not completed') ? answer.body : 'failed';
}

function referenceIn(body: string, prefix: 'SR' | 'SD'): string {
  const [reference] = new RegExp(`${prefix}-[2-9A-Z]{4}-[2-9A-Z]`).exec(body) ?? [];
  if (!reference) throw new Error(`no reference, but ${body.slice(0, 800)}`);
  return reference;
}
