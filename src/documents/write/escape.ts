/** The words with a backslash before every character that Markdown or the policy format would take for a mark. */
export function escapeWords(text: string): string {
  return text
    .replace(/[\\`*_[\]<>|{}]/g, '\\$&')
    .replace(
      /^(\s*)([-+#=~]|\d{1,3}[.)](?=\s|$))/,
      (_, space: string, mark: string) => space + mark.replace(/[-+#=~.)]/, '\\$&'),
    );
}
