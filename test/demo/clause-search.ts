import type { PlaygroundPage } from './playground-page.ts';

/** “Quote a clause” beside the open chat of a Playground's page. */
export interface ClauseSearch {
  /** Searches for these words and waits until the panel shows `expected`; returns all that it shows. */
  look(words: string, expected: string): Promise<string>;
  /** Puts the result with this title into the message that is being written. */
  choose(title: string): Promise<void>;
}

/**
 * Opens the search beside the chat. The Playground reads no manifest, so the command and its parameter are written in by hand.
 * It searches at each change of the words and, other than Teams, neither before there are any nor beyond the first page.
 */
export async function openSearch({ page }: PlaygroundPage): Promise<ClauseSearch> {
  await page.getByRole('button', { name: 'Trigger Message Extension App' }).first().click();
  await page.getByText('Search Command', { exact: true }).click();
  const panel = page.getByRole('group').filter({ hasText: 'Search-Based Message Extension' }).first();
  const details = panel.getByRole('button', { name: 'Specify Command ID or Parameter' });
  if ((await details.getAttribute('aria-expanded')) !== 'true') await details.click();
  await panel.getByRole('textbox', { name: 'Command ID' }).fill('quoteClause');
  await panel.getByRole('textbox', { name: 'Parameter name' }).fill('words');
  return {
    async look(words, expected) {
      await panel.getByPlaceholder('Enter a search term').fill(words);
      await panel.getByText(expected).first().waitFor({ timeout: 20_000 });
      return panel.innerText();
    },
    async choose(title) {
      await panel.getByText(title, { exact: true }).click();
      await panel.waitFor({ state: 'hidden' });
    },
  };
}
