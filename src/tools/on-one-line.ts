/** The text on one line. Nothing that somebody typed, or that stands in a file, may move the cursor or forge another line. */
export function onOneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim();
}
