/** A text as it was typed, without the space around it; what no store could hold (half a character, a zero byte) as U+FFFD. */
export function typedText(text: string): string {
  return text.trim().replace(/[\p{Surrogate}\0]/gu, '\uFFFD');
}
