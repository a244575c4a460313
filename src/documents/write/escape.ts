/** The words of a heading or a cell with a backslash before every character that would be taken for a mark. */
export function escapeInline(text: string): string {
  return text.replace(/[\\`*_[\]<>|{}]/g, '\\$&');
}

/** The words of a paragraph or an item: as `escapeInline`, and no list or heading mark at the start. */
export function escapeWords(text: string): string {
  return escapeInline(text).replace(/^(\s*)([-+#=~]|\d{1,3}[.)](?=\s|$))/, (_, space: string, mark: string) => {
    return space + mark.replace(/[-+#=~.)]/, '\\$&');
  });
}
