import type { TurnContext } from 'botbuilder';
import { safetyCard, toSafetyView } from '../../cards/answering/safety.ts';
import { openDraft, type OpenDraft } from '../../domain/incidents/open-draft.ts';
import { readMessage } from '../../domain/answering/read-message.ts';
import { typedWord } from '../../domain/incidents/typed-word.ts';
import type { AnsweringDeps } from '../answering/answering-deps.ts';
import { answerMessage } from '../answering/answer-message.ts';
import { hasFiles } from '../answering/no-files.ts';
import type { BotApp, BotDeps } from '../bot-deps.ts';
import { callerOf, type Caller } from '../caller.ts';
import type { Pressed } from '../on-verb.ts';
import { postCard, sendCard } from '../reply.ts';
import { said } from '../said.ts';
import { isPress } from '../verbs.ts';
import { goOnTyping, typingNotice } from './go-on-typing.ts';
import { readCommand, type Command } from './report-commands.ts';
import { sendDraft } from './send-draft.ts';
import { askToDelete, deleteDraft } from './delete-draft.ts';
import { reportInPrivate } from './small-cards.ts';
import { listMine, reportOrList, startReport } from './start-report.ts';
import { turnAwayFile } from './turn-away-file.ts';
import { answerTyped } from './typed-answers.ts';

/**
 * What can be typed about one's own reports: `report`, `my reports`, and, for somebody who answers by writing, the answers.
 * The words of a message that begins a report are not put into it. "ask: …" is a question to the policies all the same.
 */
export function registerDialogMessages(app: BotApp, deps: AnsweringDeps): void {
  const isMessage = ({ activity }: TurnContext) => activity.type === 'message' && !isPress(activity);
  const commandOf = (turn: TurnContext) =>
    isMessage(turn) && callerOf(turn) ? readCommand(said(turn.activity, deps.ownAppId)) : undefined;

  app.addRoute(
    async (turn) => {
      const command = commandOf(turn);
      const caller = callerOf(turn);
      if (command?.kind !== 'report' || !caller || caller.place.kind !== 'personal') return command !== undefined;
      // In the middle of an answer "report" is a word like any other.
      return (await typedDraft(deps, caller)) === undefined;
    },
    async (turn) => {
      const caller = callerOf(turn);
      const command = commandOf(turn);
      if (!caller || !command) return;
      await reply(turn, deps, await follow(deps, caller, command, turn.activity.id ?? ''));
    },
  );

  app.addRoute(
    async (turn) => {
      const caller = callerOf(turn);
      if (!isMessage(turn) || caller?.place.kind !== 'personal') return false;
      if (said(turn.activity, deps.ownAppId) === '') return false;
      return (await typedDraft(deps, caller)) !== undefined;
    },
    async (turn) => {
      const caller = callerOf(turn);
      const open = caller && (await typedDraft(deps, caller));
      if (!open) return;
      if (hasFiles(turn.activity))
        await reply(turn, deps, { ...(await turnAwayFile(deps, turn, caller)), replaces: false });
      const text = said(turn.activity, deps.ownAppId, { lines: true });
      const word = typedWord(text);
      if (word?.kind === 'ask') return answerMessage(turn, deps, caller, word.question);
      await warnOfDanger(turn, deps, caller, text);
      await reply(turn, deps, await answerTyped(deps, caller, open, { word, text, message: turn.activity.id }));
    },
  );
}

/** Danger goes first, whatever was asked; what was written still counts as the answer. */
async function warnOfDanger(turn: TurnContext, deps: BotDeps, { library, today }: Caller, text: string): Promise<void> {
  const intent = readMessage(text);
  if (!('incident' in intent) || intent.incident !== 'danger') return;
  const view = toSafetyView({ library, urgency: 'danger', today, submission: deps.newSubmission() });
  await sendCard(turn, deps.log, safetyCard.render(view), 'In danger now? Call 999.');
}

/** The newest report that the caller answers by writing. */
async function typedDraft(deps: BotDeps, { library, actor }: Caller): Promise<OpenDraft | undefined> {
  const drafts = await deps.incidents.draftsOf(library.school.id, actor);
  const [draft] = drafts.filter(({ typing }) => typing).sort((a, b) => (a.touchedAt < b.touchedAt ? 1 : -1));
  const found = draft && (await openDraft(deps, draft));
  return found?.kind === 'open' ? found : undefined;
}

async function follow(deps: BotDeps, caller: Caller, command: Command, activityId: string): Promise<Pressed> {
  const elsewhere = reportInPrivate(caller, deps.ownAppId);
  if (elsewhere) return elsewhere;
  // No form, so no submission id but the activity's own.
  const submission = `typed|${activityId}`;
  const said = { notice: typingNotice };
  switch (command.kind) {
    case 'report':
      return reportOrList(deps, caller, { submission, typing: false });
    case 'new':
      return startReport(deps, caller, { submission, typing: command.typing, ...(command.typing && { said }) });
    case 'mine':
      return listMine(deps, caller);
    case 'typing':
    case 'go-on': {
      const id = command.id ?? (await newest(deps, caller));
      if (id === undefined) return startReport(deps, caller, { submission, typing: true, said });
      return goOnTyping(deps, caller, id);
    }
    case 'send':
      return sendDraft(deps, caller, { id: command.id, turn: undefined });
    case 'cancel':
      return askToDelete(deps, caller, { id: command.id, turn: undefined });
    case 'delete':
      return deleteDraft(deps, caller, { id: command.id, turn: undefined });
  }
}

async function newest(deps: BotDeps, { library, actor }: Caller): Promise<string | undefined> {
  const [draft] = await deps.incidents.draftsOf(library.school.id, actor);
  return draft?.id;
}

async function reply(
  turn: TurnContext,
  deps: BotDeps,
  pressed: Omit<Pressed, 'summary'> & { summary?: string },
): Promise<void> {
  const { card, onPlaced, summary = 'Staffroom: your report' } = pressed;
  const place = await postCard(turn, deps.log, card, summary);
  if (place) await onPlaced?.(place);
}
