import type { PlaygroundPage } from './playground-page.ts';

/** Waits for a card with these words that comes by itself: the bot looks once a minute. Gives its text. */
export async function inAMinute(of: PlaygroundPage, ...words: string[]): Promise<string> {
  for (let times = 0; times < 5; times++) {
    const found = (await of.cards()).findLast((card) => words.every((word) => card.includes(word)));
    if (found !== undefined) return found;
    await of.page.waitForTimeout(15_000);
  }
  return of.shows(...words);
}

/** The `count`th weekday after a day as cards print it, as a form takes it. */
export function weekdayAfter(printed: string, count: number): string {
  const day = new Date(`${printed} 12:00 UTC`);
  for (let left = count; left > 0;) {
    day.setUTCDate(day.getUTCDate() + 1);
    if (day.getUTCDay() % 6 !== 0) left -= 1;
  }
  return day.toISOString().slice(0, 10);
}
