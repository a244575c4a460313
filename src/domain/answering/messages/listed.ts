/** The patterns of a list that is written as text: one or more to a line, " ; " between them. */
export function listed(text: string): readonly string[] {
  return text.split(/\s;\s|\n/).flatMap((pattern) => pattern.trim() || []);
}
