import { CardFactory, type TurnContext } from 'botbuilder';
import type { AdaptiveCardJson } from '../../cards/define-card.ts';
import type { Preview } from '../../cards/quoting/preview.ts';

/** One result: how the list shows it, and the card that goes into the message when it is chosen. */
export interface SearchResult {
  readonly card: AdaptiveCardJson;
  readonly preview: Preview;
}

/** Answers a search with a list. An empty one ends a list that is scrolled. */
export async function answerSearchWith(turn: TurnContext, results: readonly SearchResult[]): Promise<void> {
  const attachments = results.map(({ card, preview }) => ({
    ...CardFactory.adaptiveCard(card),
    preview: { contentType: 'application/vnd.microsoft.card.thumbnail', content: preview },
  }));
  await answer(turn, { type: 'result', attachmentLayout: 'list', attachments });
}

/** Answers a search with a sentence in the place of the list. It is seen by whoever searches and by nobody else. */
export async function answerSearchWithWords(turn: TurnContext, text: string): Promise<void> {
  await answer(turn, { type: 'message', text });
}

async function answer(turn: TurnContext, composeExtension: object): Promise<void> {
  await turn.sendActivity({ type: 'invokeResponse', value: { status: 200, body: { composeExtension } } });
}
